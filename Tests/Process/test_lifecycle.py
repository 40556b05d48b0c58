"""Birth, care and death of a server: start and end, backup and restore, upgrades, what can be asked about it."""

import hashlib
import json
import os
import resource
import socket
import sqlite3
import subprocess
import threading
from pathlib import Path

import pytest

from harness import PATIENCE_SECONDS
from harness.person import Person
from harness.server import PROGRAM, Server

# What docs/BENCHMARKS.md promises of a server without clients.
EMPTY_BYTES_MAX = 25_000_000
FILES = ["identity.db", "communication.db"]


def run(*arguments, code=0):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=PATIENCE_SECONDS, env={})
    assert done.returncode == code, done.stderr
    return done


def answer(*arguments, code=0):
    """What a command says to programs: one object, on one line."""
    output = run(*arguments, "--json", code=code).stdout
    assert output.count("\n") == 1
    return json.loads(output)


def contents(directory):
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.is_file()}


def main_files(directory):
    """Of the databases themselves: their logs and indexes of logs come and go with whoever looks."""
    return {name: content for name, content in contents(directory).items() if name in FILES}


@pytest.fixture
def lived_in(tmp_path):
    """A server that two people have used."""
    server = Server(tmp_path).start()
    alice, bob = Person.register(server), Person.register(server)
    chat = alice.new_group(bob)
    for _ in range(5):
        alice.say(chat)
    server.alice, server.chat = alice, chat
    yield server
    server.kill()


# Status.


def test_status_tells_of_a_running_server(lived_in):
    told = answer("status", "--data", lived_in.data)
    assert told["running"] is True
    assert told["server"]["pid"] == lived_in.process.pid
    assert told["server"]["address"] == "%s:%d" % lived_in.address
    assert [file["name"] for file in told["files"]] == FILES
    for file in told["files"]:
        assert file["schema"] == file["newestSchema"] >= 1 and file["pending"] == [] and file["bytes"] > 0
    words = run("status", "--data", lived_in.data).stdout
    assert str(lived_in.process.pid) in words and told["server"]["address"] in words


@pytest.mark.parametrize("end", [Server.stop, Server.kill])
def test_status_tells_of_a_server_that_has_ended(lived_in, end):
    end(lived_in)
    told = answer("status", "--data", lived_in.data, "--verify")
    assert (told["running"], told["server"], told["verified"]) == (False, None, True)


def test_status_of_nothing_is_an_error(tmp_path):
    assert "--data" in run("status", "--data", tmp_path / "none", code=1).stderr


# Backup and restore.


def test_a_backup_made_under_load_has_all_that_was_acknowledged_before(lived_in, tmp_path):
    alice, chat = lived_in.alice, lived_in.chat
    before, _ = alice.whole_history(chat)
    stop = threading.Event()
    newcomers = []

    def load():
        """New people write into new chats: both files change, and one refers to the other."""
        while not stop.is_set():
            person = Person.register(lived_in)
            person.say(person.new_group(alice))
            newcomers.append(person)

    thread = threading.Thread(target=load)
    thread.start()
    backup = tmp_path / "backup"
    try:
        manifest = answer("backup", backup, "--data", lived_in.data)
    finally:
        stop.set()
        thread.join()
    after_backup = alice.say(chat)
    lived_in.stop()

    restored = Server(tmp_path)
    restored.data = tmp_path / "restored"
    answer("restore", backup, "--data", restored.data)
    restored.start()
    assert manifest["version"] and newcomers
    alice.server = restored
    entries, _ = alice.whole_history(chat)
    assert entries[:len(before)] == before
    assert after_backup["id"] not in [entry["id"] for entry in entries], "it is of the time before"
    assert members_are_known(restored.data)
    alice.say(chat)
    restored.stop()


def members_are_known(data):
    """Every member of a chat, in the one file, is an account in the other."""
    with sqlite3.connect(data / "communication.db") as communication:
        members = {row[0] for row in communication.execute("SELECT user_id FROM members")}
    with sqlite3.connect(data / "identity.db") as identity:
        users = {row[0] for row in identity.execute("SELECT user_id FROM users")}
    return bool(members) and members <= users


