/**
 * The page's side of the Worker in which the core runs. Every method of `Device` (device.js) is one here, with the same
 * arguments; bytes are copied on the way.
 */

import { NotSupported, heard } from "./errors.js";
import { whatIsNeeded } from "./support.js";

/** @typedef {import("./device.js").Device} Device */

export class CryptoClient {
  #worker;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  #waiting = new Map();
  #last = 0;
  /** Why nothing is answered any more. @type {Error | undefined} */
  #ended;

  /**
   * @param {URL} [script] of the Worker
   * @throws {NotSupported} with a sentence for people, before anything is loaded
   */
  constructor(script = new URL("./worker.js", import.meta.url)) {
    const need = whatIsNeeded();
    if (need) throw new NotSupported(need);
    this.#worker = new Worker(script, { type: "module", name: "encryption" });
    this.#worker.onmessage = ({ data }) => this.#settle(data);
    this.#worker.onerror = (event) => {
      this.#end(new Error(`The Worker of encryption ended: ${event.message ?? "it could not be loaded"}`));
    };
    /** @type {Device} calls of the device, by the Worker */
    this.device = /** @type {any} */ (new Proxy({}, {
      // Not a promise itself, or `await` would call it.
      get: (_, name) => name === "then" ? undefined
        : (/** @type {any[]} */ ...parameters) => this.#call(String(name), parameters),
    }));
  }

  /** Ends the Worker; whoever waits for an answer, or asks later, is told so. */
  close() {
    this.#worker.terminate();
    this.#end(new Error("The Worker of encryption was closed."));
  }

  /** @param {string} method @param {any[]} parameters @returns {Promise<any>} */
  #call(method, parameters) {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      if (this.#ended) throw this.#ended;
      this.#worker.postMessage({ id, method, parameters });
      this.#waiting.set(id, { resolve, reject });
    });
  }

  /** @param {{id: number, result?: any, error?: import("./errors.js").Told}} answer */
  #settle({ id, result, error }) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(heard(error));
    else waiting?.resolve(result);
  }

  /** @param {Error} error */
  #end(error) {
    this.#ended = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
