"""The core of end-to-end encryption as WebAssembly, in node: `node:crypto` stands in the browser's place."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = sorted((ROOT / "Tests/Web/crypto").glob("*.test.mjs"))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_in_node(file):
    assert (ROOT / "Web/crypto/martlet-e2ee.wasm").exists(), "`make wasm` builds it"
    result = subprocess.run(["node", "--test", file], capture_output=True, text=True, check=False)
    # What was counted and what was skipped stands in the report.
    print("\n".join(line for line in result.stdout.splitlines() if line.startswith("# ")))
    assert result.returncode == 0, result.stdout
