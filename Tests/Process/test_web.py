"""The folder of the web client: which files are served, whole and in part, and what is told about them."""

import gzip
import http.client
import os
from email.utils import formatdate
from urllib.parse import urlsplit

import pytest
from harness import PATIENCE_SECONDS
from harness.server import Server

PAGE = b"<!doctype html><title>Martlet</title>"
TEXT = b"0123456789" * 500
BINARY = bytes(range(256)) * 4_000  # longer than what is sent at once
BROTLI = b"not really brotli, but the server cannot know"
MODIFIED = 1_700_000_000


@pytest.fixture(scope="module")
def web_server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("web-server")
    web = folder / "web"
    (web / "js").mkdir(parents=True)
    (web / ".git").mkdir()
    (folder / "outside.txt").write_text("not for you")
    for name, content in {
        "index.html": PAGE, "js/app.js": b"export const name = 'martlet';", ".hidden": b"not for you",
        ".git/config": b"not for you", "long.txt": TEXT, "noise.bin": BINARY, "app.5f3e9a1c.js": TEXT,
        "settings-backup.js": b"1", "packed.js": TEXT, "packed.js.br": BROTLI, "packed.js.gz": gzip.compress(b"given"),
        "lone.gz": b"no sibling",
    }.items():
        (web / name).write_bytes(content)
        os.utime(web / name, (MODIFIED, MODIFIED))
    (web / "inside.txt").symlink_to("long.txt")
    (web / "outside.txt").symlink_to(folder / "outside.txt")
    (web / "up").symlink_to(folder)
    (web / "circle").symlink_to(web)
    server = Server(folder, flags=["--web", str(web)]).start()
    yield server
    server.stop()


