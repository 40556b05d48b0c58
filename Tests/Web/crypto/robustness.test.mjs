// What the core makes of arguments that no caller of ours writes, and what is left after the module broke down.
import assert from "node:assert/strict";
import { test } from "node:test";
import { importsOf } from "../../../Web/crypto/imports.js";
import { Operations } from "../../../Web/crypto/operations.js";
import { newCore } from "./core.mjs";
import { Chat, Person, textOf } from "./people.mjs";

const SEED = Number(process.env.MARTLET_SEED ?? Math.floor(Math.random() * 2 ** 32));
/** Random, and the same again with the same seed. */
const chance = (() => {
  let state = SEED;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
})();

/** Numbers of operations with arguments that are right, one of each. */
async function rightCalls() {
  const core = newCore();
  const calls = new Map();
  const call = core.call.bind(core);
  core.call = (operation, args) => {
    calls.set(operation, args.slice());
    return call(operation, args);
  };
  const operations = new Operations(core);
  const alice = await Person.make(operations);
  const bob = await Person.make(operations);
  const chat = new Chat(alice, bob);
  const entry = await chat.seal(alice, chat.draft("text"));
  const edit = await chat.seal(alice, chat.draft("edit", { kind: "edit", refersTo: entry.reference }));
  await chat.open(edit, bob);
  await operations.checkRoster(chat.roster);
  await operations.checkCertificate(alice.identity.publicKey, alice.devices[0].record);
  await operations.sha256(new Uint8Array(3));
  await operations.hmacSHA256(new Uint8Array(3), new Uint8Array(4));
  const { kek } = await operations.stretchPassword("p", new Uint8Array(16), 600_000);
  const wrapped = await operations.wrapAccountKey(kek, alice.userId, alice.identity.privateKey);
  await operations.openAccountKey(kek, alice.userId, wrapped);
  const keys = await operations.generateDeviceKeys(2048, "8", { kek, userId: "7" });
  await operations.openDeviceKeys(kek, "7", "8", keys.wrapped);
  const recoveryKey = await operations.generateRecoveryKey();
  await operations.checkRecoveryKey(recoveryKey);
  const backup = await operations.sealBackup({
    recoveryKey, userId: "7", identityKey: alice.identity.privateKey, counter: "1", madeAt: "2",
    contents: new Uint8Array(5),
  });
  await operations.openBackup({ recoveryKey, userId: "7", backup, seen: "0" });
  const parties = [alice, bob].map(({ userId, identity }) => ({ userId, identityKey: identity.publicKey }));
  await operations.safetyNumber(...parties);
  await operations.compareSafetyCode(...parties, await operations.safetyCode(...parties));
  await operations.openRow(keys.storageKey, "p", await operations.sealRow(keys.storageKey, "p", new Uint8Array(9)));
  const { file } = await operations.beginSealingFile("5");
  const piece = await operations.sealChunk(file, new Uint8Array(5));
  const secret = await operations.finishSealingFile(file);
  const opening = await operations.beginOpeningFile(secret);
  await operations.openChunk(opening.file, piece);
  await operations.finishOpeningFile(opening.file);
  await operations.openPiece(secret, "0", piece);
  await operations.endFile(opening.file);
  return { core, call, calls };
}

const SLOW = new Set([10, 14]);

test("damaged arguments are refused with a cause, and never break the module down", async () => {
  const { call, calls } = await rightCalls();
  assert.equal(calls.size, Object.getOwnPropertyNames(Operations.prototype).length - 1, "every operation");
  let count = 0;
  const take = async (operation, args) => {
    count++;
    try {
      await call(operation, args);
    } catch (error) {
      assert.equal(error.name, "Refusal", `seed ${SEED}, operation ${operation}: ${error.message}`);
      assert.match(error.cause, /^[a-z_]+\.[a-z_]+$/);
    }
  };
  for (const [operation, right] of calls) {
    const truncated = async (end) => {
      await assert.rejects(call(operation, right.slice(0, end)), { cause: "call.arguments" });
      count++;
    };
    for (let end = 0; end < right.length; end += 1 + Math.floor(right.length / 40)) await truncated(end);
    await assert.rejects(call(operation, Uint8Array.of(...right, 0)), { cause: "call.arguments" });
    // Stretching and making keys take long whatever their arguments are.
    for (let round = 0; round < (SLOW.has(operation) ? 2 : 60); round++) {
      const damaged = right.slice();
      for (let flip = 0; flip <= chance(3); flip++) {
        if (damaged.length > 0) damaged[chance(damaged.length)] ^= 1 << chance(8);
      }
      await take(operation, damaged);
      await take(operation, Uint8Array.from({ length: chance(300) }, () => chance(256)));
    }
  }
  console.log(`${count} damaged calls of ${calls.size} operations`);
});