def test_a_manifest_says_what_is_in_the_backup(lived_in, tmp_path):
    backup = tmp_path / "backup"
    words = run("backup", backup, "--data", lived_in.data)
    assert "identity.db: 100 %" in words.stdout and "checked" in words.stdout
    manifest = json.loads((backup / "manifest.json").read_text())
    assert sorted(path.name for path in backup.iterdir()) == sorted([*FILES, "manifest.json"])
    assert [file["name"] for file in manifest["files"]] == FILES
    for file in manifest["files"]:
        content = (backup / file["name"]).read_bytes()
        assert file["bytes"] == len(content)
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
        assert (backup / file["name"]).stat().st_mode & 0o077 == 0
        with sqlite3.connect(f"file:{backup / file['name']}?mode=ro", uri=True) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_backup_works_without_a_server(lived_in, tmp_path):
    lived_in.kill()
    before = lived_in.data
    answer("backup", tmp_path / "backup", "--data", before)
    answer("restore", tmp_path / "backup", "--data", tmp_path / "restored")
    lived_in.restart()
    expected = lived_in.alice.whole_history(lived_in.chat)
    lived_in.stop()
    lived_in.data = tmp_path / "restored"
    lived_in.restart()
    assert lived_in.alice.whole_history(lived_in.chat) == expected
    lived_in.stop()


def test_a_restored_store_has_another_incarnation(lived_in, tmp_path):
    run("backup", tmp_path / "backup", "--data", lived_in.data)
    run("restore", tmp_path / "backup", "--data", tmp_path / "restored")

    def read(data):
        with sqlite3.connect(data / "communication.db") as database:
            return database.execute("SELECT incarnation FROM store").fetchone()[0]

    assert read(tmp_path / "backup") == read(lived_in.data) != read(tmp_path / "restored")


def test_neither_backup_nor_restore_writes_over_anything(lived_in, tmp_path):
    run("backup", tmp_path / "backup", "--data", lived_in.data)
    kept = contents(tmp_path / "backup")
    assert "not empty" in run("backup", tmp_path / "backup", "--data", lived_in.data, code=1).stderr
    assert contents(tmp_path / "backup") == kept
    lived_in.stop()
    kept = main_files(lived_in.data)
    assert "not empty" in run("restore", tmp_path / "backup", "--data", lived_in.data, code=1).stderr
    assert main_files(lived_in.data) == kept


@pytest.mark.parametrize("harm", ["bytes", "size", "file", "manifest", "no manifest", "newer"])
def test_a_backup_that_is_not_what_it_was_is_refused(lived_in, tmp_path, harm):
    backup = tmp_path / "backup"
    run("backup", backup, "--data", lived_in.data)
    database, manifest = backup / "communication.db", backup / "manifest.json"
    match harm:
        case "bytes":
            content = bytearray(database.read_bytes())
            content[-1] ^= 1
            database.write_bytes(content)
        case "size":
            database.write_bytes(database.read_bytes() + b"x")
        case "file":
            database.unlink()
        case "manifest":
            manifest.write_text(manifest.read_text().replace("communication.db", "../communication.db"))
        case "no manifest":
            manifest.unlink()
        case "newer":
            document = json.loads(manifest.read_text())
            document["files"][0]["schema"] += 1_000
            manifest.write_text(json.dumps(document))
    refused = run("restore", backup, "--data", tmp_path / "restored", code=1)
    assert str(backup) in refused.stderr
    assert not (tmp_path / "restored").exists()


def test_a_restore_that_did_not_end_is_not_served(lived_in, tmp_path):
    run("backup", tmp_path / "backup", "--data", lived_in.data)
    run("restore", tmp_path / "backup", "--data", tmp_path / "restored")
    (tmp_path / "restored" / "restore-is-not-complete").touch()
    refused = run("serve", "--data", tmp_path / "restored", "--listen", "127.0.0.1:0", code=1)
    assert "has not ended" in refused.stderr and "martletd restore" in refused.stderr


# Upgrades.


