// The vectors of project Wycheproof on node's primitives through our host, and on the module's hashing. They are no part
// of this repository: they stand beside it, or where MARTLET_VECTORS says.
import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Operations } from "../../../Web/crypto/operations.js";
import { newCore } from "./core.mjs";
import { EXPECTED, run } from "./wycheproof.mjs";

const beside = fileURLToPath(new URL("../../../../shared/vectors", import.meta.url));
const folder = join(process.env.MARTLET_VECTORS ?? beside, "wycheproof");
const skip = existsSync(folder) ? false
  : "no test vectors: set MARTLET_VECTORS to the folder that has wycheproof/ in it";

const core = newCore();
const { primitives } = core;
const adopt = async (pkcs8) => primitives.keys.add({
  kind: "unwrapping", key: createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" }),
});

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`Wycheproof ${name}`, { skip }, async () => {
    const file = JSON.parse(readFileSync(join(folder, `${name}_test.json`)));
    const { counts, failures } = await run({ primitives, operations: new Operations(core), adopt }, name, file);
    console.log(`Wycheproof ${name} in node: ${JSON.stringify(counts)}`);
    assert.deepEqual(failures, []);
    assert.deepEqual(counts, expected);
  });
}
