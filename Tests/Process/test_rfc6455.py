"""The server's WebSocket against RFC 6455, requirement by requirement: the cases are in `rfc6455`."""

import socket

import pytest
from harness import frames
from harness.conversation import Conversation
from harness.dialect import DIALECTS
from harness.person import Person
from harness.wire import Response, Wire, accept_of
from rfc6455 import closing, framing, handshake, utf8
from rfc6455.case import Say

# Longer cases cut into single bytes would only repeat what the shorter ones show.
BYTEWISE_MAX = 400

# Those about the version: who answers 426 for another reason need not name it.
VERSION_SECTIONS = ("4.4", "11.3.5")

JSON, _ = DIALECTS


def cases_of(dialect):
    say = Say(dialect)
    yield from framing.cases(say)
    yield from framing.wrong_kind(say)
    yield from closing.cases(say)
    if dialect is JSON:
        yield from utf8.cases(say)


def deliveries(writes):
    """The same bytes as they may arrive: as written, all at once, byte by byte."""
    yield "as written", writes
    if len(writes) > 1:
        yield "at once", (b"".join(writes),)
    if sum(map(len, writes)) <= BYTEWISE_MAX:
        yield "byte by byte", tuple(bytes([byte]) for byte in b"".join(writes))


def parameters():
    for dialect in DIALECTS:
        for case in cases_of(dialect):
            for how, writes in deliveries(case.writes):
                yield pytest.param(
                    dialect, writes, case.answers, id=f"{dialect.name} {case.id}, {how}",
                    marks=pytest.mark.conformance("websocket", f"§{case.section}"))


def handshakes():
    for case in handshake.cases():
        for how, writes in deliveries((case.request(),)):
            yield pytest.param(
                case, writes, id=f"{case.id}, {how}", marks=pytest.mark.conformance("websocket", f"§{case.section}"))


@pytest.fixture(scope="module")
def alice(server):
    """Nothing that these cases do changes her account."""
    return Person.register(server)


@pytest.mark.parametrize(("dialect", "writes", "answers"), parameters())
def test_frames(server, alice, dialect, writes, answers):
    with Conversation(server, alice.token, dialect) as conversation:
        conversation.write(*writes)
        conversation.expect(answers)
        if not conversation.has_ended:
            conversation.go_on()


@pytest.mark.parametrize(("case", "writes"), handshakes())
def test_opening_handshake(server, case, writes):
    with Wire(server.address) as wire:
        wire.write(*writes)
        response = wire.response()
        assert response is not None, "closed without an answer"
        assert response.status in case.statuses
        if response.status == 101:
            check_accepted(response, case)
        else:
            check_refused(response, case)


def check_accepted(response: Response, case):
    """§4.2.2, step 5, and §4.1 of what a client checks."""
    assert [value.lower() for value in response.all("upgrade")] == ["websocket"]
    assert [value.lower() for value in response.all("connection")] == ["upgrade"]
    assert response.all("sec-websocket-accept") == [accept_of(case.key)]
    assert response.first("sec-websocket-protocol") == case.subprotocol
    assert response.all("sec-websocket-extensions") == []
    assert response.all("content-length") == response.all("transfer-encoding") == []


def check_refused(response: Response, case):
    assert response.all("sec-websocket-accept") == []
    if case.section in VERSION_SECTIONS and response.status == 426:
        assert response.all("sec-websocket-version") == ["13"]
    if response.status == 426:
        # RFC 9110 §15.5.22
        assert response.first("upgrade").lower() == "websocket"
    if response.status == 405:
        assert "GET" in response.first("allow")


@pytest.mark.conformance("websocket", "§7.1")
@pytest.mark.parametrize("code", [None, 1000, 4001])
@pytest.mark.parametrize("late", [b"", frames.frame(frames.TEXT, b"late"), frames.frame(frames.PING, b"late")])
def test_the_servers_own_close(server, late, code):
    """§5.5.1: it sends nothing after its close frame, takes ours as the answer, and then ends the stream (§7.1.1)."""
    with Wire(server.address) as wire:
        wire.upgrade(JSON.subprotocol).write(frames.frame(frames.TEXT, JSON.ping("who am I")))
        frame = wire.frame()
        assert (frame.opcode, frame.payload[:2]) == (frames.CLOSE, (4001).to_bytes(2, "big"))
        wire.write(late, frames.close(code))
        assert wire.frame() is None


@pytest.mark.conformance("websocket", "§7.1")
def test_a_close_that_is_not_answered_ends_nevertheless(server):
    """§7.1.1: the server does not wait for the client for ever."""
    with Wire(server.address) as wire:
        wire.upgrade(JSON.subprotocol).write(frames.frame(frames.TEXT, JSON.ping("who am I")))
        wire.close_payload()


@pytest.mark.conformance("websocket", "§7.2")
@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("rest", ["nothing", "half a header", "half a frame", "half a message", "half a ping"])
def test_a_client_that_vanishes(server, alice, dialect, rest):
    """§7.2.1 of the other side: the end of the stream is a close, whatever was under way; no one else notices."""
    half = {
        "nothing": b"", "half a header": Say(dialect).ping()[:3], "half a frame": Say(dialect).ping()[:-1],
        "half a message": frames.frame(dialect.opcode, b"{", final=False),
        "half a ping": frames.frame(frames.PING, b"p")[:-1],
    }[rest]
    with Conversation(server, alice.token, dialect) as other, Conversation(server, alice.token, dialect) as vanishing:
        vanishing.write(half)
        vanishing.wire.socket.shutdown(socket.SHUT_WR)
        assert vanishing.wire.frame() is None
        other.go_on()
