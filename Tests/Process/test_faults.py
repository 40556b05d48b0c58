"""What goes wrong around a server, brought about for real: it says what happened and what to do, and loses nothing.

The table of faults in docs/OPERATIONS.md is what it promises to say; a run prints what it said (and `-s` shows it), and
leaves it in .build/faults.md."""

import json
import os
import re
import resource
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from pathlib import Path

import pytest

from harness import PATIENCE_SECONDS
from harness.eventually import eventually
from harness.person import Person, error_code, message
from harness.server import PROGRAM, REPOSITORY, Server

NOBODY = 65534
SUMMARY = REPOSITORY / ".build" / "faults.md"
PAGE_BYTES = 4_096


def documented():
    """By the fault's name: the words that it is promised to be told with, any of them."""
    rows = re.findall(r"^\| ([a-z][^|]+?) \| `(.+?)` \|", (REPOSITORY / "docs" / "OPERATIONS.md").read_text(), re.M)
    return {name: words.split("\\|") for name, words in rows}


DOCUMENTED = documented()
TESTED = set()


def fault(name):
    """Marks the test that brings a fault about."""
    TESTED.add(name)
    return pytest.mark.usefixtures("summary")


@pytest.fixture(scope="module")
def summary():
    lines = []
    yield lines
    table = "\n".join(["| fault | brought about by | it said |", "|---|---|---|", *sorted(lines)])
    SUMMARY.parent.mkdir(exist_ok=True)
    SUMMARY.write_text(table + "\n")
    print(f"\n{table}")


@pytest.fixture
def told(summary):
    """Holds what was said against the table of the manual, and keeps it for the summary."""

    def check(name, words, how, *mentions):
        assert any(promised in words for promised in DOCUMENTED[name]), words
        for mentioned in mentions:
            assert str(mentioned) in words
        summary.append(f"| {name} | {how} | {' '.join(words.split())} |")

    return check


def refused(data, *flags, code=1, before=(), program=PROGRAM, **environment):
    """What a server says that does not start."""
    command = [*before, program, "serve", "--data", data, "--listen", "127.0.0.1:0", *flags]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, env=environment)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    complaints = [line for line in done.stderr.splitlines() if line.startswith("martletd: ")]
    assert len(complaints) == 1, done.stderr
    return complaints[0].removeprefix("martletd: ")


def log_line(server, level, field):
    """The first line of the log that is of a level and has a field."""
    return eventually(
        lambda: next((line for line in server.log_entries() if line["level"] == level and field in line), None),
        lambda line: line, f"{level} with {field} in the log")


def test_every_fault_of_the_manual_is_brought_about_here():
    assert TESTED == set(DOCUMENTED)


# Disks.


