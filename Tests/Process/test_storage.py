"""What happens when the disk takes no more: the documented error, a line for the operator, and nothing lost."""

import resource

import pytest

from harness.person import Person, error_code, message
from harness.server import Server


@pytest.fixture
def cramped_server(tmp_path):
    server = Server(tmp_path).start()
    yield server
    server.kill()


def limit_file_size(server, byte_count):
    """From here on no file of the running server grows beyond this: to SQLite the same as a disk without room."""
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (byte_count, resource.RLIM_INFINITY))


def test_a_full_disk_is_an_error_and_loses_nothing(cramped_server):
    alice, bob = Person.register(cramped_server), Person.register(cramped_server)
    chat = alice.new_group(bob)
    for _ in range(3):
        assert alice.post("/v1/messages", message(chat)).status_code == 201
    before = alice.whole_history(chat)
    limit_file_size(cramped_server, 4096)

    refused = message(chat)
    answer = alice.post("/v1/messages", refused)
    assert (answer.status_code, error_code(answer)) == (503, "server.storage_failed")
    assert int(answer.headers["Retry-After"]) >= 1
    assert alice.whole_history(chat) == before
    errors = [entry for entry in cramped_server.log_entries() if entry["level"] == "error"]
    assert errors and errors[0]["store"] == "communication"

    limit_file_size(cramped_server, resource.RLIM_INFINITY)
    assert alice.post("/v1/messages", refused).status_code == 201
    entries, _ = alice.whole_history(chat)
    assert [entry["seq"] for entry in entries] == ["1", "2", "3", "4", "5"]
    assert entries[:4] == before[0]
