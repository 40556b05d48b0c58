// A Worker that runs the core on WebCrypto without the product's Worker around it: with hosts that are slow or break
// down, with calls that do not wait for each other, and on the vectors of project Wycheproof.
import { Core } from "./Web/crypto/core.js";
import { importsOf } from "./Web/crypto/imports.js";
import { Operations } from "./Web/crypto/operations.js";
import { WebCryptoPrimitives } from "./Web/crypto/webcrypto.js";
import { Chat, Person, textOf } from "./Tests/Web/crypto/people.mjs";
import { check } from "./Tests/Web/crypto/vectors.mjs";
import { run } from "./Tests/Web/crypto/wycheproof.mjs";

// Waited for with the first question: a message that came before the handler is there would be lost.
const compiling = WebAssembly.compileStreaming(fetch("./Web/crypto/martlet-e2ee.wasm"));
let module;
const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 4));

/** Each primitive takes up to 4 ms longer, each time another time. */
function slow(primitives) {
  return new Proxy(primitives, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (typeof value !== "function" || name === "random") return value;
      return async (...values) => {
        const copies = values.map((one) => (one instanceof Uint8Array ? one.slice() : one));
        await pause();
        return value.apply(target, copies);
      };
    },
  });
}

/** As many calls at once; how many give what they should. */
async function overlap(count, inTurn) {
  const primitives = new WebCryptoPrimitives();
  const operations = new Operations(new Core(module, primitives));
  const [alice, bob] = [await Person.make(operations), await Person.make(operations)];
  const chat = new Chat(alice, bob);
  const entries = [];
  for (let index = 0; index < count / 4; index++) {
    entries.push(await chat.seal(alice, chat.draft(`${index} `.repeat(1 + 40 * (index % 7)))));
  }
  const texts = entries.map((_, index) => `${index} `.repeat(1 + 40 * (index % 7)));
  const { storageKey } = bob.devices[0];
  const rows = await Promise.all(
    texts.map((text) => operations.sealRow(storageKey, "p", new TextEncoder().encode(text))));

  const options = inTurn ? {} : { turns: { take: async (work) => work() } };
  const overlapping = new Operations(new Core(module, slow(primitives), options));
  // Its instance is there before they begin: all of them are calls of one.
  await overlapping.sha256(new Uint8Array());
  const jobs = entries.flatMap((entry, index) => {
    const device = bob.devices[0].local;
    const { chatId, roster } = chat;
    const opened = () => overlapping.open({
      chatId, state: new Uint8Array(), device, roster, content: entry.content, place: entry.place,
      sender: entry.sender, identityKey: entry.identityKey,
    });
    return [
      async () => textOf((await opened()).content) === texts[index],
      async () => textOf(await overlapping.openRow(storageKey, "p", rows[index])) === texts[index],
      async () => (await overlapping.checkCertificate(alice.identity.publicKey, alice.devices[0].record)).length === 32,
      async () => (await overlapping.seal({
        chatId, state: new Uint8Array(), device: alice.devices[0].local, roster, draft: chat.draft(texts[index]),
      })).counter === "1",
    ];
  });
  const outcomes = await Promise.allSettled(jobs.map((job) => job()));
  const right = outcomes.filter(({ status, value }) => status === "fulfilled" && value).length;
  return { right, causes: [...new Set(outcomes.map(({ reason }) => String(reason)))] };
}

/** One call breaks the module down; the next ones have another instance, with the same keys. */
async function breakDown() {
  let breaksDown = false;
  let instances = 0;
  const core = new Core(module, new WebCryptoPrimitives(), {
    imports(primitives) {
      const made = importsOf(primitives);
      instances++;
      made.imports.host.random = ((random) => (...numbers) => {
        if (breaksDown) throw new WebAssembly.RuntimeError("unreachable");
        return random(...numbers);
      })(made.imports.host.random);
      return made;
    },
  });
  const operations = new Operations(core);
  const alice = await Person.make(operations);
  const chat = new Chat(alice);
  await chat.seal(alice, chat.draft("one"));
  breaksDown = true;
  const error = await chat.seal(alice, chat.draft("two")).catch((reason) => reason.name);
  breaksDown = false;
  const entry = await chat.seal(alice, chat.draft("three"));
  const [device] = alice.devices;
  const opened = await chat.open(entry, alice, { state: new Uint8Array() }, device);
  return { error, counter: entry.counter, text: textOf(opened.content), instances };
}

/** A key that was generated may be sealed until it is used; one that was unsealed, only if it was asked for. */
async function sealingOfKeys() {
  const primitives = new WebCryptoPrimitives();
  const wrapper = { handle: await primitives.importKey(new Uint8Array(32)) };
  const [nonce, data] = [new Uint8Array(12), new Uint8Array(1)];
  const seal = (handle) => primitives.sealKey(handle, wrapper, nonce, data).then(() => "sealed", () => "refused");
  const { handle } = await primitives.generateSigningKey();
  const sealed = await primitives.sealKey(handle, wrapper, nonce, data);
  const open = (resealable) => primitives.openKey("signing", resealable, wrapper, nonce, data, sealed);
  await primitives.sign(handle, data);
  return {
    used: await seal(handle), unsealed: await seal(await open(false)), resealable: await seal(await open(true)),
    otherKind: await primitives.openKey("unwrapping", false, wrapper, nonce, data, sealed).catch(() => "refused"),
  };
}

/** A core on WebCrypto, and what makes keys of the vectors keys of its table. */
function host() {
  const primitives = new WebCryptoPrimitives();
  const algorithms = { signing: [{ name: "Ed25519" }, ["sign"]],
    unwrapping: [{ name: "RSA-OAEP", hash: "SHA-256" }, ["decrypt"]] };
  const adopt = async (pkcs8, kind = "unwrapping") => {
    const [algorithm, usages] = algorithms[kind];
    const key = await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, usages);
    return primitives.keys.add({ kind, key });
  };
  return { primitives, operations: new Operations(new Core(module, primitives)), adopt };
}

/** Milliseconds that each of `count` rounds takes, of sealing for two devices and of opening; without a store. */
async function bench(count) {
  const operations = new Operations(new Core(module, new WebCryptoPrimitives()));
  const [alice, bob] = [await Person.make(operations), await Person.make(operations)];
  const chat = new Chat(alice, bob);
  const times = { seal: [], open: [] };
  for (let round = 0; round < count; round++) {
    const start = performance.now();
    const entry = await chat.seal(alice, chat.draft("a message of the usual length, which is not long"));
    const middle = performance.now();
    await chat.open(entry, bob);
    times.seal.push(middle - start);
    times.open.push(performance.now() - middle);
  }
  return times;
}

const asked = {
  overlap: ({ count, inTurn }) => overlap(count, inTurn),
  breakDown,
  sealingOfKeys,
  wycheproof: ({ name, file }) => run(host(), name, file),
  vectors: ({ list, file }) => check(host(), file, list),
  bench: ({ count }) => bench(count),
};

self.onmessage = async ({ data }) => {
  try {
    module = await compiling;
    postMessage(await asked[data.ask](data));
  } catch (error) {
    postMessage(`${error.name}: ${error.message}\n${error.stack}`);
  }
};
