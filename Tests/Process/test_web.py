"""The folder of the web client."""

import http.client
from urllib.parse import urlsplit

import pytest

from harness.server import Server


@pytest.fixture(scope="module")
def web_server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("web-server")
    web = folder / "web"
    (web / "js").mkdir(parents=True)
    (web / "index.html").write_text("<!doctype html><title>Martlet</title>")
    (web / "js" / "app.js").write_text("export const name = 'martlet';")
    (web / ".hidden").write_text("not for you")
    (folder / "outside.txt").write_text("not for you")
    server = Server(folder, flags=["--web", str(web)]).start()
    yield server
    server.stop()


def fetch(server, path, method="GET"):
    """The path goes out as it stands: no client may tidy it."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "type", "content"),
    [
        ("/", "text/html; charset=utf-8", b"<!doctype html><title>Martlet</title>"),
        ("/index.html", "text/html; charset=utf-8", b"<!doctype html><title>Martlet</title>"),
        ("/js/app.js", "text/javascript; charset=utf-8", b"export const name = 'martlet';"),
    ],
)
def test_files_are_served_with_their_types(web_server, path, type, content):
    response, body = fetch(web_server, path)
    assert (response.status, body) == (200, content)
    assert response.getheader("content-type") == type
    assert response.getheader("x-content-type-options") == "nosniff"
    assert response.getheader("x-request-id")


def test_head_has_the_length_and_no_body(web_server):
    response, body = fetch(web_server, "/js/app.js", "HEAD")
    assert (response.status, body, response.getheader("content-length")) == (200, b"", "30")


@pytest.mark.parametrize(
    "path",
    ["/../outside.txt", "/%2e%2e/outside.txt", "/js/../../outside.txt", "/.hidden", "/js", "/js/", "//etc/passwd",
     "/js%2fapp.js", "/js/app.js/", "/index.html%00"],
)
def test_nothing_else_is_served(web_server, path):
    response, body = fetch(web_server, path)
    assert response.status in (400, 404), body
    assert b"not for you" not in body


def test_a_file_takes_no_other_method(web_server):
    response, _ = fetch(web_server, "/index.html", "POST")
    assert (response.status, response.getheader("allow")) == (405, "GET, HEAD, OPTIONS")
