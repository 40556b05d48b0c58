/** Work that is done one piece after the other, in the order in which it was asked for, whether it fails or not. */
export class Turns {
  /** @type {Promise<any>} */
  #last = Promise.resolve();

  /** @template T @param {() => T | Promise<T>} work @returns {Promise<T>} */
  take(work) {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}
