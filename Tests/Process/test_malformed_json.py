"""JSON that is not what it should be: the answer says so, the connection lives, and nobody else notices."""

import pytest
from harness import frames
from harness.bystanders import Bystanders
from harness.conversation import Answer, Conversation, Refusal
from harness.dialect import JSONDialect
from harness.person import Person, refusal
from malformed import json as lists

JSON = JSONDialect()
REFUSED = Refusal(("frame.invalid", "request.invalid"))
REFUSED_CALL = (400, "request.invalid")
# A log-in with a password that is wrong has been read as what it is.
READ_CALL = (401, "auth.credentials_invalid")

PING = '{"type":"ping","id":"v","payload":{"unknown":%s}}'
LOGIN = '{"email":"nobody@example.org","password":"wrong","unknown":%s}'
SEND = {
    "chatId": '"1"', "clientId": '"6f2d0c4e-1b2c-4000-8000-0123456789ab"', "content": '{"text":"hi"}', "fileIds": "[]",
}


def rows(section, cases):
    marks = pytest.mark.conformance("malformed-json", section)
    return [pytest.param(*case, id=f"{section}: {number} {case[0][:40]!r}", marks=marks)
            for number, case in enumerate(cases)]


def values(verdicts):
    for title, verdict, table in verdicts:
        for group, texts in table.items():
            yield from rows(f"{title}: {group}", [(text, verdict) for text in texts])


@pytest.fixture(scope="module")
def bystanders(server):
    with Bystanders(server) as pair:
        yield pair


@pytest.fixture(scope="module")
def alice(server):
    return Person.register(server)


@pytest.fixture
def say(server, alice, bystanders):
    """Sends one text and expects one answer; the socket goes on, and so does everybody else."""
    def run(text, *answers):
        with Conversation(server, alice.token, JSON) as conversation:
            conversation.write(frames.frame(frames.TEXT, text if isinstance(text, bytes) else text.encode()))
            conversation.expect(answers)
            bystanders.exchange()
            conversation.go_on()
    return run


@pytest.fixture
def call(alice, bystanders):
    """What a log-in with this body is answered."""
    def run(body):
        data = body if isinstance(body, bytes) else body.encode()
        answer = alice.request(
            "POST", "/v1/auth/login", token=None, data=data, headers={"Content-Type": "application/json"})
        bystanders.exchange()
        return refusal(answer)
    return run


VALUES = [("well formed", True, lists.WELL_FORMED_VALUES), ("malformed", False, lists.MALFORMED_VALUES)]


@pytest.mark.parametrize(("value", "is_read"), values(VALUES))
def test_a_value_in_a_frame(say, value, is_read):
    say(PING % value, Answer("v") if is_read else REFUSED)


@pytest.mark.parametrize(("value", "is_read"), values(VALUES))
def test_a_value_in_a_body(call, value, is_read):
    assert call(LOGIN % value) == (READ_CALL if is_read else REFUSED_CALL)


@pytest.mark.parametrize(
    ("why", "document"),
    [*rows("documents", lists.documents(PING % 0)), *rows("documents cut off", lists.prefixes(PING % "[true]"))])
def test_a_frame_that_is_no_document(say, why, document):
    say(document, REFUSED)


@pytest.mark.parametrize(
    ("why", "document"),
    [*rows("documents", lists.documents(LOGIN % 0)), *rows("documents cut off", lists.prefixes(LOGIN % "[true]"))])
def test_a_body_that_is_no_document(call, why, document):
    assert call(document) == REFUSED_CALL


@pytest.mark.parametrize("encoding", rows("encodings", [("utf-16",), ("utf-16-le",), ("utf-16-be",), ("utf-32",)]))
def test_a_body_in_another_encoding(call, encoding):
    assert call((LOGIN % 0).encode(encoding)) == REFUSED_CALL


@pytest.mark.parametrize("place", ["known", "unknown", "name", "behind"])
@pytest.mark.parametrize("bad", rows("bytes that are not UTF-8", [(each,) for each in lists.NOT_UTF8]))
def test_a_body_that_is_not_utf8(call, place, bad):
    text, _, rest = (LOGIN % '"mark"').encode().partition(b"mark")
    data = bytes.fromhex(bad)
    documents = {
        "known": b'{"email":"a%s@example.org","password":"wrong"}' % data, "unknown": text + data + rest,
        "name": b'{"email":"nobody@example.org","password":"wrong","%s":1}' % data,
        "behind": (LOGIN % 0).encode() + data,
    }
    assert call(documents[place]) == REFUSED_CALL


