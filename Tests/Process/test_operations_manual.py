"""The commands of docs/OPERATIONS.md and of the systemd unit do what they are there for."""

import os
import re
import shlex
import shutil
import subprocess

import pytest

from harness import PATIENCE_SECONDS
from harness.person import Person
from harness.server import PROGRAM, REPOSITORY, Server

MANUAL = (REPOSITORY / "docs" / "OPERATIONS.md").read_text()
UNIT = REPOSITORY / "deploy" / "martletd.service"
# Where the manual's directories are in a test.
PLACES = ["/var/lib/", "/etc/martlet", "/backup"]


def commands(text):
    """What the manual's blocks have the operator type, line by line."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
    return [line for block in blocks for line in block.splitlines()]


@pytest.fixture
def here(tmp_path):
    for place in PLACES:
        (tmp_path / place.strip("/")).mkdir(parents=True)

    def placed(command):
        return re.sub("|".join(PLACES), lambda place: str(tmp_path) + place[0], command)

    return placed


def run(command):
    """As a shell would, with our program for the installed one."""
    environment = {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}
    for name in list(environment):
        if name.startswith("MARTLET_"):
            del environment[name]
    return subprocess.run(
        command, shell=True, env=environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS)


def test_the_commands_of_the_manual_work_in_their_order(here, tmp_path):
    ours = [command for command in commands(MANUAL) if command.startswith("martletd ")]
    assert {command.split()[1] for command in ours} == {"config", "serve", "status", "backup", "restore", "migrate"}
    server = alice = chat = None
    for command in ours:
        if command.startswith("martletd serve"):
            words = shlex.split(here(command))
            # The harness gives these itself: any port that is free.
            assert words[-4::2] == ["--data", "--listen"]
            server = Server(tmp_path, words[2:-4])
            server.data = tmp_path / "var/lib/martlet"
            server.start()
            alice = Person.register(server)
            chat = alice.new_group(Person.register(server))
            alice.say(chat)
        else:
            done = run(here(command))
            assert done.returncode == 0, f"{command}: {done.stderr}"
    expected = alice.whole_history(chat)
    server.stop()
    server.data = tmp_path / "var/lib/martlet-restored"
    server.flags = []
    server.restart()
    assert alice.whole_history(chat) == expected
    server.stop()


def settings_of(unit):
    return [line.split("=", 1) for line in unit.splitlines() if "=" in line and not line.startswith("#")]


def test_the_unit_starts_what_the_manual_installs(here):
    settings = settings_of(UNIT.read_text())
    starts = [value for name, value in settings if name.startswith("ExecStart")]
    assert starts and all(start.startswith("/usr/local/bin/martletd ") for start in starts)
    assert "/usr/local/bin/martletd" in MANUAL and "/etc/systemd/system/martletd.service" in MANUAL
    assert run(here("martletd config default > /etc/martlet/martlet.yaml")).returncode == 0
    check = here(dict(settings)["ExecStartPre"]).replace("/usr/local/bin/", "")
    assert run(check).returncode == 0, check
    files = int(dict(settings)["LimitNOFILE"])
    assert files >= 100_000 + 128, "as many as connections.max says, and the server's own"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_understands_the_unit():
    done = subprocess.run(["systemd-analyze", "verify", UNIT], capture_output=True, text=True)
    # The program itself is installed elsewhere.
    lines = [line for line in done.stderr.splitlines() if "martletd.service" in line]
    assert [line for line in lines if "is not executable" not in line] == []
