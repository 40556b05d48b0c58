/**
 * Whether this page can run the core, and in plain words what it needs where it cannot. Nothing is sent then: without
 * the core nothing can be sealed.
 */

const BROWSERS = "Chrome or Edge 137, Firefox 153, Safari 27, or a later version";

/**
 * What is asked for, with what is said when it is not there.
 * @type {{isThere: () => boolean, need: string}[]}
 */
const NEEDS = [
  {
    isThere: () => globalThis.isSecureContext === true && globalThis.crypto?.subtle !== undefined,
    need: "a secure connection: open this page with https://",
  },
  {
    isThere: () => typeof WebAssembly === "object" && "Suspending" in WebAssembly && "promising" in WebAssembly,
    need: `a newer browser: ${BROWSERS}`,
  },
  { isThere: () => typeof Worker === "function", need: `Web Workers, which this browser has turned off: ${BROWSERS}` },
  {
    // Reading it throws where site data are blocked.
    isThere() {
      try {
        return globalThis.indexedDB !== undefined && indexedDB !== null;
      } catch {
        return false;
      }
    },
    need: "leave to store keys on this device: allow site data for this page",
  },
  { isThere: () => globalThis.navigator?.locks !== undefined, need: `a newer browser: ${BROWSERS}` },
];

/** @returns {string[]} what is missing, each once; empty when the core can run */
export const missing = () => [...new Set(NEEDS.filter(({ isThere }) => !isThere()).map(({ need }) => need))];

/** @returns {string | undefined} a sentence for people, or nothing when the core can run */
export function whatIsNeeded() {
  const needs = missing();
  return needs.length === 0 ? undefined : `End-to-end encryption needs ${needs.join("; and ")}.`;
}
