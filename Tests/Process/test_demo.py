"""`make demo`, as a newcomer would run it; a second time it finds what is there."""

import re
import subprocess
import sys

import pytest
import requests
from harness import PATIENCE_SECONDS
from harness.server import PROGRAM, REPOSITORY, Server


def run(directory):
    done = subprocess.run(
        [sys.executable, REPOSITORY / "dev/demo.py", "--program", PROGRAM, "--data", directory / "data",
         "--listen", "127.0.0.1:0", "--seconds", "3"],
        capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def demo_directory(tmp_path_factory):
    return tmp_path_factory.mktemp("demo")


def test_the_demo_has_people_who_talk(demo_directory):
    said = run(demo_directory)
    assert "12 people in 5 chats: Difference engine, Lunch" in said
    assert re.search(r"ada@demo\.example", said)


def test_the_demo_goes_on_where_it_was(demo_directory):
    run(demo_directory)
    server = Server(demo_directory).start()
    try:
        answer = requests.post(server.url + "/v1/auth/login", json={
            "username": "ada", "password": "correct horse"}, timeout=PATIENCE_SECONDS).json()
        chats = requests.get(server.url + "/v1/chats", timeout=PATIENCE_SECONDS, headers={
            "Authorization": f"Bearer {answer['accessToken']}"}).json()["chats"]
        assert sorted(chat["name"] for chat in chats) == ["Announcements", "Difference engine", "Lunch"]
        assert all(int(chat["lastSeq"]) > 24 for chat in chats)
    finally:
        server.stop()
