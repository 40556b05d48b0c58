/** The Worker in which the core runs: one instance, and one device. `client.js` is the page's side. */

import { Device } from "./device.js";
import { Core } from "./core.js";
import { told } from "./errors.js";
import { Store } from "./store.js";
import { WebCryptoPrimitives } from "./webcrypto.js";

const MODULE = new URL("./martlet-e2ee.wasm", import.meta.url);

/** One try at a time; another call tries again. @type {Promise<Device> | undefined} */
let starting;

async function start() {
  const module = await WebAssembly.compileStreaming(fetch(MODULE));
  return new Device(new Core(module, new WebCryptoPrimitives()), await Store.open());
}

/** @param {string} method @param {any[]} parameters */
async function answer(method, parameters) {
  if (method === "constructor" || !Object.hasOwn(Device.prototype, method)) throw new Error(`no method ${method}`);
  starting ??= start();
  const device = await starting.catch((error) => {
    starting = undefined;
    throw error;
  });
  return /** @type {any} */ (device)[method](...parameters);
}

globalThis.onmessage = async ({ data: { id, method, parameters } }) => {
  try {
    postMessage({ id, result: await answer(method, parameters) });
  } catch (error) {
    postMessage({ id, error: told(error) });
  }
};
