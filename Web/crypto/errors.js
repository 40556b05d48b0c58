/** What may go wrong between a page and the core, by names that survive the way from the Worker to the page. */

/** The core refused it: `cause` is one of docs/encryption.md, or `call.…` for a mistake of the caller. */
export class Refusal extends Error {
  name = "Refusal";

  /** @param {string} cause */
  constructor(cause) {
    super(cause);
    this.cause = cause;
  }
}

/**
 * The module broke down in the middle of a call, and a new instance has taken its place. Nothing of the call was kept;
 * whether it can be made again, its caller knows.
 */
export class CoreTrapped extends Error {
  name = "CoreTrapped";
}

/** This browser, or this page, cannot do it; the message says in plain words what is needed. */
export class NotSupported extends Error {
  name = "NotSupported";
}

/** Something that was to be there is not stored: other site data were cleared with it, or this device has no keys. */
export class NotStored extends Error {
  name = "NotStored";
}

const CLASSES = { Refusal, CoreTrapped, NotSupported, NotStored };

/** @typedef {{name: string, message: string}} Told an error as it is told by the Worker */

/** @param {any} error @returns {Told} */
export const told = (error) => ({ name: error?.name ?? "Error", message: String(error?.message ?? error) });

/** @param {Told} error @returns {Error} */
export function heard({ name, message }) {
  const known = CLASSES[/** @type {keyof typeof CLASSES} */ (name)];
  return known ? new known(message) : Object.assign(new Error(message), { name });
}
