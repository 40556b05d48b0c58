"""The server cannot decrypt: nothing of the encryption core is in its program.

dev/check-layers.py looks at what is imported; this looks at what was linked.
"""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RELEASE = Path(os.environ.get("MARTLETD", ROOT / ".build/release/martletd"))
DEBUG = ROOT / ".build/debug"

SECRET_MODULES = {"E2EE", "E2EEOpenSSL", "E2EEWasm"}
# What both programs link: whoever does not find it does not find anything.
SHARED_MODULE = "SecureFormat"


def modules_in(program):
    """The Swift modules of which a program has anything, by the names of its symbols.

    A mangled name begins with `$s` and holds the name of each module that it is about, at least once in full: the
    demangler writes it in front of a dot.
    """
    listing = subprocess.run(["nm", "--format=just-symbols", program], check=True, capture_output=True, text=True)
    wanted = SECRET_MODULES | {SHARED_MODULE}
    symbols = [
        symbol for symbol in listing.stdout.splitlines()
        if "$s" in symbol and any(f"{len(module)}{module}" in symbol for module in wanted)
    ]
    demangled = subprocess.run(
        ["swift", "demangle", "--compact"], input="\n".join(symbols), check=True, capture_output=True, text=True)
    return {module for module in wanted if re.search(rf"\b{module}\.", demangled.stdout)}


@pytest.mark.parametrize("program", [RELEASE, DEBUG / "martletd"], ids=["release", "debug"])
def test_the_server_has_nothing_of_the_core(program):
    # The first would also hold for a program without symbols: that the other module is found says that it has some.
    found = modules_in(program)
    assert not found & SECRET_MODULES
    assert found == {SHARED_MODULE}


def test_the_same_search_finds_the_core_where_it_is():
    found = modules_in(DEBUG / "e2ee-testee")
    assert {"E2EE", "E2EEOpenSSL", SHARED_MODULE} <= found
