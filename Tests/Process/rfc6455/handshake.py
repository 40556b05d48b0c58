"""§4 and §11: which opening requests are taken, and how the others are refused."""

import base64
from dataclasses import dataclass

JSON, PROTO = "martlet.v1.json", "martlet.v1.proto"
KEY = base64.b64encode(b"sixteen bytes ok").decode()

USUAL = [
    ("Host", "martlet.example"), ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Key", KEY),
    ("Sec-WebSocket-Version", "13"),
]

REFUSED = (400,)
# §4.2.2: 426 with the version that is spoken; an answer to a request that names none may also be 400.
OTHER_VERSION = (426,)


@dataclass(frozen=True)
class Handshake:
    """`fields` go out after a request line; the status must be among `statuses`. With 101 the subprotocol must be
    `subprotocol`, where None means that none may be named."""

    section: str
    name: str
    fields: tuple
    statuses: tuple = (101,)
    subprotocol: str | None = None
    key: str = KEY
    method: str = "GET"
    version: str = "HTTP/1.1"
    body: bytes = b""

    @property
    def id(self):
        return f"{self.section} {self.name}"

    def request(self):
        lines = [f"{self.method} /v1/ws {self.version}", *(f"{name}: {value}" for name, value in self.fields), "", ""]
        return "\r\n".join(lines).encode("latin-1") + self.body


def cases():
    return [
        *requests(), *upgrade(), *connection(), *keys(), *versions(), *subprotocols(), *extensions(), *other_fields(),
    ]


def with_field(name, *values):
    """The usual fields, where one has these values instead, each in a line of its own."""
    others = [field for field in USUAL if field[0] != name]
    return (*others, *((name, value) for value in values))


def plus(*fields):
    return (*USUAL, *fields)


def requests():
    yield Handshake("4.2.1", "as it should be", plus())
    yield Handshake("4.2.1", "field names in capitals", tuple((name.upper(), value) for name, value in USUAL))
    yield Handshake("4.2.1", "field names in small letters", tuple((name.lower(), value) for name, value in USUAL))
    yield Handshake("4.2.1", "fields in another order", tuple(reversed(USUAL)))
    yield Handshake("4.2.1", "spaces around the values", tuple((name, f"  {value}\t ") for name, value in USUAL))
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        length = ("Content-Length", "0")
        yield Handshake("4.2.1", f"method {method}", plus(length), (405,), method=method)
    yield Handshake("4.2.1", "HTTP/1.0", plus(), (400, 426, 505), version="HTTP/1.0")
    yield Handshake("4.2.1", "no Host", with_field("Host"), REFUSED)
    yield Handshake("4.2.1", "two Hosts", with_field("Host", "a.example", "b.example"), REFUSED)
    yield Handshake("4.2.1", "a body", plus(("Content-Length", "4")), REFUSED, body=b"body")
    yield Handshake("4.2.1", "an empty body", plus(("Content-Length", "0")), (101, 400))


def upgrade():
    for value in ("WebSocket", "WEBSOCKET", "h2c, websocket", "websocket, h2c", ",websocket,"):
        yield Handshake("4.2.1", f"Upgrade: {value}", with_field("Upgrade", value))
    yield Handshake("4.2.1", "Upgrade in two lines", with_field("Upgrade", "h2c", "websocket"))
    for value in ("", "h2c", "websockets", "web socket", '"websocket"'):
        yield Handshake("4.2.1", f"Upgrade: {value!r}", with_field("Upgrade", value), (400, 426))
    yield Handshake("4.2.1", "no Upgrade", with_field("Upgrade"), (400, 426))


def connection():
    for value in ("upgrade", "UPGRADE", "keep-alive, Upgrade", "Upgrade, keep-alive", "x,upgrade", ", Upgrade"):
        yield Handshake("4.2.1", f"Connection: {value}", with_field("Connection", value))
    yield Handshake("4.2.1", "Connection in two lines", with_field("Connection", "keep-alive", "Upgrade"))
    for value in ("", "keep-alive", "Upgraded", "close", "Up grade"):
        yield Handshake("4.2.1", f"Connection: {value!r}", with_field("Connection", value), REFUSED)
    yield Handshake("4.2.1", "no Connection", with_field("Connection"), REFUSED)


