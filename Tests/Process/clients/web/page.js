// What a test asks a page to do, with nothing but what every browser has.

import { newKeys } from "./keys.js";

let token;
let socket;
let lastId = 0;
const waiting = new Map();
const entries = [];
const watchers = [];

const call = async (method, path, body) => {
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
};

const ask = (type, payload) =>
  new Promise((resolve) => {
    lastId += 1;
    const id = `page${lastId}`;
    waiting.set(id, resolve);
    socket.send(JSON.stringify({ type, id, payload }));
  });

const receive = ({ data }) => {
  const frame = JSON.parse(data);
  if (frame.replyTo) waiting.get(frame.replyTo)?.(frame);
  if (frame.type === "message.new") entries.push(frame.payload.entry);
  for (const watcher of watchers) watcher();
};

window.page = {
  call,
  ask,
  newKeys,

  async logIn(email, password) {
    const answer = await call("POST", "/v1/auth/login", { email, password, device: { name: "page", platform: "web" } });
    token = answer.body.accessToken;
    return answer.status;
  },

  // The token goes in the first frame: a browser cannot set the handshake's fields.
  async connect(subprotocols) {
    const address = new URL("/v1/ws", location.href);
    address.protocol = "ws:";
    socket = new WebSocket(address, subprotocols);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error("the socket did not open"));
    });
    socket.onmessage = receive;
    const ready = await ask("session.resume", { accessToken: token });
    return { type: ready.type, protocol: socket.protocol, extensions: socket.extensions };
  },

  async say(chatId, text) {
    const answer = await ask("message.send", { chatId, clientId: crypto.randomUUID(), content: { text } });
    return answer.type === "message.accepted" ? answer.payload.seq : answer.payload.code;
  },

  // The texts of a chat, once there are so many.
  texts(chatId, count) {
    const all = () => entries.filter((entry) => entry.chatId === chatId && entry.content?.text);
    return new Promise((resolve) => {
      const look = () => all().length >= count && resolve(all().map((entry) => [entry.seq, entry.content.text]));
      watchers.push(look);
      look();
    });
  },

  close(code, reason) {
    return new Promise((resolve) => {
      socket.onclose = (event) => resolve({ code: event.code, wasClean: event.wasClean });
      socket.close(code, reason);
    });
  },
};
