/** The contract with the server: every message of the protocol, in both of its encodings. */
export * from "./Generated/martlet.js";
export { ContractError, compareUint64, unknownFields } from "./runtime.js";
