#!/usr/bin/env python3
"""Starts the server on an empty directory again and again: how soon it is ready, and the memory that it takes.

Variables of the environment reach the server: MARTLET_AUTH_ARGON2=8MiB,1 dev/bench-start.py"""

import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 10
SETTLED_SECONDS = 1
PROGRAM = Path(os.environ.get("MARTLET_BENCH_BIN", ".build/release")) / "martletd"


def measure(directory):
    """Milliseconds until it is ready, and MiB: resident, at the highest, its own, of files."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        [PROGRAM, "serve", "--data", directory, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True)
    if "is ready" not in process.stdout.readline():
        sys.exit("The server did not start.")
    milliseconds = (time.perf_counter() - begin) * 1_000
    time.sleep(SETTLED_SECONDS)
    status = Path(f"/proc/{process.pid}/status").read_text()
    names = ("VmRSS", "VmHWM", "RssAnon", "RssFile")
    memory = [int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1_024 for name in names]
    process.send_signal(signal.SIGTERM)
    process.communicate()
    return [milliseconds, *memory]


def main():
    rows = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as place:
            rows.append(measure(Path(place) / "data"))
    names = ["ready, ms", "resident, MiB", "highest, MiB", "its own, MiB", "of files, MiB"]
    for name, values in zip(names, zip(*rows)):
        print(f"{name:14} p50 {statistics.median(values):7.1f}   most {max(values):7.1f}")


if __name__ == "__main__":
    main()
