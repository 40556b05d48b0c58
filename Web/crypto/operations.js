/**
 * What can be asked of the core, with names: puts arguments into bytes and takes results apart. Numbers, order and
 * layout are those of Sources/Client/E2EEWasm/Calls.
 *
 * Ids, counters and times are decimal strings, as in the contract; keys are numbers of the key table.
 */

import { FormatReader, FormatWriter } from "./format.js";

/** @typedef {{userId: string, deviceId: string, signingKey: Uint8Array, encryptionKey: Uint8Array}} Claim */
/** @typedef {Claim & {certificate: Uint8Array}} DeviceRecord what the server gives of a device */
/** @typedef {{userId: string, key: Uint8Array}} IdentityKey as this client knows it */
/** @typedef {{version: string, devices: DeviceRecord[], identityKeys: IdentityKey[]}} Roster */
/** @typedef {{userId: string, deviceId: string, signingKey: number, encryptionKey: number}} LocalDevice by handles */
/** @typedef {{authorId: string, clientId: Uint8Array, headerHash: Uint8Array}} Reference */
/** @typedef {{userId: string, identityKey: Uint8Array}} Party */
/** @typedef {keyof typeof KINDS} Kind */
/** @typedef {{deviceId: string, key: Uint8Array}} DeviceKey */
/** @typedef {{ciphertext: Uint8Array, rosterVersion: string, keys: DeviceKey[]}} SealedContent */

/**
 * @typedef {object} Draft
 * @property {Uint8Array} clientId 16 bytes
 * @property {Kind} kind
 * @property {Reference} [refersTo] of an edit and a reaction
 * @property {string} sentAt milliseconds since 1970
 * @property {Uint8Array} content
 * @property {string} [counter] the one that it got first, when it is sealed again
 */

/**
 * What the server says of an entry. Of a `latestEdit` only the sender and the target, with `isCopy`.
 * @typedef {object} Place
 * @property {boolean} [isCopy]
 * @property {string} senderId
 * @property {Uint8Array} [clientId]
 * @property {string} [senderDeviceId]
 * @property {Kind} [kind]
 * @property {Reference | "unknown"} [target] the message that it is about
 */

const KINDS = Object.freeze({ chat: 1, message: 2, edit: 3, reaction: 5 });
const KIND_NAMES = Object.fromEntries(Object.entries(KINDS).map(([name, number]) => [number, name]));
/** Of an encryption key, by the bits of its modulus. */
const SUITES = Object.freeze({ 2048: 1, 3072: 2 });

const utf8 = new TextEncoder();
/** @param {Uint8Array} bytes */
const text = (bytes) => new TextDecoder().decode(bytes);

/** @typedef {(args: FormatWriter) => unknown} WriteArguments */

export class Operations {
  #core;

  /** @param {import("./core.js").Core} core */
  constructor(core) {
    this.#core = core;
  }

  /**
   * @template T
   * @param {number} operation @param {WriteArguments} write @param {(result: FormatReader) => T} read
   * @returns {Promise<T>} rejected with `Refusal` or `CoreTrapped`
   */
  async #call(operation, write, read) {
    const args = new FormatWriter();
    write(args);
    const result = new FormatReader(await this.#core.call(operation, args.bytes));
    const value = read(result);
    result.finish();
    return value;
  }

  // Hashing, to be held against vectors

  /** @param {Uint8Array} bytes */
  sha256(bytes) {
    return this.#call(1, (args) => args.opaque(bytes), (result) => result.opaque());
  }

  /** @param {Uint8Array} key @param {Uint8Array} message */
  hmacSHA256(key, message) {
    return this.#call(2, (args) => args.opaque(key).opaque(message), (result) => result.opaque());
  }

  // Keys