def keys():
    for raw in (b"\0" * 16, b"\xff" * 16, bytes(range(16)), b"the sample nonce"):
        key = base64.b64encode(raw).decode()
        yield Handshake("4.2.2", f"the accept of key {key}", with_field("Sec-WebSocket-Key", key), key=key)
    bad = {
        "empty": "", "of 15 bytes": base64.b64encode(b"x" * 15).decode(),
        "of 17 bytes": base64.b64encode(b"x" * 17).decode(), "of 32 bytes": base64.b64encode(b"x" * 32).decode(),
        "without padding": KEY.rstrip("="), "with too much padding": KEY + "=", "not base 64": "!" * 22 + "==",
        "with a space within": KEY[:10] + " " + KEY[10:], "of base64url": "____________________--==",
        "plain": "sixteen bytes ok",
    }
    for why, key in bad.items():
        yield Handshake("4.2.1", f"a key {why}", with_field("Sec-WebSocket-Key", key), REFUSED)
    yield Handshake("4.2.1", "no key", with_field("Sec-WebSocket-Key"), REFUSED)
    yield Handshake("11.3.1", "two keys", with_field("Sec-WebSocket-Key", KEY, KEY), REFUSED)


def versions():
    for value in ("0", "7", "8", "12", "14", "25", "255", "13.0", "013", "x", "1 3"):
        yield Handshake("4.4", f"version {value}", with_field("Sec-WebSocket-Version", value), OTHER_VERSION)
    for value in ("-13", ""):
        yield Handshake("4.4", f"version {value!r}", with_field("Sec-WebSocket-Version", value), (400, 426))
    yield Handshake("4.4", "no version", with_field("Sec-WebSocket-Version"), (400, 426))
    yield Handshake("11.3.5", "two versions", with_field("Sec-WebSocket-Version", "13", "8"), (400, 426))
    yield Handshake("11.3.5", "the version twice", with_field("Sec-WebSocket-Version", "13", "13"), (400, 426))


def subprotocols():
    def offering(*values):
        return plus(*(("Sec-WebSocket-Protocol", value) for value in values))

    yield Handshake("4.2.2", "no subprotocol", plus())
    for name in (JSON, PROTO):
        yield Handshake("4.2.2", f"subprotocol {name}", offering(name), subprotocol=name)
        yield Handshake("4.2.2", f"{name} after an unknown one", offering(f"chat, {name}"), subprotocol=name)
        yield Handshake("4.2.2", f"{name} before an unknown one", offering(f"{name}, chat"), subprotocol=name)
        yield Handshake("11.3.4", f"{name} in a second line", offering("chat", name), subprotocol=name)
        yield Handshake("4.2.2", f"{name} without spaces", offering(f"chat,{name},other"), subprotocol=name)
    yield Handshake("4.2.2", "both, JSON first", offering(f"{JSON}, {PROTO}"), subprotocol=JSON)
    yield Handshake("4.2.2", "both, protobuf first", offering(f"{PROTO}, {JSON}"), subprotocol=PROTO)
    yield Handshake("4.2.2", "both, in two lines", offering(PROTO, JSON), subprotocol=PROTO)
    # Names are compared as they stand. Which to refuse and which to go on with none is the server's choice.
    for name in ("chat", "martlet.v2.json", "MARTLET.V1.JSON", "martlet.v1", "martlet.v1.jsonx", "chat, superchat"):
        yield Handshake("4.2.2", f"unknown subprotocol {name}", offering(name), (101, 400))


def extensions():
    offers = [
        "permessage-deflate", "permessage-deflate; client_max_window_bits", "x-webkit-deflate-frame",
        'permessage-deflate; server_max_window_bits=10, permessage-deflate; client_no_context_takeover',
        'unknown; parameter="quoted"',
    ]
    for offer in offers:
        yield Handshake("9.1", f"extension {offer} is not taken", plus(("Sec-WebSocket-Extensions", offer)))


def other_fields():
    yield Handshake("4.2.1", "an Origin", plus(("Origin", "https://martlet.example")))
    yield Handshake("4.2.1", "the Origin null", plus(("Origin", "null")))
    yield Handshake("4.2.1", "fields that are unknown", plus(("X-Colour", "blue"), ("Sec-WebSocket-Colour", "red")))
    yield Handshake("4.2.1", "cookies", plus(("Cookie", "colour=blue; taste=sweet")))
