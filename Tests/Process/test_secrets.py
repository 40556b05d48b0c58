"""Secrets are sent through every call of the contract, in every place that takes text; the log at its most talkative
has none of them, and no data of people."""

import base64
import json
import uuid

import pytest
from harness import described, secrets
from harness.person import Person, expect, message
from harness.server import Server

# Stands in every text and every run of bytes that the tests below send.
MARK = "planted7k"


@pytest.fixture(scope="module")
def talkative(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("talkative"), MARTLET_ACCESS_LOG="on", MARTLET_LOG_LEVEL="debug").start()
    yield server
    if server.process:
        server.stop()


def planted(schema, depth=0):
    """A value of this schema, with the mark in whatever takes text."""
    if "$ref" in schema:
        schema = described.OPENAPI["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    if depth > 6:
        return None
    for choice in ("anyOf", "oneOf", "allOf"):
        if choice in schema:
            return planted(schema[choice][0], depth)
    kinds = schema.get("type")
    kind = kinds if isinstance(kinds, str) else (kinds or ["string"])[0]
    if kind == "object":
        return {name: planted(each, depth + 1) for name, each in schema.get("properties", {}).items()}
    if kind == "array":
        return [planted(schema.get("items", {}), depth + 1)]
    if kind in ("integer", "number"):
        return 1
    if kind == "boolean":
        return True
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("contentEncoding") == "base64" or schema.get("format") in ("byte", "base64"):
        return base64.b64encode(MARK.encode()).decode()
    if schema.get("format") == "uuid":
        return str(uuid.uuid4())
    if "email" in schema.get("pattern", "") or "@" in schema.get("pattern", ""):
        return f"{MARK}@{uuid.uuid4().hex}.example.org"
    return MARK


def calls():
    for path, methods in described.OPENAPI["paths"].items():
        for method, operation in methods.items():
            if "operationId" in operation and path != "/v1/ws":
                yield pytest.param(method.upper(), path, operation, id=operation["operationId"])


def body_schema(operation):
    content = operation.get("requestBody", {}).get("content", {})
    return content.get("application/json", {}).get("schema")


@pytest.mark.parametrize("method, path, operation", calls())
def test_a_call_logs_nothing_of_what_it_is_given(talkative, method, path, operation):
    person = Person.register(talkative)
    query = {}
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", MARK)
        elif parameter["in"] == "query":
            query[parameter["name"]] = MARK
    schema = body_schema(operation)
    body = planted(schema) if schema else None
    for arguments in (
        {"json": body}, {"json": body, "token": None}, {"json": body, "token": f"{MARK}.{MARK}.{MARK}"},
        {"data": json.dumps(body)[:-3] + MARK, "headers": {"Content-Type": "application/json"}},
        {"json": body, "headers": {"Cookie": f"refreshToken={MARK}", "User-Agent": MARK, "X-Forwarded-For": MARK}},
    ):
        answer = person.request(method, path, params=query, **arguments)
        # A name that is not taken as one's own is not repeated.
        assert answer.status_code < 500, answer.text
    log = talkative.log()
    assert MARK not in log
    assert secrets.found_in(log) == []


def frame_types():
    for key, each in described.ASYNCAPI["components"]["messages"].items():
        if key.startswith("client"):
            yield pytest.param(each["name"], each["payload"], id=each["name"])


def frame_payload(schema):
    schema = schema["properties"]["payload"]
    if "$ref" in schema:
        schema = described.ASYNCAPI["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    names = schema.get("properties", {})
    return {name: MARK for name in names}


@pytest.mark.parametrize("kind, schema", frame_types())
def test_a_frame_logs_nothing_of_what_it_holds(talkative, kind, schema):
    person = Person.register(talkative)
    with person.connect() as socket:
        socket.send_raw(json.dumps({"type": kind, "id": MARK, "payload": frame_payload(schema)}))
        socket.send_raw(f"{MARK} {{")
        socket.send_raw(json.dumps({"type": MARK, "id": "a", "payload": {MARK: MARK}}))
        socket.ask("ping", {})
    assert MARK not in talkative.log()


def test_messages_names_and_tokens_stay_out_of_the_log(talkative):
    alice, bob = Person.register(talkative), Person.register(talkative)
    chat = alice.new_group(bob)
    expect(alice.update_chat(chat, name=f"{MARK} garden"), 200)
    with alice.connect() as at_alice, bob.connect() as at_bob:
        at_alice.say(message(chat, f"{MARK} hello"))
        at_bob.next_of("message.new")
    entry = alice.say(chat, f"{MARK} again")
    expect(bob.request("POST", f"/v1/messages/{entry['id']}/reactions", json={
        "clientId": str(uuid.uuid4()), "emoji": MARK}), 201)
    expect(bob.request("DELETE", f"/v1/messages/{entry['id']}/reactions/{MARK}"), 204)
    alice.get(f"/v1/ws?token={alice.token}", token=None)
    talkative.stop()
    log = talkative.log()
    assert len(talkative.log_entries()) > 100, "it did talk"
    assert MARK not in log
    for person in (alice, bob):
        for secret in (person.email, person.password, person.token, person.answer["user"]["username"]):
            assert secret not in log
    talkative.start()
