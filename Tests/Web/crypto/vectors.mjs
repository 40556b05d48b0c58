// Holds a core against Tests/Vectors/encryption.json: in node, and in a Worker of a browser. What needs the parts that no
// operation shows (derivations, keys in between), the tests in Swift do.
import { FormatWriter } from "../../../Web/crypto/format.js";

const hex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const toText = (bytes) => new TextDecoder().decode(bytes);
const KINDS = { 1: "chat", 2: "message", 3: "edit", 5: "reaction" };

/** A state that knows these counters of one device (docs/encryption.md). */
function stateOf(chatId, deviceId, ranges) {
  if (ranges === "") return new Uint8Array();
  const counters = new FormatWriter();
  for (const range of ranges.split(" ")) for (const counter of range.split("-")) counters.uint64(counter);
  const sender = new FormatWriter().uint64(deviceId).uint16(counters.bytes.length).fixed(counters.bytes);
  return new FormatWriter().uint8(1).uint64(chatId).uint64("1")
    .uint8(sender.bytes.length >> 16).uint16(sender.bytes.length & 0xffff).fixed(sender.bytes).bytes;
}

const referenceOf = (reference) =>
  ({ ...reference, clientId: hex(reference.clientId), headerHash: hex(reference.headerHash) });

const placeOf = ({ isCopy, senderId, clientId, senderDeviceId, kind, target }) => ({
  isCopy, senderId, clientId: clientId === null ? undefined : hex(clientId),
  senderDeviceId: senderDeviceId ?? undefined, kind: KINDS[kind],
  target: target === null ? undefined : target === "unknown" ? target : referenceOf(target),
});

const recordOf = (device) => ({
  ...device, signingKey: hex(device.signingKey), encryptionKey: hex(device.encryptionKey),
  certificate: hex(device.certificate),
});

