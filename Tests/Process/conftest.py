"""Servers for tests: one that most tests share, and fresh ones for those that end or kill theirs."""

import pytest

pytest.register_assert_rewrite("harness")

from harness import secrets
from harness.conformance import Conformance
from harness.person import Person
from harness.server import PROGRAM, Server

LOG_LINES_SHOWN = 60


def pytest_configure(config):
    config.pluginmanager.register(Conformance())


@pytest.fixture(scope="session", autouse=True)
def program():
    if not PROGRAM.exists():
        pytest.exit(f"{PROGRAM} is not there; `make build` builds it", returncode=1)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The shared one. Tests keep apart by using people and chats of their own."""
    server = Server(tmp_path_factory.mktemp("server")).start()
    yield server
    end(server)


@pytest.fixture
def own_server(tmp_path):
    """One that the test may stop and start as it likes."""
    server = Server(tmp_path).start()
    yield server
    end(server)


def end(server):
    """Stops it if it still runs; whatever the tests did, none of it may have left a secret in the log."""
    try:
        if server.process:
            server.stop()
    finally:
        server.kill()
    assert all(isinstance(entry, dict) for entry in server.log_entries())
    assert secrets.found_in(server.log()) == []


@pytest.fixture
def person(server):
    """Makes a new account on the shared server with each call."""
    return lambda: Person.register(server)


@pytest.fixture
def pair(person):
    """Two people and the id of a group of both."""
    alice, bob = person(), person()
    return alice, bob, alice.new_group(bob)


@pytest.fixture
def trio(person):
    """Three people and the id of a group of all; the first is its owner."""
    alice, bob, carol = person(), person(), person()
    return alice, bob, carol, alice.new_group(bob, carol)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Shows the end of the server's log beside a failure."""
    report = yield
    if report.failed:
        for name in ("own_server", "server"):
            server = getattr(item, "funcargs", {}).get(name)
            if server:
                lines = server.log().splitlines()[-LOG_LINES_SHOWN:]
                report.sections.append((f"log of {name}", "\n".join(lines)))
    return report
