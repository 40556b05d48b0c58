"""A client that is not ours: two pages in Chromium, served by the server itself, talk to each other."""

import os
import shutil
from pathlib import Path

import pytest
from harness import secrets
from harness.person import Person
from harness.server import Server
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent / "clients" / "web"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")

pytestmark = pytest.mark.conformance("clients-browser", "Chromium")


@pytest.fixture(scope="module")
def web_server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("browser"), flags=["--web", str(FOLDER)]).start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        # Tests run as root in containers, where Chromium has no sandbox; it loads only our own page.
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--no-proxy-server", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def version(browser, record_property):
    record_property("version", browser.version)


@pytest.fixture
def page_of(browser, web_server):
    """A page in a browser profile of its own, in which this person has logged in."""
    opened, complaints = [], []

    def open_page(person):
        context = browser.new_context()
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: line.type == "error" and complaints.append(f"{line.text} {line.location}"))
        page.goto(web_server.url + "/")
        status = page.evaluate("([email, password]) => page.logIn(email, password)", [person.email, person.password])
        assert status == 200
        return page
    yield open_page
    for context in opened:
        context.close()
    # A browser asks for an icon by itself; there is none.
    assert [line for line in complaints if "favicon" not in line] == []


def test_two_pages_talk(web_server, page_of):
    alice, bob = Person.register(web_server), Person.register(web_server)
    chat = alice.new_group(bob)
    at_alice, at_bob = page_of(alice), page_of(bob)
    for page in (at_alice, at_bob):
        # Chromium offers permessage-deflate; the server declines.
        assert page.evaluate("page.connect(['martlet.v1.json'])") == {
            "type": "session.ready", "protocol": "martlet.v1.json", "extensions": ""}
    texts = [secrets.new_text() + " é€\U0001f426", secrets.new_text() + " x" * 20_000, secrets.new_text()]
    seqs = [at_alice.evaluate("([chat, text]) => page.say(chat, text)", [chat, text]) for text in texts]
    assert at_bob.evaluate("([chat, count]) => page.texts(chat, count)", [chat, len(texts)]) == [
        list(pair) for pair in zip(seqs, texts)]
    answer = secrets.new_text()
    at_bob.evaluate("([chat, text]) => page.say(chat, text)", [chat, answer])
    assert at_alice.evaluate("([chat, count]) => page.texts(chat, count)", [chat, 1])[0][1] == answer
    assert at_alice.evaluate("page.close(1000, 'bye')") == {"code": 1000, "wasClean": True}
    assert at_bob.evaluate("page.close(3001, '')") == {"code": 3001, "wasClean": True}


def test_a_page_that_offers_no_subprotocol(web_server, page_of):
    page = page_of(Person.register(web_server))
    assert page.evaluate("page.connect([])")["protocol"] == ""
    page.evaluate("page.close(1000, '')")


def test_a_page_that_offers_both(web_server, page_of):
    page = page_of(Person.register(web_server))
    assert page.evaluate("page.connect(['martlet.v1.json', 'martlet.v1.proto'])")["protocol"] == "martlet.v1.json"
    page.evaluate("page.close(1000, '')")


def test_the_api_by_fetch(web_server, page_of):
    alice, bob = Person.register(web_server), Person.register(web_server)
    chat, page = alice.new_group(bob), page_of(alice)

    def call(*arguments):
        return page.evaluate("(all) => page.call(...all)", list(arguments))

    assert call("GET", "/v1/users/me")["body"]["user"]["id"] == alice.id
    sent = call("POST", "/v1/messages", {
        "chatId": chat, "clientId": "6f2d0c4e-1b2c-4000-8000-0123456789ab", "content": {"text": secrets.new_text()}})
    assert sent["status"] == 201
    message = f"/v1/messages/{sent['body']['entry']['id']}"
    assert call("POST", f"{message}/reactions", {
        "clientId": "6f2d0c4e-1b2c-4000-8000-0123456789ac", "emoji": "\U0001f426"})["status"] == 201
    assert call("GET", f"/v1/chats/{chat}/messages?limit=2")["body"]["lastSeq"] == bob.chat(chat)["lastSeq"]
    assert call("DELETE", message)["status"] == 204


@pytest.mark.parametrize("bits", [2048, 3072])
def test_a_page_publishes_keys_of_webcrypto(web_server, page_of, bits):
    alice = Person.register(web_server)
    page = page_of(alice)

    def call(*arguments):
        answer = page.evaluate("(all) => page.call(...all)", list(arguments))
        assert answer["status"] == 200, answer
        return answer["body"]

    device = next(each["id"] for each in call("GET", "/v1/devices")["devices"] if each["current"])
    keys = page.evaluate("(all) => page.newKeys(...all)", [alice.id, device, bits])
    assert call("PUT", "/v1/keys/account", keys["account"])["identityKey"] == keys["account"]["identityKey"]
    stored = call("PUT", f"/v1/keys/devices/{device}", keys["device"])["keys"]
    assert stored == {"deviceId": device, **keys["device"]}
    assert call("GET", f"/v1/users/{alice.id}/keys")["devices"] == [stored]