def fetch(server, path, method="GET", **headers):
    """The path goes out as it stands: no client may tidy it."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=PATIENCE_SECONDS)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "type", "content"),
    [
        ("/", "text/html; charset=utf-8", PAGE),
        ("/index.html", "text/html; charset=utf-8", PAGE),
        ("/js/app.js", "text/javascript; charset=utf-8", b"export const name = 'martlet';"),
        ("/noise.bin", "application/octet-stream", BINARY),
        ("/inside.txt", "text/plain; charset=utf-8", TEXT),
        ("/lone.gz", "application/octet-stream", b"no sibling"),
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
     "/js%2fapp.js", "/js/app.js/", "/index.html%00", "/.git/config", "/%2ehidden", "/outside.txt", "/up/outside.txt",
     "/./index.html", "/js/./app.js", "/%69ndex.html", "/packed.js.br", "/packed.js.gz", "/index.html%2f..",
     "/..%5coutside.txt", "/%c0%ae%c0%ae/outside.txt"],
)
def test_nothing_else_is_served(web_server, path):
    response, body = fetch(web_server, path)
    assert response.status in (400, 404), body
    assert b"not for you" not in body


def test_a_file_takes_no_other_method(web_server):
    response, _ = fetch(web_server, "/index.html", "POST")
    assert (response.status, response.getheader("allow")) == (405, "GET, HEAD, OPTIONS")


def test_what_was_left_out_is_told_to_the_operator(web_server):
    warnings = [entry for entry in web_server.log_entries() if "not served" in entry["message"]]
    assert len(warnings) == 1 and warnings[0]["files"] >= 2


# Conditions


@pytest.fixture(scope="module")
def tag(web_server):
    response, _ = fetch(web_server, "/long.txt")
    assert response.getheader("last-modified") == formatdate(MODIFIED, usegmt=True)
    return response.getheader("etag")


EARLIER, SAME, LATER = (formatdate(MODIFIED + seconds, usegmt=True) for seconds in (-1, 0, 1))


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (304, {"If-None-Match": "TAG"}), (304, {"If-None-Match": '"other", TAG'}), (304, {"If-None-Match": "W/TAG"}),
        (304, {"If-None-Match": "*"}), (200, {"If-None-Match": '"other"'}), (200, {"If-None-Match": "other"}),
        (200, {"If-Match": "TAG"}), (200, {"If-Match": "*"}), (412, {"If-Match": '"other"'}),
        (412, {"If-Match": "W/TAG"}),
        (304, {"If-Modified-Since": SAME}), (304, {"If-Modified-Since": LATER}), (200, {"If-Modified-Since": EARLIER}),
        (304, {"If-Modified-Since": "Tuesday, 14-Nov-23 22:13:20 GMT"}),
        (304, {"If-Modified-Since": "Tue Nov 14 22:13:20 2023"}), (200, {"If-Modified-Since": "yesterday"}),
        (200, {"If-Unmodified-Since": SAME}), (412, {"If-Unmodified-Since": EARLIER}),
        (200, {"If-None-Match": '"other"', "If-Modified-Since": LATER}),
        (200, {"If-Match": "TAG", "If-Unmodified-Since": EARLIER}),
        (412, {"If-Match": '"other"', "If-None-Match": "TAG"}),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_conditions(web_server, tag, method, status, headers):
    headers = {name: value.replace("TAG", tag) for name, value in headers.items()}
    response, body = fetch(web_server, "/long.txt", method, **headers)
    assert response.status == status
    assert response.getheader("etag") == tag
    assert body == (TEXT if status == 200 and method == "GET" else b"")


# Ranges


@pytest.mark.parametrize(
    ("range", "first", "last"),
    [
        ("bytes=0-0", 0, 0), ("bytes=0-99", 0, 99), ("bytes=4990-", 4990, 4999), ("bytes=-10", 4990, 4999),
        ("bytes=-99999", 0, 4999), ("bytes=10-99999", 10, 4999), ("BYTES=1-2", 1, 2), ("bytes= 1-2", 1, 2),
        ("bytes=0-99999999999999999999", 0, 4999),
    ],
)
def test_a_range_is_answered_with_that_part(web_server, range, first, last):
    response, body = fetch(web_server, "/long.txt", Range=range)
    assert (response.status, body) == (206, TEXT[first:last + 1])
    assert response.getheader("content-range") == f"bytes {first}-{last}/5000"


@pytest.mark.parametrize(
    "range", ["bytes=2-1", "bytes=a-b", "bytes=", "bytes=-", "items=0-1", "bytes 0-1", "bytes=0-1,4-5", "bytes=+1-2"])
def test_a_range_that_is_none_or_several_is_answered_with_the_whole(web_server, range):
    response, body = fetch(web_server, "/long.txt", Range=range)
    assert (response.status, body, response.getheader("accept-ranges")) == (200, TEXT, "bytes")


@pytest.mark.parametrize("range", ["bytes=5000-", "bytes=9999-10000", "bytes=-0", "bytes=99999999999999999999-"])
def test_a_range_behind_the_end_cannot_be_had(web_server, range):
    response, body = fetch(web_server, "/long.txt", Range=range)
    assert (response.status, body, response.getheader("content-range")) == (416, b"", "bytes */5000")


@pytest.mark.parametrize(
    ("condition", "status"),
    [("TAG", 206), (SAME, 206), ('"other"', 200), ("W/TAG", 200), (LATER, 200), (EARLIER, 200), ("nonsense", 200)])
def test_a_range_of_another_version_is_answered_with_the_whole(web_server, tag, condition, status):
    response, _ = fetch(web_server, "/long.txt", Range="bytes=0-9", If_Range=condition.replace("TAG", tag))
    assert response.status == status


def test_head_has_no_ranges(web_server):
    response, _ = fetch(web_server, "/long.txt", "HEAD", Range="bytes=0-9")
    assert (response.status, response.getheader("content-length")) == (200, "5000")


# Compressed forms and caches


def test_text_is_compressed_once_and_has_its_own_tag(web_server, tag):
    response, body = fetch(web_server, "/long.txt", Accept_Encoding="gzip")
    assert response.getheader("content-encoding") == "gzip"
    assert gzip.decompress(body) == TEXT
    assert response.getheader("etag") != tag
    assert response.getheader("vary") == "Accept-Encoding"
    again, _ = fetch(
        web_server, "/long.txt", Accept_Encoding="gzip", If_None_Match=response.getheader("etag"))
    assert again.status == 304
    part, middle = fetch(web_server, "/long.txt", Accept_Encoding="gzip", Range="bytes=5-9")
    assert (part.status, middle) == (206, body[5:10])


@pytest.mark.parametrize(
    ("accepted", "coding", "content"),
    [("br, gzip", "br", BROTLI), ("gzip", "gzip", None), ("br;q=0.1, gzip;q=0.2", "gzip", None),
     ("", None, TEXT), ("zstd", None, TEXT)],
)
def test_compressed_files_that_lie_beside_are_used(web_server, accepted, coding, content):
    response, body = fetch(web_server, "/packed.js", Accept_Encoding=accepted)
    assert response.getheader("content-encoding") == coding
    assert response.getheader("content-type") == "text/javascript; charset=utf-8"
    if coding == "gzip":
        assert gzip.decompress(body) == b"given"
    else:
        assert body == content


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/app.5f3e9a1c.js", "public, max-age=31536000, immutable"), ("/", "no-cache"), ("/js/app.js", "no-cache"),
     ("/settings-backup.js", "no-cache")],
)
def test_what_names_its_content_may_be_kept(web_server, path, expected):
    assert fetch(web_server, path)[0].getheader("cache-control") == expected


# What browsers are told


def test_a_page_may_do_only_what_the_client_needs(web_server):
    response, _ = fetch(web_server, "/")
    policy = response.getheader("content-security-policy")
    assert policy.startswith("default-src 'none'; script-src 'self'")
    assert "frame-ancestors 'none'" in policy and "unsafe-inline" not in policy and "unsafe-eval'" not in (
        policy.replace("'wasm-unsafe-eval'", ""))
    assert response.getheader("x-frame-options") == "DENY"
    assert response.getheader("cross-origin-opener-policy") == "same-origin"
    assert "geolocation=()" in response.getheader("permissions-policy")


def test_a_script_may_become_a_worker_that_loads_webassembly(web_server):
    policy = fetch(web_server, "/js/app.js")[0].getheader("content-security-policy")
    assert policy == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'")


@pytest.mark.parametrize("path", ["/", "/long.txt", "/healthz", "/v1/users/me", "/nothing", "/openapi.json"])
def test_every_answer_has_the_common_headers(web_server, path):
    response, _ = fetch(web_server, path)
    assert response.getheader("x-content-type-options") == "nosniff"
    assert response.getheader("referrer-policy") == "no-referrer"
    assert response.getheader("cross-origin-resource-policy") == "same-origin"
    assert response.getheader("content-security-policy").startswith("default-src 'none'")
    assert response.getheader("strict-transport-security") is None, "only when the operator says that TLS is there"
    assert response.getheader("server") is None
