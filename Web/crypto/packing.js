/** Values as bytes, for rows of the history: JSON, in which bytes are base64 under a key that nothing else has. */

const BYTES = "$bytes";

/** @param {Uint8Array} bytes */
const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** @param {any} value @returns {Uint8Array} */
export const packed = (value) => new TextEncoder().encode(JSON.stringify(value, (_, one) =>
  one instanceof Uint8Array ? { [BYTES]: base64(one) } : one));

/** @param {Uint8Array} bytes @returns {any} */
export const unpacked = (bytes) => JSON.parse(new TextDecoder().decode(bytes), (_, one) =>
  typeof one?.[BYTES] === "string" ? Uint8Array.from(atob(one[BYTES]), (letter) => letter.charCodeAt(0)) : one);
