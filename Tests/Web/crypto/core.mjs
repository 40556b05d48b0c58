// The core in node, for tests: the module that `make wasm` builds, on node's primitives.
import { readFileSync } from "node:fs";
import { Core } from "../../../Web/crypto/core.js";
import { NodePrimitives } from "../../../Web/crypto/node-host.js";

const MODULE = new URL("../../../Web/crypto/martlet-e2ee.wasm", import.meta.url);

export const module = new WebAssembly.Module(readFileSync(MODULE));

/** A core of its own. `options` as for `Core`. */
export const newCore = (options) => new Core(module, new NodePrimitives(), options);
