"""The web client's core of end-to-end encryption in Chromium, served by the server itself, with a page of the tests."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

from harness.server import REPOSITORY
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
VECTORS = Path(os.environ.get("MARTLET_VECTORS") or REPOSITORY.parent / "shared" / "vectors") / "wycheproof"


def folder_to_serve(folder):
    """The product's modules beside the tests' page."""
    assert (REPOSITORY / "Web/crypto/martlet-e2ee.wasm").exists(), "`make wasm` builds it"
    shutil.copytree(REPOSITORY / "Tests/Process/clients/crypto", folder)
    # As they stand to each other in the repository, for they import each other.
    for modules in ("Web/crypto", "Tests/Web/crypto"):
        shutil.copytree(REPOSITORY / modules, folder / modules)
    return folder


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        # Tests run as root in containers, where Chromium has no sandbox; it loads only our own page.
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--no-proxy-server", "--disable-gpu"])
        yield browser
        browser.close()