def make_newer(path):
    with sqlite3.connect(path) as database:
        [version] = database.execute("PRAGMA user_version").fetchone()
        database.execute(f"PRAGMA user_version = {version + 1}")
    return version + 1


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("end", [Server.stop, Server.kill])
def test_a_newer_database_is_refused_and_no_byte_is_changed(lived_in, file, end):
    end(lived_in)
    make_newer(lived_in.data / file)
    before = main_files(lived_in.data)
    logs = {name: content for name, content in contents(lived_in.data).items() if name.endswith("-wal")}
    for command in (["serve", "--listen", "127.0.0.1:0"], ["migrate", "up"]):
        refused = run(*command, "--data", lived_in.data, code=1)
        assert file in refused.stderr and "start a newer version" in refused.stderr
    assert main_files(lived_in.data) == before
    after = contents(lived_in.data)
    for name, content in logs.items():
        assert after[name] == content, "nor of its log"
    told = answer("migrate", "status", "--data", lived_in.data, code=1)
    assert [entry["schema"] > entry["newestSchema"] for entry in told["files"]] == [name == file for name in FILES]


def test_an_older_database_is_told_and_brought_up_to_date(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    # Schema 0: a file with nothing in it.
    for file in FILES:
        (data / file).touch()
    told = answer("migrate", "status", "--data", data)
    for file in told["files"]:
        assert file["schema"] == 0
        assert file["pending"] == list(range(1, file["newestSchema"] + 1))
    assert "steps to do: 1" in run("migrate", "status", "--data", data).stdout
    assert [path.stat().st_size for path in data.iterdir() if path.name in FILES] == [0, 0], "status changes nothing"
    for file in answer("migrate", "up", "--data", data)["files"]:
        assert file["schema"] == file["newestSchema"] and file["pending"] == []
    assert "nothing to do" in run("migrate", "up", "--data", data).stdout


def test_status_of_migrations_may_be_asked_of_a_running_server_but_not_up(lived_in):
    assert "nothing to do" in run("migrate", "status", "--data", lived_in.data).stdout
    assert "Another martletd" in run("migrate", "up", "--data", lived_in.data, code=1).stderr


# Start and end.


def test_a_killed_server_starts_again_and_says_when_it_is_ready(lived_in):
    expected = lived_in.alice.whole_history(lived_in.chat)
    lived_in.kill()
    lived_in.restart()
    ready = [line for line in lived_in.log_entries() if line["message"] == "The server is ready."]
    assert len(ready) == 2
    assert all(0 < line["start_ms"] < PATIENCE_SECONDS * 1_000 for line in ready)
    assert lived_in.alice.whole_history(lived_in.chat) == expected
    lived_in.stop()


@pytest.mark.parametrize("kind", ["path", "abstract"])
def test_systemd_is_told_when_the_server_is_ready_and_when_it_ends(tmp_path, kind):
    name = str(tmp_path / "notify") if kind == "path" else f"@martlet-{tmp_path.name}-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notified:
        notified.settimeout(PATIENCE_SECONDS)
        notified.bind(name if kind == "path" else "\0" + name[1:])
        server = Server(tmp_path, NOTIFY_SOCKET=name).start()
        assert notified.recv(100) == b"READY=1"
        server.stop()
        assert notified.recv(100) == b"STOPPING=1"


@pytest.mark.skipif("debug" in str(PROGRAM), reason="a debug build is larger")
def test_an_empty_server_needs_little_memory(tmp_path):
    server = Server(tmp_path, MARTLET_AUTH_ARGON2="64MiB,2").start()
    pages = int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[1])
    assert pages * resource.getpagesize() <= EMPTY_BYTES_MAX
    server.stop()


# What the program says of itself.


COMMANDS = [
    ["serve"], ["config", "default"], ["config", "check"], ["config", "doc"], ["migrate", "status"], ["migrate", "up"],
    ["backup"], ["restore"], ["status"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_with_examples(command):
    help = run(*command, "--help").stdout
    assert help.startswith(f"martletd {' '.join(command)}")
    examples = help[help.index("Examples:"):].splitlines()[1:]
    assert examples and all(line.startswith(f"  martletd {' '.join(command)}") for line in examples)


def test_the_overview_lists_every_command():
    overview = run("--help").stdout
    listed = [line.split("  ")[1] for line in overview.splitlines() if line.startswith("  martletd ")]
    for command in COMMANDS:
        assert any(line.startswith(f"martletd {' '.join(command)}") for line in listed)
    assert len(listed) == len(COMMANDS) + 1


WRONG = [
    ["backup"], ["backup", "a", "b"], ["restore"], ["migrate"], ["config", "check"], ["status", "--loud"],
    ["status", "--json=yes"], ["status", "--data"], ["status", "--json", "--json"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_wrong_command_line_is_told(arguments):
    assert "--help" in run(*arguments, code=2).stderr
