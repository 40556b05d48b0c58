"""A client that is not ours, with all that it can do: curl."""

import gzip
import json
import subprocess
import zlib

import pytest
from harness.server import Server

TEXT = b"".join(b"line %d of the file\n" % number for number in range(5_000))


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    folder = tmp_path_factory.mktemp("curl")
    (folder / "web").mkdir()
    (folder / "web" / "file.txt").write_bytes(TEXT)
    server = Server(folder, flags=["--web", str(folder / "web")]).start()
    yield server
    server.stop()


@pytest.fixture
def curl(web, tmp_path):
    def run(path, *arguments, succeeds=True):
        """The body, and what curl knows about the transfer."""
        done = subprocess.run(
            ["curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", "30", "--output", tmp_path / "body",
             "--write-out", "%{json}\\n", *arguments, web.url + path],
            capture_output=True, text=True, cwd=tmp_path, timeout=60)
        assert (done.returncode == 0) == succeeds, done.stderr
        facts = [json.loads(line) for line in done.stdout.splitlines()]
        body = tmp_path / "body"
        return body.read_bytes() if body.exists() else b"", facts
    return run


def test_a_download_is_resumed(curl, tmp_path):
    (tmp_path / "body").write_bytes(TEXT[:12_345])
    body, facts = curl("/file.txt", "--continue-at", "-")
    assert (body, facts[0]["http_code"]) == (TEXT, 206)


@pytest.mark.parametrize(("range", "expected"), [("0-99", TEXT[:100]), ("-100", TEXT[-100:]), ("99000-", TEXT[99000:])])
def test_ranges(curl, range, expected):
    assert curl("/file.txt", "--range", range)[0] == expected


def test_a_file_that_is_had_is_not_sent_again(curl, tmp_path):
    first, _ = curl("/file.txt", "--etag-save", "tag", "--remote-time")
    assert first == TEXT
    (tmp_path / "body").unlink()
    again, facts = curl("/file.txt", "--etag-compare", "tag")
    assert (again, facts[0]["http_code"], facts[0]["size_download"]) == (b"", 304, 0)


def test_compressed(curl):
    body, facts = curl("/file.txt", "--compressed")
    assert body == TEXT
    assert facts[0]["size_download"] < len(TEXT) / 4


def test_the_compressed_bytes_are_gzip_for_other_readers(curl):
    body, _ = curl("/file.txt", "--header", "Accept-Encoding: gzip")
    assert gzip.decompress(body) == zlib.decompress(body, wbits=31) == TEXT


def test_one_connection_serves_many_requests(curl, web):
    more = [web.url + "/healthz", "--output", "/dev/null"] * 9
    _, facts = curl("/file.txt", *more)
    assert sum(fact["num_connects"] for fact in facts) == 1
    assert {fact["http_code"] for fact in facts} == {200}


def test_http_1_0(curl):
    body, facts = curl("/file.txt", "--http1.0")
    assert (body, facts[0]["http_code"]) == (TEXT, 200)


def test_a_body_is_sent_after_it_was_asked_for(curl, tmp_path):
    long = json.dumps({"email": "x" * 200_000})
    (tmp_path / "long.json").write_text(long)
    for framing in ([], ["--header", "Transfer-Encoding: chunked"]):
        body, facts = curl(
            "/v1/auth/login", "--header", "Expect: 100-continue", "--expect100-timeout", "20", "--json", "@long.json",
            *framing)
        assert facts[0]["http_code"] in (400, 401)
        assert facts[0]["size_upload"] >= len(long), "chunks have sizes, which count too"
        assert json.loads(body)["error"]["code"]


def test_a_body_that_is_refused_is_not_sent(curl, tmp_path):
    (tmp_path / "long.json").write_text("x" * 200_000)
    _, facts = curl(
        "/v1/messages", "--header", "Expect: 100-continue", "--expect100-timeout", "20", "--json", "@long.json")
    assert (facts[0]["http_code"], facts[0]["size_upload"]) == (401, 0)


def test_an_upgrade_to_http_2_is_passed_over(curl):
    body, facts = curl("/file.txt", "--http2")
    assert (body, facts[0]["http_version"]) == (TEXT, "1.1")
