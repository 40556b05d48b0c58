/** The primitives of a browser: WebCrypto, with keys that cannot be exported. */

import { KeyTable } from "./key-table.js";

/** @typedef {import("./primitives.js").SymmetricKey} SymmetricKey */

const subtle = globalThis.crypto?.subtle;

const AES = "AES-GCM";
const ED25519 = { name: "Ed25519" };
const OAEP = { name: "RSA-OAEP", hash: "SHA-256" };

/** @type {Record<"signing" | "unwrapping", {algorithm: any, usages: KeyUsage[]}>} */
const PRIVATE = {
  signing: { algorithm: ED25519, usages: ["sign"] },
  unwrapping: { algorithm: OAEP, usages: ["decrypt"] },
};
/** @type {KeyUsage[]} */
const SYMMETRIC_USAGES = ["encrypt", "decrypt", "wrapKey", "unwrapKey"];

/** @param {ArrayBuffer} buffer */
const bytesOf = (buffer) => new Uint8Array(buffer);

export class WebCryptoPrimitives {
  areAsynchronous = true;

  /** @type {KeyTable<CryptoKey>} */
  keys = new KeyTable();

  /** @param {number} count */
  random(count) {
    const bytes = new Uint8Array(count);
    // It gives 65,536 bytes at most at a time.
    for (let start = 0; start < count; start += 65_536) {
      crypto.getRandomValues(bytes.subarray(start, Math.min(start + 65_536, count)));
    }
    return bytes;
  }

  /** @param {Uint8Array} password @param {Uint8Array} salt @param {number} iterations */
  async pbkdf2(password, salt, iterations) {
    const key = await subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    return bytesOf(await subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, key, 256));
  }

  // Signatures

  async generateSigningKey() {
    const pair = /** @type {CryptoKeyPair} */ (await subtle.generateKey(ED25519, true, ["sign", "verify"]));
    return this.#generated("signing", pair, "raw");
  }

  /** @param {number} key @param {Uint8Array} message */
  async sign(key, message) {
    return bytesOf(await subtle.sign(ED25519, await this.#used(key, "signing"), message));
  }

  /** @param {Uint8Array} publicKey @param {Uint8Array} signature @param {Uint8Array} message */
  async verify(publicKey, signature, message) {
    const key = await subtle.importKey("raw", publicKey, ED25519, false, ["verify"]);
    return subtle.verify(ED25519, key, signature, message);
  }

  // Wrapping for devices

  /** @param {number} modulusByteCount */
  async generateUnwrappingKey(modulusByteCount) {
    const pair = await subtle.generateKey(
      { ...OAEP, modulusLength: 8 * modulusByteCount, publicExponent: Uint8Array.of(1, 0, 1) }, true,
      ["encrypt", "decrypt"]);
    return this.#generated("unwrapping", pair, "spki");
  }

  /** All at once: browsers spread them over their threads. @param {Uint8Array} secret
   * @param {import("./primitives.js").Recipient[]} recipients */
  wrap(secret, recipients) {
    return Promise.all(recipients.map(async ({ key, label }) => {
      const publicKey = await subtle.importKey("spki", key, OAEP, false, ["encrypt"]);
      return bytesOf(await subtle.encrypt({ name: OAEP.name, label }, publicKey, secret));
    }));
  }

  /** @param {number} key @param {Uint8Array} wrapped @param {Uint8Array} label */
  async unwrap(key, wrapped, label) {
    return bytesOf(await subtle.decrypt({ name: OAEP.name, label }, await this.#used(key, "unwrapping"), wrapped));
  }

  // AES-256-GCM

  /** @param {Uint8Array} bytes */
  async importKey(bytes) {
    return this.keys.add({ kind: "symmetric", key: await this.#symmetric({ bytes }) });
  }

  /** @param {SymmetricKey} key @param {Uint8Array} nonce @param {Uint8Array} data @param {Uint8Array} plaintext */
  async seal(key, nonce, data, plaintext) {
    return bytesOf(await subtle.encrypt(gcm(nonce, data), await this.#symmetric(key), plaintext));
  }

  /** @param {SymmetricKey} key @param {Uint8Array} nonce @param {Uint8Array} data @param {Uint8Array} sealed */
  async open(key, nonce, data, sealed) {
    return bytesOf(await subtle.decrypt(gcm(nonce, data), await this.#symmetric(key), sealed));
  }

  /** @param {SymmetricKey} key @returns {Promise<CryptoKey>} */
  async #symmetric(key) {
    if ("handle" in key) return this.keys.get(key.handle, "symmetric").key;
    if (key.bytes.length !== 32) throw new RangeError("AES-256 alone");
    return subtle.importKey("raw", key.bytes, AES, false, SYMMETRIC_USAGES);
  }

  // Private keys at rest

  /** @param {number} key @param {SymmetricKey} wrapper @param {Uint8Array} nonce @param {Uint8Array} data */
  async sealKey(key, wrapper, nonce, data) {
    const { key: privateKey } = this.keys.find(key);
    return bytesOf(
      await subtle.wrapKey("pkcs8", privateKey, await this.#symmetric(wrapper), gcm(nonce, data)));
  }

  /**
   * @param {"signing" | "unwrapping"} kind @param {boolean} resealable @param {SymmetricKey} wrapper
   * @param {Uint8Array} nonce @param {Uint8Array} data @param {Uint8Array} sealed
   */
  async openKey(kind, resealable, wrapper, nonce, data, sealed) {
    const { algorithm, usages } = PRIVATE[kind];
    const key = await subtle.unwrapKey(
      "pkcs8", sealed, await this.#symmetric(wrapper), gcm(nonce, data), algorithm, resealable, usages);
    return this.keys.add({ kind, key });
  }

  // Keys that browsers store

  /** The key itself; nothing gives out a private one from now on. @param {number} handle */
  async lasting(handle) {
    const entry = this.keys.find(handle);
    if (entry.key.extractable) await lock(entry);
    return entry.key;
  }

  /** @param {"signing" | "unwrapping"} kind @param {CryptoKeyPair} pair @param {"raw" | "spki"} format */
  async #generated(kind, pair, format) {
    const publicKey = bytesOf(await subtle.exportKey(format, pair.publicKey));
    return { handle: this.keys.add({ kind, key: pair.privateKey, isNew: true }), publicKey };
  }

  /** @param {number} handle @param {"signing" | "unwrapping"} kind */
  async #used(handle, kind) {
    const entry = this.keys.get(handle, kind);
    if (entry.isNew) await lock(entry);
    return entry.key;
  }
}

/** @param {Uint8Array} nonce @param {Uint8Array} data */
const gcm = (nonce, data) => ({ name: AES, iv: nonce, additionalData: data });

/**
 * A key that was generated could be sealed until now; from now on nothing gives it out.
 * @param {import("./key-table.js").Entry<CryptoKey>} entry
 */
async function lock(entry) {
  const { algorithm, usages } = PRIVATE[/** @type {keyof typeof PRIVATE} */ (entry.kind)];
  const bytes = bytesOf(await subtle.exportKey("pkcs8", entry.key));
  entry.key = await subtle.importKey("pkcs8", bytes, algorithm, false, usages);
  entry.isNew = false;
  bytes.fill(0);
}
