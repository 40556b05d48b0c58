/**
 * The keys that the core knows by number. They outlive an instance of the core: what a number means is the same for
 * the next one. A number is never given twice.
 */

/** What the core calls a key of each kind: `HostKey.Kind` in Swift. */
export const kinds = Object.freeze({ 1: "signing", 2: "unwrapping" });

/**
 * @template K
 * @typedef {object} Entry
 * @property {"signing" | "unwrapping" | "symmetric"} kind
 * @property {K} key
 * @property {boolean} [isNew] generated here and not used yet: it may still be sealed, once
 */

/** @template K of the host: a CryptoKey in browsers */
export class KeyTable {
  /** @type {Map<number, Entry<K>>} */
  #entries = new Map();
  #last = 0;

  /** @param {Entry<K>} entry @returns {number} */
  add(entry) {
    this.#last += 1;
    this.#entries.set(this.#last, entry);
    return this.#last;
  }

  /** @param {number} handle @returns {Entry<K>} of any kind */
  find(handle) {
    const entry = this.#entries.get(handle);
    if (!entry) throw new Error(`${handle} is no key`);
    return entry;
  }

  /** @param {number} handle @param {Entry<K>["kind"]} kind @returns {Entry<K>} */
  get(handle, kind) {
    const entry = this.find(handle);
    if (entry.kind !== kind) throw new Error(`${handle} is no ${kind} key`);
    return entry;
  }

  /** @param {number[]} handles */
  forget(...handles) {
    for (const handle of handles) this.#entries.delete(handle);
  }

  /** The number of the newest key: with `forgetAfter`, a call that fails leaves no keys behind. */
  get newest() {
    return this.#last;
  }

  /** @param {number} handle */
  forgetAfter(handle) {
    for (let each = handle + 1; each <= this.#last; each++) this.#entries.delete(each);
  }

  get count() {
    return this.#entries.size;
  }
}
