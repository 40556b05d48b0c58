/** The types of single values: how each is kept, and how it stands in either encoding. */

import { ContractError, Reader, Writer } from "./wire.js";

const TWO_32 = 4294967296;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

// 64-bit numbers as decimal strings

/** @param {number} low @param {number} high @returns {string} */
function unsignedText(low, high) {
  if (high < 0x200000) return String(high * TWO_32 + low);
  return String((BigInt(high) << 32n) | BigInt(low));
}

/** @param {number} low @param {number} high @returns {string} */
function signedText(low, high) {
  return high < 0x80000000 ? unsignedText(low, high) : String(BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low)));
}

/** @param {string} text @param {(low: number, high: number) => void} use */
function withWords(text, use) {
  const value = Number(text);
  if (value >= 0 && Number.isSafeInteger(value)) return use(value >>> 0, Math.floor(value / TWO_32));
  const big = BigInt.asUintN(64, BigInt(text));
  use(Number(big & 0xffffffffn), Number(big >> 32n));
}

/**
 * The order of two unsigned 64-bit numbers, for sorting.
 * @param {string} left @param {string} right @returns {number}
 */
export function compareUint64(left, right) {
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}

// Types of values

/**
 * @typedef {object} ValueType
 * @property {number} wireType
 * @property {any} zero the value that is not sent
 * @property {(value: any) => boolean} isZero
 * @property {(writer: Writer, value: any) => void} write
 * @property {(reader: Reader, earlier?: any) => any} read
 * @property {(json: any) => any} fromJSON
 * @property {(value: any) => any} toJSON
 */

/** @param {boolean} isRight @param {string} what @returns {asserts isRight} */
export function expect(isRight, what) {
  if (!isRight) throw new ContractError(`not ${what}`);
}

const same = (/** @type {any} */ value) => value;

/** @param {number} least @param {number} most */
function wholeNumber(least, most) {
  return (/** @type {any} */ json) => {
    const value = typeof json === "string" && json.trim() !== "" ? Number(json) : json;
    expect(Number.isInteger(value) && value >= least && value <= most, `a number from ${least} to ${most}`);
    return value;
  };
}

/** @param {bigint} least @param {bigint} most */
function wholeNumber64(least, most) {
  return (/** @type {any} */ json) => {
    if (typeof json === "number") expect(Number.isSafeInteger(json), "a whole number");
    else expect(typeof json === "string" && /^-?[0-9]{1,20}$/.test(json), "a 64-bit number");
    const value = BigInt(json);
    expect(value >= least && value <= most, `a number from ${least} to ${most}`);
    return String(value);
  };
}

/** @param {Partial<ValueType>} parts @returns {ValueType} */
function number32(parts) {
  return /** @type {ValueType} */ ({
    wireType: 0, zero: 0, isZero: (value) => value === 0, toJSON: same, fromJSON: wholeNumber(-2147483648, 2147483647),
    ...parts,
  });
}

/** @param {Partial<ValueType>} parts @returns {ValueType} */
function number64(parts) {
  return /** @type {ValueType} */ ({
    wireType: 0, zero: "0", isZero: (value) => value === "0", toJSON: same, ...parts,
  });
}

const unsigned32 = wholeNumber(0, 4294967295);
const unsigned64 = wholeNumber64(0n, 18446744073709551615n);
const signed64 = wholeNumber64(-9223372036854775808n, 9223372036854775807n);

