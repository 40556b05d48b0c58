/**
 * Reads and writes the messages of `martlet.js` in both encodings of the protocol.
 *
 * A message is a plain object in the shape of its JSON, so that code need not know which encoding it came in:
 * 64-bit numbers are decimal strings (ids are keys of maps and of IndexedDB, and JSON cannot carry BigInt), times are
 * RFC 3339 strings, enums are their names, or numbers where this build knows no name. Only bytes differ: they are
 * `Uint8Array` here and base64 in JSON. What an encoded message holds beyond the fields that this build knows is kept
 * under the symbol `unknownFields` and written again.
 */

import { ContractError, Reader, Writer } from "./wire.js";
import { bool, expect } from "./values.js";

export * from "./values.js";
export { ContractError };

/** Under this key a message keeps the encoded fields that this build does not know. */
export const unknownFields = Symbol("unknown fields");

/** @typedef {import("./values.js").ValueType} ValueType */
/** @typedef {Record<string | symbol, any>} Fields */

// Fields

/**
 * @typedef {object} Field
 * @property {number} number
 * @property {string} name in JSON
 * @property {"plain" | "optional" | "repeated" | "map" | "oneof"} shape
 * @property {ValueType} type
 * @property {ValueType} [key] of a map
 * @property {string[]} [siblings] the members of its oneof
 * @property {boolean} [isHidden] not in JSON
 * @property {boolean} [isOmittedWhenEmpty] in JSON
 * @property {boolean} [isUnpacked]
 * @property {string} [frameType]
 */

/** @typedef {{isHidden?: boolean, isOmittedWhenEmpty?: boolean, isUnpacked?: boolean}} FieldOptions */

/**
 * @param {number} number @param {string} name @param {ValueType} type @param {FieldOptions} [options]
 * @returns {Field}
 */
export const plain = (number, name, type, options) => ({ number, name, shape: "plain", type, ...options });

/**
 * @param {number} number @param {string} name @param {ValueType} type @param {FieldOptions} [options]
 * @returns {Field}
 */
export const optional = (number, name, type, options) => ({ number, name, shape: "optional", type, ...options });

/**
 * @param {number} number @param {string} name @param {ValueType} type @param {FieldOptions} [options]
 * @returns {Field}
 */
export const repeated = (number, name, type, options) => ({ number, name, shape: "repeated", type, ...options });

/** @param {number} number @param {string} name @param {ValueType} key @param {ValueType} type @returns {Field} */
export const map = (number, name, key, type) => ({ number, name, shape: "map", type, key });

/**
 * The members of a oneof, of which at most one is there.
 * @param {...Field} members @returns {Field[]}
 */
export function oneof(...members) {
  const siblings = members.map((member) => member.name);
  return members.map((member) => ({ ...member, shape: "oneof", siblings }));
}

/** @param {number} number @param {string} frameType @param {MessageType<any>} type @returns {Field} */
export const frame = (number, frameType, type) => ({ number, name: frameType, shape: "oneof", type, frameType });

// Messages

/**
 * The codec of one kind of message.
 * @template T
 * @implements {ValueType}
 */
export class MessageType {
  /** @type {() => (Field | Field[])[]} */
  #declare;
  /** @type {Field[]} */
  #fields = [];
  /** @type {Map<number, Field>} */
  #byNumber = new Map();
  /** @type {Map<string, Field>} */
  #byName = new Map();

  wireType = 2;
  zero = undefined;

  /**
   * @param {string} name the full name in the contract
   * @param {() => (Field | Field[])[]} declare gives the fields; called at the first use, for types refer to others
   */
  constructor(name, declare) {
    this.name = name;
    this.#declare = declare;
  }

