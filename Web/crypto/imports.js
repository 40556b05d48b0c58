/**
 * What the module imports: reads the arguments of each primitive out of the module's memory, has it done, and writes
 * what came out. Everything is copied before the first wait: while a call is suspended, memory may move.
 *
 * The imports are those of Sources/Client/E2EEWasm/Host/HostFunctions.swift.
 */

import { kinds } from "./key-table.js";
import { FormatReader } from "./format.js";

/** @typedef {import("./primitives.js").Primitives} Primitives */

const FAILED = -1;

/** The memory of one instance. Views are made anew each time: those of before are empty once it has grown. */
class Memory {
  /** @type {WebAssembly.Memory | undefined} */
  instance;

  /** A copy. @param {number} start @param {number} count */
  read(start, count) {
    return new Uint8Array(this.#buffer, start, count).slice();
  }

  /** @param {number} start @param {Uint8Array} bytes @param {number} room */
  write(start, bytes, room) {
    if (bytes.length > room) throw new RangeError(`${bytes.length} bytes do not fit into ${room}`);
    new Uint8Array(this.#buffer).set(bytes, start);
    bytes.fill(0);
  }

  /** @param {number} start @param {number} value */
  writeNumber(start, value) {
    new DataView(this.#buffer).setInt32(start, value, true);
  }

  get #buffer() {
    if (!this.instance) throw new Error("the instance is not there yet");
    return this.instance.buffer;
  }
}

/**
 * An AES key as the module gives it: its bytes or, when there are none, its number.
 * @param {Memory} memory @param {number} start @param {number} count @param {number} handle
 * @returns {import("./primitives.js").SymmetricKey}
 */
const symmetricKey = (memory, start, count, handle) =>
  count > 0 ? { bytes: memory.read(start, count) } : { handle };

/** @param {Uint8Array} list */
function recipients(list) {
  const reader = new FormatReader(list);
  const found = [];
  while (reader.remaining > 0) found.push({ key: reader.opaque(2), label: reader.opaque(1) });
  return found;
}

/**
 * How one import reads its arguments and writes its result.
 * @typedef {object} Import
 * @property {(memory: Memory, ...numbers: number[]) => any[]} read the arguments of the primitive of the same name
 * @property {(memory: Memory, result: any, ...numbers: number[]) => number} write returns what the module gets
 * @property {boolean} [isImmediate] never waits
 */

/** @type {Record<string, Import>} */
const IMPORTS = {
  random: {
    isImmediate: true,
    read: (memory, out, count) => [count],
    write: (memory, bytes, out, count) => (memory.write(out, bytes, count), 0),
  },
  pbkdf2: {
    read: (memory, password, passwordCount, salt, saltCount, iterations) =>
      // Numbers come with a sign.
      [memory.read(password, passwordCount), memory.read(salt, saltCount), iterations >>> 0],
    write: (memory, key, password, passwordCount, salt, saltCount, iterations, out) => (memory.write(out, key, 32), 0),
  },
  generateSigningKey: {
    read: () => [],
    write: (memory, { handle, publicKey }, out) => (memory.write(out, publicKey, 32), handle),
  },
  sign: {
    read: (memory, key, message, count) => [key, memory.read(message, count)],
    write: (memory, signature, key, message, count, out) => (memory.write(out, signature, 64), 0),
  },
  verify: {
    read: (memory, publicKey, signature, message, count) =>
      [memory.read(publicKey, 32), memory.read(signature, 64), memory.read(message, count)],
    write: (memory, holds) => (holds ? 1 : 0),
  },
  generateUnwrappingKey: {
    read: (memory, modulusByteCount) => [modulusByteCount],
    write(memory, { handle, publicKey }, modulusByteCount, out, max, count) {
      memory.writeNumber(count, publicKey.length);
      memory.write(out, publicKey, max);
      return handle;
    },
  },
  wrap: {
    read: (memory, secret, secretCount, list, listCount) =>
      [memory.read(secret, secretCount), recipients(memory.read(list, listCount))],
    write(memory, wrapped, secret, secretCount, list, listCount, out, outCount) {
      const end = out + outCount;
      for (const bytes of wrapped) {
        memory.write(out, bytes, end - out);
        out += bytes.length;
      }
      return out === end ? 0 : FAILED;
    },
  },
  unwrap: {
    read: (memory, key, wrapped, wrappedCount, label, labelCount) =>
      [key, memory.read(wrapped, wrappedCount), memory.read(label, labelCount)],
    write: (memory, secret, key, wrapped, wrappedCount, label, labelCount, out, max) =>
      written(memory, secret, out, max),
  },
  importKey: {
    read: (memory, key, count) => [memory.read(key, count)],
    write: (memory, handle) => handle,
  },
  seal: {
    read: (memory, key, keyCount, handle, nonce, data, dataCount, plaintext, count) => [
      symmetricKey(memory, key, keyCount, handle), memory.read(nonce, 12), memory.read(data, dataCount),
      memory.read(plaintext, count),
    ],
    write: (memory, sealed, key, keyCount, handle, nonce, data, dataCount, plaintext, count, out) =>
      (memory.write(out, sealed, count + 16), 0),
  },
  open: {
    read: (memory, key, keyCount, handle, nonce, data, dataCount, sealed, count) => [
      symmetricKey(memory, key, keyCount, handle), memory.read(nonce, 12), memory.read(data, dataCount),
      memory.read(sealed, count),
    ],
    write: (memory, plaintext, key, keyCount, handle, nonce, data, dataCount, sealed, count, out) =>
      (memory.write(out, plaintext, count - 16), 0),
  },
  sealKey: {
    read: (memory, privateKey, key, keyCount, handle, nonce, data, dataCount) => [
      privateKey, symmetricKey(memory, key, keyCount, handle), memory.read(nonce, 12), memory.read(data, dataCount),
    ],
    write: (memory, sealed, privateKey, key, keyCount, handle, nonce, data, dataCount, out, max) =>
      written(memory, sealed, out, max),
  },
  openKey: {
    read: (memory, kind, resealable, key, keyCount, handle, nonce, data, dataCount, sealed, count) => [
      kinds[/** @type {keyof typeof kinds} */ (kind)], resealable === 1, symmetricKey(memory, key, keyCount, handle),
      memory.read(nonce, 12), memory.read(data, dataCount), memory.read(sealed, count),
    ],
    write: (memory, handle) => handle,
  },
};

/** @param {Memory} memory @param {Uint8Array} bytes @param {number} out @param {number} max */
function written(memory, bytes, out, max) {
  const count = bytes.length;
  memory.write(out, bytes, max);
  return count;
}

/**
 * Copies of keys and texts do not wait for the collector. Numbers, and what is not secret, stay as they are.
 * @param {any[]} values
 */
function wipe(values) {
  for (const value of values) {
    if (value instanceof Uint8Array) value.fill(0);
    if (value?.bytes instanceof Uint8Array) value.bytes.fill(0);
  }
}

/**
 * One that waits, for WebCrypto. Without a wait it would not differ from the next but in `await`.
 * @param {Import} one @param {Function} primitive @param {Memory} memory
 */
const suspending = (one, primitive, memory) => async (/** @type {number[]} */ ...numbers) => {
  const values = one.read(memory, ...numbers);
  try {
    return one.write(memory, await primitive(...values), ...numbers);
  } catch {
    // Which failure it is, nobody may learn: `PrimitiveFailure`.
    return FAILED;
  } finally {
    wipe(values);
  }
};

/** @param {Import} one @param {Function} primitive @param {Memory} memory */
const immediate = (one, primitive, memory) => (/** @type {number[]} */ ...numbers) => {
  const values = one.read(memory, ...numbers);
  try {
    return one.write(memory, primitive(...values), ...numbers);
  } catch {
    return FAILED;
  } finally {
    wipe(values);
  }
};

/**
 * @param {Primitives} primitives
 * @returns {{memory: Memory, imports: WebAssembly.Imports}} for one instance; give the memory its `instance`
 */
export function importsOf(primitives) {
  const memory = new Memory();
  /** @type {Record<string, Function>} */
  const host = {};
  for (const [name, one] of Object.entries(IMPORTS)) {
    const primitive = /** @type {any} */ (primitives)[name].bind(primitives);
    const waits = primitives.areAsynchronous && !one.isImmediate;
    host[name] = waits
      // @ts-ignore: the types of WebAssembly do not know of suspension yet
      ? new WebAssembly.Suspending(suspending(one, primitive, memory))
      : immediate(one, primitive, memory);
  }
  return { memory, imports: /** @type {WebAssembly.Imports} */ ({ host }) };
}