  /**
   * @param {string} password @param {Uint8Array} salt @param {number} iterations
   * @returns {Promise<{authentication: string, kek: number}>}
   */
  stretchPassword(password, salt, iterations) {
    const composed = utf8.encode(password.normalize("NFC"));
    return this.#call(10, (args) => args.opaque(composed).opaque(salt).uint32(iterations),
      (result) => ({ authentication: text(result.opaque()), kek: result.uint32() }));
  }

  /** The identity key of a new account. */
  generateAccountKey() {
    return this.#call(11, () => {}, (result) => ({ privateKey: result.uint32(), publicKey: result.opaque() }));
  }

  /** Before it is first used. @param {number} kek @param {string} userId @param {number} identityKey */
  wrapAccountKey(kek, userId, identityKey) {
    return this.#call(12, (args) => args.uint32(kek).uint64(userId).uint32(identityKey), (result) => result.opaque());
  }

  /**
   * @param {number} kek @param {string} userId @param {Uint8Array} wrapped
   * @param {boolean} [resealable] to be wrapped again
   */
  openAccountKey(kek, userId, wrapped, resealable = false) {
    return this.#call(13, (args) => args.uint32(kek).uint64(userId).opaque(wrapped).flag(resealable),
      (result) => result.uint32());
  }

  /**
   * The keys of a new device, wrapped too if there is something to wrap them under.
   * @param {keyof typeof SUITES} bits @param {string} deviceId @param {{kek: number, userId: string}} [wrapper]
   */
  generateDeviceKeys(bits, deviceId, wrapper) {
    return this.#call(14, (args) => {
      args.uint8(SUITES[bits]).uint64(deviceId).flag(wrapper !== undefined);
      if (wrapper) args.uint32(wrapper.kek).uint64(wrapper.userId);
    }, (result) => ({
      signing: { privateKey: result.uint32(), publicKey: result.opaque() },
      encryption: { privateKey: result.uint32(), publicKey: result.opaque() },
      storageKey: result.uint32(),
      wrapped: wrapper && { signing: result.opaque(), encryption: result.opaque(), storage: result.opaque() },
    }));
  }

  /**
   * @param {number} kek @param {string} userId @param {string} deviceId
   * @param {{signing: Uint8Array, encryption: Uint8Array, storage: Uint8Array}} wrapped
   */
  openDeviceKeys(kek, userId, deviceId, { signing, encryption, storage }) {
    return this.#call(15,
      (args) => args.uint32(kek).uint64(userId).uint64(deviceId).opaque(signing).opaque(encryption).opaque(storage),
      (result) => ({ signingKey: result.uint32(), encryptionKey: result.uint32(), storageKey: result.uint32() }));
  }

  /**
   * @param {number} identityKey @param {Uint8Array} publicKey of the account @param {Claim} claim
   * @param {string} issuedAt milliseconds since 1970
   */
  issueCertificate(identityKey, publicKey, claim, issuedAt) {
    return this.#call(16, (args) => writeClaim(args.uint32(identityKey).opaque(publicKey), claim).uint64(issuedAt),
      (result) => result.opaque());
  }

  /** Its hash, when it holds. @param {Uint8Array} identityKey @param {DeviceRecord} record */
  checkCertificate(identityKey, record) {
    return this.#call(17, (args) => writeRecord(args.opaque(identityKey), record), (result) => result.opaque());
  }

  // Messages

  /** @param {Roster} roster */
  checkRoster(roster) {
    return this.#call(20, (args) => args.vector((inside) => writeRoster(inside, roster)),
      (result) => ({ hash: result.opaque(), deviceIds: result.vector((one) => one.uint64()) }));
  }

  /** @param {{chatId: string, state: Uint8Array, device: LocalDevice, roster: Roster, draft: Draft}} what */
  seal({ chatId, state, device, roster, draft }) {
    return this.#call(21, (args) => {
      writeDevice(args.uint64(chatId).opaque(state), device).vector((inside) => writeRoster(inside, roster));
      writeDraft(args, draft);
    }, (result) => ({
      state: result.opaque(),
      content: {
        ciphertext: result.opaque(),
        rosterVersion: result.uint64(),
        keys: result.vector((one) => ({ deviceId: one.uint64(), key: one.opaque() })),
      },
      counter: result.uint64(),
      reference: readReference(result),
    }));
  }

  /**
   * @param {{chatId: string, state: Uint8Array, device: LocalDevice, roster?: Roster, content: SealedContent,
   *   place: Place, sender?: DeviceRecord, identityKey?: Uint8Array}} what `sender` and `identityKey` as far as they
   *   are known
   */
  open({ chatId, state, device, roster, content, place, sender, identityKey }) {
    return this.#call(22, (args) => {
      writeDevice(args.uint64(chatId).opaque(state), device);
      optional(args, roster, (one) => args.vector((inside) => writeRoster(inside, one)));
      args.opaque(content.ciphertext).uint64(content.rosterVersion).vector((inside) => {
        for (const { deviceId, key } of content.keys) inside.uint64(deviceId).opaque(key);
      });
      writePlace(args, place);
      optional(args, sender, (one) => writeRecord(args, one));
      optional(args, identityKey, (one) => args.opaque(one));
    }, (result) => ({
      state: result.opaque(),
      content: result.opaque(),
      header: readHeader(result),
      headerHash: result.opaque(),
      missingCounterCount: result.uint64(),
      // Undefined where this client knows no roster of that version.
      rosterDiffers: [false, true, undefined][result.uint8()],
      isTargetCompared: result.flag(),
    }));
  }

  // Backup

  /** What its owner keeps on paper. */
  generateRecoveryKey() {
    return this.#call(30, () => {}, (result) => text(result.opaque()));
  }

  /** Rejected with what is wrong with it. @param {string} recoveryKey */
  checkRecoveryKey(recoveryKey) {
    return this.#call(31, (args) => args.opaque(utf8.encode(recoveryKey)), () => {});
  }

  /**
   * @param {{recoveryKey: string, userId: string, identityKey: number, counter: string, madeAt: string,
   *   contents: Uint8Array}} what
   */
  sealBackup({ recoveryKey, userId, identityKey, counter, madeAt, contents }) {
    return this.#call(32, (args) => args.opaque(utf8.encode(recoveryKey)).uint64(userId).uint32(identityKey)
      .uint64(counter).uint64(madeAt).opaque(contents), (result) => result.opaque());
  }

  /**
   * @param {{recoveryKey: string, userId: string, backup: Uint8Array, seen: string, resealable?: boolean}} what
   *   `seen`: the highest counter that this device has seen, or "0"
   */
  openBackup({ recoveryKey, userId, backup, seen, resealable = false }) {
    return this.#call(33, (args) => args.opaque(utf8.encode(recoveryKey)).uint64(userId).opaque(backup).uint64(seen)
      .flag(resealable), (result) => ({
      identityKey: result.uint32(), counter: result.uint64(), madeAt: result.uint64(), contents: result.opaque(),
    }));
  }

  // Verification

  /** 60 digits. @param {Party} one @param {Party} other */
  safetyNumber(one, other) {
    return this.#call(40, (args) => writeParties(args, one, other), (result) => text(result.opaque()));
  }

  /** What a picture shows. @param {Party} one @param {Party} other */
  safetyCode(one, other) {
    return this.#call(41, (args) => writeParties(args, one, other), (result) => result.opaque());
  }

  /** Rejected unless it is that of both. @param {Party} one @param {Party} other @param {Uint8Array} scanned */
  compareSafetyCode(one, other, scanned) {
    return this.#call(42, (args) => writeParties(args, one, other).opaque(scanned), () => {});
  }

  // History

  /** @param {number} storageKey @param {string} place @param {Uint8Array} content */
  sealRow(storageKey, place, content) {
    return this.#call(50, (args) => args.uint32(storageKey).opaque(utf8.encode(place)).opaque(content),
      (result) => result.opaque());
  }

  /** @param {number} storageKey @param {string} place @param {Uint8Array} row */
  openRow(storageKey, place, row) {
    return this.#call(51, (args) => args.uint32(storageKey).opaque(utf8.encode(place)).opaque(row),
      (result) => result.opaque());
  }

  // Files: begun, then chunk after chunk, then finished or ended

  /** @param {string} size in bytes */
  beginSealingFile(size) {
    return this.#call(60, (args) => args.uint64(size),
      (result) => ({ file: result.uint32(), chunkCount: result.uint64(), uploadSize: result.uint64() }));
  }

  /** @param {number} file @param {Uint8Array} chunk 65,536 bytes; fewer where the file ends, none behind it */
  sealChunk(file, chunk) {
    return this.#call(61, (args) => args.uint32(file).opaque(chunk), (result) => result.opaque());
  }

  /** What the message says of it. @param {number} file */
  finishSealingFile(file) {
    return this.#call(62, (args) => args.uint32(file), (result) => result.opaque());
  }

  /** @param {Uint8Array} secret what the message says of it */
  beginOpeningFile(secret) {
    return this.#call(63, (args) => args.opaque(secret), (result) => ({
      file: result.uint32(), size: result.uint64(), chunkCount: result.uint64(), uploadSize: result.uint64(),
    }));
  }

  /** @param {number} file @param {Uint8Array} piece 65,552 bytes, but for the last */
  openChunk(file, piece) {
    return this.#call(64, (args) => args.uint32(file).opaque(piece), (result) => result.opaque());
  }

  /** Rejected unless it was the file that the message names. @param {number} file */
  finishOpeningFile(file) {
    return this.#call(65, (args) => args.uint32(file), () => {});
  }

  /** Any one, for who plays a film from its middle. @param {Uint8Array} secret @param {string} index
   * @param {Uint8Array} piece */
  openPiece(secret, index, piece) {
    return this.#call(66, (args) => args.opaque(secret).uint64(index).opaque(piece), (result) => result.opaque());
  }

  /** @param {number} file given up */
  endFile(file) {
    return this.#call(67, (args) => args.uint32(file), () => {});
  }
}

