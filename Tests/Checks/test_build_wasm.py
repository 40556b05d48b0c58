"""dev/build-wasm.sh: builds only what has changed, and refuses what browsers could not run or would load too long."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path("dev/build-wasm.sh")
SOURCES = ["Sources/Protocol/SecureFormat", "Sources/Protocol/E2EE", "Sources/Client/E2EEWasm"]


def build(root):
    return subprocess.run([root / SCRIPT], capture_output=True, text=True, check=False)


@pytest.fixture
def tree(tmp_path):
    """The script and what it compiles, to be spoiled."""
    for folder in SOURCES:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "dev").mkdir()
    shutil.copy(ROOT / SCRIPT, tmp_path / SCRIPT)
    return tmp_path


@pytest.mark.timeout(300)
def test_what_has_not_changed_is_not_built_again():
    module = ROOT / "Web/crypto/martlet-e2ee.wasm"
    assert build(ROOT).returncode == 0
    before = module.stat().st_mtime_ns
    again = build(ROOT)
    assert again.returncode == 0, again.stderr
    assert module.stat().st_mtime_ns == before
    assert re.fullmatch(r"\S+: \d+ bytes, \d+ gzipped \(at most 61440\)\n", again.stdout)


@pytest.mark.parametrize("line", ["import Foundation", "internal import Glibc", "public import E2EEOpenSSL"])
def test_an_import_of_more_than_the_standard_library_is_refused(tree, line):
    (tree / "Sources/Protocol/E2EE/Extra.swift").write_text(line + "\n")
    result = build(tree)
    assert result.returncode != 0
    assert line in result.stdout and "imports the standard library alone" in result.stderr
    assert not (tree / "Web").exists()


# It compiles everything, beside whatever else this machine does.
@pytest.mark.timeout(300)
def test_a_module_that_is_too_large_is_refused_each_time(tree):
    script = tree / SCRIPT
    script.write_text(script.read_text().replace("GZIPPED_MAX=61440", "GZIPPED_MAX=10000"))
    for _ in range(2):
        result = build(tree)
        assert result.returncode != 0
        assert "Too large" in result.stderr
