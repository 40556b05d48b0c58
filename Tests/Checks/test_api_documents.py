"""docs/api: the documents are valid, complete, and true of what our codec writes."""

import json
import random
import re

import jsonschema
import pytest
from asyncapi3 import AsyncAPI3
from contract import ROOT, Contract, Testee, descriptor_set
from google.protobuf.descriptor import FieldDescriptor as Field
from openapi_spec_validator import validate

OPENAPI = json.loads((ROOT / "docs/api/openapi.json").read_text())
ASYNCAPI = json.loads((ROOT / "docs/api/asyncapi.json").read_text())
CONTRACT = Contract(descriptor_set(
    *sorted((ROOT / "proto/martlet/v1").glob("*.proto")), ROOT / "Tests/proto/testee.proto"))
OPERATIONS = [
    (method, path, operation) for path, item in OPENAPI["paths"].items() for method, operation in item.items()]

def resolve(document, reference):
    assert reference.startswith("#/")
    for part in filter(None, reference[2:].split("/")):
        document = document[part.replace("~1", "/").replace("~0", "~")]
    return document


def references(node):
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def test_openapi_is_valid():
    validate(OPENAPI)


@pytest.mark.parametrize("document", [OPENAPI, ASYNCAPI], ids=["openapi", "asyncapi"])
def test_every_reference_leads_somewhere(document):
    for reference in references(document):
        resolve(document, reference)


def test_operations_have_names_of_their_own():
    names = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("method,path,operation", OPERATIONS, ids=[f"{m} {p}" for m, p, _ in OPERATIONS])
def test_an_operation_is_described(method, path, operation):
    assert operation["summary"] and "security" in operation
    in_path = {parameter["name"] for parameter in operation.get("parameters", []) if parameter["in"] == "path"}
    assert in_path == set(re.findall(r"{(\w+)}", path))
    assert all(parameter["required"] for parameter in operation.get("parameters", []) if parameter["in"] == "path")
    assert "default" in operation["responses"]
    if operation["security"] == [{"accessToken": []}]:
        assert "401" in operation["responses"]
    if "204" in operation["responses"]:
        assert "content" not in operation["responses"]["204"]


@pytest.fixture(scope="module")
def testee():
    testee = Testee.built(CONTRACT)
    yield testee
    testee.close()


def complete(message, chance):
    """With all that an answer always has, and by chance what it may have."""
    for field in message.DESCRIPTOR.fields:
        is_optional = field.has_presence and (field.containing_oneof or field.message_type is None)
        if is_optional and chance.random() < 0.5:
            continue
        if field.is_repeated:
            items = getattr(message, field.name)
            for _ in range(chance.randint(0, 2)):
                if field.message_type:
                    complete(items.add(), chance)
                else:
                    items.append(plain(field, chance))
        elif field.message_type:
            part = getattr(message, field.name)
            part.SetInParent()
            if not field.message_type.full_name.startswith("google."):
                complete(part, chance)
        else:
            setattr(message, field.name, plain(field, chance))
    return message


def plain(field, chance):
    if field.type == Field.TYPE_ENUM:
        return chance.choice(list(field.enum_type.values_by_number))
    if field.type == Field.TYPE_STRING:
        return "text"
    if field.type == Field.TYPE_BYTES:
        return b"\x00\xff"
    if field.type == Field.TYPE_BOOL:
        return True
    return chance.choice([0, 7, 2**32 - 1]) if field.type == Field.TYPE_UINT32 else chance.choice([0, 2**64 - 1])


def in_answers():
    """The messages that the server writes: what only requests have need not keep its limits here."""
    found, waiting = set(), [
        reference for methods in OPENAPI["paths"].values() for operation in methods.values()
        for reference in references(operation.get("responses", {}))]
    while waiting:
        reference = waiting.pop()
        if reference not in found:
            found.add(reference)
            waiting.extend(references(resolve(OPENAPI, reference)))
    names = {reference.rsplit("/", 1)[1] for reference in found}
    return sorted(name for name in names if f"martlet.v1.{name}" in CONTRACT.messages)


