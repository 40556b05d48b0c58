"""Settings from outside: the file, the environment, the flags, what SIGHUP changes, and what mistakes are told."""

import json
import signal
import subprocess

import pytest
import requests

from harness import PATIENCE_SECONDS
from harness.eventually import eventually
from harness.person import Person
from harness.server import PROGRAM, REPOSITORY, Server

TOKEN = "a-token-of-some-length"


def run(*arguments, **environment):
    return subprocess.run(
        [PROGRAM, *arguments], env=environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS)


def written(path, text, mode=0o600):
    path.write_text(text)
    path.chmod(mode)
    return path


# The documents that the program writes of its own settings.


def test_the_default_file_is_correct_and_changes_nothing(tmp_path):
    file = written(tmp_path / "martlet.yaml", run("config", "default").stdout)
    checked = run("config", "check", file)
    assert (checked.returncode, checked.stderr) == (0, "")
    # Whoever uses it as it is gets a server whose settings are all at their defaults: reading it again finds no change.
    server = Server(tmp_path, ["--config", file], MARTLET_LIMITS_PROFILE="default", MARTLET_AUTH_ARGON2="64MiB,2")
    server.start()
    file.write_text("")
    assert reread(server)["changed"] == ""
    server.stop()


def test_the_page_about_settings_is_current():
    assert run("config", "doc").stdout == (REPOSITORY / "docs" / "CONFIGURATION.md").read_text(), \
        "write it anew: martletd config doc > docs/CONFIGURATION.md"


def test_the_page_is_there_for_programs_too():
    settings = json.loads(run("config", "doc", "--json").stdout)["settings"]
    page = run("config", "doc").stdout
    assert len(settings) > 15
    for setting in settings:
        assert f"| `{setting['key']}` | `{setting['default']}` | {setting['values']} | {setting['summary']}" in page
    [token] = [setting for setting in settings if setting["secret"]]
    assert (token["key"], token["flag"], token["environment"]) == (
        "metrics.token", "--metrics-token-file", "MARTLET_METRICS_TOKEN")


def test_every_setting_is_in_the_page_the_file_and_the_help():
    page, file, help = (run(*command).stdout for command in (["config", "doc"], ["config", "default"],
                                                             ["serve", "--help"]))
    flags = [line.split()[0] for line in help.splitlines() if line.startswith("  --")]
    assert len(flags) > 15
    for flag in flags:
        if flag not in ("--config", "--help"):
            assert flag in file
    assert page.count("\n| `") == len(flags) - 2


# Precedence.


def test_flags_are_stronger_than_the_environment_and_that_than_the_file(tmp_path):
    for name in ("file", "environment", "flag"):
        (tmp_path / name).mkdir()
    file = written(tmp_path / "martlet.yaml", f"web: {tmp_path}/file\nlog: {{level: error}}\nloops: 1\n")
    server = Server(tmp_path, ["--config", file, "--web", tmp_path / "flag"], MARTLET_WEB=str(tmp_path / "environment"),
                    MARTLET_LOG_LEVEL="info")
    server.start()
    server.stop()
    # An empty one is warned of.
    [line] = [line for line in server.log_entries() if "web client" in line["message"]]
    assert line["directory"] == str(tmp_path / "flag")


