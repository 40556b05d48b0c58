"""Whatever comes in, the answer is one that a client can act on, and the server goes on."""

import json
import socket as sockets

import pytest
from harness import PATIENCE_SECONDS
from harness.person import error_code, expect, message
from harness.socket import Socket

MIB = 1 << 20
FRAME_BYTES_MAX = 256 << 10
CONTENT_BYTES_MAX = 64 << 10


# HTTP


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b'{"email": 1}', b'{"email": "\xff"}', b"{}{}"])
def test_a_body_that_is_not_the_json_it_should_be(person, body):
    refused = person().request(
        "POST", "/v1/auth/login", token=None, data=body, headers={"Content-Type": "application/json"})
    assert (refused.status_code, error_code(refused)) == (400, "request.invalid")


def test_a_body_nested_without_end(person):
    body = b'{"device":' * 50_000
    refused = person().request("POST", "/v1/auth/login", token=None, data=body)
    assert (refused.status_code, error_code(refused)) == (400, "request.invalid")


def test_unknown_fields_are_ignored(person):
    alice = person()
    body = {"email": alice.email, "password": alice.password, "colour": {"of": ["the", "sky"]}}
    expect(alice.post("/v1/auth/login", body, token=None), 200)


@pytest.mark.parametrize("path", ["/v1/nothing", "/v1", "/v2/chats", "/v1/chats/1/2/3", "/v1//chats"])
def test_an_address_with_nothing_there(person, path):
    refused = person().get(path)
    assert (refused.status_code, error_code(refused)) == (404, "route.not_found")


def test_a_method_that_an_address_does_not_take(person):
    refused = person().request("DELETE", "/v1/chats")
    assert (refused.status_code, error_code(refused)) == (405, "route.method_not_allowed")
    assert {"GET", "POST"} <= {method.strip() for method in refused.headers["Allow"].split(",")}


@pytest.mark.parametrize("chat_id", ["0", "abc", "-1", "18446744073709551616", "1.5"])
def test_an_id_that_is_none(person, chat_id):
    refused = person().get(f"/v1/chats/{chat_id}")
    assert refused.status_code in (400, 404)
    assert error_code(refused) in ("request.invalid", "chat.not_found", "route.not_found")


def body_of(size):
    """A log-in that fails, of this many bytes."""
    frame = json.dumps({"email": "nobody@example.org", "password": "not a password", "filler": ""})
    body = frame[:-2] + "x" * (size - len(frame)) + frame[-2:]
    assert len(body) == size
    return body.encode()


def test_a_body_at_the_limit_is_read(person):
    refused = person().request("POST", "/v1/auth/login", token=None, data=body_of(MIB))
    assert (refused.status_code, error_code(refused)) == (401, "auth.credentials_invalid")


def test_a_body_over_the_limit_is_refused(server):
    head = f"POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: {MIB + 1}\r\n\r\n".encode()
    assert status_of(server, head + body_of(MIB + 1)) == (413, "request.too_large")


def test_a_chunked_body_over_the_limit_is_refused(server):
    head = b"POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    assert status_of(server, head + chunk * 17) == (413, "request.too_large")


@pytest.mark.parametrize(
    "head",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
    ],
)
def test_a_request_that_could_be_read_in_two_ways_is_refused(server, head):
    status, _ = status_of(server, head)
    assert status == 400


def status_of(server, data):
    """The status, and the error's code if there is one, of the answer to raw bytes.

    A server that has seen enough may close before it has read everything, which a client library takes for a failure.
    """
    with sockets.create_connection(server.address, timeout=PATIENCE_SECONDS) as connection:
        try:
            connection.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass
        answer = b""
        while b"\r\n\r\n" not in answer or not complete(answer):
            received = connection.recv(1 << 16)
            if not received:
                break
            answer += received
    head, _, body = answer.partition(b"\r\n\r\n")
    code = json.loads(body)["error"]["code"] if body.startswith(b"{") else None
    return int(head.split()[1]), code


