// What the tests of Chromium do in a page: people with the devices of the product, and entries as a server has them.
import { CryptoClient } from "./Web/crypto/client.js";
import { missing, whatIsNeeded } from "./Web/crypto/support.js";

const MADE_AT = "1800000000000";
const bytesOf = (text) => new TextEncoder().encode(text);
const textOf = (bytes) => new TextDecoder().decode(bytes);
const newClientId = () => crypto.getRandomValues(new Uint8Array(16));

/** An error as Python can have it. */
const outcome = (promise) => promise.then(() => "done", (error) => `${error.name}: ${error.message}`);

const people = new Map();

/** A new account with one device, in a Worker of its own. */
async function newPerson(userId, deviceId, bits = 2048) {
  const client = new CryptoClient();
  const { device } = client;
  const account = await device.createAccount({ userId, madeAt: MADE_AT, contents: bytesOf(`of ${userId}`) });
  const claim = await device.create({ userId, deviceId, bits });
  const certificate = await device.certify({ claim, issuedAt: MADE_AT });
  const person = { client, device, userId, deviceId, account, record: { ...claim, certificate } };
  people.set(userId, person);
  return person;
}

const rosterOf = (...members) => ({
  version: "1",
  devices: members.map(({ record }) => record),
  identityKeys: members.map(({ userId, account }) => ({ userId, key: account.identityKey })),
});

const draftOf = (text) => ({ clientId: newClientId(), kind: "message", sentAt: MADE_AT, content: bytesOf(text) });

async function sealed(person, chatId, roster, text, row) {
  const draft = draftOf(text);
  const { content, counter, reference } = await person.device.seal({ chatId, roster, draft, row });
  const place = { senderId: person.userId, senderDeviceId: person.deviceId, clientId: draft.clientId, kind: "message" };
  return { chatId, roster, content, place, sender: person.record, identityKey: person.account.identityKey, counter,
    reference };
}

function open(person, entry, row) {
  const { chatId, roster, content, place, sender, identityKey } = entry;
  return person.device.open({ chatId, roster, content, place, sender, identityKey, row });
}

