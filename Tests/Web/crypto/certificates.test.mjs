// The check of certificates as WebAssembly against the vectors: every certificate, every reason, every changed byte.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Operations } from "../../../Web/crypto/operations.js";
import { newCore } from "./core.mjs";

const vectors = JSON.parse(readFileSync(new URL("../../Vectors/secure-format.json", import.meta.url)));
const operations = new Operations(newCore());
const hex = (text) => Uint8Array.from(Buffer.from(text, "hex"));
const snake = (reason) => reason.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Reasons are those of the API's `details.field`; causes differ from them by one word. */
const causeOf = (reason) => `certificate.${reason === "extensions" ? "extension" : snake(reason)}`;

async function reason(right, certificate) {
  const record = {
    userId: right.userId, deviceId: right.deviceId, signingKey: hex(right.signingKey),
    encryptionKey: hex(right.encryptionKey), certificate,
  };
  try {
    await operations.checkCertificate(hex(right.identityKey), record);
    return "taken";
  } catch (error) {
    assert.equal(error.name, "Refusal", error.message);
    return error.cause;
  }
}

test("certificates that hold are taken, and none with a changed byte or cut short", async () => {
  let count = 0;
  for (const right of vectors.certificates) {
    const certificate = hex(right.certificate);
    assert.equal(await reason(right, certificate), "taken", right.name);
    for (let index = 0; index < certificate.length; index++) {
      const changed = certificate.slice();
      changed[index] ^= 1 << (index % 8);
      for (const wrong of [changed, certificate.slice(0, index)]) {
        assert.match(await reason(right, wrong), /^certificate\./, `${right.name}: byte ${index}`);
        count++;
      }
    }
  }
  console.log(`${vectors.certificates.length} certificates taken, ${count} mutations refused`);
});

test("certificates that do not hold are refused for their reasons", async () => {
  for (const { name, reason: wanted, certificate } of vectors.refusedCertificates) {
    assert.equal(await reason(vectors.certificates[0], hex(certificate)), causeOf(wanted), name);
  }
  console.log(`${vectors.refusedCertificates.length} certificates refused`);
});
