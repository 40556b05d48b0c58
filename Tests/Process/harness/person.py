"""Somebody with an account, logged in on one device."""

import uuid

import requests

from harness import PATIENCE_SECONDS, secrets
from harness.socket import Socket


class Failure(AssertionError):
    """A call that should have succeeded did not."""


def http_session():
    session = requests.Session()
    session.trust_env = False  # A proxy of the machine's has no part in this.
    return session


def error_code(response):
    return response.json()["error"]["code"]


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

    def post_message(self, chat_id, text=None, client_id=None):
        """The raw answer to a message sent over HTTP."""
        return self.post("/v1/messages", message(chat_id, text, client_id))

    def say(self, chat_id, text=None):
        """The entry of a message sent over HTTP."""
        return expect(self.post_message(chat_id, text), 201)["entry"]

    def history(self, chat_id, **query):
        """The raw answer to a request for a page of a chat."""
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
    return response.json()


def message(chat_id, text=None, client_id=None):
    """What a message is sent as, over HTTP and in sockets."""
    content = {"text": secrets.new_text() if text is None else text}
    return {"chatId": chat_id, "clientId": client_id or new_client_id(), "content": content}
