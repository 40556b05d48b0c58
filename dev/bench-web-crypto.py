#!/usr/bin/env python3
"""What sealing and opening a message costs in Chromium, in the Worker: p50 and p90 over ROUNDS messages.

A message for two devices: two RSA wraps, a signature, AES-GCM, all through WebCrypto. Once the core alone, and once as
a page calls it, with the state of the chat read from and written to IndexedDB.
"""

import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests/Process"))

from harness import PATIENCE_SECONDS
from harness.crypto_page import chromium, folder_to_serve
from harness.server import Server

ROUNDS = 300
# The first ones pay for compiling.
WARM_UP = 30


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        server = Server(folder, flags=["--web", str(folder_to_serve(folder / "web"))]).start()
        try:
            with chromium() as browser:
                page = browser.new_page()
                page.set_default_timeout(1000 * PATIENCE_SECONDS)
                page.goto(server.url + "/")
                page.wait_for_function("window.page !== undefined")
                print(f"Chromium {browser.version}, {ROUNDS} messages for two devices, milliseconds")
                core = page.evaluate(
                    "count => page.askWorker('host-worker.js', { ask: 'bench', count }, 60)", ROUNDS + WARM_UP)
                tell("the core alone", core)
                tell("as a page calls it", page.evaluate("count => page.bench(count)", ROUNDS + WARM_UP))
        finally:
            server.stop()


def tell(name, times):
    for step, each in times.items():
        tenths = statistics.quantiles(each[WARM_UP:], n=10)
        print(f"{name:20} {step:5} p50 {tenths[4]:6.2f}  p90 {tenths[8]:6.2f}")


if __name__ == "__main__":
    main()
