/**
 * What a host does for the core: the interface behind which WebCrypto (`webcrypto.js`) and node:crypto (`node-host.js`)
 * stand. What fails throws; why does not matter. With `areAsynchronous`, all but `random` give promises.
 *
 * @typedef {{bytes: Uint8Array} | {handle: number}} SymmetricKey AES-256-GCM: bytes for once, or one of the table
 * @typedef {{key: Uint8Array, label: Uint8Array}} Recipient a `SubjectPublicKeyInfo`, and RFC 8017's label
 * @typedef {{handle: number, publicKey: Uint8Array}} GeneratedKey
 */

/** @template T @typedef {T | Promise<T>} Now */

/**
 * @typedef {object} Primitives
 * @property {boolean} areAsynchronous
 * @property {import("./key-table.js").KeyTable<any>} keys
 * @property {(count: number) => Uint8Array} random
 * @property {(password: Uint8Array, salt: Uint8Array, iterations: number) => Now<Uint8Array>} pbkdf2
 * @property {() => Now<GeneratedKey>} generateSigningKey
 * @property {(key: number, message: Uint8Array) => Now<Uint8Array>} sign
 * @property {(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array) => Now<boolean>} verify
 * @property {(modulusByteCount: number) => Now<GeneratedKey>} generateUnwrappingKey
 * @property {(secret: Uint8Array, recipients: Recipient[]) => Now<Uint8Array[]>} wrap
 * @property {(key: number, wrapped: Uint8Array, label: Uint8Array) => Now<Uint8Array>} unwrap
 * @property {(bytes: Uint8Array) => Now<number>} importKey
 * @property {(key: SymmetricKey, nonce: Uint8Array, data: Uint8Array, plaintext: Uint8Array) => Now<Uint8Array>} seal
 * @property {(key: SymmetricKey, nonce: Uint8Array, data: Uint8Array, sealed: Uint8Array) => Now<Uint8Array>} open
 * @property {(key: number, wrapper: SymmetricKey, nonce: Uint8Array, data: Uint8Array) => Now<Uint8Array>} sealKey
 * @property {(kind: "signing" | "unwrapping", resealable: boolean, wrapper: SymmetricKey, nonce: Uint8Array,
 *   data: Uint8Array, sealed: Uint8Array) => Now<number>} openKey
 */

export {};