/** Everything that IndexedDB has, as it stands there. */
async function stored(table) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("martlet-e2ee");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise((resolve) => {
    const request = database.transaction(table).objectStore(table).getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return rows;
}

/** What a Worker of the tests answers; the Worker ends then. */
const askWorker = (script, message, seconds) => new Promise((resolve, reject) => {
  const worker = new Worker(script, { type: "module" });
  const end = (settle, value) => {
    clearTimeout(timer);
    worker.terminate();
    settle(value);
  };
  // A module whose stack was overwritten may run for ever.
  const timer = setTimeout(() => end(resolve, "no answer"), seconds * 1000);
  worker.onmessage = ({ data }) => end(resolve, data);
  worker.onerror = (event) => end(reject, new Error(event.message));
  worker.postMessage(message);
});

window.page = {
  support: () => ({ missing: missing(), sentence: whatIsNeeded() ?? null }),

  connect: () => outcome((async () => new CryptoClient())()),

  /** What is said of calls to a Worker that cannot be loaded, and to one that was closed while it was asked. */
  async ended() {
    const lost = new CryptoClient(new URL("./nothing.js", location.href));
    const closed = new CryptoClient();
    const asked = outcome(closed.device.checkRecoveryKey("A"));
    closed.close();
    return [
      await outcome(lost.device.checkRecoveryKey("A")), await outcome(lost.device.checkRecoveryKey("A")),
      await asked, await outcome(closed.device.checkRecoveryKey("A")),
    ];
  },

  /** Two people say something to each other; then all that a server or a thief may try. */
  async talk() {
    const [alice, bob] = [await newPerson("11", "111"), await newPerson("22", "222", 3072)];
    const roster = rosterOf(alice, bob);
    const entry = await sealed(alice, "5", roster, "hé🐦");
    const opened = await open(bob, entry);
    const answer = await sealed(bob, "5", roster, "you too");
    const { content, ...rest } = entry;
    const ciphertext = content.ciphertext.slice();
    ciphertext[ciphertext.length - 1] ^= 1;
    return {
      text: textOf(opened.content),
      answer: textOf((await open(alice, answer)).content),
      rosterDiffers: opened.rosterDiffers,
      counters: [entry.counter, answer.counter],
      changed: await outcome(open(bob, { ...rest, content: { ...content, ciphertext } })),
      replayed: await outcome(open(bob, entry)),
      numbers: new Set([
        await alice.device.safetyNumber(...[alice, bob].map(partyOf)),
        await bob.device.safetyNumber(...[bob, alice].map(partyOf)),
      ]).size,
    };
  },

  /** A new account and device, which other pages may load. */
  async create(userId, deviceId) {
    const person = await newPerson(userId, deviceId);
    return toJSON({ account: person.account, record: person.record });
  },

  async load(userId, deviceId, kept) {
    const client = new CryptoClient();
    await client.device.load({ userId, deviceId });
    people.set(userId, { client, device: client.device, userId, deviceId, ...fromJSON(kept) });
  },

  /** Seals as many texts at once; gives their counters. */
  async sealMany(userId, chatId, count) {
    const person = people.get(userId);
    const entries = Array.from({ length: count }, (_, index) =>
      sealed(person, chatId, rosterOf(person), `${index}`));
    return (await Promise.all(entries)).map(({ counter }) => counter);
  },

  /** Seals for oneself, and gives what a server would have of it. */
  async sealOne(userId, chatId, text, row) {
    const person = people.get(userId);
    return toJSON(await sealed(person, chatId, rosterOf(person), text, row));
  },

  async openOne(userId, entry, row) {
    return textOf((await open(people.get(userId), fromJSON(entry), row)).content);
  },

  openAgain: (userId, entry) => outcome(open(people.get(userId), fromJSON(entry))),

  async readRow(userId, place) {
    const row = await people.get(userId).device.readRow({ place });
    return row === undefined ? null : textOf(row.content);
  },

  outcomeOf: (userId, method, ...parameters) => outcome(people.get(userId).device[method](...parameters)),

  /** How many rows of each table are left. */
  async forget(userId) {
    await people.get(userId).device.forget({ userId });
    return Promise.all(["identities", "devices", "states", "rows"].map(async (table) => (await stored(table)).length));
  },

  /** What becomes of trying to export each key that is stored. */
  async exports() {
    const keys = [...await stored("identities"), ...await stored("devices")].flatMap(Object.values)
      .filter((value) => value instanceof CryptoKey);
    const formats = { private: ["pkcs8", "jwk"], secret: ["raw", "jwk"] };
    return Promise.all(keys.flatMap((key) => formats[key.type].map((format) =>
      crypto.subtle.exportKey(format, key).then(() => "exported", (error) => error.name))));
  },

  /** Whether some bytes of a text stand anywhere in what is stored. */
  async isStoredOpenly(text) {
    const [wanted, seen] = [bytesOf(text).join(","), []];
    for (const table of ["states", "rows"]) for (const row of await stored(table)) seen.push(row.join(","));
    return { rows: seen.length, found: seen.some((row) => row.includes(wanted)) };
  },

  /** A backup, restored by a second device of the account. */
  async restore() {
    const { account, userId, device } = await newPerson("33", "331");
    const client = new CryptoClient();
    const what = {
      userId, identityKey: account.identityKey, recoveryKey: account.recoveryKey, backup: account.backup, seen: "1",
    };
    const restored = await client.device.restoreAccount(what);
    const claim = await client.device.create({ userId, deviceId: "332" });
    const record = { ...claim, certificate: await client.device.certify({ claim, issuedAt: MADE_AT }) };
    await device.checkCertificate({ identityKey: account.identityKey, record });
    const renewed = await client.device.renewBackup({ ...what, madeAt: MADE_AT, contents: bytesOf("more") });
    const again = await device.restoreAccount({ ...what, backup: renewed.backup, seen: renewed.counter });
    return {
      contents: textOf(restored.contents), renewed: textOf(again.contents), counter: again.counter,
      old: await outcome(device.restoreAccount({ ...what, seen: renewed.counter })),
    };
  },

  /** A file goes through the Worker chunk by chunk. */
  async file(count) {
    const { device } = await newPerson("44", "441");
    const content = new Uint8Array(count).map((_, index) => index % 251);
    const { file, chunkCount } = await device.beginSealingFile(String(count));
    const pieces = [];
    for (let index = 0; index < Number(chunkCount); index++) {
      pieces.push(await device.sealChunk(file, content.slice(65_536 * index, 65_536 * (index + 1))));
    }
    const opening = await device.beginOpeningFile(await device.finishSealingFile(file));
    let [position, same] = [0, true];
    for (const piece of pieces) {
      for (const byte of await device.openChunk(opening.file, piece)) same &&= byte === content[position++];
    }
    await device.finishOpeningFile(opening.file);
    return { pieces: pieces.length, same: same && position === count };
  },

  /** Milliseconds that each of `count` messages takes, as a page calls it. */
  async bench(count) {
    const [alice, bob] = [await newPerson("51", "511"), await newPerson("52", "521")];
    const roster = rosterOf(alice, bob);
    const times = { seal: [], open: [] };
    for (let round = 0; round < count; round++) {
      const start = performance.now();
      const entry = await sealed(alice, "5", roster, "a message of the usual length, which is not long");
      const middle = performance.now();
      await open(bob, entry);
      times.seal.push(middle - start);
      times.open.push(performance.now() - middle);
    }
    return times;
  },

  askWorker,
};

const partyOf = ({ userId, account }) => ({ userId, identityKey: account.identityKey });

/** Bytes do not go through Python by themselves. */
const toJSON = (value) => JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? { b: [...one] } : one));
const fromJSON = (text) => JSON.parse(text, (_, one) => (Array.isArray(one?.b) ? Uint8Array.from(one.b) : one));
