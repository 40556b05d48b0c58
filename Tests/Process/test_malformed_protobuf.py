"""Protobuf that is not what it should be: the answer says so, the connection lives, and nobody else notices."""

import pytest
from harness import frames
from harness.bystanders import Bystanders
from harness.conversation import Answer, Conversation, Refusal
from harness.dialect import ProtobufDialect
from harness.person import Person, refusal
from harness.protobuf import BYTES, bytes_field, number_field, tag, text_field, varint
from malformed import protobuf as lists

PROTOBUF = ProtobufDialect()
REFUSED = Refusal(("frame.invalid", "request.invalid"))
REFUSED_CALL = (400, "request.invalid")
READ_CALL = (401, "auth.credentials_invalid")

PING = PROTOBUF.ping("v")
# `LoginRequest`: email, password.
EMAIL, PASSWORD, DEVICE = 1, 3, 4
LOGIN = text_field(EMAIL, "nobody@example.org") + text_field(PASSWORD, "wrong")
# `CreateChatRequest`: type, memberIds, encryption.
CHAT_TYPE, MEMBER_IDS, ENCRYPTION = 1, 2, 4
GROUP, BY_SERVER = 2, 1
# `ClientFrame` with a `SendMessageRequest` whose chat is nobody's.
CHAT_ID, CLIENT_ID, CONTENT, FILE_IDS, TEXT = 1, 2, 3, 5, 1
MESSAGE_SEND = 12
SEND = (
    number_field(CHAT_ID, 1) + text_field(CLIENT_ID, "6f2d0c4e-1b2c-4000-8000-0123456789ab")
    + bytes_field(CONTENT, text_field(TEXT, "hi")))


def rows(section, cases):
    marks = pytest.mark.conformance("malformed-protobuf", section)
    return [pytest.param(*case, id=f"{section}: {case[0]}", marks=marks) for case in cases]


def behind(good):
    """What stands behind a message that is right, and whether all of it can then be read."""
    return [
        *rows("ignored fields", [(name, good + extra, True) for name, extra in lists.ignored()]),
        *rows("malformed fields", [(name, good + extra, False) for name, extra in lists.malformed()]),
    ]


@pytest.fixture(scope="module")
def bystanders(server):
    with Bystanders(server) as pair:
        yield pair


@pytest.fixture(scope="module")
def alice(server):
    return Person.register(server)


@pytest.fixture
def say(server, alice, bystanders):
    """Sends one message and expects one answer; the socket goes on, and so does everybody else."""
    def run(data, answer):
        with Conversation(server, alice.token, PROTOBUF) as conversation:
            conversation.write(frames.frame(frames.BINARY, data))
            conversation.expect([answer])
            bystanders.exchange()
            conversation.go_on()
    return run


@pytest.fixture
def call(alice, bystanders):
    """What a call with this body is answered; errors are asked for in JSON."""
    def run(body, path="/v1/auth/login", token=None):
        headers = {"Content-Type": "application/x-protobuf", "Accept": "application/json"}
        answer = alice.request("POST", path, token=token, data=body, headers=headers)
        bystanders.exchange()
        return refusal(answer)
    return run


@pytest.mark.parametrize(("name", "data", "is_read"), behind(PING))
def test_fields_in_a_frame(say, name, data, is_read):
    say(data, Answer("v") if is_read else REFUSED)


@pytest.mark.parametrize(("name", "data", "is_read"), behind(LOGIN))
def test_fields_in_a_body(call, name, data, is_read):
    assert call(data) == (READ_CALL if is_read else REFUSED_CALL)


def odd_frames():
    yield "nothing", b""
    yield "an id and nothing else", text_field(PROTOBUF.ID, "x")
    yield "the payload of the server's frames only", text_field(PROTOBUF.ID, "x") + bytes_field(30, b"")
    yield "a payload that is a number", text_field(PROTOBUF.ID, "x") + number_field(PROTOBUF.PING, 1)
    send = text_field(PROTOBUF.ID, "w") + bytes_field(MESSAGE_SEND, SEND)
    for end in range(len(send)):
        yield f"a message cut off after {end} bytes", send[:end]
    for number, data in enumerate(lists.NOT_UTF8):
        yield f"an id that is not UTF-8, {number}", bytes_field(PROTOBUF.ID, data) + bytes_field(PROTOBUF.PING, b"")
    longer = bytes_field(MESSAGE_SEND, SEND)
    yield "a payload longer than the frame", text_field(PROTOBUF.ID, "w") + longer[:1] + varint(
        len(SEND) + 1) + SEND
    yield "content longer than its message", bytes_field(MESSAGE_SEND, tag(CONTENT, BYTES) + varint(50) + b"x")


