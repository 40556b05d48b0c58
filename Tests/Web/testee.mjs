// Reads a message in one encoding and writes it in another, for comparing with other implementations. A request is a
// line of JSON: {"type", "protobuf" (base64) or "json", "output"}; so is an answer: {"protobuf"}, {"json"} or {"refusal"}.

import { createInterface } from "node:readline";
import * as contract from "../../Web/contracts/martlet.js";
import * as test from "./Generated/everything.js";

const types = new Map();
for (const exported of [...Object.values(contract), ...Object.values(test)]) {
  if (typeof exported?.decode === "function") types.set(exported.name, exported);
}

function answer(request) {
  const type = types.get(request.type);
  const message = request.protobuf === undefined
    ? type.fromJSON(JSON.parse(request.json)) : type.decode(Buffer.from(request.protobuf, "base64"));
  if (request.output === "json") return { json: JSON.stringify(type.toJSON(message)) };
  return { protobuf: Buffer.from(type.encode(message)).toString("base64") };
}

if (process.argv[2] === "--types") {
  console.log([...types.keys()].join("\n"));
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    let result;
    try {
      result = answer(JSON.parse(line));
    } catch (error) {
      if (!(error instanceof contract.ContractError) && !(error instanceof SyntaxError)) throw error;
      result = { refusal: error.message };
    }
    console.log(JSON.stringify(result));
  }
}
