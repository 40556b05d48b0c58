// Holds the WebAssembly of SecureFormat against the vectors: every certificate, every reason, and every changed byte.
// Argument: the module.
import assert from "node:assert/strict";
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const REASONS = [
  "taken", "truncated", "trailingBytes", "length", "version", "suite", "extensionOrder", "userId", "deviceId",
  "signingKey", "encryptionKey", "extensions", "signature",
];
const SPKI_OF_ED25519 = Buffer.from("302a300506032b6570032100", "hex");

const vectors = JSON.parse(readFileSync(new URL("../Vectors/secure-format.json", import.meta.url)));
let memory;
const bytesAt = (start, count) => Buffer.from(memory.buffer, start, count);
const host = {
  verify(key, signature, message, count) {
    const der = Buffer.concat([SPKI_OF_ED25519, bytesAt(key, 32)]);
    const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
    return Number(verify(null, bytesAt(message, count), publicKey, bytesAt(signature, 64)));
  },
};
const program = readFileSync(process.argv[2]);

// A fresh instance from time to time: it never frees.
let exports;
async function restart() {
  const { instance } = await WebAssembly.instantiate(program, { host });
  ({ exports } = instance);
  ({ memory } = exports);
}

const number = (width, value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes.subarray(8 - width);
};
const vector = (width, bytes) => Buffer.concat([number(width, bytes.length), bytes]);
const hex = (text) => Buffer.from(text, "hex");

function reason(right, certificate) {
  const question = Buffer.concat([
    number(8, right.userId), number(8, right.deviceId), vector(1, hex(right.signingKey)),
    vector(2, hex(right.encryptionKey)), hex(right.identityKey), vector(2, certificate),
  ]);
  const start = exports.allocate(question.length);
  bytesAt(start, question.length).set(question);
  return REASONS[exports.check(start, question.length)];
}

let mutations = 0;
for (const right of vectors.certificates) {
  await restart();
  const certificate = hex(right.certificate);
  assert.equal(reason(right, certificate), "taken", right.name);
  for (let index = 0; index < certificate.length; index++) {
    const changed = Buffer.from(certificate);
    changed[index] ^= 1 << (index % 8);
    for (const wrong of [changed, certificate.subarray(0, index)]) {
      const found = reason(right, wrong);
      assert.ok(REASONS.indexOf(found) > 0, `${right.name}: ${found} at byte ${index}`);
      mutations++;
    }
  }
}
await restart();
for (const refused of vectors.refusedCertificates) {
  assert.equal(reason(vectors.certificates[0], hex(refused.certificate)), refused.reason, refused.name);
}
console.log(
  `SecureFormat in node: ${vectors.certificates.length} certificates taken, ` +
  `${vectors.refusedCertificates.length} refused for their reasons, ${mutations} mutations refused`);