export const int32 = number32({
  write: (writer, value) => writer.varint64(value >>> 0, value < 0 ? 0xffffffff : 0),
  read: (reader) => reader.varint() | 0,
});
export const uint32 = number32({
  write: (writer, value) => writer.varint(value), read: (reader) => reader.varint(), fromJSON: unsigned32,
});
export const sint32 = number32({
  write: (writer, value) => writer.varint((value << 1) ^ (value >> 31)),
  read: (reader) => {
    const value = reader.varint();
    return (value >>> 1) ^ -(value & 1);
  },
});
export const fixed32 = number32({
  wireType: 5, write: (writer, value) => writer.fixed32(value), read: (reader) => reader.fixed32(),
  fromJSON: unsigned32,
});
export const sfixed32 = number32({
  wireType: 5, write: (writer, value) => writer.fixed32(value), read: (reader) => reader.fixed32() | 0,
});
export const uint64 = number64({
  write: (writer, value) => withWords(value, (low, high) => writer.varint64(low, high)),
  read: (reader) => {
    reader.varint();
    return unsignedText(reader.low, reader.high);
  },
  fromJSON: unsigned64,
});
export const int64 = number64({
  write: uint64.write,
  read: (reader) => {
    reader.varint();
    return signedText(reader.low, reader.high);
  },
  fromJSON: signed64,
});
export const sint64 = number64({
  write: (writer, value) => {
    const big = BigInt(value);
    uint64.write(writer, String(BigInt.asUintN(64, (big << 1n) ^ (big >> 63n))));
  },
  read: (reader) => {
    const value = BigInt(uint64.read(reader));
    return String((value >> 1n) ^ -(value & 1n));
  },
  fromJSON: signed64,
});
export const fixed64 = number64({
  wireType: 1,
  write: (writer, value) => withWords(value, (low, high) => {
    writer.fixed32(high);
    writer.fixed32(low);
  }),
  read: (reader) => {
    reader.fixed64();
    return unsignedText(reader.low, reader.high);
  },
  fromJSON: unsigned64,
});
export const sfixed64 = number64({
  wireType: 1, write: fixed64.write,
  read: (reader) => {
    reader.fixed64();
    return signedText(reader.low, reader.high);
  },
  fromJSON: signed64,
});

/** @param {any} json */
function floatingPoint(json) {
  if (json === "NaN" || json === "Infinity" || json === "-Infinity") return Number(json);
  const value = typeof json === "string" && json.trim() !== "" ? Number(json) : json;
  expect(typeof value === "number" && Number.isFinite(value), "a number");
  return value;
}

/**
 * What `JSON.stringify` would change is a string.
 * @param {number} value
 */
const floatToJSON = (value) => (Object.is(value, -0) ? "-0" : Number.isFinite(value) ? value : String(value));

export const double = number32({
  wireType: 1, isZero: (value) => Object.is(value, 0), write: (writer, value) => writer.double(value),
  read: (reader) => reader.view.getFloat64(reader.take(8), true), fromJSON: floatingPoint, toJSON: floatToJSON,
});
export const float = number32({
  wireType: 5, isZero: double.isZero, write: (writer, value) => writer.float(value),
  read: (reader) => reader.view.getFloat32(reader.take(4), true),
  fromJSON: (json) => Math.fround(floatingPoint(json)), toJSON: floatToJSON,
});
/** @type {ValueType} */
export const bool = {
  wireType: 0, zero: false, isZero: (value) => value === false,
  write: (writer, value) => writer.varint(value ? 1 : 0),
  read: (reader) => reader.varint() !== 0 || reader.high !== 0,
  fromJSON: (json) => {
    expect(typeof json === "boolean", "a truth value");
    return json;
  },
  toJSON: same,
};
/** @type {ValueType} */
export const string = {
  wireType: 2, zero: "", isZero: (value) => value === "",
  write: (writer, value) => {
    const before = writer.count;
    writer.raw(encoder.encode(value));
    writer.length(before);
  },
  read: (reader) => {
    const bytes = reader.slice();
    try {
      return decoder.decode(bytes);
    } catch {
      throw new ContractError("not UTF-8");
    }
  },
  fromJSON: (json) => {
    expect(typeof json === "string", "a text");
    return json;
  },
  toJSON: same,
};
/** @type {ValueType} */
export const bytes = {
  wireType: 2, zero: new Uint8Array(0), isZero: (value) => value.length === 0,
  write: (writer, value) => {
    writer.raw(value);
    writer.varint(value.length);
  },
  read: (reader) => reader.slice().slice(),
  fromJSON: (json) => {
    expect(typeof json === "string", "base64");
    try {
      return Uint8Array.from(atob(json.replaceAll("-", "+").replaceAll("_", "/")), (unit) => unit.charCodeAt(0));
    } catch {
      throw new ContractError("not base64");
    }
  },
  toJSON: (value) => {
    let text = "";
    for (const byte of value) text += String.fromCharCode(byte);
    return btoa(text);
  },
};