def wrong_fields():
    for field, wrong in [
        ("chatId", lists.NOT_A_UINT64), ("clientId", lists.NOT_A_STRING), ("content", lists.NOT_AN_OBJECT),
        ("fileIds", lists.NOT_A_LIST),
    ]:
        yield from rows(f"fields: {field}", [(value, field) for value in wrong])
    yield from rows("fields: content", [('{"text":%s}' % value, "content.text") for value in lists.NOT_A_STRING])
    yield from rows("fields: fileIds", [(f'["1",{value}]', "fileIds") for value in lists.NOT_A_UINT64])


@pytest.mark.parametrize(("value", "field"), wrong_fields())
def test_a_field_that_holds_what_it_must_not(server, alice, bystanders, value, field):
    """The answer names the field, in sockets and over HTTP alike."""
    first = field.split(".")[0]
    payload = "{" + ",".join(f'"{name}":{value if name == first else good}' for name, good in SEND.items()) + "}"
    with alice.connect() as socket:
        socket.send_raw('{"type":"message.send","id":"w","payload":%s}' % payload)
        error = socket.answer("w")["payload"]
        assert (error["code"], error["details"]["field"].split("[")[0]) == ("request.invalid", field)
        bystanders.exchange()
        socket.settle()
    answer = alice.request("POST", "/v1/messages", data=payload, headers={"Content-Type": "application/json"})
    assert refusal(answer) == REFUSED_CALL
    assert answer.json()["error"]["details"]["field"].split("[")[0] == field


@pytest.mark.parametrize(
    "frame", rows("frames", [
        ('{"type":1,"id":"w"}',), ('{"type":null,"id":"w"}',), ('{"type":"","id":"w"}',), ('{"type":[],"id":"w"}',),
        ('{"type":"PING","id":"w"}',), ('{"type":"ping ","id":"w"}',), ('{"type":"pong","id":"w","payload":{}}',),
        ('{"type":"session.ready","id":"w","payload":{}}',), ('{"id":"w"}',), ('{"id":"w","payload":{}}',),
        ('{"type":"ping","id":"w","payload":[]}',), ('{"type":"ping","id":"w","payload":"{}"}',),
        ('{"type":"ping","id":"w","payload":1}',), ('{"payload":[],"type":"ping","id":"w"}',),
        ('{"type":"session.resume","id":"w","payload":{}}',),
    ]))
def test_a_frame_with_an_id_is_refused_by_it(server, alice, bystanders, frame):
    """As long as the frame is JSON and has an id, the refusal says which frame it means."""
    with alice.connect() as socket:
        socket.send_raw(frame)
        answer = socket.answer("w")
        assert answer["type"] == "error"
        assert answer["payload"]["code"] in ("frame.invalid", "request.invalid")
        bystanders.exchange()
        socket.settle()


@pytest.mark.parametrize(
    "frame", rows("unusual frames", [
        ('{"type":"ping","id":"first","id":"v","payload":{}}',), ('{"payload":{},"id":"v","type":"ping"}',),
        ('{"type":"sync.pull","type":"ping","id":"v","payload":{}}',), ('{"type":"ping","id":"v"}',),
        ('{"type":"ping","id":"v","payload":null}',), ('{"type":"ping","id":"v","payload":{},"colour":"blue"}',),
        (r'{"\u0074ype":"pi\u006eg","id":"\u0076","payload":{}}',), ('\t{ "type" : "ping" , "id" : "v" }\r\n',),
    ]))
def test_a_frame_in_an_unusual_form(say, frame):
    """Of two members with one name the last one counts; order, escapes and white space mean nothing."""
    say(frame, Answer("v"))


@pytest.mark.conformance("malformed-json", "a flood")
def test_many_bad_frames_at_once(server, alice, bystanders):
    """Each gets its answer, in order."""
    bad = ["{", "[]", "nul", '{"type":"x"}'] * 50
    with Conversation(server, alice.token, JSON) as conversation:
        conversation.write(b"".join(frames.frame(frames.TEXT, each.encode()) for each in bad))
        conversation.expect([REFUSED] * len(bad))
        bystanders.exchange()
        conversation.go_on()
