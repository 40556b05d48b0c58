"""In which form bodies come and go: JSON or protobuf, as they are or compressed."""

import gzip
import json

import pytest
from harness import PATIENCE_SECONDS, protobuf
from harness.person import http_session

PROTOBUF = "application/x-protobuf"
JSON = "application/json"

# What the server compresses: see AnswerShape.
COMPRESSED_BYTES_MIN = 1 << 10


def call(server, method, path, **arguments):
    return http_session().request(method, server.url + path, timeout=PATIENCE_SECONDS, **arguments)


def log_in(server, person, headers, body):
    return call(server, "POST", "/v1/auth/login", headers=headers, data=body)


def login_message(person):
    return protobuf.encode_texts({1: person.email, 3: person.password})


def test_a_protobuf_request_gets_a_protobuf_answer(server, person):
    alice = person()
    answer = log_in(server, alice, {"Content-Type": PROTOBUF}, login_message(alice))
    assert (answer.status_code, answer.headers["content-type"]) == (200, PROTOBUF)
    fields = protobuf.decode(answer.content)
    assert f'6: "{alice.email}"' in fields
    token = next(field for field in fields if field.startswith('4: "ey')).removeprefix('4: "').removesuffix('"')
    me = call(server, "GET", "/v1/users/me", headers={"Authorization": f"Bearer {token}", "Accept": PROTOBUF})
    assert f"1: {alice.id}" in protobuf.decode(me.content)


@pytest.mark.parametrize(
    ("accept", "type"),
    [
        (None, JSON), ("*/*", JSON), ("application/*", JSON), (JSON, JSON), (PROTOBUF, PROTOBUF),
        ("application/protobuf", PROTOBUF), ("APPLICATION/X-PROTOBUF", PROTOBUF), ("text/html", JSON),
        (f"{PROTOBUF};q=0.5, {JSON}", JSON), (f"{PROTOBUF}, {JSON};q=0.9", PROTOBUF),
        (f"{PROTOBUF};q=0, */*", JSON), (f"{JSON};q=0, */*;q=0.1", PROTOBUF), (f"{JSON};q=0.100, {PROTOBUF};q=0.101",
         PROTOBUF), ("text/html, application/xhtml+xml, */*;q=0.8", JSON), (f"{PROTOBUF};q=nonsense", JSON), ("", JSON),
    ],
)
def test_accept_chooses_the_form_of_the_answer(person, accept, type):
    answer = person().get("/v1/users/me", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, type)


def test_errors_come_in_the_form_of_the_answer(server, person):
    for method, path, headers, code, status in [
        ("GET", "/v1/users/me", {}, 20, 401),
        ("GET", "/nothing", {}, 3, 404),
        ("PATCH", "/v1/auth/login", {}, 4, 405),
        ("POST", "/v1/auth/login", {"Content-Type": PROTOBUF}, 1, 400),
    ]:
        # An id that is no message by chance: `protoc` would show it as one.
        headers = {**headers, "Accept": PROTOBUF, "X-Request-Id": "www-1"}
        answer = call(server, method, path, headers=headers, data=b"\xff\xff\xff")
        assert (answer.status_code, answer.headers["content-type"]) == (status, PROTOBUF)
        fields = protobuf.decode(answer.content)
        assert fields[:2] == ["1 {", f"1: {code}"], "the number in errors.proto"
        assert f'2: "{answer.headers["x-request-id"]}"' in fields


@pytest.mark.parametrize(
    "type", [JSON, "application/json; charset=utf-8", 'Application/JSON;Charset="UTF-8"', "application/json;", None])
def test_json_is_read(server, person, type):
    alice = person()
    body = json.dumps({"email": alice.email, "password": alice.password})
    assert log_in(server, alice, {"Content-Type": type}, body).status_code == 200


@pytest.mark.parametrize(
    "type",
    ["application/x-www-form-urlencoded", "text/plain", "text/plain;charset=UTF-8", "multipart/form-data; boundary=x",
     "application/json; charset=latin1", "application/json; charset=utf-16", "application/xml", "json",
     "application/", "application/json/x", "application/json; charset=utf-8; charset=utf-8", "a b/c"],
)
def test_other_types_are_refused(server, person, type):
    alice = person()
    body = json.dumps({"email": alice.email, "password": alice.password})
    answer = log_in(server, alice, {"Content-Type": type}, body)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["details"]["field"]) == (415, "request.invalid", "Content-Type")


# Compression


def long_page(alice, chat):
    for _ in range(8):
        alice.say(chat, "the same words again and again " * 20)
    return f"/v1/chats/{chat}/messages"


def raw(person, path, encoding):
    """The body as it came over the wire, which the library would unpack."""
    answer = person.get(path, headers={"Accept-Encoding": encoding}, stream=True)
    return answer, answer.raw.read(decode_content=False)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip", "gzip"), ("gzip, deflate, br, zstd", "gzip"), ("*", "gzip"), ("GZIP;q=0.001", "gzip"),
     ("gzip;q=0", None), ("*;q=0", None), ("identity", None), ("deflate", None), ("", None),
     ("gzip;q=0.5, identity;q=0.9", None), ("identity;q=0.5, gzip;q=0.9", "gzip"), ("x-gzip", None)],
)
def test_a_long_answer_is_compressed_when_the_client_takes_that(pair, accepted, coding):
    alice, _, chat = pair
    path = long_page(alice, chat)
    _, plain = raw(alice, path, "identity")
    answer, body = raw(alice, path, accepted)
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert int(answer.headers["content-length"]) == len(body)
    assert (gzip.decompress(body) if coding else body) == plain
    assert not coding or len(body) < len(plain) / 2


def test_a_short_answer_is_not_compressed(person):
    alice = person()
    answer, body = raw(alice, "/v1/users/me", "gzip")
    assert len(body) < COMPRESSED_BYTES_MIN
    assert answer.headers.get("content-encoding") is None


def test_equal_answers_differ_in_length_when_compressed(pair):
    """So that the length tells little about what is inside."""
    alice, _, chat = pair
    path = long_page(alice, chat)
    assert len({len(raw(alice, path, "gzip")[1]) for _ in range(40)}) > 5


def test_an_answer_with_tokens_is_never_compressed(server, person):
    alice = person()
    body = json.dumps({
        "email": f"{'x' * 60}{alice.email}", "password": alice.password, "displayName": "\u00e9" * 120,
        "device": {"name": "\u00e9" * 120, "platform": "test"}})
    answer = call(
        server, "POST", "/v1/auth/register", headers={"Accept-Encoding": "gzip", "Content-Type": JSON}, data=body,
        stream=True)
    content = answer.raw.read(decode_content=False)
    assert (answer.status_code, answer.headers.get("content-encoding")) == (201, None)
    assert json.loads(content)["accessToken"]
    assert len(content) > COMPRESSED_BYTES_MIN, "long enough that it would be compressed if it were allowed"
