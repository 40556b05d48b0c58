"""Pages of other origins: refused, unless the operator names them."""

import pytest
import requests
from harness import PATIENCE_SECONDS
from harness.person import Person
from harness.server import Server
from harness.socket import Socket
from websockets.exceptions import InvalidStatus

FRIEND, STRANGER = "https://chat.example", "https://evil.example"


@pytest.fixture(scope="module")
def open_server(tmp_path_factory):
    server = Server(
        tmp_path_factory.mktemp("open"), MARTLET_HTTP_ORIGINS=f"{FRIEND},http://localhost:5173",
        MARTLET_HTTP_STRICT_TRANSPORT="31536000").start()
    yield server
    server.stop()


def fetch(server, method, path, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.request(method, server.url + path, headers=headers, timeout=PATIENCE_SECONDS)


PREFLIGHT = {"Access_Control_Request_Method": "PATCH", "Access_Control_Request_Headers": "authorization,content-type"}


def test_nobody_is_let_in_by_default(server):
    for answer in (fetch(server, "GET", "/healthz", Origin=FRIEND),
                   fetch(server, "OPTIONS", "/v1/chats/7", Origin=FRIEND, **PREFLIGHT)):
        assert not [name for name in answer.headers if name.lower().startswith("access-control")]
        assert "Origin" not in answer.headers.get("vary", "")


def test_a_named_origin_may_ask_and_read(open_server):
    preflight = fetch(open_server, "OPTIONS", "/v1/chats/7", Origin=FRIEND, **PREFLIGHT)
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == FRIEND
    assert "PATCH" in preflight.headers["access-control-allow-methods"]
    assert {"authorization", "content-type"} <= set(
        preflight.headers["access-control-allow-headers"].lower().split(", "))
    assert int(preflight.headers["access-control-max-age"]) > 0
    answer = fetch(open_server, "GET", "/v1/users/me", Origin=FRIEND)
    assert answer.status_code == 401, "errors can be read as well"
    assert answer.headers["access-control-allow-origin"] == FRIEND
    assert {"X-Request-Id", "Retry-After"} <= set(answer.headers["access-control-expose-headers"].split(", "))
    assert answer.headers["vary"] == "Origin"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    "origin", [STRANGER, "null", FRIEND.upper(), FRIEND + ".evil.example", "http://chat.example", FRIEND + ":443"])
def test_others_may_not(open_server, origin):
    for answer in (fetch(open_server, "GET", "/healthz", Origin=origin),
                   fetch(open_server, "OPTIONS", "/healthz", Origin=origin, **PREFLIGHT)):
        assert "access-control-allow-origin" not in answer.headers
        assert answer.headers["vary"].startswith("Origin"), "no cache may give this to one that is allowed"


def test_sockets_are_held_to_the_same_list(open_server):
    alice = Person.register(open_server)
    own = open_server.url
    for origin in (FRIEND, own, None):
        with Socket(open_server.websocket_url, token=alice.token, origin=origin) as socket:
            socket.resume()
    for origin in (STRANGER, "null"):
        with pytest.raises(InvalidStatus) as refused:
            Socket(open_server.websocket_url, token=alice.token, origin=origin)
        assert refused.value.response.status_code == 403


def test_browsers_are_told_to_insist_on_tls_when_the_operator_says_so(open_server):
    answer = fetch(open_server, "GET", "/healthz")
    assert answer.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


# What the server says of itself


@pytest.mark.parametrize(
    ("path", "type"),
    [("/openapi.json", "application/json"), ("/asyncapi.json", "application/json"),
     ("/docs", "text/html; charset=utf-8")],
)
def test_the_documents_of_the_interface_are_served(server, path, type):
    answer = fetch(server, "GET", path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, type)
    again = fetch(server, "GET", path, If_None_Match=answer.headers["etag"])
    assert again.status_code == 304
    # A browser would put this policy in the place of the stored answer's own.
    assert "content-security-policy" not in again.headers
    if type == "application/json":
        assert answer.json()["info"]["title"]
    else:
        assert "<script" not in answer.text and "/openapi.json" in answer.text
