"""The server as it is without any setting, and what it says of settings that are none."""

import subprocess

import pytest

from harness.person import Person, expect
from harness.server import PROGRAM, Server


@pytest.fixture
def default_server(tmp_path):
    """Limits and password hashing as they come."""
    server = Server(tmp_path, MARTLET_LIMITS_PROFILE="default", MARTLET_AUTH_ARGON2="64MiB,2").start()
    yield server
    server.stop()


def test_the_defaults_serve_people(default_server):
    alice, bob = Person.register(default_server), Person.register(default_server)
    chat = alice.new_group(bob)
    entry = alice.say(chat)
    assert [kept["id"] for kept in expect(bob.history(chat), 200)["entries"]][-1] == entry["id"]
    assert [line for line in default_server.log_entries() if line["level"] != "info"] == []


def test_limits_of_load_tests_are_warned_of(server):
    warnings = [line["message"] for line in server.log_entries() if line["level"] == "warning"]
    assert any("LOAD TESTS" in warning for warning in warnings)


@pytest.mark.parametrize(
    ("arguments", "environment", "hint"),
    [
        ([], {}, "martletd --help"),
        (["dance"], {}, "dance"),
        (["serve", "--colour", "red"], {}, "--colour"),
        (["serve", "--data"], {}, "--data"),
        (["serve", "--listen", "localhost"], {}, "127.0.0.1:8080"),
        (["serve", "--listen=127.0.0.1:65536"], {}, "127.0.0.1:8080"),
        (["serve"], {"MARTLET_LISTEN": "nowhere"}, "127.0.0.1:8080"),
        (["serve"], {"MARTLET_LIMITS_PROFILE": "none"}, "load-test"),
        (["serve"], {"MARTLET_AUTH_ARGON2": "1MiB,1"}, "64MiB,2"),
        (["serve"], {"MARTLET_LOOPS": "-1"}, "0 to 256"),
        (["serve"], {"MARTLET_STORE_CACHE": "64"}, "64MiB"),
        (["serve"], {"MARTLET_STORE_CACHE": "0MiB"}, "64MiB"),
        (["serve"], {"MARTLET_LOG_LEVEL": "loud"}, "warning"),
        (["serve"], {"MARTLET_CONNECTIONS_MAX": "0"}, "1 to 10000000"),
        (["serve"], {"MARTLET_CONNECTIONS_PER_ADDRESS_MAX": "many"}, "1 to 10000000"),
        (["serve"], {"MARTLET_HTTP_ORIGINS": "https://a.example/"}, "https://chat.example"),
        (["serve"], {"MARTLET_HTTP_ORIGINS": "*"}, "https://chat.example"),
        (["serve"], {"MARTLET_HTTP_STRICT_TRANSPORT": "a year"}, "0 to 63072000"),
        (["serve"], {"MARTLET_TRUSTED_PROXIES": "10.0.0.1/8"}, "10.0.0.0/8"),
        (["serve"], {"MARTLET_TRUSTED_PROXIES": "proxy.example"}, "10.0.0.0/8"),
        (["serve"], {"MARTLET_PROXY_PROTOCOL": "v1", "MARTLET_TRUSTED_PROXIES": "::1"}, "off or v2"),
        (["serve"], {"MARTLET_PROXY_PROTOCOL": "v2"}, "MARTLET_TRUSTED_PROXIES"),
    ],
)
def test_a_wrong_command_line_or_setting_is_refused_with_a_hint(tmp_path, arguments, environment, hint):
    done = subprocess.run(
        [PROGRAM, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=30)
    assert done.returncode == 2
    assert hint in done.stderr
    assert list(tmp_path.iterdir()) == [], "nothing was made"


@pytest.mark.parametrize("address", ["192.0.2.1:1", "in use"])
def test_an_address_that_cannot_be_had_is_told(server, tmp_path, address):
    if address == "in use":
        address = server.url.removeprefix("http://")
    done = subprocess.run(
        [PROGRAM, "serve", "--data", tmp_path / "data", "--listen", address], capture_output=True, text=True,
        timeout=30)
    assert done.returncode == 1
    assert "--listen" in done.stderr


def test_a_second_server_on_a_data_directory_is_refused(own_server):
    alice = Person.register(own_server)
    done = subprocess.run(
        [PROGRAM, "serve", "--data", own_server.data, "--listen", "127.0.0.1:0"], capture_output=True, text=True,
        timeout=30)
    assert done.returncode == 1
    assert "Another martletd" in done.stderr
    assert alice.get("/v1/users/me").status_code == 200


def test_a_data_directory_without_a_parent_is_told(tmp_path):
    done = subprocess.run(
        [PROGRAM, "serve", "--data", tmp_path / "no" / "data", "--listen", "127.0.0.1:0"], capture_output=True,
        text=True, timeout=30)
    assert done.returncode == 1
    assert "--data" in done.stderr


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_help_and_version_are_given(flag):
    done = subprocess.run([PROGRAM, flag], capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stderr) == (0, "")
    assert "martletd" in done.stdout
