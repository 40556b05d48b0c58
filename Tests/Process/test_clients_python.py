"""A client that is not ours: Python's `websockets`, in both subprotocols."""

import json
import uuid

import pytest
import websockets
from harness import PATIENCE_SECONDS
from harness import protobuf as wire
from websockets.sync.client import connect

PROTO = "martlet.v1.proto"
# Of `ServerFrame`, `MessageNew` and `Entry`.
MESSAGE_NEW, ENTRY, ENTRY_CONTENT, TEXT = 14, 1, 30, 1

pytestmark = pytest.mark.conformance("clients-python", "websockets (Python)")


@pytest.fixture(autouse=True)
def version(record_property):
    record_property("version", websockets.__version__)


class Client:
    """Says and hears messages, in whichever subprotocol was agreed on."""

    def __init__(self, person, subprotocols, **options):
        self.connection = connect(
            person.server.websocket_url, subprotocols=subprotocols, proxy=None, ping_interval=None,
            additional_headers={"Authorization": f"Bearer {person.token}"}, open_timeout=PATIENCE_SECONDS,
            close_timeout=PATIENCE_SECONDS, **options)
        self.is_binary = self.connection.subprotocol == PROTO
        self.connection.send(wire.bytes_field(10, b"") if self.is_binary else '{"type":"session.resume","payload":{}}')
        # `session.ready`: from here on messages come by themselves.
        self.connection.recv(timeout=PATIENCE_SECONDS)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def frame(self, chat, text):
        client_id = str(uuid.uuid4())
        if not self.is_binary:
            content = {"chatId": chat, "clientId": client_id, "content": {"text": text}}
            return json.dumps({"type": "message.send", "id": client_id, "payload": content})
        message = wire.number_field(1, int(chat)) + wire.text_field(2, client_id) + wire.bytes_field(
            3, wire.text_field(TEXT, text))
        return wire.text_field(1, client_id) + wire.bytes_field(12, message)

    def next_text(self):
        """The text of the next message of somebody else."""
        while True:
            data = self.connection.recv(timeout=PATIENCE_SECONDS)
            assert isinstance(data, bytes) == self.is_binary
            if (text := self._text_of(data)) is not None:
                return text

    def _text_of(self, data):
        if not self.is_binary:
            return json.loads(data)["payload"].get("entry", {}).get("content", {}).get("text")
        content = data
        for field in (MESSAGE_NEW, ENTRY, ENTRY_CONTENT, TEXT):
            content = wire.first(content, field)
            if content is None:
                return None
        return content.decode()


@pytest.mark.parametrize("theirs", [["martlet.v1.json"], [PROTO]], ids=["json", "proto"])
@pytest.mark.parametrize("ours", [["martlet.v1.json"], [PROTO], None], ids=["json", "proto", "none"])
def test_two_clients_talk(pair, ours, theirs):
    """Each in a subprotocol of its own: a message is the same in both."""
    alice, bob, chat = pair
    with Client(alice, ours) as at_alice, Client(bob, theirs) as at_bob:
        assert at_alice.connection.subprotocol == (ours[0] if ours else None)
        for number in range(5):
            text = f"{number}: é€\U0001f426 " + "x" * (number * 20_000)
            at_alice.connection.send(at_alice.frame(chat, text[:50_000]))
            assert at_bob.next_text() == text[:50_000]
            at_bob.connection.send(at_bob.frame(chat, f"back {number}"))
            assert at_alice.next_text() == f"back {number}"


@pytest.mark.parametrize("subprotocol", ["martlet.v1.json", PROTO])
def test_its_own_fragments(pair, subprotocol):
    alice, bob, chat = pair
    with Client(alice, [subprotocol]) as at_alice, bob.connect() as at_bob:
        text = "in fragments é€\U0001f426"
        frame = at_alice.frame(chat, text)
        at_alice.connection.send(frame[start:start + 7] for start in range(0, len(frame), 7))
        assert at_bob.next_message(chat)["content"]["text"] == text


@pytest.mark.parametrize("subprotocol", ["martlet.v1.json", PROTO])
def test_compression_is_declined(pair, subprotocol):
    alice, _, chat = pair
    with Client(alice, [subprotocol], compression="deflate") as client:
        assert "permessage-deflate" in client.connection.request.headers["Sec-WebSocket-Extensions"]
        assert client.connection.protocol.extensions == []
        client.connection.send(client.frame(chat, "not compressed " * 100))
        client.connection.close()
        assert client.connection.close_code == 1000


def test_its_pings(person):
    with Client(person(), None) as client:
        for payload in (b"", b"x", b"y" * 125):
            assert client.connection.ping(payload).wait(PATIENCE_SECONDS)


@pytest.mark.parametrize("code", [1000, 1001, 3000, 4999])
def test_its_close(person, code):
    with Client(person(), None) as client:
        client.connection.close(code, "bye")
        assert client.connection.protocol.close_rcvd.code == code
