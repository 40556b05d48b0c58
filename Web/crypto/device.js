/**
 * One device of one account, in the Worker: its keys, what it keeps, and what it seals and opens. Private keys never
 * leave it. What pages call it by, `client.js` says.
 *
 * Whatever changes the state of a chat is done alone, among all pages of this browser, and is on disk before its result
 * is handed out: no counter is used twice, and nothing that was opened is lost.
 */

import { NotStored } from "./errors.js";
import { Operations } from "./operations.js";
import { packed, unpacked } from "./packing.js";
import { alone } from "./store.js";

/** @typedef {import("./operations.js").Claim} Claim */
/** @typedef {import("./operations.js").Draft} Draft */
/** @typedef {import("./operations.js").Party} Party */
/** @typedef {import("./operations.js").Roster} Roster */
/** @typedef {import("./store.js").Row} Row */
/** @typedef {{userId: string, deviceId: string}} Ids */

/**
 * What is stored of a device.
 * @typedef {object} StoredDevice
 * @property {CryptoKey} signingKey
 * @property {CryptoKey} encryptionKey
 * @property {CryptoKey} storageKey
 * @property {{signingKey: Uint8Array, encryptionKey: Uint8Array}} publicKeys
 */

/** In front of the keys of one device in the store. @param {Ids} ids */
const prefixOf = ({ userId, deviceId }) => `${userId}/${deviceId}/`;

export class Device {
  #core;
  #operations;
  #store;
  /** @type {import("./operations.js").LocalDevice | undefined} */
  #local;
  /** @type {number | undefined} */
  #storageKey;

  /** @param {import("./core.js").Core} core @param {import("./store.js").Store} store */
  constructor(core, store) {
    this.#core = core;
    this.#operations = new Operations(core);
    this.#store = store;
  }

  // The account

  /**
   * What is sent to the server in the password's place. What keys would be wrapped under is forgotten: here they are
   * kept as keys that cannot be exported.
   * @param {{password: string, salt: Uint8Array, iterations: number}} what
   */
  async stretchPassword({ password, salt, iterations }) {
    const { authentication, kek } = await this.#operations.stretchPassword(password, salt, iterations);
    this.#keys.forget(kek);
    return { authentication };
  }

