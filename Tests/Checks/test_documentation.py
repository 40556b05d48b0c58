"""The documentation names real files and real commands."""

import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMED_FILE = re.compile(r"`((?:Sources|Tests|proto|dev|docs|Benchmarks)/[A-Za-z0-9_./+-]+)`")
MAKE_TARGET = re.compile(r"`?make ([a-z-]+)`?")


def missing_files(text, root=ROOT):
    return [name for name in NAMED_FILE.findall(text) if not (root / name).exists()]


def test_every_file_that_the_architecture_names_exists():
    text = (ROOT / "docs/ARCHITECTURE.md").read_text()
    assert len(NAMED_FILE.findall(text)) >= 20, "the walk of a message names its files"
    assert missing_files(text) == []


def test_a_file_that_is_gone_is_found():
    assert missing_files("see `Sources/Gone/Nothing.swift`") == ["Sources/Gone/Nothing.swift"]


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/**/*.md")) + [ROOT / "README.md"], ids=lambda page: page.name)
def test_links_and_named_files_exist(page):
    text = page.read_text()
    links = [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not (page.parent / link).exists()]
    assert missing_files(text) + links == []


def test_make_targets_of_the_readme_exist():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(MAKE_TARGET.findall((ROOT / "README.md").read_text()))
    assert {"run", "test", "check"} <= named <= targets


def test_every_field_of_the_log_is_documented():
    page = (ROOT / "docs/OBSERVABILITY.md").read_text().split("## Log")[1]
    documented = set(re.findall(r"`(\w+)`", page))
    values = "literal|system|identifier|integer|milliseconds|boolean"
    used = {
        name
        for path in (ROOT / "Sources").rglob("*.swift")
        # What commands print for programs is no log.
        if not path.name.endswith("Commands.swift")
        for name in re.findall(rf'"([a-z_]+)": \.(?:{values})\(', path.read_text())}
    assert len(used) > 20 and used - documented == set()
