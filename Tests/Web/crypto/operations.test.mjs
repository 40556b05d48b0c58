// Every operation of the core in node: there and back, and what is refused and why.
import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import { Operations } from "../../../Web/crypto/operations.js";
import { newCore } from "./core.mjs";
import { Chat, Person, newClientId, textOf } from "./people.mjs";

const core = newCore();
const operations = new Operations(core);
const alice = await Person.make(operations, 2);
const bob = await Person.make(operations);
const bytesOf = (text) => new TextEncoder().encode(text);
const refused = (promise, cause) => assert.rejects(promise, { name: "Refusal", cause });
const changed = (bytes, index = bytes.length - 1) => {
  const other = bytes.slice();
  other[index] ^= 1;
  return other;
};

test("hashing is that of node", async () => {
  for (const count of [0, 1, 55, 56, 63, 64, 65, 1_000, 70_000]) {
    const bytes = new Uint8Array(count).map((_, index) => index * 7);
    assert.deepEqual(Buffer.from(await operations.sha256(bytes)), createHash("sha256").update(bytes).digest());
    const key = bytes.subarray(0, 100);
    assert.deepEqual(
      Buffer.from(await operations.hmacSHA256(key, bytes)), createHmac("sha256", key).update(bytes).digest());
  }
});

test("each device of a chat opens what one of them seals", async () => {
  const chat = new Chat(alice, bob);
  const entry = await chat.seal(alice, chat.draft("hé🐦"));
  assert.equal(entry.counter, "1");
  for (const [person, device] of [[alice, alice.devices[1]], [bob, bob.devices[0]]]) {
    const opened = await chat.open(entry, person, {}, device);
    assert.equal(textOf(opened.content), "hé🐦");
    assert.deepEqual(opened.headerHash, entry.reference.headerHash);
    assert.equal(opened.rosterDiffers, false);
    assert.equal(opened.missingCounterCount, "0");
    assert.equal(opened.header.senderDeviceId, alice.devices[0].local.deviceId);
  }
});

test("a reaction names what it is about", async () => {
  const chat = new Chat(alice, bob);
  const { reference } = await chat.seal(alice, chat.draft("one"));
  const reaction = await chat.seal(bob, chat.draft("👍", { kind: "reaction", refersTo: reference }));
  const opened = await chat.open(reaction, alice);
  assert.deepEqual(opened.header.refersTo, reference);
  assert.equal(opened.isTargetCompared, true);
  const unknown = await chat.open(reaction, alice, { place: { ...reaction.place, target: "unknown" } },
    alice.devices[1]);
  assert.equal(unknown.isTargetCompared, false);
  const other = { ...reference, headerHash: changed(reference.headerHash) };
  await refused(
    operations.open({
      chatId: chat.chatId, state: new Uint8Array(), device: alice.devices[0].local, content: reaction.content,
      place: { ...reaction.place, target: other }, sender: reaction.sender, identityKey: reaction.identityKey,
    }), "place.target");
});

test("a message that is sealed again keeps its counter", async () => {
  const chat = new Chat(alice, bob);
  const draft = chat.draft("again");
  const { counter } = await chat.seal(alice, draft);
  assert.equal((await chat.seal(alice, { ...draft, counter })).counter, counter);
  assert.equal((await chat.seal(alice, chat.draft("next"))).counter, "2");
});

test("missing messages are told", async () => {
  const chat = new Chat(alice, bob);
  const entries = [];
  for (const text of ["1", "2", "3", "4"]) entries.push(await chat.seal(alice, chat.draft(text)));
  await chat.open(entries[0], bob);
  assert.equal((await chat.open(entries[3], bob)).missingCounterCount, "2");
});

test("what a server may do to a message is refused with its cause", async () => {
  const chat = new Chat(alice, bob);
  const entry = await chat.seal(alice, chat.draft("secret"));
  const { content, place } = entry;
  const [{ deviceId, key }] = content.keys.filter((one) => one.deviceId === bob.devices[0].local.deviceId);
  const cases = {
    "place.client_id": { place: { ...place, clientId: newClientId() } },
    "place.sender": { place: { ...place, senderId: bob.userId } },
    "place.device": { place: { ...place, senderDeviceId: alice.devices[1].local.deviceId } },
    "place.kind": { place: { ...place, kind: "chat" } },
    "certificate.missing": { sender: undefined },
    "certificate.signature": { identityKey: bob.identity.publicKey },
    "envelope.signature": { content: { ...content, ciphertext: changed(content.ciphertext), keys: [] } },
    "envelope.truncated": { content: { ...content, ciphertext: content.ciphertext.subarray(0, 40) } },
    "envelope.trailing_bytes": { content: { ...content, ciphertext: Uint8Array.of(...content.ciphertext, 0) } },
    "key.missing": { content: { ...content, keys: [] } },
    "key.unwrap": { content: { ...content, keys: [{ deviceId, key: changed(key) }] } },
  };
  for (const [cause, fields] of Object.entries(cases)) await refused(chat.open(entry, bob, fields), cause);
  await chat.open(entry, bob);
  await refused(chat.open(entry, bob), "counter.replayed");
});