// Arguments

/** @template T @param {FormatWriter} args @param {T | undefined} value @param {(value: T) => unknown} write */
function optional(args, value, write) {
  args.flag(value !== undefined);
  if (value !== undefined) write(value);
}

/** @param {FormatWriter} args @param {Claim} claim */
const writeClaim = (args, { userId, deviceId, signingKey, encryptionKey }) =>
  args.uint64(userId).uint64(deviceId).opaque(signingKey).opaque(encryptionKey);

/** @param {FormatWriter} args @param {DeviceRecord} record */
const writeRecord = (args, record) => writeClaim(args, record).opaque(record.certificate);

/** @param {FormatWriter} args @param {LocalDevice} device */
const writeDevice = (args, { userId, deviceId, signingKey, encryptionKey }) =>
  args.uint64(userId).uint64(deviceId).uint32(signingKey).uint32(encryptionKey);

/** @param {FormatWriter} args @param {Roster} roster */
function writeRoster(args, { version, devices, identityKeys }) {
  args.uint64(version);
  args.vector((inside) => devices.forEach((device) => writeRecord(inside, device)));
  args.vector((inside) => identityKeys.forEach(({ userId, key }) => inside.uint64(userId).opaque(key)));
}

/** @param {FormatWriter} args @param {Reference} reference */
const writeReference = (args, { authorId, clientId, headerHash }) =>
  args.uint64(authorId).opaque(clientId).opaque(headerHash);

