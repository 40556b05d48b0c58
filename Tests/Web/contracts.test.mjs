import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { body, target } from "../../Web/contracts/calls.js";
import {
  AddMembersRequest, Chat, ChatType, ClientFrame, ContractError, Entry, ErrorResponse, GetChatsRequest,
  GetMessagesRequest, ServerFrame, calls, compareUint64, errorCodes, unknownFields,
} from "../../Web/contracts/martlet.js";
import { Everything } from "./Generated/everything.js";

const bytes = (hex) => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));

test("an empty message has what is always there", () => {
  const chat = Chat.create();
  assert.equal(chat.id, "0");
  assert.equal(chat.type, "unspecified");
  assert.equal("peerId" in chat, false);
  assert.equal(Chat.encode(chat).length, 0);
});

test("64-bit numbers stay exact", () => {
  for (const id of ["0", "1", "9007199254740993", "18446744073709551615"]) {
    assert.equal(Chat.decode(Chat.encode(Chat.create({ id }))).id, id);
  }
  for (const anInt64 of ["-9223372036854775808", "-1", "9223372036854775807"]) {
    const message = Everything.create({ anInt64, aSint64: anInt64, anSfixed64: anInt64 });
    assert.deepEqual(Everything.decode(Everything.encode(message)), message);
  }
});

test("64-bit numbers have an order", () => {
  const sorted = ["18446744073709551615", "9", "10", "0"].sort(compareUint64);
  assert.deepEqual(sorted, ["0", "9", "10", "18446744073709551615"]);
});

test("a frame is the same in both encodings", () => {
  const frame = { type: "message.send", id: "c1", payload: { chatId: "7", clientId: "u", content: { text: "hé🐦" } } };
  const decoded = ClientFrame.decode(ClientFrame.encode(frame));
  assert.equal(decoded.type, "message.send");
  assert.equal(decoded.id, "c1");
  assert.equal(decoded.payload.content.text, "hé🐦");
  const json = JSON.parse(JSON.stringify(ClientFrame.toJSON(decoded)));
  assert.deepEqual(ClientFrame.fromJSON(json), decoded);
  assert.deepEqual(Object.keys(json).sort(), ["id", "payload", "type"]);
});

test("a frame without a payload is complete", () => {
  assert.deepEqual(ClientFrame.toJSON({ type: "ping" }), { type: "ping", payload: {} });
  assert.equal(ClientFrame.decode(ClientFrame.encode({ type: "ping" })).type, "ping");
});

test("a frame of an unknown type is refused in JSON and kept in the binary encoding", () => {
  assert.throws(() => ServerFrame.fromJSON({ type: "no.such", payload: {} }), ContractError);
  const encoded = bytes("c2 3e 02 08 01");
  const frame = ServerFrame.decode(encoded);
  assert.equal(frame.type, undefined);
  assert.deepEqual(ServerFrame.encode(frame), encoded);
});

test("unknown fields are written again", () => {
  const encoded = bytes("08 05 c0 3e 01 ca 3e 01 78 d5 3e 01000000 db 3e 08 01 dc 3e");
  const chat = Chat.decode(encoded);
  assert.equal(chat.id, "5");
  assert.equal(chat[unknownFields].length, encoded.length - 2);
  assert.deepEqual(Chat.encode(chat), encoded);
});

test("an enum value without a name is its number", () => {
  const chat = Chat.decode(bytes("10 2a"));
  assert.equal(chat.type, 42);
  assert.equal(Chat.toJSON(chat).type, 42);
  assert.deepEqual(Chat.encode(chat), bytes("10 2a"));
  assert.equal(Chat.fromJSON({ type: 2 }).type, ChatType.GROUP);
});

test("both spellings of a list of numbers are read", () => {
  const packed = Everything.decode(bytes("a2 01 02 01 02"));
  const unpacked = Everything.decode(bytes("a0 01 01 a0 01 02"));
  assert.deepEqual(packed.packedNumbers, [1, 2]);
  assert.deepEqual(unpacked.packedNumbers, [1, 2]);
});

test("parts of a message that come apart are merged", () => {
  const entry = Entry.decode(bytes("f2 01 03 0a 01 61 f2 01 03 12 01 62"));
  assert.deepEqual(entry.content, { text: "a", scheme: "b", keys: [] });
});

test("the last member of a oneof counts", () => {
  const message = Everything.decode(bytes("c2 02 01 61 c8 02 07"));
  assert.equal(message.count, 7);
  assert.equal("name" in message, false);
  assert.throws(() => Everything.fromJSON({ name: "a", count: 7 }), ContractError);
});

