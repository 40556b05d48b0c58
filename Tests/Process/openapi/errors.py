"""A check of our own: every error is one of the registry, with its status, and names its request."""

import re
from pathlib import Path

import schemathesis

REGISTRY = Path(__file__).resolve().parents[3] / "proto/martlet/v1/errors.proto"
STATUSES = {
    code: int(status)
    for code, status in re.findall(r'\(wire_name\) = "([^"]+)", \(http_status\) = (\d+)', REGISTRY.read_text())
}
UNSUPPORTED_MEDIA_TYPE = 415


@schemathesis.check
def errors_of_the_registry(ctx, response, case):
    if response.status_code < 400 or "json" not in str(response.headers.get("content-type")):
        return
    body = response.json()
    code = body["error"]["code"]
    status = STATUSES.get(code)
    if code == "request.invalid" and response.status_code == UNSUPPORTED_MEDIA_TYPE:
        status = UNSUPPORTED_MEDIA_TYPE  # HTTP has a status of its own for this field.
    assert status == response.status_code, f"{code} with status {response.status_code}"
    assert body["requestId"] in response.headers["x-request-id"]
