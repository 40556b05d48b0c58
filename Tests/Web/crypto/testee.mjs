// The core in node as a program that answers lines of JSON, as Tests/E2EETestee does.
import { createInterface } from "node:readline";
import { Operations } from "../../../Web/crypto/operations.js";
import { Answers } from "./answers.mjs";
import { newCore } from "./core.mjs";

const answers = new Answers(new Operations(newCore()));

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answers.answer(JSON.parse(line)))}\n`);
}