# Mistakes.


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("lisen: 127.0.0.1:80", [":1:", "lisen", "Did you mean listen?"]),
        ("# one\nlog:\n  levle: info", [":3:", "log.levle", "Did you mean log.level?"]),
        ("listen: 1\nlisten: 2", [":2:", "listen", "line 1"]),
        ("loops: many", [":1:", "loops", "a number from 0 to 256"]),
        ("loops: [1]", [":1:", "loops", "a number from 0 to 256"]),
        ("http: {origins: https://chat.example}", [":1:", "http.origins", "a list"]),
        ("listen: [", [":1:", "this is no YAML"]),
        ("a: " + "[" * 50_000, [":1:", "deeper than 8"]),
        ("x: &a [1]\ny: *a", [":1:", "anchors"]),
        ("#" * 300_000, ["larger than"]),
        ("metrics: {token: short}", [":1:", "metrics.token", "16 to 1024"]),
        ("metrics: {tokenFile: /nowhere/token}", [":1:", "metrics.tokenFile", "/nowhere/token", "No such file"]),
    ],
)
def test_a_mistake_in_the_file_is_told_and_nothing_is_started(tmp_path, text, hints):
    file = written(tmp_path / "martlet.yaml", text)
    for command in (["config", "check", file], ["serve", "--config", file, "--data", tmp_path / "data"]):
        done = run(*command)
        assert done.returncode == 2
        assert done.stdout == ""
        for hint in [file.name, *hints]:
            assert hint in done.stderr
    assert not (tmp_path / "data").exists()


def test_settings_that_do_not_fit_each_other_are_told(tmp_path):
    done = run("config", "check", written(tmp_path / "martlet.yaml", "proxyProtocol: v2"))
    assert done.returncode == 2
    assert "proxyProtocol (MARTLET_PROXY_PROTOCOL) needs trustedProxies" in done.stderr


def test_a_file_that_is_not_there_is_told(tmp_path):
    for done in (run("serve", "--config", tmp_path / "none.yaml"),
                 run("serve", MARTLET_CONFIG=str(tmp_path / "none.yaml"))):
        assert done.returncode == 2
        assert "none.yaml cannot be read: No such file" in done.stderr
        assert "martletd config default" in done.stderr


def test_an_unknown_variable_is_a_mistake():
    done = run("serve", MARTLET_LISEN="127.0.0.1:0")
    assert done.returncode == 2
    assert "MARTLET_LISEN is no setting. Did you mean MARTLET_LISTEN?" in done.stderr


def test_an_unknown_flag_is_a_mistake():
    done = run("serve", "--lisen", "127.0.0.1:0")
    assert done.returncode == 2
    assert "Did you mean --listen?" in done.stderr


# Secrets.


