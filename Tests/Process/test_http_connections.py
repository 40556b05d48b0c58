"""How many connections there may be, and whose they are behind a proxy."""

import struct

import pytest
from harness.raw_http import RawConnection
from harness.server import Server

HEALTH = b"GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n"
SIGNATURE = b"\r\n\r\n\0\r\nQUIT\n"
PER_ADDRESS = 3


def end(server):
    try:
        server.stop()
    finally:
        server.kill()


@pytest.fixture(scope="module")
def small_server(tmp_path_factory):
    server = Server(
        tmp_path_factory.mktemp("small"), MARTLET_CONNECTIONS_PER_ADDRESS_MAX=str(PER_ADDRESS)).start()
    yield server
    end(server)


@pytest.fixture(scope="module")
def proxied_server(tmp_path_factory):
    server = Server(
        tmp_path_factory.mktemp("proxied"), MARTLET_CONNECTIONS_PER_ADDRESS_MAX=str(PER_ADDRESS),
        MARTLET_TRUSTED_PROXIES="127.0.0.0/8", MARTLET_PROXY_PROTOCOL="v2").start()
    yield server
    end(server)


class Connections(list):
    """Open connections, all closed at the end."""

    def __init__(self, server):
        self.server = server

    def open(self, first=b""):
        """A new connection and the status of its first answer; None when it is closed without one."""
        connection = RawConnection(self.server.address)
        self.append(connection)
        connection.send(first + HEALTH)
        answer = connection.answer()
        return answer and answer.status

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for connection in self:
            connection.socket.close()


def test_one_address_has_so_many_connections_and_no_more(small_server):
    with Connections(small_server) as connections:
        assert [connections.open() for _ in range(PER_ADDRESS)] == [200] * PER_ADDRESS
        refused = RawConnection(small_server.address)
        answer = refused.answer()
        assert (answer.status, answer.headers["connection"], answer.headers["retry-after"]) == (503, "close", "1")
        assert b"server.overloaded" in answer.body
        assert refused.is_at_end()
        # A place that is given back is there again, as soon as the server has seen that.
        connections[0].socket.close()
        while connections.open() != 200:
            pass


def test_the_process_has_so_many_connections_and_no_more(tmp_path):
    server = Server(tmp_path, MARTLET_CONNECTIONS_MAX="2").start()
    with Connections(server) as connections:
        assert [connections.open() for _ in range(3)] == [200, 200, None]
    end(server)


# The PROXY protocol


def header(source=None, version_and_command=0x21, family=0x11, extra=b"", length=None):
    addresses = b""
    if source:
        addresses = bytes(map(int, source.split("."))) + bytes([10, 0, 0, 1]) + struct.pack(">HH", 4000, 80)
    addresses += extra
    if length is None:
        length = len(addresses)
    return SIGNATURE + bytes([version_and_command, family]) + struct.pack(">H", length) + addresses


def test_connections_count_for_the_address_that_the_proxy_names(proxied_server):
    with Connections(proxied_server) as connections:
        first = [connections.open(header("192.0.2.1")) for _ in range(PER_ADDRESS + 1)]
        assert first == [200] * PER_ADDRESS + [503]
        assert connections.open(header("192.0.2.2")) == 200
        assert connections.open(header("192.0.2.3", extra=b"\x04\x00\x03abc")) == 200
        v6 = [header(family=0x21, extra=bytes.fromhex("20010db8000000010000000000000000")[:8] + bytes([n] * 8)
                     + bytes(20)) for n in range(PER_ADDRESS + 1)]
        assert [connections.open(one) for one in v6] == [200] * PER_ADDRESS + [503], "one /64 counts as one"
        health_checks = [connections.open(header(version_and_command=0x20, family=0)) for _ in range(6)]
        assert health_checks == [200] * 6


def test_the_header_may_come_in_pieces(proxied_server):
    with RawConnection(proxied_server.address) as connection:
        connection.send(header("192.0.2.9") + HEALTH, piece=1)
        assert connection.answer().status == 200


@pytest.mark.parametrize(
    "first",
    [
        HEALTH, b"PROXY TCP4 192.0.2.1 10.0.0.1 4000 80\r\n" + HEALTH, b"\r\n\r\n\0\r\nQUIX\n" + bytes(20),
        header("192.0.2.1", version_and_command=0x11), header("192.0.2.1", version_and_command=0x22),
        header("192.0.2.1", family=0x12), header("192.0.2.1", family=0x21), header("192.0.2.1", family=0x41),
        header(extra=b"abc"), header("192.0.2.1", length=0xFFFF),
    ],
    ids=["none", "version 1", "another signature", "version 1 in binary", "an unknown command", "datagrams",
         "too short for its family", "an unknown family", "too short", "too long"],
)
def test_a_malformed_header_closes(proxied_server, first):
    with RawConnection(proxied_server.address) as connection:
        connection.send(first)
        assert connection.is_at_end()


def test_who_is_no_trusted_proxy_cannot_name_an_address(small_server):
    with RawConnection(small_server.address) as connection:
        connection.send(header("192.0.2.1") + HEALTH)
        assert connection.answer().status == 400