@pytest.mark.parametrize(("name", "data"), rows("frames", odd_frames()))
def test_a_frame_that_is_none(say, name, data):
    say(data, REFUSED)


@pytest.mark.parametrize(
    ("name", "data"), rows("unusual frames", [
        ("the payload before the id", bytes_field(PROTOBUF.PING, b"") + text_field(PROTOBUF.ID, "v")),
        ("two ids: the last one counts", text_field(PROTOBUF.ID, "first") + PING),
        ("two payloads: the last one counts", bytes_field(MESSAGE_SEND, SEND) + PING),
        ("a ping with fields in it", PING[:-1] + varint(4) + bytes_field(lists.UNKNOWN, b"")[:4]),
    ]))
def test_a_frame_in_an_unusual_form(say, name, data):
    say(data, Answer("v"))


def wrong_payloads():
    """A `message.send` in which one field is wrong."""
    yield "no chat", text_field(CLIENT_ID, "6f2d0c4e-1b2c-4000-8000-0123456789ab") + SEND[SEND.index(b"\x1a"):]
    yield "a client id that is none", SEND + text_field(CLIENT_ID, "x")
    for name, packed in lists.not_numbers():
        yield f"file ids: {name}", SEND + bytes_field(FILE_IDS, packed)
    for number, data in enumerate(lists.NOT_UTF8):
        yield f"text that is not UTF-8, {number}", SEND + bytes_field(CONTENT, bytes_field(TEXT, data))
        yield f"a client id that is not UTF-8, {number}", SEND + bytes_field(CLIENT_ID, data)


@pytest.mark.parametrize(("name", "payload"), rows("fields", wrong_payloads()))
def test_a_payload_with_a_wrong_field(say, call, name, payload):
    frame = text_field(PROTOBUF.ID, "w") + bytes_field(MESSAGE_SEND, payload)
    say(frame, Refusal(("request.invalid", "frame.invalid", "chat.not_found")))
    assert call(payload, "/v1/messages", token=True) in (REFUSED_CALL, (404, "chat.not_found"))


def odd_bodies():
    for end in range(1, len(LOGIN)):
        # Between its two fields it is a message: one without a password.
        if end != len(text_field(EMAIL, "nobody@example.org")):
            yield f"cut off after {end} bytes", LOGIN[:end]
    for number, data in enumerate(lists.NOT_UTF8):
        yield f"an address that is not UTF-8, {number}", bytes_field(EMAIL, data) + LOGIN
        yield f"a device's name that is not UTF-8, {number}", LOGIN + bytes_field(DEVICE, bytes_field(2, data))
    yield "a device longer than the body", LOGIN + tag(DEVICE, BYTES) + varint(9) + b"\x0a"


@pytest.mark.parametrize(("name", "body"), rows("bodies", odd_bodies()))
def test_a_body_that_is_no_log_in(call, name, body):
    assert call(body) == REFUSED_CALL


@pytest.mark.parametrize(
    ("name", "members"), rows("packed numbers", [
        (name, bytes_field(MEMBER_IDS, packed)) for name, packed in lists.not_numbers()]))
def test_members_that_are_no_numbers(call, name, members):
    body = number_field(CHAT_TYPE, GROUP) + number_field(ENCRYPTION, BY_SERVER) + members
    assert call(body, "/v1/chats", token=True) == REFUSED_CALL


@pytest.mark.conformance("malformed-protobuf", "packed numbers")
@pytest.mark.parametrize("form", ["packed", "not packed", "both"])
def test_members_in_every_form(call, bystanders, person, form):
    """Parsers must take a repeated number packed and not, and both in one message."""
    ids = [int(person().id), int(person().id)]
    packed = bytes_field(MEMBER_IDS, b"".join(map(varint, ids)))
    plain = b"".join(number_field(MEMBER_IDS, each) for each in ids)
    halves = bytes_field(MEMBER_IDS, varint(ids[0])) + number_field(MEMBER_IDS, ids[1])
    members = {"packed": packed, "not packed": plain, "both": halves}[form]
    body = number_field(CHAT_TYPE, GROUP) + number_field(ENCRYPTION, BY_SERVER) + members
    assert call(body, "/v1/chats", token=True) == (201, None)


@pytest.mark.conformance("malformed-protobuf", "a flood")
def test_many_bad_frames_at_once(server, alice, bystanders):
    """Each gets its answer, in order."""
    bad = [b"\xff", b"", b"{}", number_field(PROTOBUF.PING, 1)] * 50
    with Conversation(server, alice.token, PROTOBUF) as conversation:
        conversation.write(b"".join(frames.frame(frames.BINARY, each) for each in bad))
        conversation.expect([REFUSED] * len(bad))
        bystanders.exchange()
        conversation.go_on()
