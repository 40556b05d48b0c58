"""Somebody with an account, logged in on one device."""

import uuid
from datetime import datetime
from urllib.parse import quote

import requests

from harness import PATIENCE_SECONDS, described, secrets
from harness.socket import Socket


class Failure(AssertionError):
    """A call that should have succeeded did not."""


def http_session():
    session = requests.Session()
    session.trust_env = False  # A proxy of the machine's has no part in this.
    session.hooks["response"].append(described.check_response)
    return session


def error_code(response):
    return response.json()["error"]["code"]


def refusal(response):
    """The status and the code of a refused call."""
    return response.status_code, None if response.ok else error_code(response)


def wrong_field(response):
    """The field that an invalid request's answer names."""
    assert refusal(response) == (400, "request.invalid"), response.text
    return response.json()["error"]["details"]["field"]


def time_of(text):
    """A time of the protocol as one that can be compared."""
    return datetime.fromisoformat(text)


def new_client_id():
    return str(uuid.uuid4())


class Person:
    """Speaks HTTP with the person's access token, and opens sockets.

    Keeps the server and not its address, which changes when the server is started again.
    """

    def __init__(self, server, email, password, answer):
        self.server = server
        self.email = email
        self.password = password
        self.answer = answer
        self.id = answer["user"]["id"]
        self.device_id = answer["device"]["id"]
        self.session_id = answer["session"]["id"]
        self.token = answer["accessToken"]
        self.http = http_session()
        secrets.remember(answer["accessToken"], answer["refreshToken"])

    @classmethod
    def register(cls, server):
        """A new account with an address of its own."""
        email, password = f"{uuid.uuid4().hex}@example.org", secrets.new_password()
        body = {"email": email, "password": password, "device": {"name": "first", "platform": "test"}}
        response = http_session().post(f"{server.url}/v1/auth/register", json=body, timeout=PATIENCE_SECONDS)
        return cls(server, email, password, expect(response, 201))

    def on_another_device(self):
        """The same person, logged in on a second device."""
        body = {"email": self.email, "password": self.password, "device": {"name": "second", "platform": "test"}}
        answer = expect(self.post("/v1/auth/login", body, token=None), 200)
        return Person(self.server, self.email, self.password, answer)

    # HTTP

    def request(self, method, path, token=True, headers=None, **arguments):
        headers = dict(headers or {})
        if token:
            headers["Authorization"] = f"Bearer {self.token if token is True else token}"
        return self.http.request(
            method, self.server.url + path, headers=headers, timeout=PATIENCE_SECONDS, **arguments)

    def get(self, path, **arguments):
        return self.request("GET", path, **arguments)

    def post(self, path, body, **arguments):
        return self.request("POST", path, json=body, **arguments)

    def create_chat(self, *others, type="group", **fields):
        """The raw answer to the creation of a chat."""
        return self.post("/v1/chats", {"type": type, "memberIds": [other.id for other in others], **fields})

    def new_group(self, *others):
        """The id of a new group whose messages the server may read."""
        return expect(self.create_chat(*others, encryption="server"), 201)["chat"]["id"]

    def chat(self, chat_id):
        """A chat as this person sees it now."""
        return expect(self.get(f"/v1/chats/{chat_id}"), 200)["chat"]

    # Members; these and all below give the raw answer unless they say otherwise.

    def add(self, chat_id, *others, **fields):
        return self.post(f"/v1/chats/{chat_id}/members", {"userIds": [other.id for other in others], **fields})

    def remove(self, chat_id, other):
        return self.request("DELETE", f"/v1/chats/{chat_id}/members/{other.id}")

    def leave(self, chat_id):
        return self.remove(chat_id, self)

    def change_role(self, chat_id, other, role):
        return self.request("PATCH", f"/v1/chats/{chat_id}/members/{other.id}", json={"role": role})

    def members(self, chat_id, **query):
        return self.get(f"/v1/chats/{chat_id}/members", params=query)

    def update_chat(self, chat_id, **fields):
        return self.request("PATCH", f"/v1/chats/{chat_id}", json=fields)

    # Messages

    def post_message(self, chat_id, text=None, client_id=None, **fields):
        return self.post("/v1/messages", message(chat_id, text, client_id, **fields))

    def say(self, chat_id, text=None, **fields):
        """The entry of a message sent over HTTP."""
        return expect(self.post_message(chat_id, text, **fields), 201)["entry"]

    def edit(self, entry, text=None, client_id=None):
        return self.command("message.edit", edit(entry, text, client_id))

    def delete(self, entry):
        return self.command("message.delete", {"id": entry["id"]})

    def react(self, entry, emoji, client_id=None):
        return self.command("reaction.add", reaction(entry, emoji, client_id))

    def unreact(self, entry, emoji):
        return self.command("reaction.remove", {"id": entry["id"], "emoji": emoji})

    def command(self, type, payload):
        """What a frame of this type asks for, asked over HTTP."""
        body = {name: value for name, value in payload.items() if name != "id"}
        path = f"/v1/messages/{quote(payload['id'], safe='')}" if "id" in payload else "/v1/messages"
        match type:
            case "message.send":
                return self.post(path, body)
            case "message.edit":
                return self.request("PUT", path, json=body)
            case "reaction.add":
                return self.post(f"{path}/reactions", body)
            case "reaction.remove" if "emoji" in payload:
                return self.request("DELETE", f"{path}/reactions/{quote(payload['emoji'], safe='')}")
            case "message.delete" | "reaction.remove":
                return self.request("DELETE", path)
        raise ValueError(type)

    def status(self, entry):
        return self.get(f"/v1/messages/{entry['id']}/status")

    def mark_read(self, chat_id, seq):
        return self.post(f"/v1/chats/{chat_id}/read", {"seq": str(seq)})

    def history(self, chat_id, **query):
        """A page of a chat."""
        return self.get(f"/v1/chats/{chat_id}/messages", params=query)

    def whole_history(self, chat_id):
        """All entries of a chat, page by page, and the last sequence number that the server knows of."""
        entries = []
        while True:
            after = int(entries[-1]["seq"]) if entries else 0
            page = expect(self.history(chat_id, after=after, limit=200), 200)
            entries += page["entries"]
            if not page["entries"] or int(entries[-1]["seq"]) >= int(page["lastSeq"]):
                return entries, int(page["lastSeq"])

    # Sockets

    def socket(self, **arguments):
        """A socket that has not said anything yet."""
        return Socket(self.server.websocket_url, token=self.token, **arguments)

    def connect(self, inbox_cursor=""):
        """A socket in its session, with the heads of what happened since the cursor."""
        return self.socket().resume(inbox_cursor)


def expect(response, status):
    """The body of an answer that has this status."""
    if response.status_code != status:
        raise Failure(f"{response.request.method} {response.request.path_url}: {response.status_code} {response.text}")
    return response.json() if response.content else None


# What commands are sent as, over HTTP and in sockets.


def message(chat_id, text=None, client_id=None, **fields):
    return {"chatId": chat_id, "clientId": client_id or new_client_id(), "content": words(text), **fields}


def edit(entry, text=None, client_id=None):
    return {"id": entry["id"], "clientId": client_id or new_client_id(), "content": words(text)}


def reaction(entry, emoji, client_id=None):
    return {"id": entry["id"], "clientId": client_id or new_client_id(), "emoji": emoji}


def words(text=None):
    return {"text": secrets.new_text() if text is None else text}
