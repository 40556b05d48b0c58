// Runs the vectors of project Wycheproof on a host's primitives, and on the hashing of the module. In node and in
// browsers; each gives the files and what turns PKCS#8 into a key of its table.

/** The files, and how many cases of each are run: `valid`, `invalid`, and `outOfScope` for what is not used here. */
export const EXPECTED = {
  // Keys of 256 bits, nonces of 96, tags of 128; the others are not used.
  aes_gcm: { valid: 39, invalid: 27, outOfScope: 250 },
  ed25519: { valid: 88, invalid: 63, outOfScope: 0 },
  hkdf_sha256: { valid: 83, invalid: 3, outOfScope: 0 },
  hmac_sha256: { valid: 66, invalid: 108, outOfScope: 0 },
  pbkdf2_hmacsha256: { valid: 60, invalid: 0, outOfScope: 0 },
  rsa_oaep_2048_sha256_mgf1sha256: { valid: 18, invalid: 19, outOfScope: 0 },
};

const hex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const concatenated = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Each gives whether the case was taken, and throws or gives false when not; `undefined`: out of scope. */
const RUNNERS = {
  async aes_gcm({ primitives }, group, test) {
    if (group.keySize !== 256 || group.ivSize !== 96 || group.tagSize !== 128) return undefined;
    // Copies each time: a host may wipe what it is given.
    const sealed = test.ct + test.tag;
    const open = async () => primitives.open({ bytes: hex(test.key) }, hex(test.iv), hex(test.aad), hex(sealed));
    if (test.result === "invalid") return (await open(), true);
    const made = await primitives.seal({ bytes: hex(test.key) }, hex(test.iv), hex(test.aad), hex(test.msg));
    return toHex(made) === sealed && toHex(await open()) === test.msg;
  },

  async ed25519({ primitives }, group, test) {
    return primitives.verify(hex(group.publicKey.pk), hex(test.sig), hex(test.msg));
  },

  async hkdf_sha256({ operations }, group, test) {
    // RFC 5869 §2.2 and §2.3, of the module's HMAC.
    if (test.size > 255 * 32) return false;
    const salt = test.salt === "" ? new Uint8Array(32) : hex(test.salt);
    const key = await operations.hmacSHA256(salt, hex(test.ikm));
    let [block, derived] = [new Uint8Array(), new Uint8Array()];
    for (let index = 1; derived.length < test.size; index++) {
      block = await operations.hmacSHA256(key, concatenated(block, hex(test.info), [index]));
      derived = concatenated(derived, block);
    }
    return toHex(derived.subarray(0, test.size)) === test.okm;
  },

  async hmac_sha256({ operations }, group, test) {
    const code = await operations.hmacSHA256(hex(test.key), hex(test.msg));
    return toHex(code.subarray(0, group.tagSize / 8)) === test.tag;
  },

  async pbkdf2_hmacsha256({ primitives }, group, test) {
    // Ours gives 32 bytes, which are the first of any longer ones (RFC 8018 §5.2).
    const key = toHex(await primitives.pbkdf2(hex(test.password), hex(test.salt), test.iterationCount));
    const count = Math.min(key.length, test.dk.length);
    return key.slice(0, count) === test.dk.slice(0, count);
  },

  async rsa_oaep_2048_sha256_mgf1sha256({ primitives, adopt }, group, test) {
    group.handle ??= await adopt(hex(group.privateKeyPkcs8));
    return toHex(await primitives.unwrap(group.handle, hex(test.ct), hex(test.label))) === test.msg;
  },
};

/**
 * @param {{primitives: import("../../../Web/crypto/primitives.js").Primitives,
 *   operations: import("../../../Web/crypto/operations.js").Operations,
 *   adopt: (pkcs8: Uint8Array) => Promise<number>}} host
 * @param {string} name @param {any} file
 */
export async function run(host, name, file) {
  const counts = { valid: 0, invalid: 0, outOfScope: 0 };
  const failures = [];
  for (const group of file.testGroups) {
    for (const test of group.tests) {
      const taken = await RUNNERS[name](host, group, test).catch(() => false);
      if (taken === undefined) counts.outOfScope++;
      else if (taken !== (test.result === "valid")) failures.push(`${test.tcId}: ${test.result}, ${test.comment}`);
      else counts[test.result]++;
    }
  }
  return { counts, failures };
}
