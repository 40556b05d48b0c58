"""A client that is not ours: node's `ws`, in both subprotocols, with its own fragments and pings."""

import json
import os
import subprocess
from pathlib import Path

import pytest

CLIENT = Path(__file__).parent / "clients" / "node.js"
# Where Debian puts the modules of node.
MODULES = Path(os.environ.get("NODE_PATH", "/usr/share/nodejs"))
PATIENCE_SECONDS = 30
COUNT = 20

pytestmark = pytest.mark.conformance("clients-node", "ws (node)")


@pytest.fixture(autouse=True)
def version(record_property):
    record_property("version", json.loads((MODULES / "ws" / "package.json").read_text())["version"])


@pytest.mark.parametrize("subprotocol", ["martlet.v1.json", "martlet.v1.proto", "none"])
def test_it_talks(pair, subprotocol):
    alice, bob, chat = pair
    arguments = ["node", CLIENT, alice.server.websocket_url, subprotocol, alice.token, chat, str(COUNT)]
    environment = {**os.environ, "NODE_PATH": str(MODULES)}
    with bob.connect() as at_bob, subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as client:
        try:
            heard = [at_bob.next_message(chat) for _ in range(COUNT)]
            bob.say(chat, "goodbye")
            output, errors = client.communicate(timeout=PATIENCE_SECONDS)
        finally:
            client.kill()
    assert (client.returncode, errors) == (0, "")
    seen = json.loads(output)
    assert [entry["content"]["text"] for entry in heard] == [f"node {number} é€\U0001f426" for number in range(COUNT)]
    assert seen["accepted"] == [entry["seq"] for entry in heard]
    assert seen["pongs"] == [f"p{number}" for number in range(COUNT)]
    assert seen["texts"] == ["goodbye"]
    # It offered permessage-deflate, which the server does not speak.
    assert (seen["code"], seen["extensions"]) == (1000, "")
    assert seen["protocol"] == ("" if subprotocol == "none" else subprotocol)