def metrics(url, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return requests.get(f"{url}/metrics", headers=headers, timeout=PATIENCE_SECONDS)


@pytest.mark.parametrize("how", ["file", "environment", "environment file", "flag"])
def test_metrics_want_their_token(tmp_path, how):
    secret = written(tmp_path / "token", f"{TOKEN}\n")
    flags, environment = [], {}
    match how:
        case "file":
            flags = ["--config", written(tmp_path / "martlet.yaml", f"metrics: {{token: {TOKEN}}}")]
        case "environment":
            environment = {"MARTLET_METRICS_TOKEN": TOKEN}
        case "environment file":
            environment = {"MARTLET_METRICS_TOKEN_FILE": str(secret)}
        case "flag":
            flags = ["--metrics-token-file", secret]
    server = Server(tmp_path, flags, **environment).start()
    for wrong in (None, TOKEN[:-1], TOKEN + "x", TOKEN.upper()):
        answer = metrics(server.url, wrong)
        assert answer.status_code == 401
        assert "gateway_" not in answer.text
    assert "gateway_ws_connections" in metrics(server.url, TOKEN).text
    server.stop()
    assert TOKEN not in server.log()


def test_a_secret_that_everybody_may_read_is_refused(tmp_path):
    secret = written(tmp_path / "token", TOKEN, mode=0o644)
    for done in (run("serve", "--metrics-token-file", secret),
                 run("config", "check", written(tmp_path / "m.yaml", f"metrics: {{token: {TOKEN}}}", mode=0o644))):
        assert done.returncode == 2
        assert "chmod 600" in done.stderr
        assert TOKEN not in done.stderr


def test_metrics_can_have_an_address_of_their_own(tmp_path):
    server = Server(tmp_path, MARTLET_METRICS_LISTEN="127.0.0.1:0").start()
    [line] = [line for line in server.log_entries() if "metrics_address" in line]
    own = f"http://{line['metrics_address']}"
    assert "gateway_ws_connections" in metrics(own).text
    assert requests.get(f"{own}/readyz", timeout=PATIENCE_SECONDS).status_code == 200
    assert requests.get(f"{own}/v1/users/me", timeout=PATIENCE_SECONDS).status_code == 404
    for path in ("/metrics", "/readyz"):
        assert requests.get(server.url + path, timeout=PATIENCE_SECONDS).status_code == 404
    assert requests.get(f"{server.url}/healthz", timeout=PATIENCE_SECONDS).status_code == 200
    server.stop()


def test_an_address_for_metrics_that_cannot_be_had_is_told(server, tmp_path):
    done = run("serve", "--data", tmp_path / "data", "--listen", "127.0.0.1:0", "--metrics-listen",
               "%s:%d" % server.address)
    assert done.returncode == 1
    assert "Choose another with metrics.listen." in done.stderr


# SIGHUP.


def reread(server):
    """Asks it to read its settings again; the lines about it, the last of which it returns."""
    before = len(server.log_entries())
    server.process.send_signal(signal.SIGHUP)
    return eventually(
        lambda: next((line for line in server.log_entries()[before:] if "changed" in line or "problem" in line), None),
        lambda line: line, "line about it")


def allows(server, origin):
    answer = requests.get(f"{server.url}/healthz", headers={"Origin": origin}, timeout=PATIENCE_SECONDS)
    return answer.headers.get("Access-Control-Allow-Origin") == origin


def test_sighup_changes_what_is_live_and_warns_of_the_rest(tmp_path):
    file = written(tmp_path / "martlet.yaml", "http: {origins: [https://old.example]}\n")
    server = Server(tmp_path, ["--config", file]).start()
    alice = Person.register(server)
    assert allows(server, "https://old.example") and not allows(server, "https://new.example")

    file.write_text("http: {origins: [https://new.example]}\nloops: 3\n")
    assert reread(server)["changed"] == "http.origins"
    assert allows(server, "https://new.example") and not allows(server, "https://old.example")
    warnings = [line for line in server.log_entries() if line["level"] == "warning" and "setting" in line]
    assert [line["setting"] for line in warnings] == ["loops"]

    file.write_text("http: {origins: [not an origin]}\n")
    problem = reread(server)
    assert problem["level"] == "error"
    assert "http.origins" in problem["problem"] and f"{file}:1" in problem["problem"]
    assert allows(server, "https://new.example"), "nothing changed"
    assert alice.get("/v1/users/me").status_code == 200

    server.stop()


def test_sighup_changes_what_is_logged(tmp_path):
    file = written(tmp_path / "martlet.yaml", "log: {level: warning}\n")
    server = Server(tmp_path, ["--config", file]).start()
    assert "info" not in [line["level"] for line in server.log_entries()]
    file.write_text("log: {level: info}\n")
    assert reread(server)["changed"] == "log.level"
    server.stop()
    assert server.log_entries()[-1]["level"] == "info"


def test_sighup_turns_the_access_log_on_and_off(tmp_path):
    file = written(tmp_path / "martlet.yaml", "accessLog: off\n")
    server = Server(tmp_path, ["--config", file]).start()

    def logged():
        return sum(line["message"] == "A request was answered." for line in server.log_entries())

    def ask():
        assert requests.get(f"{server.url}/healthz", timeout=PATIENCE_SECONDS).status_code == 200

    ask()
    assert logged() == 0
    file.write_text("accessLog: on\n")
    assert reread(server)["changed"] == "accessLog"
    ask()
    assert eventually(logged, lambda count: count == 1, "line of the request") == 1
    file.write_text("accessLog: off\n")
    assert reread(server)["changed"] == "accessLog"
    ask()
    server.stop()
    assert logged() == 1
