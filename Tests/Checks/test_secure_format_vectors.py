"""The vectors of SecureFormat are what the tests' own implementation writes."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_vectors_are_up_to_date():
    result = subprocess.run(
        [sys.executable, ROOT / "dev/write-vectors.py", "--check"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
