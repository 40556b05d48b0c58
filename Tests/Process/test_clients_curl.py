"""A client that is not ours: curl walks the HTTP API, as somebody with a terminal would."""

import json
import subprocess
import uuid

import pytest
from harness import secrets

pytestmark = pytest.mark.conformance("clients-curl", "curl")


@pytest.fixture(autouse=True)
def version(record_property):
    record_property("version", subprocess.run(["curl", "--version"], capture_output=True, text=True).stdout.split()[1])


class Curl:
    def __init__(self, url):
        self.url = url
        self.token = None

    def __call__(self, method, path, body=None, status=200):
        """The answer's body, once its status is what was expected."""
        command = ["curl", "-sS", "--noproxy", "*", "--max-time", "20", "-X", method, "-w", "\\n%{http_code}"]
        if self.token:
            command += ["-H", f"Authorization: Bearer {self.token}"]
        if body is not None:
            command += ["-H", "Content-Type: application/json", "-d", "@-"]
        done = subprocess.run(
            [*command, self.url + path], input=json.dumps(body), capture_output=True, text=True, timeout=30)
        assert (done.returncode, done.stderr) == (0, "")
        text, _, code = done.stdout.rpartition("\n")
        assert int(code) == status, text
        return json.loads(text) if text else None


def register(server):
    curl, password = Curl(server.url), secrets.new_password()
    body = {"email": f"{uuid.uuid4().hex}@example.org", "password": password}
    answer = curl("POST", "/v1/auth/register", body, 201)
    secrets.remember(answer["accessToken"], answer["refreshToken"])
    again = curl("POST", "/v1/auth/login", body)
    secrets.remember(again["accessToken"], again["refreshToken"])
    curl.token = again["accessToken"]
    curl.id = again["user"]["id"]
    return curl


def test_the_whole_way(server):
    alice, bob, carol = register(server), register(server), register(server)
    assert Curl(server.url)("GET", "/.well-known/jwks.json")["keys"][0]["alg"] == "ES256"
    assert alice("GET", "/v1/users/me")["user"]["id"] == alice.id
    assert "email" not in alice("GET", f"/v1/users/{bob.id}")["user"]

    group = {"type": "group", "memberIds": [bob.id], "encryption": "server"}
    chat = alice("POST", "/v1/chats", group, 201)["chat"]["id"]
    assert alice("GET", "/v1/chats")["chats"][0]["id"] == chat
    assert alice("PATCH", f"/v1/chats/{chat}", {"name": "birds"})["chat"]["name"] == "birds"
    alice("POST", f"/v1/chats/{chat}/members", {"userIds": [carol.id]})
    alice("PATCH", f"/v1/chats/{chat}/members/{carol.id}", {"role": "admin"})
    assert len(alice("GET", f"/v1/chats/{chat}/members")["members"]) == 3

    text = secrets.new_text()
    body = {"chatId": chat, "clientId": str(uuid.uuid4()), "content": {"text": text}}
    entry = alice("POST", "/v1/messages", body, 201)["entry"]
    assert alice("POST", "/v1/messages", body)["entry"] == entry
    assert bob("GET", f"/v1/chats/{chat}/messages?limit=1")["entries"] == [entry]
    edited = {"clientId": str(uuid.uuid4()), "content": {"text": text + " edited"}}
    alice("PUT", f"/v1/messages/{entry['id']}", edited)
    reaction = {"clientId": str(uuid.uuid4()), "emoji": "\U0001f426"}
    bob("POST", f"/v1/messages/{entry['id']}/reactions", reaction, 201)
    bob("DELETE", f"/v1/messages/{entry['id']}/reactions/%F0%9F%90%A6", status=204)
    bob("POST", f"/v1/chats/{chat}/read", {"seq": entry["seq"]}, 204)
    assert alice("GET", f"/v1/messages/{entry['id']}/status")["readCount"] == 1
    carol("DELETE", f"/v1/messages/{entry['id']}", status=204)

    bob("DELETE", f"/v1/chats/{chat}/members/{bob.id}", status=204)
    refused = bob("POST", "/v1/messages", {**body, "clientId": str(uuid.uuid4())}, 403)
    assert refused["error"]["code"] == "chat.not_member"


def test_without_a_token(server):
    for method, path in [("GET", "/v1/users/me"), ("GET", "/v1/chats"), ("POST", "/v1/messages")]:
        answer = Curl(server.url)(method, path, {} if method == "POST" else None, 401)
        assert answer["error"]["code"] == "auth.required"
