"""The vectors of SecureFormat are what the tests' own implementation writes, and the documentation's example is one."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.timeout(300)
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
    assert hexadecimal_blocks(text)[0] == certificate["certificate"]


def test_the_documented_envelope_is_the_first_vector():
    vectors = json.loads((ROOT / "Tests/Vectors/encryption.json").read_text())
    envelope = vectors["envelopes"][0]
    text = (ROOT / "docs/encryption.md").read_text().partition("### An envelope, byte by byte")[2]
    roster = next(each["encoded"] for each in vectors["rosters"] if each["devices"] == envelope["roster"])
    assert hexadecimal_blocks(text)[:6] == [
        roster, envelope["contentKey"] + envelope["context"],
        envelope["key"] + envelope["nonce"] + envelope["commitment"], envelope["envelope"],
        envelope["headerHash"] + envelope["ciphertextHash"], "".join(each["label"] for each in envelope["keys"])]
    padded = re.search(r"padded to (\d+) bytes, `([0-9a-f]+)` and zeros", text)
    assert padded[2].ljust(2 * int(padded[1]), "0") == envelope["padded"]
    behind_label = envelope["signed"].removeprefix(re.search(r"behind the label\s`([0-9a-f]+)`", text)[1])
    assert behind_label == envelope["header"] + envelope["ciphertextHash"]


def hexadecimal_blocks(text):
    """What is hexadecimal stands at the beginning of a line, what it means behind spaces."""
    return [
        "".join(re.findall(r"^[0-9a-f]+(?=\s)", block, re.MULTILINE))
        for block in re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)]
