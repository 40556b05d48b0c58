"""What methods do beside GET and POST, and what is refused before its body is read."""

import pytest
from harness.raw_http import RawConnection

LOG_IN = "/v1/auth/login"


@pytest.fixture
def connection(server):
    with RawConnection(server.address) as connection:
        yield connection


def request(method, path, *fields, body=b""):
    lines = [f"{method} {path} HTTP/1.1", "Host: h", *fields]
    return "\r\n".join([*lines, "", ""]).encode() + body


def ask(connection, method, path, *fields, body=b""):
    connection.send(request(method, path, *fields, body=body))
    return connection.answer(to=method)


@pytest.mark.parametrize("path", ["/healthz", "/.well-known/jwks.json", "/openapi.json", "/v1/users/me"])
def test_head_says_what_get_says_without_the_body(connection, path):
    get, head = ask(connection, "GET", path), ask(connection, "HEAD", path)
    assert (head.status, head.body) == (get.status, b"")
    own = ("x-request-id", "date")
    assert {k: v for k, v in head.headers.items() if k not in own} == {
        k: v for k, v in get.headers.items() if k not in own}


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/healthz", "GET, HEAD, OPTIONS"), ("/v1/ws", "GET, HEAD, OPTIONS"), (LOG_IN, "OPTIONS, POST"),
        ("/v1/chats/7", "GET, HEAD, OPTIONS, PATCH"), ("*", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"),
    ],
)
def test_options_says_which_methods_there_are(connection, path, allowed):
    answer = ask(connection, "OPTIONS", path)
    assert (answer.status, answer.headers["allow"]) == (204, allowed)
    assert "content-length" not in answer.headers


def test_another_method_gets_the_same_list(connection):
    answer = ask(connection, "DELETE", "/v1/chats/7")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS, PATCH")


EXPECTS = ("Expect: 100-continue", "Content-Length: 2", "Content-Type: application/json")


def test_who_waits_to_be_asked_for_the_body_is_asked(connection):
    connection.send(request("POST", LOG_IN, *EXPECTS))
    assert connection.head().status == 100
    connection.send(b"{}")
    assert connection.answer().status == 400


@pytest.mark.parametrize(
    ("method", "path", "fields", "status"),
    [
        ("POST", "/nothing", EXPECTS, 404),
        ("POST", "/healthz", EXPECTS, 405),
        ("POST", "/v1/messages", EXPECTS, 401),
        ("POST", "/v1/messages", (*EXPECTS, "Authorization: Bearer x"), 401),
        ("POST", LOG_IN, (*EXPECTS[:2], "Content-Type: text/plain"), 415),
        ("POST", LOG_IN, (EXPECTS[0], "Content-Length: 1048577"), 413),
        ("POST", LOG_IN, ("Expect: something", "Content-Length: 2"), 417),
        ("FROB", LOG_IN, EXPECTS, 501),
    ],
)
def test_who_waits_in_vain_is_told_at_once(connection, method, path, fields, status):
    connection.send(request(method, path, *fields))
    answer = connection.answer()
    assert (answer.status, answer.headers["connection"]) == (status, "close")
    # The body that comes all the same is no request.
    connection.send(request("GET", "/healthz"))
    assert connection.is_at_end()


def test_a_body_that_comes_without_being_asked_for_is_read(connection):
    connection.send(request("POST", LOG_IN, *EXPECTS, body=b"{}"))
    answer = connection.answer()
    assert answer.status in (100, 400)
    if answer.status == 100:
        assert connection.answer().status == 400
    assert ask(connection, "GET", "/healthz").status == 200


LONG = 70_000


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [("/v1/messages", (), 401), ("/v1/messages", ("Authorization: Bearer x",), 401), ("/nothing", (), 404),
     ("/healthz", (), 405), (LOG_IN, ("Content-Type: text/plain",), 415)])
def test_a_long_body_that_will_be_refused_is_not_read(connection, path, fields, status):
    connection.send(request("POST", path, f"Content-Length: {LONG}", *fields))
    answer = connection.answer()
    assert (answer.status, answer.headers["connection"]) == (status, "close")


def test_a_long_body_that_is_taken_is_read(server, person):
    alice = person()
    for path, fields in (LOG_IN, ()), ("/v1/messages", (f"Authorization: Bearer {alice.token}",)):
        with RawConnection(server.address) as connection:
            answer = ask(connection, "POST", path, f"Content-Length: {LONG}", *fields, body=b"x" * LONG)
            assert (answer.status, answer.headers["connection"]) == (400, "keep-alive")
