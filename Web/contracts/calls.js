/** Makes HTTP requests of the calls in `martlet.js`, and reads their answers. */

/** @template T @typedef {import("./runtime.js").MessageType<T>} MessageType */

/**
 * @template Request, Response
 * @typedef {object} Call
 * @property {string} method
 * @property {string} path a template such as `/v1/chats/{id}`
 * @property {boolean} needsSession whether it is made with an access token
 * @property {boolean} hasBody else what the path does not hold stands in the query
 * @property {MessageType<Request>} request
 * @property {MessageType<Response>} response
 */

/**
 * Path and query of a request.
 * @template Request, Response
 * @param {Call<Request, Response>} call @param {Request} message
 * @returns {string | undefined} nothing when a parameter of the path is empty: the path would be another resource's
 */
export function target(call, message) {
  const fields = scalars(call.request.toJSON(message));
  let isComplete = true;
  const path = call.path.replace(/\{(\w+)\}/g, (_, name) => {
    const value = fields.get(name) ?? "";
    isComplete &&= value !== "";
    fields.delete(name);
    return encodeURIComponent(value);
  });
  if (!isComplete) return undefined;
  return call.hasBody ? path : path + query(fields, scalars(call.request.toJSON(call.request.create())));
}

/** @param {Record<string, any>} json @returns {Map<string, string>} */
const scalars = (json) => new Map(Object.entries(json).map(([name, value]) => [name, String(value)]));

/**
 * Without the fields that a request has by itself.
 * @param {Map<string, string>} fields @param {Map<string, string>} implied
 */
function query(fields, implied) {
  const said = [...fields].filter(([name, value]) => implied.get(name) !== value);
  if (said.length === 0) return "";
  return `?${said.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&")}`;
}

/** The media type of both bodies. */
export const mediaType = "application/x-protobuf";

/**
 * @template Request, Response
 * @param {Call<Request, Response>} call @param {Request} message
 * @returns {Uint8Array | undefined}
 */
export const body = (call, message) => (call.hasBody ? call.request.encode(message) : undefined);
