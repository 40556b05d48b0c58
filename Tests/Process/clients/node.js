// A client on node's `ws`. Arguments: address of the socket, subprotocol or "none", access token, chat, how many
// messages. It says what it saw in one line of JSON.
"use strict";
const crypto = require("node:crypto");
const WebSocket = require("ws");

const [url, subprotocol, token, chat, count] = process.argv.slice(2);
const binary = subprotocol === "martlet.v1.proto";
const CONTENT = 30; // Of an entry.
const seen = { accepted: [], texts: [], pongs: [] };

// Of protobuf's binary form what these frames need.
const varint = (number) => {
  const bytes = [];
  for (let rest = BigInt(number); ; rest >>= 7n) {
    if (rest < 0x80n) return Buffer.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 0x7fn) | 0x80);
  }
};
const numberField = (field, number) => Buffer.concat([varint(field << 3), varint(number)]);
const bytesField = (field, bytes) => Buffer.concat([varint((field << 3) | 2), varint(bytes.length), bytes]);
const textField = (field, text) => bytesField(field, Buffer.from(text));
const fieldsOf = (data) => {
  const fields = new Map();
  let at = 0;
  const read = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = data[at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < data.length) {
    const key = Number(read());
    if ((key & 7) === 0) {
      fields.set(key >> 3, read());
    } else if ((key & 7) === 2) {
      const length = Number(read());
      fields.set(key >> 3, data.subarray(at, at + length));
      at += length;
    } else {
      throw new Error(`wire type ${key & 7}`);
    }
  }
  return fields;
};

// The frames that this client speaks, in both subprotocols; the numbers are those of proto/martlet/v1.
const resume = () => (binary ? bytesField(10, Buffer.alloc(0)) : '{"type":"session.resume","payload":{}}');
const send = (id, text) => {
  const clientId = crypto.randomUUID();
  if (!binary) {
    return JSON.stringify({ type: "message.send", id, payload: { chatId: chat, clientId, content: { text } } });
  }
  const content = bytesField(3, textField(1, text));
  return Buffer.concat([
    textField(1, id),
    bytesField(12, Buffer.concat([numberField(1, chat), textField(2, clientId), content])),
  ]);
};
const received = (data, isBinary) => {
  if (isBinary !== binary) throw new Error("a frame of the other kind");
  if (!binary) {
    const frame = JSON.parse(data.toString());
    const { entry } = frame.payload;
    return { type: frame.type, seq: frame.payload.seq, text: entry?.content?.text };
  }
  const frame = fieldsOf(data);
  if (frame.has(10)) return { type: "session.ready" };
  if (frame.has(13)) return { type: "message.accepted", seq: String(fieldsOf(frame.get(13)).get(4)) };
  if (!frame.has(14)) return { type: "other" };
  const content = fieldsOf(fieldsOf(frame.get(14)).get(1)).get(CONTENT);
  return { type: "message.new", text: content && fieldsOf(content).get(1)?.toString() };
};
const socket = new WebSocket(url, subprotocol === "none" ? [] : [subprotocol], {
  headers: { Authorization: `Bearer ${token}` },
  perMessageDeflate: true,
});

const sendAll = () => {
  for (let number = 0; number < Number(count); number += 1) {
    const frame = Buffer.from(send(`m${number}`, `node ${number} é€\u{1f426}`));
    // The library's own fragments: a third, nothing, and the rest, with a ping in between.
    const cut = Math.floor(frame.length / 3);
    socket.send(frame.subarray(0, cut), { binary, fin: false });
    socket.ping(`p${number}`);
    socket.send(Buffer.alloc(0), { binary, fin: false });
    socket.send(frame.subarray(cut), { binary, fin: true });
  }
};

const finishWhenAllIsSeen = () => {
  const isDone = seen.accepted.length === Number(count) && seen.texts.includes("goodbye");
  if (isDone && seen.pongs.length === Number(count)) socket.close(1000, "done");
};

socket.on("open", () => socket.send(resume()));
socket.on("message", (data, isBinary) => {
  const { type, seq, text } = received(data, isBinary);
  if (type === "session.ready") sendAll();
  if (type === "message.accepted") seen.accepted.push(seq);
  if (type === "message.new" && text !== undefined) seen.texts.push(text);
  finishWhenAllIsSeen();
});
socket.on("pong", (data) => {
  seen.pongs.push(data.toString());
  finishWhenAllIsSeen();
});
socket.on("close", (code) => {
  const { protocol, extensions } = socket;
  console.log(JSON.stringify({ ...seen, code, protocol, extensions }));
});
