/**
 * The presentation language of TLS (RFC 8446 §3), in which arguments and results of the core are written: big-endian
 * numbers, and bytes behind their length. Numbers of 64 bits are decimal strings, as in the contract (`martlet.js`).
 */

/** Bytes that do not have the layout that they should have. */
export class FormatError extends Error {
  name = "FormatError";
}

export class FormatWriter {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #count = 0;

  /** What was written so far: no copy, so that whoever wipes it wipes all there is. */
  get bytes() {
    return this.#bytes.subarray(0, this.#count);
  }

  /** @param {number} value */
  uint8(value) {
    const start = this.#room(1);
    this.#view.setUint8(start, value);
    return this;
  }

  /** @param {boolean} value */
  flag(value) {
    return this.uint8(value ? 1 : 0);
  }

  /** @param {number} value */
  uint16(value) {
    const start = this.#room(2);
    this.#view.setUint16(start, value);
    return this;
  }

  /** @param {number} value */
  uint32(value) {
    const start = this.#room(4);
    this.#view.setUint32(start, value);
    return this;
  }

  /** @param {string | bigint | number} value */
  uint64(value) {
    const number = BigInt(value);
    if (number < 0n || number > 0xffff_ffff_ffff_ffffn) throw new FormatError(`${value} has no 64 bits`);
    const start = this.#room(8);
    this.#view.setBigUint64(start, number);
    return this;
  }

  /** Bytes without their length. @param {Uint8Array} bytes */
  fixed(bytes) {
    const start = this.#room(bytes.length);
    this.#bytes.set(bytes, start);
    return this;
  }

  /** Bytes behind a length of four bytes. @param {Uint8Array} bytes */
  opaque(bytes) {
    return this.uint32(bytes.length).fixed(bytes);
  }

  /** Elements behind the count of their bytes. @param {(inside: FormatWriter) => void} body */
  vector(body) {
    const inside = new FormatWriter();
    body(inside);
    this.opaque(inside.bytes);
    inside.bytes.fill(0);
    return this;
  }

  /** Where the next bytes go; may move those before. @param {number} count */
  #room(count) {
    const start = this.#count;
    this.#count += count;
    if (this.#count > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#count, 2 * this.#bytes.length));
      larger.set(this.#bytes);
      this.#bytes.fill(0);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return start;
  }
}

export class FormatReader {
  #bytes;
  #view;
  #position = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get remaining() {
    return this.#bytes.length - this.#position;
  }

  uint8() {
    return this.#view.getUint8(this.#take(1));
  }

  flag() {
    return this.uint8() !== 0;
  }

  uint16() {
    return this.#view.getUint16(this.#take(2));
  }

  uint32() {
    return this.#view.getUint32(this.#take(4));
  }

  /** A decimal string. */
  uint64() {
    return this.#view.getBigUint64(this.#take(8)).toString();
  }

  /** @param {number} count */
  fixed(count) {
    const start = this.#take(count);
    return this.#bytes.slice(start, start + count);
  }

  /** Bytes behind a length of four bytes, or of as many as are given. @param {1 | 2 | 4} [width] */
  opaque(width = 4) {
    return this.fixed(width === 1 ? this.uint8() : width === 2 ? this.uint16() : this.uint32());
  }

  /**
   * The elements behind the count of their bytes.
   * @template T
   * @param {(inside: FormatReader) => T} element @returns {T[]}
   */
  vector(element) {
    const inside = new FormatReader(this.opaque());
    const elements = [];
    while (inside.remaining > 0) elements.push(element(inside));
    return elements;
  }

  /** Nothing is left. */
  finish() {
    if (this.remaining > 0) throw new FormatError(`${this.remaining} bytes too many`);
  }

  /** @param {number} count */
  #take(count) {
    if (count > this.remaining) throw new FormatError("too few bytes");
    const start = this.#position;
    this.#position += count;
    return start;
  }
}
