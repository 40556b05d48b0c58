/**
 * The primitives of node, for tests and tools: the same module without a browser. They do not wait, so that no
 * suspension is needed, which node 20 does not have.
 */

import * as node from "node:crypto";
import { KeyTable } from "./key-table.js";

/** @typedef {import("./primitives.js").SymmetricKey} SymmetricKey */

const AES = "aes-256-gcm";
const TAG_BYTES = 16;
/** In front of the 32 bytes of an Ed25519 key in DER (RFC 8410 §4). */
const ED25519_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const WHAT_KINDS_ARE = { signing: "ed25519", unwrapping: "rsa" };

/** Bytes that are nobody else's: buffers of node share their memory. @param {Uint8Array} buffer */
const own = (buffer) => Uint8Array.from(buffer);

/** @param {Uint8Array} label */
const oaep = (label) => ({
  padding: node.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256", oaepLabel: Buffer.from(label),
});

export class NodePrimitives {
  areAsynchronous = false;

  /** @type {KeyTable<node.KeyObject>} */
  keys = new KeyTable();

  /** @param {number} count */
  random(count) {
    return own(node.randomBytes(count));
  }

  /** @param {Uint8Array} password @param {Uint8Array} salt @param {number} iterations */
  pbkdf2(password, salt, iterations) {
    return own(node.pbkdf2Sync(password, salt, iterations, 32, "sha256"));
  }

  // Signatures

  generateSigningKey() {
    const { privateKey, publicKey } = node.generateKeyPairSync("ed25519");
    const der = publicKey.export({ format: "der", type: "spki" });
    return {
      handle: this.keys.add({ kind: "signing", key: privateKey }),
      publicKey: own(der.subarray(ED25519_PREFIX.length)),
    };
  }

  /** @param {number} key @param {Uint8Array} message */
  sign(key, message) {
    return own(node.sign(null, message, this.keys.get(key, "signing").key));
  }

  /** @param {Uint8Array} publicKey @param {Uint8Array} signature @param {Uint8Array} message */
  verify(publicKey, signature, message) {
    const der = Buffer.concat([ED25519_PREFIX, publicKey]);
    return node.verify(null, message, node.createPublicKey({ key: der, format: "der", type: "spki" }), signature);
  }

  // Wrapping for devices

  /** @param {number} modulusByteCount */
  generateUnwrappingKey(modulusByteCount) {
    const { privateKey, publicKey } = node.generateKeyPairSync("rsa", { modulusLength: 8 * modulusByteCount });
    return {
      handle: this.keys.add({ kind: "unwrapping", key: privateKey }),
      publicKey: own(publicKey.export({ format: "der", type: "spki" })),
    };
  }

  /** @param {Uint8Array} secret @param {import("./primitives.js").Recipient[]} recipients */
  wrap(secret, recipients) {
    return recipients.map(({ key: der, label }) => {
      const key = node.createPublicKey({ key: Buffer.from(der), format: "der", type: "spki" });
      return own(node.publicEncrypt({ key, ...oaep(label) }, secret));
    });
  }

  /** @param {number} key @param {Uint8Array} wrapped @param {Uint8Array} label */
  unwrap(key, wrapped, label) {
    return own(node.privateDecrypt({ key: this.keys.get(key, "unwrapping").key, ...oaep(label) }, wrapped));
  }

  // AES-256-GCM

  /** @param {Uint8Array} bytes */
  importKey(bytes) {
    return this.keys.add({ kind: "symmetric", key: this.#symmetric({ bytes }) });
  }

  /** @param {SymmetricKey} key @param {Uint8Array} nonce @param {Uint8Array} data @param {Uint8Array} plaintext */
  seal(key, nonce, data, plaintext) {
    const cipher = node.createCipheriv(AES, this.#symmetric(key), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(data);
    return own(Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]));
  }

  /** @param {SymmetricKey} key @param {Uint8Array} nonce @param {Uint8Array} data @param {Uint8Array} sealed */
  open(key, nonce, data, sealed) {
    const cipher = node.createDecipheriv(AES, this.#symmetric(key), nonce, { authTagLength: TAG_BYTES });
    const end = sealed.length - TAG_BYTES;
    cipher.setAAD(data);
    cipher.setAuthTag(sealed.subarray(end));
    return own(Buffer.concat([cipher.update(sealed.subarray(0, end)), cipher.final()]));
  }

  /** @param {SymmetricKey} key @returns {node.KeyObject} */
  #symmetric(key) {
    if ("handle" in key) return this.keys.get(key.handle, "symmetric").key;
    // A copy: what it is given is wiped.
    return node.createSecretKey(Buffer.from(key.bytes));
  }

  // Private keys at rest

  /** @param {number} key @param {SymmetricKey} wrapper @param {Uint8Array} nonce @param {Uint8Array} data */
  sealKey(key, wrapper, nonce, data) {
    const der = this.keys.find(key).key.export({ format: "der", type: "pkcs8" });
    return this.seal(wrapper, nonce, data, der);
  }

  /**
   * @param {"signing" | "unwrapping"} kind @param {boolean} resealable what a browser needs to know
   * @param {SymmetricKey} wrapper @param {Uint8Array} nonce @param {Uint8Array} data @param {Uint8Array} sealed
   */
  openKey(kind, resealable, wrapper, nonce, data, sealed) {
    const der = Buffer.from(this.open(wrapper, nonce, data, sealed));
    const key = node.createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    if (key.asymmetricKeyType !== WHAT_KINDS_ARE[kind]) throw new TypeError(`no ${kind} key`);
    return this.keys.add({ kind, key });
  }
}
