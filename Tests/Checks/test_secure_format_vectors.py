"""The vectors of SecureFormat are what the tests' own implementation writes, and the documentation's example is one."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_vectors_are_up_to_date():
    result = subprocess.run(
        [sys.executable, ROOT / "dev/write-vectors.py", "--check"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_the_documented_certificate_is_the_first_vector():
    certificate = json.loads((ROOT / "Tests/Vectors/secure-format.json").read_text())["certificates"][0]
    text = (ROOT / "docs/encryption.md").read_text().partition("### An example")[2]
    assert f"`{certificate['signed'][:60]}`" in text
    for name in ("identitySeed", "identityKey"):
        assert f"`{certificate[name][:32]}` `{certificate[name][32:]}`" in text
    block = re.search(r"```\n(.*?)```", text, re.DOTALL)[1]
    # What is hexadecimal stands at the beginning of a line, what it means behind spaces.
    assert "".join(re.findall(r"^[0-9a-f]+", block, re.MULTILINE)) == certificate["certificate"]