def complete(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return bool(lengths) and len(body) >= int(lengths[0].split(b":")[1])


# Messages


def test_content_at_the_limit_is_taken_and_one_more_byte_is_not(pair):
    alice, bob, chat = pair
    most, too_much = "x" * CONTENT_BYTES_MAX, "x" * (CONTENT_BYTES_MAX + 1)
    with alice.connect() as at_alice, bob.connect() as at_bob:
        at_alice.say(message(chat, most))
        assert at_bob.next_message(chat)["content"]["text"] == most
        answer = at_alice.ask("message.send", message(chat, too_much))
        assert (answer["type"], answer["payload"]["code"]) == ("error", "message.too_large")

    expect(alice.post_message(chat, most), 201)
    refused = alice.post_message(chat, too_much)
    assert (refused.status_code, error_code(refused)) == (413, "message.too_large")


def test_the_limit_counts_bytes(pair):
    alice, _, chat = pair
    refused = alice.post_message(chat, "ä" * (CONTENT_BYTES_MAX // 2 + 1))
    assert (refused.status_code, error_code(refused)) == (413, "message.too_large")


@pytest.mark.parametrize("text", ["zero \0 byte", "\U0001f426 \u202e \ufeff", '"\\/\b\f\n\r\t', "\u2028", "é e\u0301"])
def test_text_comes_out_as_it_went_in(pair, text):
    alice, bob, chat = pair
    with bob.connect() as at_bob:
        alice.say(chat, text)
        assert at_bob.next_message(chat)["content"]["text"] == text


# Frames


def ping_of(size):
    frame = '{"type":"ping","id":"big","payload":{"filler":""}}'
    return frame[:-3] + "x" * (size - len(frame)) + frame[-3:]


def test_a_frame_at_the_limit_is_read(person):
    with person().connect() as socket:
        socket.send_raw(ping_of(FRAME_BYTES_MAX))
        assert socket.answer("big")["type"] == "pong"


def test_a_frame_over_the_limit_closes(person):
    with person().connect() as socket:
        socket.send_raw(ping_of(FRAME_BYTES_MAX + 1))
        assert socket.close_code() == 1009


@pytest.mark.parametrize("data", ["", "{", "[]", "null", "{}", '{"type":1}', '{"payload":{}}'])
def test_a_frame_that_is_none_gets_an_error(person, data):
    with person().connect() as socket:
        socket.send_raw(data)
        assert socket.next_of("error")["payload"]["code"] in ("frame.invalid", "request.invalid")


@pytest.mark.parametrize(
    ("type", "payload"),
    [
        ("no.such", {}),
        ("session.ready", {}),
        ("message.send", {"chatId": "abc"}),
        ("message.send", {"chatId": []}),
        ("message.send", "text"),
        ("message.send", {}),
        ("sync.pull", {"chatId": "1", "limit": 201}),
    ],
)
def test_a_frame_that_cannot_be_meant_gets_an_answer_and_the_socket_lives(person, type, payload):
    with person().connect() as socket:
        answer = socket.ask(type, payload)
        assert answer["type"] == "error"
        assert answer["payload"]["code"] in ("frame.invalid", "request.invalid", "chat.not_found")
        assert answer["payload"]["requestId"]
        socket.settle()


def test_a_binary_frame_in_a_json_socket_gets_an_error_or_the_door(person):
    with person().connect() as socket:
        socket.send_raw(b"\x00\x01\x02")
        assert socket.error_or_close_code() in ("frame.invalid", "request.invalid", 1003, 4400)


# The first frame


def test_a_socket_without_a_token_must_begin_with_one(server, person):
    alice = person()
    with Socket(server.websocket_url) as socket:
        socket.resume(access_token=alice.token)
        assert socket.ready["userId"] == alice.id


@pytest.mark.parametrize(
    "frame",
    [
        {"type": "ping", "id": "1", "payload": {}},
        {"type": "session.resume", "id": "1", "payload": {}},
        {"type": "session.resume", "id": "1", "payload": {"accessToken": "garbage"}},
    ],
)
def test_a_socket_that_does_not_say_who_it_is_is_closed(server, frame):
    with Socket(server.websocket_url) as socket:
        socket.send_raw(json.dumps(frame))
        assert socket.close_code() == 4001
