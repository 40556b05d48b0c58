"""The refresh token in a browser's cookie: out of reach of scripts, and of no use to other sites."""

import http.cookies
import os
import shutil
from pathlib import Path

import pytest
from harness import PATIENCE_SECONDS, secrets
from harness.person import Person, expect, http_session, refusal
from harness.server import Server
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent / "clients" / "web"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
CROSS_SITE = (403, "auth.cross_site")
DAYS_60 = 60 * 86_400


def cookie_of(response):
    """The cookie that an answer sets, parsed as the standard library does."""
    (header,) = response.raw.headers.getlist("Set-Cookie")
    return http.cookies.SimpleCookie(header)["refreshToken"]


def call(server, path, token=None, body=None, **headers):
    """Without a cookie jar: what is sent is what stands here."""
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    if token:
        headers["Cookie"] = f"refreshToken={token}"
    return http_session().post(server.url + path, json=body or {}, headers=headers, timeout=PATIENCE_SECONDS)


def own(server):
    return {"Origin": server.url}


@pytest.fixture
def alice(person):
    return person()


@pytest.fixture
def token(alice):
    return alice.answer["refreshToken"]


def test_logging_in_refreshing_and_registering_set_the_cookie(server, alice, token):
    login = {"email": alice.email, "password": alice.password}
    registration = {"email": "cookie-" + alice.email, "password": secrets.new_password()}
    for path, body in (
            ("/v1/auth/login", login), ("/v1/auth/register", registration),
            ("/v1/auth/refresh", {"refreshToken": token})):
        answer = call(server, path, body=body)
        cookie = cookie_of(answer)
        secrets.remember(cookie.value)
        assert cookie.value == answer.json()["refreshToken"]
        assert (cookie["path"], cookie["samesite"], cookie["domain"]) == ("/v1/auth", "Strict", "")
        assert cookie["httponly"] is True and cookie["secure"] is True
        assert int(cookie["max-age"]) == DAYS_60


def test_no_other_call_sets_or_takes_it(server, alice, token):
    answer = call(server, "/v1/auth/prelogin", token, {"login": alice.email}, **own(server))
    assert "Set-Cookie" not in answer.headers
    response = http_session().get(
        server.url + "/v1/users/me", headers={"Cookie": f"refreshToken={token}", **own(server)},
        timeout=PATIENCE_SECONDS)
    assert refusal(response) == (401, "auth.required")


@pytest.mark.parametrize("proof", [
    {"Origin": "own"}, {"Sec_Fetch_Site": "same-origin"}, {"Origin": "own", "Sec_Fetch_Site": "same-origin"}])
def test_a_page_of_the_server_refreshes_with_the_cookie(server, alice, token, proof):
    proof = {name: server.url if value == "own" else value for name, value in proof.items()}
    answer = call(server, "/v1/auth/refresh", token, **proof)
    access_token = expect(answer, 200)["accessToken"]
    expect(alice.get("/v1/users/me", token=access_token), 200)
    assert cookie_of(answer).value == answer.json()["refreshToken"]