  /**
   * A new account's identity key. It is in the backup before it is stored, for then it cannot be exported any more.
   * @param {{userId: string, madeAt: string, contents: Uint8Array}} what
   * @returns {Promise<{identityKey: Uint8Array, recoveryKey: string, backup: Uint8Array}>}
   */
  async createAccount({ userId, madeAt, contents }) {
    const { privateKey, publicKey } = await this.#operations.generateAccountKey();
    const recoveryKey = await this.#operations.generateRecoveryKey();
    const backup = await this.#operations.sealBackup({
      recoveryKey, userId, identityKey: privateKey, counter: "1", madeAt, contents,
    });
    await this.#keepAccount(userId, privateKey, publicKey);
    return { identityKey: publicKey, recoveryKey, backup };
  }

  /**
   * @param {{userId: string, identityKey: Uint8Array, recoveryKey: string, backup: Uint8Array, seen: string}} what
   *   `identityKey`: the public one, as the server has it; `seen`: the highest counter that this device has seen
   */
  async restoreAccount({ userId, identityKey, recoveryKey, backup, seen }) {
    const opened = await this.#operations.openBackup({ recoveryKey, userId, backup, seen });
    await this.#keepAccount(userId, opened.identityKey, identityKey);
    const { counter, madeAt, contents } = opened;
    return { counter, madeAt, contents };
  }

  /**
   * The next backup, with other contents.
   * @param {{userId: string, recoveryKey: string, backup: Uint8Array, seen: string, madeAt: string,
   *   contents: Uint8Array}} what `backup`: the one before
   */
  async renewBackup({ userId, recoveryKey, backup, seen, madeAt, contents }) {
    const { identityKey, counter } = await this.#operations.openBackup({
      recoveryKey, userId, backup, seen, resealable: true,
    });
    const next = (BigInt(counter) + 1n).toString();
    try {
      const renewed = await this.#operations.sealBackup({
        recoveryKey, userId, identityKey, counter: next, madeAt, contents,
      });
      return { backup: renewed, counter: next };
    } finally {
      this.#keys.forget(identityKey);
    }
  }

  /** @param {string} userId @param {number} handle @param {Uint8Array} publicKey */
  async #keepAccount(userId, handle, publicKey) {
    const privateKey = await this.#primitives.lasting(handle);
    this.#keys.forget(handle);
    await this.#store.write({ table: "identities", key: `${userId}/`, value: { privateKey, publicKey } });
  }

  /**
   * Certifies a device of the account whose identity key is here. Whoever calls has compared its keys.
   * @param {{claim: Claim, issuedAt: string}} what
   */
  async certify({ claim, issuedAt }) {
    const account = await this.#stored("identities", `${claim.userId}/`, "the identity key of this account");
    const handle = this.#keys.add({ kind: "signing", key: account.privateKey });
    try {
      return await this.#operations.issueCertificate(handle, account.publicKey, claim, issuedAt);
    } finally {
      this.#keys.forget(handle);
    }
  }

  // The device

  /**
   * Makes keys, once for each device.
   * @param {Ids & {bits?: 2048 | 3072}} what
   * @returns {Promise<Claim>} to be certified, and published with the certificate
   */
  async create({ userId, deviceId, bits = 2048 }) {
    const made = await this.#operations.generateDeviceKeys(bits, deviceId);
    const publicKeys = { signingKey: made.signing.publicKey, encryptionKey: made.encryption.publicKey };
    /** @type {StoredDevice} */
    const value = {
      signingKey: await this.#primitives.lasting(made.signing.privateKey),
      encryptionKey: await this.#primitives.lasting(made.encryption.privateKey),
      storageKey: await this.#primitives.lasting(made.storageKey),
      publicKeys,
    };
    await this.#store.write({ table: "devices", key: prefixOf({ userId, deviceId }), value });
    this.#use({ userId, deviceId }, made.signing.privateKey, made.encryption.privateKey, made.storageKey);
    return { userId, deviceId, ...publicKeys };
  }

  /**
   * Takes up the keys of a device that was created in this browser.
   * @param {Ids} ids @returns {Promise<Claim>} rejected with `NotStored` when there are none
   */
  async load({ userId, deviceId }) {
    const stored = /** @type {StoredDevice} */ (
      await this.#stored("devices", prefixOf({ userId, deviceId }), "the keys of this device"));
    this.#use({ userId, deviceId }, this.#keys.add({ kind: "signing", key: stored.signingKey }),
      this.#keys.add({ kind: "unwrapping", key: stored.encryptionKey }),
      this.#keys.add({ kind: "symmetric", key: stored.storageKey }));
    return { userId, deviceId, ...stored.publicKeys };
  }

  /** Removes all that this browser has of an account, when it is logged out. @param {{userId: string}} what */
  async forget({ userId }) {
    if (this.#local?.userId === userId) this.#drop();
    await this.#store.forget(`${userId}/`);
  }

  /** @param {Ids} ids @param {number} signingKey @param {number} encryptionKey @param {number} storageKey */
  #use(ids, signingKey, encryptionKey, storageKey) {
    this.#drop();
    this.#local = { ...ids, signingKey, encryptionKey };
    this.#storageKey = storageKey;
  }

  #drop() {
    if (!this.#local) return;
    this.#keys.forget(this.#local.signingKey, this.#local.encryptionKey, this.#storageKey ?? 0);
    this.#local = undefined;
    this.#storageKey = undefined;
  }

  // Messages

  /**
   * @param {{chatId: string, roster: Roster, draft: Draft, row?: string}} what `row`: the place in the history where
   *   the draft is kept, with the state and before anything is sent
   */
  seal({ chatId, roster, draft, row }) {
    return this.#inChat(chatId, async (state, device) => {
      const { state: next, ...sealed } = await this.#operations.seal({ chatId, state, device, roster, draft });
      const { counter, reference } = sealed;
      return { next, result: sealed, kept: row && { row, value: { ...draft, counter, reference } } };
    });
  }

  /**
   * @param {{chatId: string, roster?: Roster, content: import("./operations.js").SealedContent,
   *   place: import("./operations.js").Place, sender?: import("./operations.js").DeviceRecord,
   *   identityKey?: Uint8Array, row?: string}} what `row`: the place in the history where what was opened is kept, with
   *   the state: it cannot be opened again
   */
  open({ chatId, row, ...what }) {
    return this.#inChat(chatId, async (state, device) => {
      const { state: next, ...opened } = await this.#operations.open({ chatId, state, device, ...what });
      return { next, result: opened, kept: row && { row, value: opened } };
    });
  }

  /**
   * Reads the state of a chat, has it changed and writes it down, with what is to be kept, in one transaction.
   * @template T
   * @param {string} chatId
   * @param {(state: Uint8Array, device: import("./operations.js").LocalDevice) =>
   *   Promise<{next: Uint8Array, result: T, kept?: "" | {row: string, value: any}}>} change
   * @returns {Promise<T>}
   */
  #inChat(chatId, change) {
    const device = this.#required;
    const key = `${prefixOf(device)}${chatId}`;
    return alone(key, async () => {
      const state = await this.#store.read("states", key) ?? new Uint8Array();
      const { next, result, kept } = await change(state, device);
      /** @type {Row[]} */
      const rows = [{ table: "states", key, value: next }];
      if (kept) rows.push(await this.#sealedRow(kept.row, kept.value));
      await this.#store.write(...rows);
      return result;
    });
  }

  // History

  /** @param {{place: string, value: any}} what plain objects, lists, texts, numbers and bytes */
  async writeRow({ place, value }) {
    await this.#store.write(await this.#sealedRow(place, value));
  }

  /** @param {{place: string}} what @returns {Promise<any>} undefined when there is none */
  async readRow({ place }) {
    const row = await this.#store.read("rows", prefixOf(this.#required) + place);
    return row && unpacked(await this.#operations.openRow(this.#storageKey ?? 0, place, row));
  }

  /** @param {string} place @param {any} value @returns {Promise<Row>} */
  async #sealedRow(place, value) {
    const key = prefixOf(this.#required) + place;
    const sealed = await this.#operations.sealRow(this.#storageKey ?? 0, place, packed(value));
    return { table: "rows", key, value: sealed };
  }

  // What needs no keys of this device

  /** @param {Roster} roster */
  checkRoster(roster) {
    return this.#operations.checkRoster(roster);
  }

  /** @param {{identityKey: Uint8Array, record: import("./operations.js").DeviceRecord}} what */
  checkCertificate({ identityKey, record }) {
    return this.#operations.checkCertificate(identityKey, record);
  }

  /** @param {string} recoveryKey */
  checkRecoveryKey(recoveryKey) {
    return this.#operations.checkRecoveryKey(recoveryKey);
  }

  /** @param {Party} one @param {Party} other */
  safetyNumber(one, other) {
    return this.#operations.safetyNumber(one, other);
  }

  /** @param {Party} one @param {Party} other */
  safetyCode(one, other) {
    return this.#operations.safetyCode(one, other);
  }

  /** @param {Party} one @param {Party} other @param {Uint8Array} scanned */
  compareSafetyCode(one, other, scanned) {
    return this.#operations.compareSafetyCode(one, other, scanned);
  }

  /** @param {string} size */
  beginSealingFile(size) {
    return this.#operations.beginSealingFile(size);
  }

  /** @param {number} file @param {Uint8Array} chunk */
  sealChunk(file, chunk) {
    return this.#operations.sealChunk(file, chunk);
  }

  /** @param {number} file */
  finishSealingFile(file) {
    return this.#operations.finishSealingFile(file);
  }

  /** @param {Uint8Array} secret */
  beginOpeningFile(secret) {
    return this.#operations.beginOpeningFile(secret);
  }

  /** @param {number} file @param {Uint8Array} piece */
  openChunk(file, piece) {
    return this.#operations.openChunk(file, piece);
  }

  /** @param {number} file */
  finishOpeningFile(file) {
    return this.#operations.finishOpeningFile(file);
  }

  /** @param {Uint8Array} secret @param {string} index @param {Uint8Array} piece */
  openPiece(secret, index, piece) {
    return this.#operations.openPiece(secret, index, piece);
  }

  /** @param {number} file */
  endFile(file) {
    return this.#operations.endFile(file);
  }

  // Details

  /** @param {import("./store.js").Table} table @param {string} key @param {string} name */
  async #stored(table, key, name) {
    const value = await this.#store.read(table, key);
    if (value === undefined) throw new NotStored(`${name}: not stored in this browser`);
    return value;
  }

  get #required() {
    if (!this.#local) throw new NotStored("no device was created or loaded");
    return this.#local;
  }

  get #primitives() {
    return /** @type {import("./webcrypto.js").WebCryptoPrimitives} */ (this.#core.primitives);
  }

  get #keys() {
    return this.#core.primitives.keys;
  }
}
