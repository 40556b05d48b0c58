"""The API against its own description: schemathesis calls everything that docs/api/openapi.json describes, in right and
wrong ways, and every answer must be as it says.

MARTLET_SEED repeats a run; a failure shows the seed.
"""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from harness.person import Person, http_session
from harness.server import REPOSITORY

SEED = int(os.environ.get("MARTLET_SEED", random.randrange(2**32)))
DOCUMENT = REPOSITORY / "docs/api/openapi.json"
FOLDER = Path(__file__).parent / "openapi"
PROGRAM = Path(sys.executable).with_name("schemathesis")
EXAMPLES_MAX = 20
SECONDS_MAX = 240

SUMMARY = re.compile(r"(\d+) generated")


def run(server, directory, *arguments):
    command = [
        PROGRAM, "--config-file", FOLDER / "schemathesis.toml", "run", DOCUMENT, "--url", server.url,
        "--seed", str(SEED), "--max-examples", str(EXAMPLES_MAX), "--workers", "1", "--continue-on-failure",
        "--generation-database", "none", "--no-color", "--exclude-path", "/v1/ws", *arguments,
    ]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "errors", "PYTHONPATH": str(FOLDER), "NO_PROXY": "*"}
    return subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=directory, timeout=SECONDS_MAX)


@pytest.mark.conformance("openapi", "schemathesis, all checks")
@pytest.mark.timeout(SECONDS_MAX + 30)
@pytest.mark.parametrize("caller", ["somebody", "a stranger"])
def test_every_call_is_as_described(own_server, tmp_path, caller, record_property):
    alice = Person.register(own_server)
    alice.say(alice.new_group(Person.register(own_server)))
    token = alice.token if caller == "somebody" else "not a token of this server"
    done = run(own_server, tmp_path, "--header", f"Authorization: Bearer {token}")
    record_property("version", version())
    assert done.returncode == 0, f"seed {SEED}\n{done.stdout}\n{done.stderr}"
    assert int(SUMMARY.search(done.stdout)[1]) > 500, done.stdout


@pytest.mark.conformance("openapi", "schemathesis sees an answer that is wrong")
@pytest.mark.timeout(SECONDS_MAX)
def test_a_description_that_is_not_true_is_seen(own_server, tmp_path):
    """Whoever judges must be able to judge against us: the same run with one field of one answer described wrongly."""
    document = json.loads(DOCUMENT.read_text())
    schemas = document["components"]["schemas"]
    name = next(name for name in schemas if name.endswith("ErrorBody"))
    schemas[name]["properties"]["code"] = {"type": "integer"}
    wrong = tmp_path / "openapi.json"
    wrong.write_text(json.dumps(document))
    done = subprocess.run(
        [PROGRAM, "run", wrong, "--url", own_server.url, "--phases", "coverage", "--no-color", "--include-path",
         "/v1/users/me", "--generation-database", "none"],
        capture_output=True, text=True, cwd=tmp_path, timeout=SECONDS_MAX)
    assert done.returncode == 1, done.stdout
    assert "Response violates schema" in done.stdout


@pytest.mark.conformance("openapi", "the server serves its description")
def test_the_server_serves_it(server):
    answer = http_session().get(f"{server.url}/openapi.json", timeout=10)
    assert answer.status_code == requests.codes.ok
    assert answer.json() == json.loads(DOCUMENT.read_text())


def version():
    return subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