test("a roster holds with all of its certificates or not at all", async () => {
  const { roster } = new Chat(alice, bob);
  const { deviceIds } = await operations.checkRoster(roster);
  assert.deepEqual(deviceIds, roster.devices.map((device) => device.deviceId));
  const [first, ...rest] = roster.devices;
  await refused(
    operations.checkRoster({ ...roster, devices: [{ ...first, certificate: changed(first.certificate) }, ...rest] }),
    "certificate.signature");
  await refused(operations.checkRoster({ ...roster, identityKeys: [] }), "certificate.missing");
});

test("a certificate holds for its device alone", async () => {
  const [{ record }] = alice.devices;
  const hash = await operations.checkCertificate(alice.identity.publicKey, record);
  assert.deepEqual(Buffer.from(hash), createHash("sha256").update(record.certificate).digest());
  for (const [cause, fields] of Object.entries({
    "certificate.user_id": { userId: bob.userId },
    "certificate.device_id": { deviceId: bob.devices[0].local.deviceId },
    "certificate.signing_key": { signingKey: bob.devices[0].record.signingKey },
    "certificate.encryption_key": { encryptionKey: bob.devices[0].record.encryptionKey },
  })) await refused(operations.checkCertificate(alice.identity.publicKey, { ...record, ...fields }), cause);
});

test("a password gives what is sent, and what keys are wrapped under", async () => {
  const salt = new Uint8Array(16).fill(7);
  const { authentication, kek } = await operations.stretchPassword("correct horse", salt, 600_000);
  assert.match(authentication, /^[A-Za-z0-9+/]{43}=$/);
  const composed = await operations.stretchPassword("Ame\u0301lie", salt, 600_000);
  assert.equal((await operations.stretchPassword("Am\u00e9lie", salt, 600_000)).authentication,
    composed.authentication);
  await refused(operations.stretchPassword("p", salt, 599_999), "password.iterations");
  await refused(operations.stretchPassword("p", salt.subarray(1), 600_000), "password.salt");

  const { wrapped } = await operations.generateDeviceKeys(2048, "8", { kek, userId: "7" });
  const opened = await operations.openDeviceKeys(kek, "7", "8", wrapped);
  assert.equal(new Set(Object.values(opened)).size, 3);
  await refused(operations.openDeviceKeys(kek, "7", "9", wrapped), "wrapped_key.device_id");
  await refused(operations.openDeviceKeys(composed.kek, "7", "8", wrapped), "wrapped_key.key");
  await refused(
    operations.openDeviceKeys(kek, "7", "8", { ...wrapped, signing: wrapped.storage }), "wrapped_key.purpose");

  const account = await operations.generateAccountKey();
  const wrappedKey = await operations.wrapAccountKey(kek, "7", account.privateKey);
  const identityKey = await operations.openAccountKey(kek, "7", wrappedKey);
  const { record } = alice.devices[0];
  const certificate = await operations.issueCertificate(identityKey, account.publicKey, record, "1");
  await operations.checkCertificate(account.publicKey, { ...record, certificate });
  await refused(operations.issueCertificate(identityKey, alice.identity.publicKey, record, "1"),
    "certificate.signature");
});

test("a backup is opened with the recovery key", async () => {
  const recoveryKey = await operations.generateRecoveryKey();
  assert.match(recoveryKey, /^([A-Z2-7]{4}-){13}[A-Z2-7]{4}$/);
  await operations.checkRecoveryKey(recoveryKey.toLowerCase().replaceAll("-", " "));
  await refused(operations.checkRecoveryKey(recoveryKey.slice(1)), "recovery_key.length");
  await refused(operations.checkRecoveryKey(recoveryKey.replace(/^./, "9")), "recovery_key.letter");
  const letter = recoveryKey[0] === "A" ? "B" : "A";
  await refused(operations.checkRecoveryKey(recoveryKey.replace(/^./, letter)), "recovery_key.checksum");

  const { userId, identity } = alice;
  const backup = await operations.sealBackup({
    recoveryKey, userId, identityKey: identity.privateKey, counter: "4", madeAt: "1800000000000",
    contents: bytesOf("contents"),
  });
  const opened = await operations.openBackup({ recoveryKey, userId, backup, seen: "4" });
  assert.equal(textOf(opened.contents), "contents");
  assert.deepEqual([opened.counter, opened.madeAt], ["4", "1800000000000"]);
  const certificate = await operations.issueCertificate(
    opened.identityKey, identity.publicKey, alice.devices[0].record, "1");
  await operations.checkCertificate(identity.publicKey, { ...alice.devices[0].record, certificate });
  await refused(operations.openBackup({ recoveryKey, userId, backup, seen: "5" }), "backup.counter");
  await refused(operations.openBackup({ recoveryKey, userId: bob.userId, backup, seen: "0" }), "backup.user_id");
  await refused(
    operations.openBackup({ recoveryKey, userId, backup: changed(backup), seen: "0" }), "backup.contents");
});