/**
 * An enum whose values are known by their names in JSON.
 * @param {Record<string, number>} numbers the numbers by name
 * @returns {ValueType}
 */
export function enumeration(numbers) {
  const byName = new Map(Object.entries(numbers));
  const names = new Map([...byName].reverse().map(([name, number]) => [number, name]));
  const numberOf = (/** @type {any} */ value) => {
    const number = typeof value === "string" ? byName.get(value) : value;
    expect(Number.isInteger(number), "a value of the enum");
    return number;
  };
  const zero = names.get(0) ?? 0;
  const known = (/** @type {number} */ number) => names.get(number) ?? number;
  return {
    wireType: 0, zero, isZero: (value) => value === zero || value === 0,
    write: (writer, value) => int32.write(writer, numberOf(value)),
    read: (reader) => known(int32.read(reader)),
    fromJSON: (json) => known(numberOf(json)),
    toJSON: same,
  };
}

/**
 * `google.protobuf.Timestamp` as RFC 3339 text.
 * @type {ValueType}
 */
export const timestamp = {
  wireType: 2, zero: undefined, isZero: () => false,
  write: (writer, value) => {
    const { seconds, nanoseconds } = timeParts(value);
    const before = writer.count;
    if (nanoseconds > 0) {
      writer.varint(nanoseconds);
      writer.tag(2, 0);
    }
    if (seconds !== 0) {
      int64.write(writer, String(seconds));
      writer.tag(1, 0);
    }
    writer.length(before);
  },
  // One that comes again adds to the one before, as messages do.
  read: (reader, earlier) => {
    const end = reader.region();
    const outer = reader.end;
    reader.end = end;
    let { seconds, nanoseconds } = earlier === undefined ? { seconds: 0, nanoseconds: 0 } : timeParts(earlier);
    while (reader.offset < end) {
      const tag = reader.tag();
      if (tag === 8) seconds = Number(int64.read(reader));
      else if (tag === 16) nanoseconds = int32.read(reader);
      else reader.skip(tag);
    }
    reader.end = outer;
    if (!(seconds >= -62135596800 && seconds <= 253402300799) || !(nanoseconds >= 0 && nanoseconds < 1e9)) {
      throw new ContractError("not a time");
    }
    return timeText(seconds, nanoseconds);
  },
  fromJSON: (json) => {
    expect(typeof json === "string" && TIME.test(json), "a time");
    return json;
  },
  toJSON: same,
};

const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/**
 * @param {string} text
 * @returns {{seconds: number, nanoseconds: number}}
 */
function timeParts(text) {
  const match = TIME.exec(text);
  const milliseconds = match ? Date.parse(`${match[1]}${match[3]}`) : NaN;
  if (!match || Number.isNaN(milliseconds)) throw new ContractError("not a time");
  return { seconds: milliseconds / 1000, nanoseconds: Number((match[2] ?? "").padEnd(9, "0")) };
}

/** @param {number} seconds @param {number} nanoseconds */
function timeText(seconds, nanoseconds) {
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  if (nanoseconds === 0) return `${whole}Z`;
  const digits = String(nanoseconds).padStart(9, "0");
  const length = nanoseconds % 1000000 === 0 ? 3 : nanoseconds % 1000 === 0 ? 6 : 9;
  return `${whole}.${digits.slice(0, length)}Z`;
}
