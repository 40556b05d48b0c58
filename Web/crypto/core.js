/**
 * The core: an instance of the module, and calls of it. Runs wherever there are primitives for it: in the Worker, and
 * in node.
 *
 * Calls are made in turn. One that waits for WebCrypto keeps its frames on the module's only stack, which a second call
 * would overwrite. If the module breaks down, the next call gets a fresh instance: nothing is kept in one that a call
 * needs.
 */

import { CoreTrapped, Refusal } from "./errors.js";
import { importsOf } from "./imports.js";
import { Turns } from "./turns.js";

/** @typedef {import("./primitives.js").Primitives} Primitives */

const DONE = 0;

export class Core {
  #module;
  #primitives;
  #turns;
  #imports;
  /** @type {Instance | undefined} */
  #instance;

  /**
   * @param {WebAssembly.Module} module Web/crypto/martlet-e2ee.wasm
   * @param {Primitives} primitives
   * @param {{turns?: {take: Turns["take"]}, imports?: typeof importsOf}} [options] what tests replace
   */
  constructor(module, primitives, { turns = new Turns(), imports = importsOf } = {}) {
    this.#module = module;
    this.#primitives = primitives;
    this.#turns = turns;
    this.#imports = imports;
  }

  get primitives() {
    return this.#primitives;
  }

  /**
   * @param {number} operation @param {Uint8Array} args wiped when they have been read
   * @returns {Promise<Uint8Array>} rejected with `Refusal` or `CoreTrapped`
   */
  call(operation, args) {
    return this.#turns.take(() => this.#callNow(operation, args));
  }

  /** @param {number} operation @param {Uint8Array} args */
  async #callNow(operation, args) {
    const { keys } = this.#primitives;
    const newest = keys.newest;
    const answer = await this.#answer(operation, args).catch((error) => {
      // The stack is as the failure has left it, and so may be everything else.
      this.#instance = undefined;
      keys.forgetAfter(newest);
      throw new CoreTrapped(`operation ${operation}: ${error.message}`);
    });
    if (answer[0] === DONE) return answer.subarray(1);
    keys.forgetAfter(newest);
    throw new Refusal(new TextDecoder().decode(answer.subarray(1)));
  }

  /** @param {number} operation @param {Uint8Array} args */
  async #answer(operation, args) {
    this.#instance ??= await Instance.of(this.#module, this.#primitives, this.#imports);
    return this.#instance.call(operation, args);
  }
}

/** What `Sources/Client/E2EEWasm/Host/Exports.swift` exports. */
class Instance {
  #exports;
  #call;

  /** @param {any} exports @param {boolean} waits */
  constructor(exports, waits) {
    this.#exports = exports;
    // @ts-ignore: the types of WebAssembly do not know of suspension yet
    this.#call = waits ? WebAssembly.promising(exports.call) : exports.call;
  }

  /** @param {WebAssembly.Module} module @param {Primitives} primitives @param {typeof importsOf} importsFor */
  static async of(module, primitives, importsFor) {
    const { memory, imports } = importsFor(primitives);
    const instance = await WebAssembly.instantiate(module, imports);
    memory.instance = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
    return new Instance(instance.exports, primitives.areAsynchronous);
  }

  /** @param {number} operation @param {Uint8Array} args */
  async call(operation, args) {
    const { allocate, release, memory } = this.#exports;
    const start = allocate(args.length);
    new Uint8Array(memory.buffer).set(args, start);
    args.fill(0);
    const block = await this.#call(operation, start, args.length);
    release(start);
    const count = new DataView(memory.buffer).getUint32(block, true);
    const answer = new Uint8Array(memory.buffer, block + 4, count).slice();
    release(block);
    return answer;
  }
}
