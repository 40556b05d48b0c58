"""Holds every answer and every frame of the server against docs/api: what is written there is what clients get."""

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema

API = Path(__file__).resolve().parents[3] / "docs/api"
OPENAPI = json.loads((API / "openapi.json").read_text())
ASYNCAPI = json.loads((API / "asyncapi.json").read_text())

# Codes that belong to no call: what was asked for is none, or could not be read.
OF_NO_CALL = {"route.not_found", "route.method_not_allowed", "request.invalid", "request.too_large"}


@cache
def patterns():
    """The paths, those without parameters first, as expressions."""
    paths = sorted(OPENAPI["paths"], key=lambda path: path.count("{"))
    return [(re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))), path) for path in paths]


@cache
def operation(method, path):
    for pattern, template in patterns():
        if pattern.fullmatch(path):
            return OPENAPI["paths"][template].get(method.lower())
    return None


@cache
def validator(document, name):
    """Of a schema among the document's components."""
    components = {"openapi": OPENAPI, "asyncapi": ASYNCAPI}[document]["components"]
    return jsonschema.Draft202012Validator({**components["schemas"][name], "components": components})


def check_response(response, *_, stream=False, **__):
    """A hook of `requests`. What a test reads by itself, as raw bytes, is left to it."""
    if stream:
        return
    request = response.request
    described = operation(request.method, urlsplit(request.url).path)
    where = f"{request.method} {request.url} answered {response.status_code} {response.text[:500]}"
    if described is None:
        return
    answer = described["responses"].get(str(response.status_code))
    code = error_code(response)
    if answer is None:
        assert code in OF_NO_CALL, f"not described: {where}"
        return
    assert response.headers.get("X-Request-Id"), where
    if code is not None:
        assert f"`{code}`" in answer["description"] or code in OF_NO_CALL, f"not described: {where}"
    content = answer.get("content")
    if content is None:
        assert not response.content, where
        return
    kind = response.headers["Content-Type"].split(";")[0]
    assert kind in content, where
    schema = content[kind].get("schema", {})
    if "$ref" in schema:
        validator("openapi", schema["$ref"].rsplit("/", 1)[1]).validate(response.json())


def error_code(response):
    is_json = response.headers.get("Content-Type", "").startswith("application/json")
    if response.status_code < 400 or not is_json:
        return None
    return response.json()["error"]["code"]


@cache
def frame_validator(kind):
    for key, message in ASYNCAPI["components"]["messages"].items():
        if key.startswith("server") and message["name"] == kind:
            return jsonschema.Draft202012Validator({**message["payload"], "components": ASYNCAPI["components"]})
    raise AssertionError(f"{kind} is not described")


def check_frame(frame):
    """A frame that the server sent."""
    frame_validator(frame["type"]).validate(frame)