@pytest.mark.parametrize("name", in_answers())
def test_what_the_codec_writes_keeps_the_schema(testee, name):
    kind = CONTRACT.messages[f"martlet.v1.{name}"]
    chance = random.Random(name)
    schema = {**OPENAPI["components"]["schemas"][name], "components": OPENAPI["components"]}
    validator = jsonschema.Draft202012Validator(schema)
    for _ in range(20):
        message = complete(kind(), chance)
        validator.validate(json.loads(testee.to_json(kind, protobuf=message.SerializeToString())))


# AsyncAPI 3.0: the models of another project, and what the specification demands that they do not see.


def test_asyncapi_is_valid():
    AsyncAPI3.model_validate(ASYNCAPI)


@pytest.mark.parametrize("path,value", [
    (["info"], {}), (["operations", "clientPing", "action"], "ask"), (["channels", "socket", "adress"], "/")])
def test_asyncapi_that_is_wrong_is_refused(path, value):
    wrong = json.loads(json.dumps(ASYNCAPI))
    resolve(wrong, "#/" + "/".join(path[:-1]) if path[1:] else "#/")[path[-1]] = value
    with pytest.raises(ValueError):
        AsyncAPI3.model_validate(wrong)


def test_asyncapi_has_what_the_specification_demands():
    assert re.fullmatch(r"3\.0\.\d+", ASYNCAPI["asyncapi"])
    assert ASYNCAPI["info"]["title"] and ASYNCAPI["info"]["version"]
    assert set(ASYNCAPI) <= {
        "asyncapi", "id", "info", "servers", "defaultContentType", "channels", "operations", "components"}
    for server in ASYNCAPI["servers"].values():
        assert server["host"] and server["protocol"]
        assert set(re.findall(r"{(\w+)}", server["host"])) == set(server.get("variables", {}))
    for channel in ASYNCAPI["channels"].values():
        assert set(channel) <= {"address", "title", "description", "servers", "messages", "bindings"}
        assert all(list(message) == ["$ref"] for message in channel["messages"].values())
    for name in [*ASYNCAPI["channels"], *ASYNCAPI["operations"], *ASYNCAPI["components"]["messages"]]:
        assert re.fullmatch(r"[A-Za-z0-9._-]+", name)


@pytest.mark.parametrize("name", ASYNCAPI["operations"])
def test_an_asyncapi_operation_is_whole(name):
    operation = ASYNCAPI["operations"][name]
    channel = operation["channel"]["$ref"]
    assert operation["action"] == ("receive" if name.startswith("client") else "send")
    replies = operation.get("reply", {}).get("messages", [])
    for reference in [*operation["messages"], *replies]:
        # By the specification an operation names messages of its channel, not of the components.
        assert reference["$ref"].startswith(f"{channel}/messages/")
    assert all("/server" in reference["$ref"] for reference in replies)


@pytest.mark.parametrize("direction,union", [("client", "ClientFrame"), ("server", "ServerFrame")])
def test_asyncapi_has_every_frame(testee, direction, union):
    kind = CONTRACT.messages[f"martlet.v1.{union}"]
    messages = {
        message["name"]: message for key, message in ASYNCAPI["components"]["messages"].items()
        if key.startswith(direction)}
    frames = [field for field in kind.DESCRIPTOR.fields if field.message_type]
    assert len(messages) == len(frames)
    chance = random.Random(union)
    for field in frames:
        frame = kind()
        complete(getattr(frame, field.name), chance)
        getattr(frame, field.name).SetInParent()
        document = json.loads(testee.to_json(kind, protobuf=frame.SerializeToString()))
        schema = {**messages[document["type"]]["payload"], "components": ASYNCAPI["components"]}
        jsonschema.Draft202012Validator(schema).validate(document)
