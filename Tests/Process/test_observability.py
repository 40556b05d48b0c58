"""Metrics and logs: what docs/OBSERVABILITY.md promises."""

import re
from pathlib import Path

import pytest
from harness.eventually import eventually
from harness.person import Person, expect, message
from harness.server import Server
from prometheus_client.parser import text_string_to_metric_families

PAGE = Path(__file__).resolve().parents[2] / "docs/OBSERVABILITY.md"


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """A server with its access log, on which a little of everything has happened."""
    server = Server(tmp_path_factory.mktemp("watched"), MARTLET_ACCESS_LOG="on", MARTLET_LOG_LEVEL="debug").start()
    alice, bob = Person.register(server), Person.register(server)
    chat = alice.new_group(bob)
    with bob.connect() as at_bob, alice.connect() as at_alice:
        at_alice.say(message(chat))
        at_bob.next_of("message.new")
        at_alice.send("nonsense")
        at_alice.next_of("error")
    expect(alice.get(f"/v1/chats/{chat}", headers={
        "X-Request-Id": "asked-for-1", "traceparent": f"00-{'ab' * 16}-{'cd' * 8}-01"}), 200)
    alice.get("/v1/chats/77")
    yield server, alice, chat
    if server.process:
        server.stop()


def families(server):
    answer = Person.register(server).get("/metrics", token=None)
    return {family.name: family for family in text_string_to_metric_families(answer.text)}


def documented_names():
    rows = [line for line in PAGE.read_text().splitlines() if line.startswith("| `")]
    metrics = rows[: next(i for i, row in enumerate(rows) if "`request_id`" in row)]
    return {name for row in metrics for name in re.findall(r"`(\w+)`", row.split("|")[1])}


def given_names(server):
    """As they stand behind `# TYPE`: the parser takes `_total` off."""
    text = Person.register(server).get("/metrics", token=None).text
    return re.findall(r"^# TYPE (\S+) (\S+)$", text, re.MULTILINE)


def test_every_metric_is_documented_and_given(watched):
    server, _, _ = watched
    assert sorted(name for name, _ in given_names(server)) == sorted(documented_names())


def test_metrics_keep_to_the_conventions(watched):
    server, _, _ = watched
    for name, kind in given_names(server):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name), name
        assert (kind == "counter") == name.endswith("_total"), f"{name} is a {kind}"
        assert not re.search(r"_(ms|milliseconds|minutes|kb|mb|percent)(_|$)", name), f"{name}: base units only"
        if kind == "histogram":
            assert name.endswith(("_seconds", "_bytes", "_writes")), name
    for family in families(server).values():
        assert family.documentation, family.name


def sample(server, name, **labels):
    for family in families(server).values():
        for each in family.samples:
            if each.name == name and labels.items() <= each.labels.items():
                return each.value
    return None


@pytest.mark.parametrize("name, labels, at_least", [
    ("gateway_http_requests_total", {"call": "IdentityService/Register", "status": "201"}, 2),
    ("gateway_http_requests_total", {"call": "CommunicationService/GetChat", "status": "404"}, 1),
    ("gateway_http_request_duration_seconds_count", {"call": "CommunicationService/CreateChat"}, 1),
    ("gateway_errors_total", {"code": "chat.not_found"}, 1),
    ("gateway_errors_total", {"code": "frame.invalid"}, 1),
    ("gateway_connections", {}, 1),
    ("gateway_ws_closed_total", {"code": "1000"}, 2),
    ("gateway_ws_frames_received_total", {}, 4),
    ("gateway_msg_sent_total", {}, 1),
    ("gateway_deliveries_total", {}, 1),
    ("gateway_delivery_duration_seconds_count", {}, 1),
    ("event_loop_busy_seconds_total", {"loop": "0"}, 0.000_001),
    ("identity_password_hash_duration_seconds_count", {}, 2),
    ("communication_entries_total", {"kind": "message"}, 1),
    ("store_commit_writes_count", {"store": "identity"}, 2),
    ("store_commit_duration_seconds_count", {"store": "communication"}, 2),
    ("gateway_token_checks_total", {"cache": "hit"}, 1),
    ("gateway_token_checks_total", {"cache": "miss"}, 2),
    ("store_cache_hits_total", {"store": "communication"}, 1),
    ("store_cache_misses_total", {"store": "communication"}, 0),
    ("store_write_queue", {"store": "communication"}, 0),
    ("store_file_bytes", {"store": "identity"}, 4_096),
    ("process_open_fds", {}, 5),
    ("process_cpu_seconds_total", {}, 0.001),
    ("martlet_build_info", {"version": "0.1.0"}, 1),
], ids=lambda value: str(value))
def test_a_metric_moves(watched, name, labels, at_least):
    server, _, _ = watched
    eventually(
        lambda: sample(server, name, **labels), lambda seen: seen is not None and seen >= at_least,
        f"{name} of {at_least}")


def lines(server, message):
    return [entry for entry in server.log_entries() if entry["message"] == message]


def test_the_access_log_names_calls_and_callers(watched):
    server, alice, _ = watched
    found = [line for line in lines(server, "A request was answered.") if line.get("request_id") == "asked-for-1"]
    assert len(found) == 1
    line = found[0]
    assert line["call"] == "CommunicationService/GetChat"
    assert (line["method"], line["status"], line["level"]) == ("GET", 200, "info")
    assert (line["user_id"], line["session_id"]) == (alice.id, alice.session_id)
    assert line["trace_id"] == "ab" * 16
    assert line["duration_ms"] >= 0 and line["response_bytes"] > 0


def test_the_access_log_tells_of_sockets(watched):
    server, alice, _ = watched
    closed = [line for line in lines(server, "A socket was closed.") if line["user_id"] == alice.id]
    assert [(line["code"], line["frames_received"]) for line in closed] == [(1000, 3)]


def test_what_clients_make_up_is_not_in_the_access_log(watched):
    server, alice, chat = watched
    alice.request("BREW", f"/v1/chats/{chat}?q=planted")
    alice.get("/v1/planted/path")
    eventually(
        lambda: lines(server, "A request was answered."), lambda seen: any(line["method"] == "other" for line in seen),
        "line of the made-up method")
    text = server.log()
    assert "planted" not in text and "BREW" not in text and chat not in text


def test_without_the_setting_there_is_no_access_log(server, person):
    expect(person().get("/v1/users/me"), 200)
    assert lines(server, "A request was answered.") == []


def test_every_field_of_the_log_is_documented(watched):
    server, _, _ = watched
    documented = set(re.findall(r"`(\w+)`", PAGE.read_text().split("## Log")[1]))
    used = {name for entry in server.log_entries() for name in entry}
    assert used - documented == set()