test("a map may have a key that objects have", () => {
  const message = Everything.decode(bytes("f2 01 0e 0a 09 5f5f70726f746f5f5f 12 01 61"));
  assert.deepEqual(Object.keys(message.textByText), ["__proto__"]);
  assert.deepEqual(Everything.encode(message), bytes("f2 01 0e 0a 09 5f5f70726f746f5f5f 12 01 61"));
});

test("damaged bytes are refused, and nothing else is thrown", () => {
  const whole = Everything.encode(Everything.create({ aString: "abc", nested: { depth: 1 }, children: [{ aBool: true }] }));
  for (let end = 1; end < whole.length; end += 1) {
    try {
      Everything.decode(whole.subarray(0, end));
    } catch (error) {
      assert.ok(error instanceof ContractError, String(error));
    }
  }
  for (const hex of ["00", "0e", "72 02 ff ff", "08 ffffffffffffffffffff01", "db 3e e4 3e", "72 ff 01"]) {
    assert.throws(() => Everything.decode(bytes(hex)), ContractError, hex);
  }
});

test("depth has a limit", () => {
  let nested = new Uint8Array(0);
  for (let depth = 0; depth < 101; depth += 1) {
    const length = [];
    for (let rest = nested.length; ; rest >>= 7) {
      length.push(rest > 127 ? (rest & 127) | 128 : rest);
      if (rest <= 127) break;
    }
    nested = Uint8Array.from([0xd2, 0x01, ...length, ...nested]);
  }
  assert.throws(() => Everything.decode(nested), /deep/);
});

test("JSON of the wrong kind is refused with the field's name", () => {
  assert.throws(() => Chat.fromJSON({ memberCount: "many" }), /memberCount/);
  assert.throws(() => Chat.fromJSON({ id: {} }), /id/);
  assert.throws(() => Chat.fromJSON({ id: "18446744073709551616" }), /id/);
  assert.throws(() => Entry.fromJSON({ content: { keys: [{ key: "!" }] } }), /content: keys: key/);
  assert.throws(() => Chat.fromJSON([]), ContractError);
});

test("fields that JSON does not carry are neither written nor read", () => {
  assert.equal("hidden" in Everything.toJSON(Everything.create({ hidden: "h" })), false);
  assert.equal(Everything.fromJSON({ hidden: "h" }).hidden, "");
});

test("every error code of an answer is in the registry", () => {
  const answer = ErrorResponse.fromJSON({ error: { code: "chat.not_found", message: "" }, requestId: "r" });
  assert.equal(errorCodes[answer.error.code].status, 404);
  assert.equal(errorCodes["server.overloaded"].isRetryable, true);
});

test("enums and the registry are frozen", () => {
  assert.ok(Object.isFrozen(ChatType) && Object.isFrozen(errorCodes) && Object.isFrozen(errorCodes["chat.not_found"]));
});

test("what another implementation wrote comes back byte for byte", () => {
  const samples = readFileSync(new URL("../ProtobufTests/Samples.swift", import.meta.url), "utf8");
  const hex = /everythingHex = """([^"]*)"""/.exec(samples)[1].replaceAll(/[\s\\]/g, "");
  assert.equal(Buffer.from(Everything.encode(Everything.decode(bytes(hex)))).toString("hex"), hex);
});

test("a call has the path and the query of its request", () => {
  const page = GetMessagesRequest.create({ chatId: "7", before: "18446744073709551615", limit: 200 });
  assert.equal(target(calls.getMessages, page), "/v1/chats/7/messages?before=18446744073709551615&limit=200");
  assert.equal(target(calls.getMessages, GetMessagesRequest.create({ chatId: "7" })), "/v1/chats/7/messages");
  const reaction = { id: "7.5", emoji: "a/b 👍" };
  assert.equal(target(calls.removeReaction, reaction), "/v1/messages/7.5/reactions/a%2Fb%20%F0%9F%91%8D");
  assert.equal(target(calls.getChats, GetChatsRequest.create()), "/v1/chats");
});

test("a call without a part of its path is none", () => {
  assert.equal(target(calls.deleteMessage, { id: "" }), undefined);
});

test("a call with a body holds all of its request there", () => {
  const request = AddMembersRequest.create({ chatId: "7", userIds: ["1"], role: "admin" });
  assert.equal(target(calls.addMembers, request), "/v1/chats/7/members");
  assert.deepEqual(AddMembersRequest.decode(body(calls.addMembers, request)), request);
  assert.equal(body(calls.getChats, GetChatsRequest.create()), undefined);
});
