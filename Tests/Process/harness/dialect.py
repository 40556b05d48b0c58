"""The two subprotocols, as far as a test of the layers below needs them."""

import json
import re

from harness import frames, protobuf as wire
from harness.server import REPOSITORY

# Their numbers on the wire, and the names that JSON has for them.
ERROR_CODES = {
    int(number): name
    for number, name in re.findall(
        r'ERROR_CODE_\w+ = (\d+) \[\(wire_name\) = "([^"]+)"',
        (REPOSITORY / "proto/martlet/v1/errors.proto").read_text())
}


class JSONDialect:
    name = "json"
    subprotocol = "martlet.v1.json"
    opcode, wrong_opcode = frames.TEXT, frames.BINARY

    def resume(self):
        return b'{"type":"session.resume","id":"resume","payload":{}}'

    def ping(self, id, size=None):
        """A ping with this id, which the answer repeats; filled up to a size."""
        parts = b'{"type":"ping","id":%s,"payload":{"filler":"' % json.dumps(id, ensure_ascii=False).encode(), b'"}}'
        if size is None:
            return b"".join(parts)
        room = size - sum(map(len, parts))
        assert room >= 0, f"a ping is longer than {size}"
        return parts[0] + b"x" * room + parts[1]

    def answer(self, payload):
        """What a server's message is: its type, what it answers, and the code if it is an error."""
        message = json.loads(payload.decode())
        code = message["payload"]["code"] if message["type"] == "error" else None
        return message["type"], message.get("replyTo"), code

    def has_more_heads(self, payload):
        return json.loads(payload)["payload"]["more"]


class ProtobufDialect:
    name = "proto"
    subprotocol = "martlet.v1.proto"
    opcode, wrong_opcode = frames.BINARY, frames.TEXT

    # The numbers of `ClientFrame` and `ServerFrame` in proto/martlet/v1/frames.proto.
    ID, SESSION_RESUME, PING = 1, 10, 13
    REPLY_TO, ERROR = 1, 17
    TYPES = {10: "session.ready", 11: "sync.heads", 12: "sync.page", 16: "pong", ERROR: "error"}
    ERROR_CODE = 1
    HEADS_MORE = 3
    # A field that no version of the protocol will ever have: unknown, so it must be ignored.
    FILLER = 500_000

    def resume(self):
        return wire.text_field(self.ID, "resume") + wire.bytes_field(self.SESSION_RESUME, b"")

    def ping(self, id, size=None):
        ping = wire.text_field(self.ID, id) + wire.bytes_field(self.PING, b"")
        if size is None or size == len(ping):
            return ping
        # The length of the filler takes one to three bytes.
        for length_bytes in (1, 2, 3):
            room = size - len(ping) - len(wire.tag(self.FILLER, wire.BYTES)) - length_bytes
            if room >= 0 and len(wire.varint(room)) == length_bytes:
                return ping + wire.bytes_field(self.FILLER, b"x" * room)
        raise AssertionError(f"no ping has exactly {size} bytes")

    def answer(self, payload):
        reply_to = wire.first(payload, self.REPLY_TO)
        kind = next(field for field in wire.fields(payload) if field.number != self.REPLY_TO)
        code = ERROR_CODES[wire.first(kind.value, self.ERROR_CODE, 0)] if kind.number == self.ERROR else None
        return self.TYPES.get(kind.number, str(kind.number)), reply_to.decode() if reply_to else None, code

    def has_more_heads(self, payload):
        heads = next(field.value for field in wire.fields(payload) if field.number == 11)
        return bool(wire.first(heads, self.HEADS_MORE, 0))


DIALECTS = [JSONDialect(), ProtobufDialect()]
