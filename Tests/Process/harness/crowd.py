"""Thousands of connections that do not do what connections are for."""

import resource
import select
import socket
import time

from harness import PATIENCE_SECONDS

# Of this process, beside those of the crowd.
DESCRIPTORS_SPARED = 500


class Crowd:
    """Each of them says its part once, and waits."""

    def __init__(self, address, count, part):
        self.part = part
        self.answers = {}
        self._open = {}
        for _ in range(count):
            connection = socket.create_connection(address, timeout=PATIENCE_SECONDS)
            connection.sendall(part)
            self._open[connection.fileno()] = connection
            self.answers[connection.fileno()] = b""

    @staticmethod
    def most(kinds, wanted):
        """How many of each kind this process may open: the count wanted, unless the system gives less."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        return min(wanted, (hard - DESCRIPTORS_SPARED) // kinds)

    @property
    def open_count(self):
        return len(self._open)

    def close(self):
        for connection in self._open.values():
            connection.close()
        self._open = {}

    def watch(self, until, meanwhile):
        """Reads what comes until all have been ended by the server, or the time is over; `meanwhile` is called again
        and again."""
        poller = select.epoll()
        for number in self._open:
            poller.register(number, select.EPOLLIN)
        while self._open and time.monotonic() < until:
            for number, _ in poller.poll(0.05):
                self._read(number, poller)
            meanwhile()
        poller.close()

    def _read(self, number, poller):
        connection = self._open[number]
        try:
            data = connection.recv(1 << 16)
        except ConnectionResetError:
            data = b""
        self.answers[number] += data
        if not data:
            poller.unregister(number)
            connection.close()
            del self._open[number]
