// The core as WebAssembly, in node, against the vectors that an implementation apart from it has written.
import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Operations } from "../../../Web/crypto/operations.js";
import { newCore } from "./core.mjs";
import { LISTS, check } from "./vectors.mjs";

const all = JSON.parse(readFileSync(new URL("../../Vectors/encryption.json", import.meta.url)));

for (const list of LISTS) {
  test(`vectors: ${list}`, async () => {
    const core = newCore();
    const { primitives } = core;
    const adopt = async (pkcs8, kind) => primitives.keys.add({
      kind, key: createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" }),
    });
    const { checked, outOfScope, failures } = await check(
      { operations: new Operations(core), primitives, adopt }, all, list);
    console.log(`vectors in node: ${list}: ${checked} checked, ${outOfScope} out of scope`);
    assert.deepEqual(failures, []);
    assert.equal(checked + outOfScope, all[list].length);
  });
}
