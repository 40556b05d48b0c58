"""HTTP as bytes: requests that no client library would send, and answers as they come."""

import socket

from harness import PATIENCE_SECONDS


class Answer:
    """One answer: its status, its fields with names in lower case, and its body."""

    def __init__(self, status, headers, body=b""):
        self.status = status
        self.headers = headers
        self.body = body

    def __repr__(self):
        return f"<{self.status} {self.headers} {self.body[:200]!r}>"


class RawConnection:
    """A connection that sends what it is told and reads answers one by one."""

    def __init__(self, address):
        self.socket = socket.create_connection(address, timeout=PATIENCE_SECONDS)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffered = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data, piece=None):
        """Sends it whole, or in pieces of so many bytes. A server that has refused already need not take the rest."""
        try:
            for start in range(0, len(data), piece or len(data) or 1):
                self.socket.sendall(data[start:start + piece] if piece else data)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def end_output(self):
        self.socket.shutdown(socket.SHUT_WR)

    def _more(self):
        try:
            got = self.socket.recv(65_536)
        except ConnectionResetError:
            got = b""
        self.buffered += got
        return bool(got)

    def _line(self):
        while b"\r\n" not in self.buffered:
            if not self._more():
                return None
        line, self.buffered = self.buffered.split(b"\r\n", 1)
        return line

    def _bytes(self, count):
        while len(self.buffered) < count:
            assert self._more(), f"the connection ended inside a body, after {self.buffered[-200:]!r}"
        data, self.buffered = self.buffered[:count], self.buffered[count:]
        return data

    def head(self):
        """The next answer without its body; None at the end of the connection."""
        line = self._line()
        if line is None:
            assert self.buffered == b"", f"the connection ended inside a line: {self.buffered!r}"
            return None
        version, status, _ = line.split(b" ", 2)
        assert version == b"HTTP/1.1", line
        headers = {}
        while (line := self._line()) != b"":
            assert line is not None, "the connection ended inside a head"
            name, value = line.decode("latin-1").split(": ", 1)
            name = name.lower()
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        return Answer(int(status), headers)

    def answer(self, to="GET"):
        """The next answer; `to` is the request's method."""
        answer = self.head()
        if answer is None or to == "HEAD" or answer.status in (204, 304) or answer.status < 200:
            return answer
        if answer.headers.get("transfer-encoding") == "chunked":
            while size := int(self._line(), 16):
                answer.body += self._bytes(size)
                assert self._line() == b""
            assert self._line() == b""
        else:
            answer.body = self._bytes(int(answer.headers["content-length"]))
        return answer

    def is_at_end(self):
        return self.buffered == b"" and not self._more()