/** Each gives what is to be compared: pairs of what there is and what there should be. */
const CHECKS = {
  async devices({ operations }, device) {
    return [[toHex(await operations.checkCertificate(hex(device.identityKey), recordOf(device))),
      device.certificateHash]];
  },

  async rosters({ operations, all }, roster) {
    const devices = roster.devices.map((id) => all.devices.find(({ deviceId }) => deviceId === id));
    const { hash, deviceIds } = await operations.checkRoster({
      version: "1", devices: devices.map(recordOf),
      identityKeys: devices.map(({ userId, identityKey }) => ({ userId, key: hex(identityKey) })),
    });
    return [[toHex(hash), roster.hash], [deviceIds.length, roster.devices.length]];
  },

  async openings({ operations, devices }, opening) {
    const { chatId } = opening.place;
    const opened = await operations.open({
      chatId, state: stateOf(chatId, opening.sender?.deviceId ?? opening.place.senderDeviceId, opening.counters),
      device: await devices(opening.recipient),
      content: {
        ciphertext: hex(opening.envelope), rosterVersion: "1",
        keys: opening.keys.map(({ deviceId, key }) => ({ deviceId, key: hex(key) })),
      },
      place: placeOf(opening.place), sender: opening.sender ? recordOf(opening.sender) : undefined,
      identityKey: opening.identityKey === null ? undefined : hex(opening.identityKey),
    });
    const after = stateOf(chatId, opening.sender.deviceId, opening.countersAfter);
    return [
      [toHex(opened.content), opening.opened.content], [toHex(opened.headerHash), opening.opened.headerHash],
      [opened.missingCounterCount, opening.opened.missingCounters],
      [opened.isTargetCompared, opening.opened.isTargetCompared], [toHex(opened.state), toHex(after)],
    ];
  },

  async states({ operations, all, devices }, { chatId, state }) {
    // It is looked at first; then there is no envelope.
    const none = { ciphertext: new Uint8Array(), rosterVersion: "1", keys: [] };
    const opening = operations.open({
      chatId, state: hex(state), device: await devices(all.devices[0].deviceId), content: none,
      place: { senderId: "1", senderDeviceId: "2", clientId: new Uint8Array(16), kind: "message" },
    });
    const cause = await opening.catch((error) => error.cause);
    // No bytes at all are the state of a chat that is new to the device.
    if (cause === "envelope.truncated") return state === "" ? undefined : [];
    return opening;
  },

  async passwords({ operations }, { password, salt, iterations, authentication }) {
    return [[(await operations.stretchPassword(password, hex(salt), iterations)).authentication, authentication]];
  },

  async wrappedKeys({ operations, primitives, all }, vector) {
    const { userId, deviceId, purpose } = vector;
    const kek = await primitives.importKey(hex(vector.kek));
    const wrapped = hex(vector.wrapped);
    if (purpose === 3) return (await operations.openAccountKey(kek, userId, wrapped), []);
    const [signing, encryption, , storage] = all.wrappedKeys.slice(0, 4).map((one) => hex(one.wrapped));
    const slot = { 1: "signing", 2: "encryption", 4: "storage" }[purpose];
    await operations.openDeviceKeys(kek, userId, deviceId, { signing, encryption, storage, [slot]: wrapped });
    return [];
  },

  async rows({ operations, primitives }, { storageKey, place, row, sealed }) {
    const key = await primitives.importKey(hex(storageKey));
    return [[toHex(await operations.openRow(key, toText(hex(place)), hex(sealed))), row]];
  },

  async files({ operations }, { secret, uploaded, size }) {
    if (!uploaded) return undefined;
    const { file } = await operations.beginOpeningFile(hex(secret));
    const pieces = hex(uploaded);
    let position = 0;
    let same = true;
    try {
      for (let start = 0; start < Math.max(pieces.length, 1); start += 65_552) {
        const chunk = await operations.openChunk(file, pieces.slice(start, start + 65_552));
        for (const byte of chunk) same &&= byte === position++ % 251;
      }
      await operations.finishOpeningFile(file);
    } finally {
      await operations.endFile(file);
    }
    return [[same, true], [String(position), size]];
  },

  async recoveryKeys({ operations }, { text }) {
    return (await operations.checkRecoveryKey(text), []);
  },

  async backups({ operations, all }, vector) {
    const recoveryKey = all.recoveryKeys.find(({ key }) => key === vector.recoveryKey)?.text;
    // Its text is not among the vectors.
    if (!recoveryKey) return undefined;
    const opened = await operations.openBackup({
      recoveryKey, userId: vector.userId, backup: hex(vector.backup), seen: vector.counterSeen,
    });
    return [[toHex(opened.contents), vector.contents], [opened.counter, vector.counter],
      [opened.madeAt, vector.madeAt]];
  },

  async safetyNumbers({ operations }, { parties, number, code }) {
    const [one, other] = parties.map(({ userId, identityKey }) => ({ userId, identityKey: hex(identityKey) }));
    return [[await operations.safetyNumber(one, other), number],
      [toHex(await operations.safetyCode(other, one)), code]];
  },

  async safetyCodes({ operations }, { own, scanned }) {
    const bytes = hex(own);
    const party = (start) => ({
      userId: new DataView(bytes.buffer).getBigUint64(start).toString(),
      identityKey: bytes.slice(start + 8, start + 40),
    });
    return (await operations.compareSafetyCode(party(1), party(41), hex(scanned)), []);
  },
};

export const LISTS = Object.keys(CHECKS);

/**
 * @param host with `operations`, `primitives` and `adopt(pkcs8, kind)`, which gives the handle of a private key
 * @param {any} all the file
 * @param {string} list of it
 */
export async function check({ operations, primitives, adopt }, all, list) {
  const handles = new Map();
  const devices = async (id) => {
    const device = all.devices.find(({ deviceId }) => deviceId === id);
    if (!handles.has(id)) {
      handles.set(id, {
        userId: device.userId, deviceId: id,
        signingKey: await adopt(hex(`302e020100300506032b657004220420${device.signingSeed}`), "signing"),
        encryptionKey: await adopt(hex(device.encryptionPrivateKey), "unwrapping"),
      });
    }
    return handles.get(id);
  };
  const result = { checked: 0, outOfScope: 0, failures: [] };
  for (const vector of all[list]) {
    const name = vector.name ?? JSON.stringify(vector).slice(0, 60);
    let cause = null;
    const pairs = await CHECKS[list]({ operations, primitives, all, devices }, vector).catch((error) => {
      cause = error.name === "Refusal" ? error.cause : `${error.name}: ${error.message}`;
      return [];
    });
    if (pairs === undefined) {
      result.outOfScope++;
      continue;
    }
    result.checked++;
    const wanted = vector.cause ?? null;
    if (cause !== wanted) result.failures.push(`${name}: ${cause} instead of ${wanted}`);
    for (const [found, right] of pairs) if (found !== right) result.failures.push(`${name}: ${found} for ${right}`);
  }
  return result;
}
