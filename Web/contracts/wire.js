/** The binary encoding of protobuf: varints, tags, regions. */

/** Why something could not be read or written as a message. */
export class ContractError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "ContractError";
  }
}

const DEPTH_MAX = 100;

/** Writes from the end of its buffer to the start, so that a length is known when it has to be written. */
export class Writer {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #head = 256;

  get count() {
    return this.#bytes.length - this.#head;
  }

  /** A copy of what was written. */
  take() {
    return this.#bytes.slice(this.#head);
  }

  /** @param {number} needed */
  #reserve(needed) {
    if (this.#head >= needed) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.count + needed));
    const head = grown.length - this.count;
    grown.set(this.#bytes.subarray(this.#head), head);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
    this.#head = head;
  }

  /** @param {Uint8Array} bytes */
  raw(bytes) {
    this.#reserve(bytes.length);
    this.#head -= bytes.length;
    this.#bytes.set(bytes, this.#head);
  }

  /** @param {number} value from 0 to 2³²−1 */
  varint(value) {
    this.varint64(value >>> 0, 0);
  }

  /** @param {number} low @param {number} high both unsigned */
  varint64(low, high) {
    this.#reserve(10);
    const scratch = [];
    while (high > 0 || low > 127) {
      scratch.push((low & 127) | 128);
      low = ((low >>> 7) | (high << 25)) >>> 0;
      high >>>= 7;
    }
    scratch.push(low);
    this.#head -= scratch.length;
    this.#bytes.set(scratch, this.#head);
  }

  /** @param {number} value */
  fixed32(value) {
    this.#reserve(4);
    this.#head -= 4;
    this.#view.setUint32(this.#head, value, true);
  }

  /** @param {number} value */
  float(value) {
    this.#reserve(4);
    this.#head -= 4;
    this.#view.setFloat32(this.#head, value, true);
  }

  /** @param {number} value */
  double(value) {
    this.#reserve(8);
    this.#head -= 8;
    this.#view.setFloat64(this.#head, value, true);
  }

  /** @param {number} number @param {number} wireType */
  tag(number, wireType) {
    this.varint(((number << 3) | wireType) >>> 0);
  }

  /**
   * The length of all that was written since `count` was `before`.
   * @param {number} before
   */
  length(before) {
    this.varint(this.count - before);
  }
}

export class Reader {
  /** The words of the last varint or 64-bit number. */
  low = 0;
  high = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.offset = 0;
    this.end = bytes.length;
    this.depth = 0;
  }

  /**
   * Reads a varint into `low` and `high`.
   * @returns {number} the lower word, unsigned
   */
  varint() {
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.offset >= this.end) throw new ContractError("truncated");
      const byte = this.bytes[this.offset++];
      if (shift < 28) low |= (byte & 127) << shift;
      else if (shift === 28) {
        low |= (byte & 127) << 28;
        high |= (byte & 127) >>> 4;
      } else high |= (byte & 127) << (shift - 32);
      if (byte < 128) {
        this.low = low >>> 0;
        this.high = high >>> 0;
        return this.low;
      }
    }
    throw new ContractError("malformed varint");
  }

  /** @returns {number} */
  #short() {
    const start = this.offset;
    const value = this.varint();
    if (this.high !== 0 || this.offset - start > 5) throw new ContractError("malformed tag or length");
    return value;
  }

  /** @returns {number} */
  tag() {
    const tag = this.#short();
    if (tag >>> 3 === 0) throw new ContractError("invalid tag");
    return tag;
  }

  /**
   * Where the region ends that begins with its length.
   * @returns {number}
   */
  region() {
    const count = this.#short();
    if (count > this.end - this.offset) throw new ContractError("truncated");
    return this.offset + count;
  }

  /** @param {number} count @returns {number} the offset of what was taken */
  take(count) {
    if (this.end - this.offset < count) throw new ContractError("truncated");
    this.offset += count;
    return this.offset - count;
  }

  /** @returns {Uint8Array} a view, not a copy */
  slice() {
    const end = this.region();
    const bytes = this.bytes.subarray(this.offset, end);
    this.offset = end;
    return bytes;
  }

  fixed32() {
    return this.view.getUint32(this.take(4), true);
  }

  fixed64() {
    this.low = this.fixed32();
    this.high = this.fixed32();
  }

  descend() {
    if (this.depth >= DEPTH_MAX) throw new ContractError("nested too deep");
    this.depth += 1;
  }

  /** @param {number} tag */
  skip(tag) {
    switch (tag & 7) {
      case 0: this.varint(); break;
      case 1: this.take(8); break;
      case 2: this.offset = this.region(); break;
      case 3: {
        this.descend();
        for (;;) {
          const inner = this.tag();
          if ((inner & 7) === 4) {
            if (inner >>> 3 !== tag >>> 3) throw new ContractError("a group ends another");
            break;
          }
          this.skip(inner);
        }
        this.depth -= 1;
        break;
      }
      case 5: this.take(4); break;
      default: throw new ContractError("wrong wire type");
    }
  }
}