@pytest.fixture
def small_disk(tmp_path):
    """A real file system of 8 MiB; a test that cannot have one is told so."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "tmpfs", place], capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("no file system can be mounted here; test_storage.py does the same with a limit of file sizes")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def fill(disk):
    """Takes all the room that is left."""
    with open(disk / "filler", "ab", buffering=0) as filler:
        size = 1 << 20
        while size:
            try:
                filler.write(b"x" * size)
            except OSError:
                size //= 2
    return disk / "filler"


@fault("disk full at the start")
@pytest.mark.parametrize("data", ["new", "old"])
def test_a_disk_that_is_full_at_the_start(small_disk, tmp_path, told, data):
    server = Server(tmp_path)
    server.data = small_disk / "data"
    if data == "old":
        server.start()
        alice = Person.register(server)
        server.stop()
        # The indexes of empty logs, which an end may leave. With their room a start may get by, and serve readers.
        for index in server.data.glob("*-shm"):
            index.unlink()
    filler = fill(small_disk)
    told("disk full at the start", refused(server.data), f"tmpfs of 8 MiB, {data} directory", small_disk)
    filler.unlink()
    server.start()
    if data == "old":
        assert alice.get("/v1/users/me").status_code == 200
    server.stop()


@fault("disk full in service")
def test_a_disk_that_is_full_in_service(small_disk, tmp_path, told):
    server = Server(tmp_path)
    server.data = small_disk / "data"
    server.start()
    alice, bob = Person.register(server), Person.register(server)
    chat = alice.new_group(bob)
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * (2 << 20))

    acknowledged, answer = send_until_refused(alice, chat)
    assert (answer.status_code, error_code(answer)) == (503, "server.storage_failed")
    assert int(answer.headers["Retry-After"]) >= 1
    assert len(acknowledged) > 10
    told("disk full in service", json.dumps(log_line(server, "error", "remedy")), "tmpfs of 8 MiB, filled by messages")
    assert kept(bob, chat) == acknowledged, "reads go on"
    assert alice.post("/v1/messages", long_message(chat)).status_code == 503
    assert kept(bob, chat) == acknowledged, "what was refused is not there"

    filler.unlink()
    after = eventually(
        lambda: alice.post("/v1/messages", long_message(chat)), lambda answer: answer.status_code == 201, "room again")
    acknowledged.append(after.json()["entry"]["id"])
    assert kept(bob, chat) == acknowledged
    server.kill()
    server.restart()
    assert kept(bob, chat) == acknowledged
    server.stop()


def long_message(chat):
    return {**message(chat), "content": {"text": "x" * 7_000}}


def send_until_refused(person, chat):
    acknowledged = []
    for _ in range(2_000):
        answer = person.post("/v1/messages", long_message(chat))
        if answer.status_code != 201:
            return acknowledged, answer
        acknowledged.append(answer.json()["entry"]["id"])
    raise AssertionError("the disk did not fill up")


def kept(person, chat):
    entries, _ = person.whole_history(chat)
    return [entry["id"] for entry in entries if entry["kind"] == "message"]


@fault("read-only disk")
def test_a_disk_that_may_only_be_read(small_disk, told):
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    told("read-only disk", refused(small_disk), "tmpfs, remounted", small_disk, "--data")


@fault("no room for a backup")
def test_a_backup_for_which_there_is_no_room(two_chats, small_disk, told):
    two_chats.restart()
    fill(small_disk)
    filled = small_disk / "filler"
    os.truncate(filled, filled.stat().st_size - (128 << 10))
    done = subprocess.run([PROGRAM, "backup", small_disk / "backup", "--data", two_chats.data], capture_output=True,
                          text=True, timeout=PATIENCE_SECONDS, env={})
    assert done.returncode == 1
    told("no room for a backup", done.stderr.removeprefix("martletd: "), "tmpfs of 8 MiB", small_disk / "backup")
    assert not (small_disk / "backup" / "manifest.json").exists()
    assert len(kept(two_chats.alice, two_chats.well)) == 200
    two_chats.alice.say(two_chats.well)


# Permissions.


@pytest.fixture
def open_place():
    """A directory that every user can reach."""
    with tempfile.TemporaryDirectory(prefix="martlet-fault-") as place:
        Path(place).chmod(0o755)
        yield Path(place)


@fault("directory of another user")
def test_a_directory_that_belongs_to_another_user(open_place, told):
    data = open_place / "data"
    data.mkdir(mode=0o500 if os.geteuid() else 0o700)
    if os.geteuid():
        words, how = refused(data), "a directory without the permission to write"
    else:
        program = shutil.copy(PROGRAM, open_place / "martletd")
        user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        words, how = refused(data, before=user, program=program), "the user nobody in a directory of root"
        assert f"({NOBODY})" in words
    told("directory of another user", words, how, data, "chown")
    assert list(data.iterdir()) == []


@fault("directory that everybody can look into")
def test_a_directory_that_everybody_can_look_into(tmp_path, told):
    server = Server(tmp_path)
    server.data.mkdir()
    server.data.chmod(0o755)
    server.start()
    told("directory that everybody can look into", log_line(server, "warning", "finding")["finding"], "chmod 755")
    assert server.data.stat().st_mode & 0o777 == 0o750
    for path in server.data.iterdir():
        assert path.stat().st_mode & 0o077 == 0
    server.stop()


# Damage.


@pytest.fixture
def two_chats(tmp_path):
    """A server with two chats of the same two people, ended."""
    server = Server(tmp_path).start()
    alice, bob = Person.register(server), Person.register(server)
    server.well, server.damaged = alice.new_group(bob), alice.new_group(bob)
    for chat, letter in ((server.well, "w"), (server.damaged, "d")):
        with alice.connect() as socket:
            for _ in range(200):
                socket.say({**message(chat), "content": {"text": letter * 400}})
    server.alice = alice
    server.stop()
    yield server
    server.kill()


def overwrite(path, offset, count):
    with open(path, "r+b") as file:
        file.seek(offset)
        file.write(b"\xff" * count)


def pages_with(path, content):
    """The pages of a database in which something stands."""
    data = path.read_bytes()
    return [start for start in range(0, len(data), PAGE_BYTES) if content in data[start:start + PAGE_BYTES]]


@fault("damaged file, found at the start")
@pytest.mark.parametrize("place", ["header", "middle", "end"])
@pytest.mark.parametrize("name", ["identity.db", "communication.db"])
def test_a_damaged_file_is_found_at_the_start(two_chats, told, name, place):
    path = two_chats.data / name
    sound = path.read_bytes()
    match place:
        case "header":
            overwrite(path, 0, 100)
        case "middle":
            overwrite(path, len(sound) // PAGE_BYTES // 2 * PAGE_BYTES, PAGE_BYTES)
        case "end":
            os.truncate(path, len(sound) - PAGE_BYTES)
    damaged = path.read_bytes()
    told("damaged file, found at the start", refused(two_chats.data), f"{place} of {name} overwritten", path,
         "martletd restore")
    assert path.read_bytes() == damaged, "it is left as it is"
    verified = subprocess.run(
        [PROGRAM, "status", "--verify", "--data", two_chats.data], capture_output=True, text=True, env={})
    assert verified.returncode == 1 and str(path) in verified.stderr
    path.write_bytes(sound)
    two_chats.restart()
    two_chats.stop()


@fault("damaged file, found in service")
def test_a_damaged_place_harms_only_those_who_need_it(two_chats, told):
    two_chats.restart()
    path = two_chats.data / "communication.db"
    pages = pages_with(path, b"d" * 300)
    overwrite(path, pages[len(pages) // 2], PAGE_BYTES)
    alice = two_chats.alice
    answers = [alice.history(two_chats.damaged, after=seq, limit=20) for seq in range(0, 200, 20)]
    failed = [answer for answer in answers if answer.status_code != 200]
    assert 0 < len(failed) < len(answers)
    assert {(answer.status_code, error_code(answer)) for answer in failed} == {(503, "server.storage_failed")}
    told("damaged file, found in service", log_line(two_chats, "error", "remedy")["remedy"],
         "a page of the running server's file overwritten")
    assert len(kept(alice, two_chats.well)) == 200
    alice.say(two_chats.well)
    assert len(kept(alice, two_chats.well)) == 201
    assert alice.get("/v1/users/me").status_code == 200


# Other versions, other servers.


@fault("file of a newer version")
def test_a_file_of_a_newer_version(two_chats, told):
    path = two_chats.data / "identity.db"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 1000")
    told("file of a newer version", refused(two_chats.data), "PRAGMA user_version = 1000", path)


@fault("second server on one directory")
def test_a_second_server(server, told):
    told("second server on one directory", refused(server.data), "the same command again", server.data, "--data")


@fault("restore that has not ended")
def test_a_restore_that_has_not_ended(tmp_path, told):
    data = tmp_path / "data"
    data.mkdir()
    (data / "restore-is-not-complete").touch()
    told("restore that has not ended", refused(data), "the mark of a restore", data, "martletd restore")


# Open files.


@fault("too few open files at the start")
def test_too_few_open_files_at_the_start(tmp_path, told):
    words = refused(tmp_path / "data", before=["prlimit", "--nofile=200:200"])
    told("too few open files at the start", words, "prlimit --nofile=200", "200", "256")
    assert not (tmp_path / "data").exists()


def connections(server, count):
    return [socket.create_connection(server.address, timeout=PATIENCE_SECONDS) for _ in range(count)]


def is_served(connection):
    """Whether a connection gets an answer; else it was closed."""
    try:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        return connection.recv(1_024).startswith(b"HTTP/1.1 200")
    except ConnectionError:
        return False


@fault("fewer open files than connections")
def test_fewer_open_files_than_connections(tmp_path, told):
    server = Server(tmp_path, MARTLET_CONNECTIONS_MAX="1000")
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    server.program = ["prlimit", "--nofile=300:300", PROGRAM]
    server.start()
    line = log_line(server, "warning", "wanted")
    told("fewer open files than connections", line["message"], "prlimit --nofile=300")
    assert (line["connections"], line["wanted"]) == (300 - 128, 1_000)
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == limits
    opened = connections(server, line["connections"] + 20)
    served = [connection for connection in opened if is_served(connection)]
    assert len(served) == line["connections"]
    for connection in opened:
        connection.close()
    eventually(lambda: all(map(is_served, connections(server, 1))), bool, "room for new ones")
    server.stop()


def test_a_server_that_runs_out_of_files_goes_on_and_takes_connections_again(own_server):
    """The limit is lowered under its feet: what is connected is served, what comes waits until there is room."""
    first = connections(own_server, 1)
    assert is_served(first[0])
    used = len(os.listdir(f"/proc/{own_server.process.pid}/fd"))
    resource.prlimit(own_server.process.pid, resource.RLIMIT_NOFILE, (used + 5, used + 5))
    waiting = connections(own_server, 40)
    assert is_served(first[0])
    for connection in waiting[:-1]:
        connection.close()
    assert is_served(waiting[-1])
    Person.register(own_server)


# Addresses and settings.


@fault("port in use")
def test_a_port_in_use(server, tmp_path, told):
    told("port in use", refused_listening(tmp_path, "%s:%d" % server.address), "the port of another server")


@fault("address of another machine")
def test_an_address_of_another_machine(tmp_path, told):
    told("address of another machine", refused_listening(tmp_path, "192.0.2.1:8080"), "192.0.2.1")


def refused_listening(tmp_path, address):
    done = subprocess.run([PROGRAM, "serve", "--data", tmp_path / "data", "--listen", address], capture_output=True,
                          text=True, timeout=PATIENCE_SECONDS, env={})
    assert done.returncode == 1
    return done.stderr.splitlines()[-1].removeprefix("martletd: ")


@fault("mistake in the settings")
def test_a_mistake_in_the_settings(tmp_path, told):
    file = tmp_path / "martlet.yaml"
    file.write_text("# ours\nlisten: 127.0.0.1:8080\nlog:\n  levle: debug\n")
    words = refused(tmp_path / "data", "--config", file, code=2)
    told("mistake in the settings", words, "a slip of the hand", f"{file}:4", "log.levle", "log.level")


@fault("wrong directory of the web client")
def test_a_wrong_directory_of_the_web_client(tmp_path, told):
    words = refused(tmp_path / "data", "--web", tmp_path / "none")
    told("wrong directory of the web client", words, "a path that is not there", tmp_path / "none")
