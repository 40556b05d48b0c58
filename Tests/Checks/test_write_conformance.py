"""The page about conformance says when it is no longer true."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "dev" / "write-conformance.py"


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / ".build" / "conformance").mkdir(parents=True)
    count(tmp_path, "a", "One", {"§2.10": 5, "§2.2": 3})
    count(tmp_path, "b", "Clients", {"curl": 2}, version="7.88")
    assert run(tmp_path).returncode == 0
    return tmp_path


def count(tree, name, title, sections, failed=0, **more):
    rows = [{"section": section, "cases": cases, "passed": cases - failed, **more}
            for section, cases in sections.items()]
    (tree / ".build" / "conformance" / f"{name}.json").write_text(json.dumps({"title": title, "sections": rows}))


def run(tree, *arguments):
    return subprocess.run(
        [sys.executable, SCRIPT, "--root", tree, *arguments], capture_output=True, text=True, timeout=30)


def complaint(tree):
    done = run(tree, "--check")
    return done.stderr.splitlines()[0] if done.returncode else ""


def test_a_page_that_is_true(tree):
    assert complaint(tree) == ""
    text = (tree / "docs" / "conformance.md").read_text()
    assert text.index("§2.2 ") < text.index("§2.10 ")
    assert "| [One](#one) | 8 | 8 |" in text
    assert "| curl, version 7.88 | 2 | 2 |" in text


def test_another_version_of_a_client_is_as_good(tree):
    count(tree, "b", "Clients", {"curl": 2}, version="9.1")
    assert complaint(tree) == ""


def test_another_number_of_cases(tree):
    count(tree, "b", "Clients", {"curl": 3})
    assert "3 of 3 cases, the page says 2 of 2" in complaint(tree)


def test_a_list_that_was_not_run(tree):
    (tree / ".build" / "conformance" / "a.json").unlink()
    assert "was not run" in complaint(tree)


def test_a_list_that_is_new(tree):
    count(tree, "c", "Two", {"x": 1})
    assert "not on the page" in complaint(tree)


def test_cases_that_fail(tree):
    count(tree, "b", "Clients", {"curl": 2}, failed=1)
    assert "1 of 2 cases" in complaint(tree)
    assert run(tree).returncode == 0
    assert "not all cases pass" in complaint(tree)


def test_nothing_was_counted(tmp_path):
    assert "no counts" in run(tmp_path).stderr