@pytest.mark.parametrize("path", ["/v1/auth/refresh", "/v1/auth/logout"])
@pytest.mark.parametrize("origin", [
    {}, {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"}, {"Sec_Fetch_Site": "none"}, {"Origin": "own", "Sec_Fetch_Site": "cross-site"},
    {"Origin": "own.evil.example"}])
def test_the_cookie_alone_proves_nothing(server, alice, token, path, origin):
    origin = {name: value.replace("own", server.url, 1) for name, value in origin.items()}
    refused = call(server, path, token, **origin)
    assert refusal(refused) == CROSS_SITE
    assert "Set-Cookie" not in refused.headers
    # Nothing was spent, and nothing has ended.
    expect(call(server, "/v1/auth/refresh", token, **own(server)), 200)


def test_a_token_in_the_body_needs_no_proof_beside_a_cookie(server, alice, token):
    answer = call(server, "/v1/auth/refresh", "another", {"refreshToken": token})
    expect(answer, 200)


@pytest.mark.parametrize("header", [
    "refreshToken={0}; refreshToken={0}", "refreshToken={0}; refreshToken=other", "RefreshToken={0}",
    "refreshToken", "x=refreshToken={0}", "", ";;="])
def test_no_cookie_or_more_than_one_is_none(server, token, header):
    headers = {"Cookie": header.format(token), **own(server)}
    response = http_session().post(
        server.url + "/v1/auth/refresh", json={}, headers=headers, timeout=PATIENCE_SECONDS)
    assert refusal(response) == (401, "auth.required")


@pytest.mark.parametrize("header", ["a=b; refreshToken={0}", "refreshToken={0}; a=b", "a=b;refreshToken={0};c"])
def test_it_is_found_among_others(server, token, header):
    headers = {"Cookie": header.format(token), **own(server)}
    expect(http_session().post(
        server.url + "/v1/auth/refresh", json={}, headers=headers, timeout=PATIENCE_SECONDS), 200)


def test_logging_out_takes_it_away(server, alice, token):
    answer = call(server, "/v1/auth/logout", token, **own(server))
    assert answer.status_code == 204
    cookie = cookie_of(answer)
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", "0", "/v1/auth")
    assert refusal(call(server, "/v1/auth/refresh", token, **own(server))) == (401, "auth.revoked")


def test_logging_out_with_an_access_token_that_is_none_takes_the_cookie(server, alice, token):
    answer = call(server, "/v1/auth/logout", token, Authorization="Bearer x", **own(server))
    assert answer.status_code == 204
    assert refusal(alice.get("/v1/users/me")) == (401, "auth.revoked")


def test_an_allowed_origin_counts_as_the_server_s_own(tmp_path):
    server = Server(tmp_path, MARTLET_HTTP_ORIGINS="https://chat.example").start()
    try:
        token = Person.register(server).answer["refreshToken"]
        assert refusal(call(server, "/v1/auth/refresh", token, Origin="https://other.example")) == CROSS_SITE
        expect(call(server, "/v1/auth/refresh", token, Origin="https://chat.example"), 200)
    finally:
        server.stop()


@pytest.mark.conformance("clients-browser", "Chromium")
def test_chromium_keeps_the_cookie_from_scripts_and_from_other_sites(tmp_path, record_property):
    server = Server(tmp_path, flags=["--web", str(FOLDER)]).start()
    alice = Person.register(server)
    with sync_playwright() as playwright:
        # Tests run as root in containers, where Chromium has no sandbox; it loads only our own page.
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--no-proxy-server", "--disable-gpu"])
        record_property("version", browser.version)
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.url + "/")
        credentials = [alice.email, alice.password]
        assert page.evaluate("([email, password]) => page.logIn(email, password)", credentials) == 200
        (cookie,) = context.cookies(server.url + "/v1/auth/refresh")
        secrets.remember(cookie["value"])
        assert (cookie["httpOnly"], cookie["secure"], cookie["sameSite"]) == (True, True, "Strict")
        assert page.evaluate("document.cookie") == ""

        # A second page of the server, which knows nothing, is logged in by the cookie.
        other = context.new_page()
        other.goto(server.url + "/")
        refreshed = other.evaluate("page.call('POST', '/v1/auth/refresh', {})")
        assert refreshed["status"] == 200
        secrets.remember(refreshed["body"]["refreshToken"], refreshed["body"]["accessToken"])

        # A page that is not of this server, in the same browser: it may send, and not read the answer.
        foreign = context.new_page()
        foreign.evaluate(
            """address => {
                const body = new Blob(["{}"]);
                return fetch(address, {method: "POST", mode: "no-cors", credentials: "include", body})
                    .catch(() => null);
            }""",
            server.url + "/v1/auth/logout")
        assert other.evaluate("page.call('POST', '/v1/auth/refresh', {})")["status"] == 200

        assert other.evaluate("page.call('POST', '/v1/auth/logout', {})")["status"] == 204
        assert context.cookies(server.url + "/v1/auth/refresh") == []
        browser.close()
    server.stop()
