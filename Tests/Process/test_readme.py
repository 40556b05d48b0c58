"""The commands of the README do what it says."""

import json
import re
import shlex
import subprocess

from harness.server import REPOSITORY

DOCUMENTED_ADDRESS = "http://127.0.0.1:8080"


def test_the_first_call_of_the_readme_registers_somebody(own_server):
    commands = re.findall(r"^curl .*$", (REPOSITORY / "README.md").read_text(), re.MULTILINE)
    assert len(commands) == 1
    assert DOCUMENTED_ADDRESS in commands[0]
    done = subprocess.run(
        shlex.split(commands[0].replace(DOCUMENTED_ADDRESS, own_server.url)), capture_output=True, text=True,
        timeout=30, check=True)
    answer = json.loads(done.stdout)
    assert answer["user"]["email"] == "ada@example.org"
    assert answer["accessToken"] and answer["refreshToken"]
