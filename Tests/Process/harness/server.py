"""The real server program, started and ended as an operator would."""

import json
import os
import re
import signal
import subprocess
import threading
from pathlib import Path

from harness import PATIENCE_SECONDS

REPOSITORY = Path(__file__).resolve().parents[3]
PROGRAM = Path(os.environ.get("MARTLETD", REPOSITORY / ".build" / "release" / "martletd"))

# The protocol promises that a drain takes no longer.
DRAIN_SECONDS = 20

READY = re.compile(r"martletd is ready on (http://127\.0\.0\.1:\d+)\n")


class Server:
    """One data directory and the process that serves it, if it runs."""

    def __init__(self, directory, flags=(), **environment):
        self.data = directory / "data"
        self.flags = list(flags)
        # How it is started: perhaps by another program, which limits it.
        self.program = [PROGRAM]
        self.log_path = directory / "log.jsonl"
        self.environment = {
            "MARTLET_LIMITS_PROFILE": "load-test",
            "MARTLET_AUTH_ARGON2": "8MiB,1",
            **environment,
        }
        self.url = None
        self.process = None
        self.stdout = ""

    def start(self):
        """Starts it and waits until it says where it listens."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("MARTLET_")}
        command = [*self.program, "serve", "--data", self.data, "--listen", "127.0.0.1:0", *self.flags]
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=log, text=True, env={**inherited, **self.environment})
        self.url = self._address()
        return self

    def _address(self):
        # Whoever hangs instead of starting is ended, and the read below with it.
        watchdog = threading.Timer(PATIENCE_SECONDS, self.process.kill)
        watchdog.start()
        line = self.process.stdout.readline()
        watchdog.cancel()
        ready = READY.fullmatch(line)
        if not ready:
            self.kill()
            raise AssertionError(f"The server did not become ready; it said {line!r}. Its log:\n{self.log()}")
        return ready[1]

    @property
    def websocket_url(self):
        return self.url.replace("http://", "ws://") + "/v1/ws"

    @property
    def address(self):
        host, port = self.url.removeprefix("http://").split(":")
        return host, int(port)

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def stop(self):
        """Asks it to end and expects that it does so in time, with success, having said nothing more on stdout."""
        self.terminate()
        rest, _ = self.process.communicate(timeout=DRAIN_SECONDS)
        code, self.process = self.process.returncode, None
        assert code == 0, f"exit code {code}; the log ends with:\n{self.log()[-4000:]}"
        assert rest == "", "stdout is for the one line that says where the server listens"

    def kill(self):
        """Ends it as a power failure would, as far as a process can tell."""
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def restart(self):
        """Starts it again on the same data, at a new address."""
        assert self.process is None, "stop or kill it first"
        return self.start()

    def log(self):
        return self.log_path.read_text() if self.log_path.exists() else ""

    def log_entries(self):
        """Every line of the log as the JSON object that it has to be."""
        return [json.loads(line) for line in self.log().splitlines()]