/** @param {FormatWriter} args @param {Draft} draft */
function writeDraft(args, { clientId, kind, refersTo, sentAt, content, counter }) {
  args.opaque(clientId).uint8(KINDS[kind]);
  optional(args, refersTo, (one) => writeReference(args, one));
  args.uint64(sentAt).opaque(content);
  optional(args, counter, (one) => args.uint64(one));
}

/** @param {FormatWriter} args @param {Place} place */
function writePlace(args, { isCopy = false, senderId, clientId, senderDeviceId, kind, target }) {
  args.flag(isCopy).uint64(senderId);
  if (!isCopy) {
    args.opaque(clientId ?? new Uint8Array()).uint64(senderDeviceId ?? 0).uint8(kind === undefined ? 0 : KINDS[kind]);
  }
  if (target === undefined) args.uint8(0);
  else if (target === "unknown") args.uint8(1);
  else writeReference(args.uint8(2), target);
}

/** @param {FormatWriter} args @param {Party[]} parties */
function writeParties(args, ...parties) {
  for (const { userId, identityKey } of parties) args.uint64(userId).opaque(identityKey);
  return args;
}

// Results

/** @param {FormatReader} result @returns {Reference} */
const readReference = (result) =>
  ({ authorId: result.uint64(), clientId: result.opaque(), headerHash: result.opaque() });

/** @param {FormatReader} result */
const readHeader = (result) => ({
  clientId: result.opaque(),
  senderId: result.uint64(),
  senderDeviceId: result.uint64(),
  counter: result.uint64(),
  rosterVersion: result.uint64(),
  sentAt: result.uint64(),
  kind: /** @type {Kind} */ (KIND_NAMES[result.uint8()]),
  refersTo: result.flag() ? readReference(result) : undefined,
});