test("both people see the same number and the same picture", async () => {
  const [one, other] = [alice, bob].map(({ userId, identity }) => ({ userId, identityKey: identity.publicKey }));
  const number = await operations.safetyNumber(one, other);
  assert.match(number, /^\d{60}$/);
  assert.equal(await operations.safetyNumber(other, one), number);
  const code = await operations.safetyCode(one, other);
  await operations.compareSafetyCode(other, one, code);
  await refused(operations.compareSafetyCode(one, other, changed(code)), "safety_code.key");
  await refused(operations.compareSafetyCode(one, other, changed(code, 0)), "safety_code.version");
  await refused(operations.compareSafetyCode(one, { ...other, userId: "1" }, code), "safety_code.parties");
});

test("a row opens in its place alone", async () => {
  const [{ storageKey }] = alice.devices;
  const row = await operations.sealRow(storageKey, "message/1", bytesOf("words"));
  assert.equal(textOf(await operations.openRow(storageKey, "message/1", row)), "words");
  await refused(operations.openRow(storageKey, "message/2", row), "row.sealed");
  await refused(operations.openRow(bob.devices[0].storageKey, "message/1", row), "row.sealed");
  await refused(operations.openRow(storageKey, "message/1", row.subarray(0, 20)), "row.truncated");
});

async function sealedFile(content) {
  const { file, chunkCount, uploadSize } = await operations.beginSealingFile(String(content.length));
  const pieces = [];
  for (let index = 0; index < Number(chunkCount); index++) {
    pieces.push(await operations.sealChunk(file, content.slice(index * 65_536, (index + 1) * 65_536)));
  }
  const secret = await operations.finishSealingFile(file);
  assert.equal(pieces.reduce((sum, piece) => sum + piece.length, 0), Number(uploadSize));
  return { secret, pieces, file };
}

test("a file goes chunk by chunk, and from its middle", async () => {
  for (const count of [0, 1, 65_536, 200_000]) {
    const content = new Uint8Array(count).map((_, index) => index % 251);
    const { secret, pieces } = await sealedFile(content);
    const { file, size } = await operations.beginOpeningFile(secret);
    assert.equal(Number(size), count);
    const chunks = [];
    for (const piece of pieces) chunks.push(await operations.openChunk(file, piece));
    await operations.finishOpeningFile(file);
    assert.deepEqual(Buffer.concat(chunks), Buffer.from(content));
    const last = pieces.length - 1;
    assert.deepEqual(await operations.openPiece(secret, String(last), pieces[last]), chunks[last]);
  }
});

test("a file that was changed, cut or mixed up is refused", async () => {
  const { secret, pieces } = await sealedFile(new Uint8Array(150_000));
  const begin = async () => (await operations.beginOpeningFile(secret)).file;
  let file = await begin();
  await refused(operations.openChunk(file, pieces[1]), "file.chunk");
  await refused(operations.openChunk(file, changed(pieces[0])), "file.chunk");
  await refused(operations.openChunk(file, pieces[0].subarray(1)), "file.length");
  await operations.openChunk(file, pieces[0]);
  await refused(operations.finishOpeningFile(file), "file.length");
  await refused(operations.openChunk(file, pieces[1]), "call.file");
  const other = secret.slice();
  other[other.length - 1] ^= 1;
  ({ file } = await operations.beginOpeningFile(other));
  for (const piece of pieces) await operations.openChunk(file, piece);
  await refused(operations.finishOpeningFile(file), "file.hash");
  await refused(operations.beginSealingFile(String(2 ** 34 + 1)), "file.too_large");
});

test("files that nobody ends are limited", async () => {
  const begun = [];
  for (let index = 0; index < 16; index++) begun.push((await operations.beginSealingFile("1")).file);
  await refused(operations.beginSealingFile("1"), "call.files");
  for (const file of begun) await operations.endFile(file);
  await operations.endFile((await operations.beginSealingFile("1")).file);
});

test("a call that fails leaves no key behind", async () => {
  const { keys } = core.primitives;
  const { kek } = await operations.stretchPassword("p", new Uint8Array(16), 600_000);
  const { wrapped } = await operations.generateDeviceKeys(2048, "8", { kek, userId: "7" });
  const count = keys.count;
  // Two keys are open when the third is refused.
  await refused(
    operations.openDeviceKeys(kek, "7", "8", { ...wrapped, storage: changed(wrapped.storage) }), "wrapped_key.key");
  assert.equal(keys.count, count);
});