test("an operation that is none", async () => {
  for (const operation of [0, 3, 23, 68, 2 ** 31, 2 ** 32 - 1]) {
    await assert.rejects(newCore().call(operation, new Uint8Array()), { cause: "call.operation" });
  }
});

test("a handle that names no key, or a key of another kind", async () => {
  const operations = new Operations(newCore());
  const alice = await Person.make(operations);
  const row = (key) => operations.sealRow(key, "p", new Uint8Array());
  await assert.rejects(row(0), { cause: "call.key" });
  await assert.rejects(row(2 ** 31), { cause: "call.key" });
  await assert.rejects(row(999), { cause: "primitive.failed" });
  await assert.rejects(row(alice.devices[0].local.signingKey), { cause: "primitive.failed" });
});

/** A core whose module breaks down whenever the test says so. */
function fragileCore() {
  const plan = { breaksDown: false, instances: 0 };
  const imports = (primitives) => {
    const made = importsOf(primitives);
    const { sign } = made.imports.host;
    plan.instances++;
    made.imports.host.sign = (...numbers) => {
      if (plan.breaksDown) throw new WebAssembly.RuntimeError("unreachable");
      return sign(...numbers);
    };
    return made;
  };
  return { core: newCore({ imports }), plan };
}

test("after a breakdown the next call has a fresh instance, and the same keys", async () => {
  const { core, plan } = fragileCore();
  const operations = new Operations(core);
  const [alice, bob] = [await Person.make(operations), await Person.make(operations)];
  const chat = new Chat(alice, bob);
  await chat.seal(alice, chat.draft("one"));
  const { keys } = core.primitives;
  const count = keys.count;
  plan.breaksDown = true;
  await assert.rejects(chat.seal(alice, chat.draft("two")), { name: "CoreTrapped" });
  plan.breaksDown = false;
  assert.equal(keys.count, count);
  // The counter of the one that failed was never used.
  const entry = await chat.seal(alice, chat.draft("three"));
  assert.equal(entry.counter, "2");
  assert.equal(textOf((await chat.open(entry, bob)).content), "three");
  assert.equal(plan.instances, 2);
});

test("a call that waits while another breaks down is made all the same", async () => {
  const { core, plan } = fragileCore();
  const operations = new Operations(core);
  const alice = await Person.make(operations);
  const chat = new Chat(alice);
  plan.breaksDown = true;
  const broken = chat.seal(alice, chat.draft("broken"));
  const hash = operations.sha256(new Uint8Array());
  await assert.rejects(broken, { name: "CoreTrapped" });
  assert.equal((await hash).length, 32);
});

test("arguments that do not fit into the module's memory break nothing but their own call", async () => {
  const core = newCore();
  const operations = new Operations(core);
  await assert.rejects(operations.sha256(new Uint8Array(200 << 20)), { name: "CoreTrapped" });
  assert.equal((await operations.sha256(new Uint8Array())).length, 32);
});

test("memory is used again: what was freed serves the next call", async () => {
  let memory;
  const core = newCore({
    imports(primitives) {
      const made = importsOf(primitives);
      ({ memory } = made);
      return made;
    },
  });
  const operations = new Operations(core);
  const bytes = new Uint8Array(1 << 20);
  await operations.sha256(bytes);
  const before = memory.instance.buffer.byteLength;
  for (let round = 0; round < 200; round++) await operations.sha256(bytes);
  assert.equal(memory.instance.buffer.byteLength, before);
});

test("what was given to the module is not in its memory afterwards", async () => {
  let memory;
  const core = newCore({
    imports(primitives) {
      const made = importsOf(primitives);
      ({ memory } = made);
      return made;
    },
  });
  const operations = new Operations(core);
  const alice = await Person.make(operations);
  const chat = new Chat(alice);
  const marker = "a text that stands nowhere else 8c08b26eee5588c2";
  const entry = await chat.seal(alice, chat.draft(marker.repeat(20)));
  const opened = await chat.open({ ...entry }, alice, { state: new Uint8Array() });
  assert.equal(textOf(opened.content), marker.repeat(20));
  const found = Buffer.from(memory.instance.buffer).indexOf(marker);
  assert.equal(found, -1, `at ${found}`);
});
