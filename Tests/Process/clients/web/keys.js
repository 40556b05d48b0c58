// Keys and a device certificate with nothing but WebCrypto, as docs/encryption.md says.

const LABEL = "martlet device certificate v1";
const SUITES = { 2048: 1, 3072: 2 };

const join = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]));
const number = (bytes, value) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(value));
  return new Uint8Array(view.buffer.slice(8 - bytes));
};
const vector = (width, bytes) => join(number(width, bytes.length), bytes);
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const exported = async (format, { publicKey }) => new Uint8Array(await crypto.subtle.exportKey(format, publicKey));

// The bodies with which an account and this device publish their keys.
export async function newKeys(userId, deviceId, modulusLength) {
  const identity = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  const signing = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  const encryption = await crypto.subtle.generateKey(
    { name: "RSA-OAEP", modulusLength, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" },
    false, ["wrapKey", "unwrapKey"]);
  const [signingKey, encryptionKey] = [await exported("raw", signing), await exported("spki", encryption)];
  const statement = join(
    number(1, 1), number(2, SUITES[modulusLength]), number(8, userId), number(8, deviceId), signingKey,
    vector(2, encryptionKey), number(8, Date.now()), vector(2, []));
  const message = join(vector(1, new TextEncoder().encode(LABEL)), statement);
  const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", identity.privateKey, message));
  return {
    account: { identityKey: base64(await exported("raw", identity)) },
    device: {
      signingKey: base64(signingKey), encryptionKey: base64(encryptionKey),
      certificate: base64(join(statement, signature)),
    },
  };
}
