"""Thousands of connections that say nothing, or begin something and do not go on.

They cost a bounded amount of memory, are ended when their time is over, and nobody else notices.
"""

import os
import time

import pytest
from harness import PATIENCE_SECONDS, frames
from harness.bystanders import Bystanders
from harness.crowd import Crowd
from harness.eventually import eventually
from harness.person import Person, expect
from harness.server import Server
from harness.wire import upgrade_request

COUNT = 3_000
# What one of them may cost the server, whatever it has begun: its state, its buffers, and what the allocator rounds up.
BYTES_PER_CONNECTION_MAX = 16 << 10

# The deadlines of docs/PROTOCOL.md, in seconds, and the handshake of a close that nobody answers.
HEAD, FIRST_FRAME, BODY, CLOSE_HANDSHAKE = 10, 10, 30, 5

HALF_A_HEAD = b"POST /v1/auth/login HTTP/1.1\r\nHost: martlet.example\r\nContent-Le"
HALF_A_BODY = b"POST /v1/auth/login HTTP/1.1\r\nHost: martlet.example\r\nContent-Length: 1000\r\n\r\n{\"email\":"
HALF_A_CHUNK = b"POST /v1/auth/login HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n{"
HALF_A_FRAME = frames.frame(frames.TEXT, b'{"type":"session.resume"}')[:-1]

# What each says, how long it may, and with what the server's answer begins: nothing, or the last thing it says.
KINDS = {
    "nothing": (b"", HEAD, (b"", b"HTTP/1.1 408 ")),
    "half a head": (HALF_A_HEAD, HEAD, (b"HTTP/1.1 408 ",)),
    "half a body": (HALF_A_BODY, BODY, (b"HTTP/1.1 408 ",)),
    "half a chunk": (HALF_A_CHUNK, BODY, (b"HTTP/1.1 408 ",)),
    "no first frame": (upgrade_request(), FIRST_FRAME + CLOSE_HANDSHAKE, (b"HTTP/1.1 101 ",)),
    "half a first frame": (upgrade_request() + HALF_A_FRAME, FIRST_FRAME + CLOSE_HANDSHAKE, (b"HTTP/1.1 101 ",)),
}


def resident_bytes(server):
    with open(f"/proc/{server.process.pid}/status") as status:
        line = next(line for line in status if line.startswith("VmRSS:"))
    return int(line.split()[1]) << 10


@pytest.fixture(scope="module")
def silence(tmp_path_factory):
    """All kinds at once, and what became of them: by kind, what each cost, the crowd, and how many were left."""
    count = Crowd.most(kinds=len(KINDS), wanted=COUNT)
    assert count == COUNT, "too few descriptors: ulimit -n"
    server = Server(tmp_path_factory.mktemp("silent")).start()
    try:
        with Bystanders(server) as bystanders:
            bystanders.exchange()
            yield opened_and_left_alone(server, bystanders, count)
        server.stop()
    finally:
        server.kill()


def opened_and_left_alone(server, bystanders, count):
    before, seen = sockets_of(server), {}
    for kind, (part, _, _) in KINDS.items():
        memory = resident_bytes(server)
        crowd = Crowd(server.address, count, part)
        bystanders.exchange()
        seen[kind] = {"crowd": crowd, "cost": (resident_bytes(server) - memory) / count}
    opened = time.monotonic()
    for kind, (_, seconds, _) in sorted(KINDS.items(), key=lambda item: item[1][1]):
        crowd = seen[kind]["crowd"]
        # The rest of the time is for a machine that is slow.
        crowd.watch(opened + seconds + PATIENCE_SECONDS, meanwhile=bystanders.exchange)
        seen[kind]["left"] = crowd.open_count
        crowd.close()
    check_that_it_goes_on(server, bystanders, before)
    return seen


@pytest.mark.conformance("silent", f"{COUNT:,} connections of each kind")
@pytest.mark.timeout(120)
@pytest.mark.parametrize("kind", KINDS)
def test_connections_that_do_not_go_on(silence, kind):
    _, seconds, answers = KINDS[kind]
    seen = silence[kind]
    assert seen["cost"] < BYTES_PER_CONNECTION_MAX
    assert seen["left"] == 0, f"of {COUNT} after {seconds} s and more"
    for answer in seen["crowd"].answers.values():
        assert any(answer.startswith(each) if each else not answer for each in answers), answer
        if answer.startswith(b"HTTP/1.1 101"):
            _, _, frame = answer.partition(b"\r\n\r\n")
            assert frame[2:4] == (4001).to_bytes(2, "big"), frame


@pytest.mark.conformance("silent", "all kinds at once, gone without a word")
@pytest.mark.timeout(120)
def test_a_crowd_that_vanishes(own_server):
    """All kinds together, and then they break off: the server forgets them at once."""
    count = Crowd.most(kinds=len(KINDS), wanted=1_000)
    with Bystanders(own_server) as bystanders:
        sockets_before = sockets_of(own_server)
        crowds = [Crowd(own_server.address, count, part) for part, _, _ in KINDS.values()]
        bystanders.exchange()
        for crowd in crowds:
            crowd.close()
        bystanders.exchange()
        check_that_it_goes_on(own_server, bystanders, sockets_before)


def sockets_of(server):
    """How many sockets the process has, of any kind."""
    folder = f"/proc/{server.process.pid}/fd"
    count = 0
    for number in os.listdir(folder):
        try:
            count += os.readlink(f"{folder}/{number}").startswith("socket:")
        except FileNotFoundError:
            pass  # Closed since.
    return count


def check_that_it_goes_on(server, bystanders, sockets_before):
    """Nothing is kept of those who are gone, and who comes now is served."""
    eventually(lambda: sockets_of(server), lambda count: count <= sockets_before, "end of the sockets that are gone")
    bystanders.exchange()
    alice = Person.register(server)
    expect(alice.get("/v1/users/me"), 200)
    with alice.connect() as socket:
        socket.settle()