  get #known() {
    if (this.#fields.length === 0) {
      this.#fields = this.#declare().flat().sort((left, right) => right.number - left.number);
      for (const field of this.#fields) {
        this.#byNumber.set(field.number, field);
        this.#byName.set(field.name, field);
      }
    }
    return this.#fields;
  }

  get #isFrame() {
    return this.#known.some((field) => field.frameType !== undefined);
  }

  /**
   * A message with these fields and, for the others, what is not sent.
   * @param {Partial<T>} [fields] @returns {T}
   */
  create(fields) {
    return /** @type {T} */ ({ ...this.#empty(), ...fields });
  }

  /** @returns {Fields} */
  #empty() {
    /** @type {Fields} */
    const message = {};
    for (let index = this.#known.length - 1; index >= 0; index -= 1) {
      const { name, shape, type } = this.#fields[index];
      if (shape === "repeated") message[name] = [];
      else if (shape === "map") message[name] = {};
      else if (shape === "plain" && type.zero !== undefined) message[name] = type.zero;
    }
    return message;
  }

  // Binary

  /** @param {T} message @returns {Uint8Array} */
  encode(message) {
    const writer = new Writer();
    this.#writeFields(writer, /** @type {Fields} */ (message));
    return writer.take();
  }

  /** @param {Uint8Array} encoded @returns {T} */
  decode(encoded) {
    return /** @type {T} */ (this.#readFields(new Reader(encoded), this.#empty()));
  }

  isZero() {
    return false;
  }

  /** @param {Writer} writer @param {any} message */
  write(writer, message) {
    const before = writer.count;
    this.#writeFields(writer, message);
    writer.length(before);
  }

  /** @param {Reader} reader @param {any} [earlier] @returns {any} */
  read(reader, earlier) {
    const outer = reader.end;
    const end = reader.region();
    reader.descend();
    reader.end = end;
    const message = this.#readFields(reader, earlier ?? this.#empty());
    reader.end = outer;
    reader.depth -= 1;
    return message;
  }

  /** @param {Writer} writer @param {Fields} message */
  #writeFields(writer, message) {
    const unknown = message[unknownFields];
    if (unknown) writer.raw(unknown);
    for (const field of this.#known) {
      const value = field.frameType === undefined ? message[field.name] : framePayload(message, field.frameType);
      if (value === undefined || value === null) continue;
      writeField(writer, field, value);
    }
  }

  /** @param {Reader} reader @param {Fields} message @returns {Fields} */
  #readFields(reader, message) {
    this.#known;
    while (reader.offset < reader.end) {
      const start = reader.offset;
      const tag = reader.tag();
      const field = this.#byNumber.get(tag >>> 3);
      if (!field || !readField(reader, field, tag & 7, message)) {
        reader.skip(tag);
        keep(message, reader.bytes.subarray(start, reader.offset));
      }
    }
    return message;
  }

  // JSON

  /**
   * What `JSON.stringify` turns into the message's JSON.
   * @param {T} message @returns {any}
   */
  toJSON(message) {
    const fields = /** @type {Fields} */ (message);
    /** @type {Fields} */
    const json = {};
    if (this.#isFrame && fields.type !== undefined) json.type = fields.type;
    for (let index = this.#known.length - 1; index >= 0; index -= 1) {
      const field = this.#fields[index];
      if (field.isHidden) continue;
      if (field.frameType !== undefined) {
        if (field.frameType === fields.type) json.payload = field.type.toJSON(fields.payload ?? {});
        continue;
      }
      const value = fields[field.name];
      if (value === undefined || value === null) {
        if (this.#isFrame) continue;
        if (field.shape === "plain" && field.type.zero !== undefined) {
          json[field.name] = field.type.toJSON(field.type.zero);
        }
        if (field.shape === "repeated" && !field.isOmittedWhenEmpty) json[field.name] = [];
        if (field.shape === "map") json[field.name] = {};
      } else if (field.shape === "repeated") {
        if (value.length > 0 || !field.isOmittedWhenEmpty) json[field.name] = value.map(field.type.toJSON, field.type);
      } else if (field.shape === "map") {
        json[field.name] = mapValues(value, (item) => field.type.toJSON(item));
      } else if (!this.#isFrame || field.shape !== "plain" || !field.type.isZero(value)) {
        json[field.name] = field.type.toJSON(value);
      }
    }
    return json;
  }

  /**
   * A message from what `JSON.parse` gave. Members that this build does not know are passed over.
   * @param {any} json @returns {T}
   */
  fromJSON(json) {
    expect(typeof json === "object" && json !== null && !Array.isArray(json), "an object");
    const message = this.#empty();
    if (this.#isFrame) this.#payloadFromJSON(json, message);
    for (const [name, value] of Object.entries(json)) {
      const field = this.#byName.get(name);
      if (!field || field.isHidden || field.frameType !== undefined || value === null) continue;
      try {
        message[name] = valueFromJSON(field, value);
      } catch (error) {
        throw error instanceof ContractError ? new ContractError(`${name}: ${error.message}`) : error;
      }
      const other = field.siblings?.find((sibling) => sibling !== name && message[sibling] !== undefined);
      expect(other === undefined, `one alone: ${name} and ${other}`);
    }
    return /** @type {T} */ (message);
  }

  /** @param {any} json @param {Fields} message */
  #payloadFromJSON(json, message) {
    const field = this.#byName.get(json.type);
    expect(field?.frameType !== undefined, "a frame of the contract");
    message.type = json.type;
    message.payload = field.type.fromJSON(json.payload ?? {});
  }
}

/** @param {Fields} message @param {string} frameType */
function framePayload(message, frameType) {
  return message.type === frameType ? message.payload ?? {} : undefined;
}

/** @param {Fields} message @param {Uint8Array} encoded */
function keep(message, encoded) {
  const before = message[unknownFields] ?? new Uint8Array(0);
  const all = new Uint8Array(before.length + encoded.length);
  all.set(before);
  all.set(encoded, before.length);
  message[unknownFields] = all;
}

/** @param {Writer} writer @param {Field} field @param {any} value */
function writeField(writer, field, value) {
  const { number, type, shape } = field;
  if (shape === "map") {
    for (const [key, item] of Object.entries(value)) writeEntry(writer, field, key, item);
  } else if (shape !== "repeated") {
    if (shape === "plain" && type.isZero(value)) return;
    type.write(writer, value);
    writer.tag(number, type.wireType);
  } else if (type.wireType === 2 || field.isUnpacked) {
    for (let index = value.length - 1; index >= 0; index -= 1) {
      type.write(writer, value[index]);
      writer.tag(number, type.wireType);
    }
  } else if (value.length > 0) {
    const before = writer.count;
    for (let index = value.length - 1; index >= 0; index -= 1) type.write(writer, value[index]);
    writer.length(before);
    writer.tag(number, 2);
  }
}

/** @param {Writer} writer @param {Field} field @param {string} key @param {any} item */
function writeEntry(writer, field, key, item) {
  const keyType = /** @type {ValueType} */ (field.key);
  const before = writer.count;
  field.type.write(writer, item);
  writer.tag(2, field.type.wireType);
  keyType.write(writer, keyFromText(keyType, key));
  writer.tag(1, keyType.wireType);
  writer.length(before);
  writer.tag(field.number, 2);
}

/** @param {ValueType} type @param {string} text */
function keyFromText(type, text) {
  return type === bool ? text === "true" : type.fromJSON(text);
}

/**
 * @param {Reader} reader @param {Field} field @param {number} wireType @param {Fields} message
 * @returns {boolean} whether the field has this wire type; if not, nothing was read
 */
function readField(reader, field, wireType, message) {
  const { name, shape, type } = field;
  if (shape === "repeated" && wireType === 2 && type.wireType !== 2) {
    const outer = reader.end;
    reader.end = reader.region();
    while (reader.offset < reader.end) message[name].push(type.read(reader));
    reader.end = outer;
  } else if (shape === "map") {
    if (wireType !== 2) return false;
    readEntry(reader, field, message);
  } else if (wireType !== type.wireType) {
    return false;
  } else if (shape === "repeated") {
    message[name].push(type.read(reader));
  } else if (field.frameType !== undefined) {
    const earlier = message.type === field.frameType ? message.payload : undefined;
    message.payload = type.read(reader, earlier);
    message.type = field.frameType;
  } else {
    const value = type.read(reader, message[name]);
    for (const sibling of field.siblings ?? []) delete message[sibling];
    message[name] = value;
  }
  return true;
}

/** @param {Reader} reader @param {Field} field @param {Fields} message */
function readEntry(reader, field, message) {
  const keyType = /** @type {ValueType} */ (field.key);
  const outer = reader.end;
  reader.end = reader.region();
  let key = keyType.zero;
  let value = field.type instanceof MessageType ? field.type.create() : field.type.zero;
  while (reader.offset < reader.end) {
    const tag = reader.tag();
    if (tag === (8 | keyType.wireType)) key = keyType.read(reader);
    else if (tag === (16 | field.type.wireType)) value = field.type.read(reader);
    else reader.skip(tag);
  }
  reader.end = outer;
  // Not by assignment: a key may be called `__proto__`.
  Object.defineProperty(message[field.name], String(key), {
    value, configurable: true, enumerable: true, writable: true,
  });
}

/** @param {Field} field @param {any} json */
function valueFromJSON(field, json) {
  if (field.shape === "repeated") {
    expect(Array.isArray(json), "a list");
    return json.map((/** @type {any} */ item) => field.type.fromJSON(item));
  }
  if (field.shape === "map") {
    expect(typeof json === "object" && !Array.isArray(json), "an object");
    return mapValues(json, (item) => field.type.fromJSON(item));
  }
  return field.type.fromJSON(json);
}

/** @param {Record<string, any>} values @param {(value: any) => any} change @returns {Record<string, any>} */
function mapValues(values, change) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
