"""A session on a WebSocket whose every byte the test writes, and whose every answer is expected."""

from dataclasses import dataclass

from harness import frames
from harness.wire import Wire

# What may come back.


@dataclass(frozen=True)
class Answer:
    """The protocol's `pong` to the ping with this id: the message was understood as it was meant."""

    id: str


@dataclass(frozen=True)
class Refusal:
    """The protocol's `error` with one of these codes: the message was whole, and no frame of the protocol."""

    codes: tuple


@dataclass(frozen=True)
class Pong:
    """A pong frame with this payload (§5.5.3)."""

    payload: bytes


@dataclass(frozen=True)
class Closed:
    """A close frame with one of these codes, None for one without a code, and then the end of the stream."""

    codes: tuple


# RFC 6455 §7.4.2
PRIVATE_CODES_FROM = 4000


class Conversation:
    def __init__(self, server, token, dialect):
        self.dialect = dialect
        self.wire = Wire(server.address).upgrade(dialect.subprotocol, token)
        self.has_ended = False
        self._resume()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.wire.socket.close()

    def _resume(self):
        self.write(frames.frame(self.dialect.opcode, self.dialect.resume()))
        kind, _, _ = self.dialect.answer(self._message())
        assert kind == "session.ready", kind
        while True:
            heads = self._message()
            assert self.dialect.answer(heads)[0] == "sync.heads"
            if not self.dialect.has_more_heads(heads):
                return

    def write(self, *pieces):
        self.wire.write(*pieces)

    def expect(self, answers):
        for answer in answers:
            match answer:
                case Answer(id):
                    assert self.dialect.answer(self._message()) == ("pong", id, None)
                case Refusal(codes):
                    kind, _, code = self.dialect.answer(self._message())
                    assert kind == "error" and code in codes, (kind, code)
                case Pong(payload):
                    assert self.wire.frame() == (frames.PONG, payload, True)
                case Closed(codes):
                    self._expect_close(codes)

    def go_on(self):
        """The connection still works, and nothing was on its way that nobody expected; then it is closed in order."""
        self.write(frames.frame(self.dialect.opcode, self.dialect.ping("still here")), frames.close(1000, b"done"))
        self.expect([Answer("still here"), Closed((1000,))])

    def _message(self):
        frame = self.wire.frame()
        assert frame is not None, "the server ended the stream"
        assert frame.opcode == self.dialect.opcode, frame
        assert frame.is_final
        return frame.payload

    def _expect_close(self, codes):
        frame = self.wire.frame()
        assert frame is not None, "the server ended the stream without a close frame"
        assert frame.opcode == frames.CLOSE, frame
        code = int.from_bytes(frame.payload[:2], "big") if frame.payload else None
        assert code in codes
        assert len(frame.payload) != 1
        frame.payload[2:].decode()
        if code and code >= PRIVATE_CODES_FROM:
            # A close of the protocol's own is a handshake: the server waits for our half of it.
            self.write(frames.close(code))
        assert self.wire.frame() is None, "a frame after the close frame (RFC 6455 §5.5.1)"
        self.has_ended = True
