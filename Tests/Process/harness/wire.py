"""A TCP connection on which a test says each byte itself."""

import base64
import hashlib
import socket

from harness import PATIENCE_SECONDS
from harness.frames import CLOSE, FrameReader

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
KEY = base64.b64encode(bytes(range(16))).decode()
HEAD_BYTES_MAX = 1 << 16


class Response:
    """The head of an HTTP answer; the body stays on the wire."""

    def __init__(self, head):
        status_line, *lines = head.decode("latin-1").split("\r\n")
        version, status, *_ = status_line.split(" ")
        assert version == "HTTP/1.1", status_line
        self.status = int(status)
        self.fields = [(name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]

    def all(self, name):
        return [value for each, value in self.fields if each == name.lower()]

    def first(self, name):
        return next(iter(self.all(name)), None)


class Wire:
    def __init__(self, address):
        self.socket = socket.create_connection(address, timeout=PATIENCE_SECONDS)
        # Each write is a segment of its own.
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._received = b""
        self._frames = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def write(self, *pieces):
        """Each piece in a write of its own. A server that has seen enough may close before it has read all."""
        try:
            for piece in pieces:
                self.socket.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def read_some(self):
        """What has come; empty at the end of the stream."""
        try:
            return self.socket.recv(1 << 16)
        except ConnectionResetError:
            return b""

    def response(self):
        """The head of the next answer; None when the server closes without one."""
        while b"\r\n\r\n" not in self._received:
            assert len(self._received) < HEAD_BYTES_MAX, "a head without end"
            data = self.read_some()
            if not data:
                assert not self._received, f"cut off in the head: {self._received!r}"
                return None
            self._received += data
        head, _, self._received = self._received.partition(b"\r\n\r\n")
        return Response(head)

    def upgrade(self, subprotocol=None, token=None, path="/v1/ws"):
        """The opening handshake as it should be; frames from here on."""
        fields = [f"Authorization: Bearer {token}"] if token else []
        fields += [f"Sec-WebSocket-Protocol: {subprotocol}"] if subprotocol else []
        self.write(upgrade_request(*fields, path=path))
        response = self.response()
        assert response.status == 101, response.status
        assert response.first("sec-websocket-protocol") == subprotocol
        self.begin_frames()
        return self

    def begin_frames(self):
        self._frames = FrameReader()
        self._frames.feed(self._received)

    def frame(self):
        """The next frame; None at the end of the stream, which may not come within one."""
        while (frame := self._frames.next()) is None:
            data = self.read_some()
            if not data:
                assert self._frames.is_empty, "cut off within a frame"
                return None
            self._frames.feed(data)
        return frame

    def close_payload(self):
        """Reads up to the server's close frame, and returns what it says; the server must end the stream after it."""
        while (frame := self.frame()) is not None:
            if frame.opcode == CLOSE:
                assert self.frame() is None, "a frame after the close frame (RFC 6455 §5.5.1)"
                return frame.payload
        raise AssertionError("the server ended the stream without a close frame")


def upgrade_request(*fields, path="/v1/ws"):
    lines = [
        f"GET {path} HTTP/1.1", "Host: martlet.example", "Upgrade: websocket", "Connection: Upgrade",
        f"Sec-WebSocket-Key: {KEY}", "Sec-WebSocket-Version: 13", *fields, "", "",
    ]
    return "\r\n".join(lines).encode("latin-1")


def accept_of(key):
    return base64.b64encode(hashlib.sha1(key.encode() + MAGIC).digest()).decode()
