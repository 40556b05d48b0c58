"""What an operator relies on: health, metrics, logs, request ids and an orderly end."""

import uuid

import pytest
import requests
from harness import PATIENCE_SECONDS, secrets
from harness.person import Person, error_code, expect, message
from prometheus_client.parser import text_string_to_metric_families


def fetch(server, path, **arguments):
    return requests.get(server.url + path, timeout=PATIENCE_SECONDS, **arguments)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_the_server_says_that_it_is_well(server, path):
    assert fetch(server, path).status_code == 200


def metrics(server):
    """The sum of each metric over its labels, parsed as Prometheus parses it."""
    response = fetch(server, "/metrics")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/plain")
    sums = {}
    for family in text_string_to_metric_families(response.text):
        for sample in family.samples:
            sums[sample.name] = sums.get(sample.name, 0) + sample.value
    return sums


def test_metrics_count_the_open_sockets(own_server):
    alice = Person.register(own_server)
    assert metrics(own_server)["gateway_ws_connections"] == 0
    with alice.connect(), alice.connect(), alice.connect():
        assert metrics(own_server)["gateway_ws_connections"] == 3


def test_every_answer_has_a_request_id(server, person):
    alice = person()
    answers = [
        fetch(server, "/healthz"), fetch(server, "/v1/nothing"), alice.get("/v1/users/me"),
        alice.get("/v1/users/me", token=None), alice.request("DELETE", "/v1/chats"),
    ]
    ids = {answer.headers["X-Request-Id"] for answer in answers}
    assert len(ids) == len(answers), "each its own"
    failed = answers[1]
    assert failed.json()["requestId"] == failed.headers["X-Request-Id"]


def test_a_well_formed_request_id_is_kept(person):
    wanted = str(uuid.uuid4())
    refused = person().get("/v1/nothing", headers={"X-Request-Id": wanted})
    assert refused.headers["X-Request-Id"] == wanted
    assert refused.json()["requestId"] == wanted


@pytest.mark.parametrize("wrong", ["a b", "x" * 1_000, '"quoted"', "<script>"])
def test_a_request_id_that_is_not_well_formed_is_replaced(server, wrong):
    answer = fetch(server, "/healthz", headers={"X-Request-Id": wrong})
    assert answer.headers["X-Request-Id"] not in ("", wrong)


def test_an_orderly_end_tells_the_sockets_to_come_back(own_server):
    people = [Person.register(own_server) for _ in range(3)]
    sockets = [each.connect() for each in people]
    own_server.terminate()
    for socket in sockets:
        notice = socket.next_of("session.going_away")["payload"]
        assert notice["reconnectAfterMs"] >= 0
        assert socket.close_code() == 1012
    own_server.stop()


def test_what_was_accepted_is_there_after_an_orderly_end(own_server):
    alice, bob = Person.register(own_server), Person.register(own_server)
    chat = alice.new_group(bob)
    with alice.connect() as socket:
        accepted = [socket.say(message(chat))["messageId"] for _ in range(3)]
    own_server.stop()
    own_server.restart()
    entries, _ = bob.whole_history(chat)
    assert [entry["id"] for entry in entries if entry["kind"] == "message"] == accepted


def test_logs_are_json_and_keep_every_secret(own_server):
    alice, bob = Person.register(own_server), Person.register(own_server)
    chat = alice.new_group(bob)
    with alice.connect() as socket:
        socket.say(message(chat))
        socket.ask("message.send", {**message(chat), "clientId": secrets.PRIVATE_WORDS})
        socket.send_raw(secrets.PRIVATE_WORDS)
    alice.say(chat)
    wrong = {"email": alice.email, "password": secrets.new_password()}
    assert error_code(alice.post("/v1/auth/login", wrong, token=None)) == "auth.credentials_invalid"
    alice.get("/v1/users/me", token=f"{alice.token}x")
    alice.get(f"/v1/ws?token={alice.token}", token=None)
    alice.request("POST", "/v1/messages", data=f'{{"content": {{"text": "{secrets.PRIVATE_WORDS}')
    expect(alice.get("/v1/users/me"), 200)
    own_server.stop()

    entries = own_server.log_entries()
    assert entries and all(isinstance(entry, dict) for entry in entries)
    assert secrets.found_in(own_server.log()) == []
