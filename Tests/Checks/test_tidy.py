"""Breaks each rule of dev/tidy.py once: a check that cannot fail proves nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Put together: this file is checked too.
LEFTOVER = "TO" + "DO"


LONG_TEXT = '    let text = """\n' + "        SELECT 1\n" * 30 + '        """\n'


def tidy(root):
    return subprocess.run(
        [sys.executable, ROOT / "dev" / "tidy.py", "--root", root], capture_output=True, text=True)


def check(root, path, text):
    """Runs the check on a tree with this one file."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return tidy(root)


def function_of(lines):
    return "func walk() {\n" + "    step()\n" * (lines - 2) + "}\n"


def proof(comment):
    return f"{comment}\npublic final class Box:\n    @unchecked Sendable\n{{\n}}\n"


BROKEN = {
    "a file named for a drawer": ("Sources/Core/Basics/TimeUtils.swift", "", 1, "the name TimeUtils"),
    "a type named for a drawer": ("Sources/A/B/C.swift", "\nstruct SessionManager {}\n", 2, "the name SessionManager"),
    "a detached task": ("Sources/A/B/C.swift", "\n\nTask.detached { }\n", 3, "Task.detached"),
    "a forced try": ("Sources/A/B/C.swift", "let x = try! f()\n", 1, "try!"),
    "a fatal error": ("Sources/A/B/C.swift", 'fatalError("no")\n', 1, "fatalError("),
    "a bare task": ("Sources/A/B/C.swift", "Task { await f() }\n", 1, "a Task without executorPreference"),
    "a bare task with arguments": (
        "Sources/A/B/C.swift", "Task<Void, Never>(priority: .low) { }\n", 1, "a Task without executorPreference"),
    "a bare immediate task": ("Sources/A/B/C.swift", "Task.immediate { }\n", 1, "a Task without executorPreference"),
    "an unproved Sendable": ("Sources/A/B/C.swift", proof("/// A box."), 3, "@unchecked Sendable without a proof"),
    "a proof elsewhere": (
        "Sources/A/B/C.swift", proof("// Proof: none needed.\n"), 4, "@unchecked Sendable without a proof"),
    "a long function": ("Tests/A/C.swift", function_of(71), 1, "a function of 71 lines"),
    "a long file": ("Sources/A/B/C.swift", "let a = 1\n" * 801, 802, "a file of 801 lines"),
    "a long line": ("dev/x.py", "#" * 121 + "\n", 1, "121 columns"),
    "a leftover": ("proto/x.proto", f"// {LEFTOVER}: more\n", 1, LEFTOVER),
    "spaces at the end": ("Makefile", "all:\n\techo \n", 2, "spaces at the line's end"),
    "a path that is gone": ("docs/X.md", "See `dev/gone.py`.\n", 1, "dev/gone.py does not exist"),
    "a pattern of nothing": ("README.md", "See `proto/*.proto`.\n", 1, "proto/*.proto does not exist"),
    "a link to nothing": ("docs/decisions/X.md", "[this](../Y.md#part)\n", 1, "../Y.md#part does not exist"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_rule_finds_what_breaks_it(tmp_path, name):
    path, text, line, what = BROKEN[name]
    result = check(tmp_path, path, text)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{path}:{line}: {what}" in result.stdout
    assert len(result.stdout.splitlines()) == 1, "one break is one finding"


FINE = {
    "a task on its loop": ("Sources/A/B/C.swift", "Task.immediate(name: f(1), executorPreference: loop) { }\n"),
    "sleeping": ("Sources/A/B/C.swift", "try await Task.sleep(for: .seconds(1))\n"),
    "words in a comment": ("Sources/A/B/C.swift", "// Not Task { } and not try! here; no fatalError( either.\n"),
    "words in a string": ("Sources/A/B/C.swift", 'let a = "try! \\(b("Task.detached")) Task { }"\n'),
    "a proof above": ("Sources/A/B/C.swift", proof("/// A box.\n///\n/// Proof: it never changes.\n@frozen")),
    "a forced try in a test": ("Tests/A/C.swift", "let x = try! f()\n"),
    "a function at the limit": ("Sources/A/B/C.swift", function_of(70)),
    "a function around a long text": ("Sources/A/B/C.swift", function_of(60)[:-2] + LONG_TEXT + "}\n"),
    "requirements before a long type": (
        "Sources/A/B/C.swift",
        "protocol P {\n    func a()\n    init(b: Int)\n}\nstruct S {\n" + "let a = 1\n" * 90 + "}\n"),
    "a file at the limit": ("Sources/A/B/C.swift", "let a = 1\n" * 800),
    "generated code": ("Sources/A/B/Generated/C.swift", f"// {LEFTOVER} {'x' * 200}\n"),
    "long prose": ("docs/X.md", "word " * 40 + "end\n"),
    "a path that is there": (
        "docs/X.md", "See `docs/X.md`, [it](X.md#part), `docs/*.md` and [out](https://example.org).\n"),
    "a path that is none": ("docs/X.md", "`message.send`, `and/or`, `GET /v1/chats`, `text/plain`\n"),
}


@pytest.mark.parametrize("name", FINE)
def test_what_only_looks_like_a_break_passes(tmp_path, name):
    path, text = FINE[name]
    result = check(tmp_path, path, text)
    assert result.returncode == 0, result.stdout


def test_the_tree_as_it_is_passes():
    result = tidy(ROOT)
    assert result.returncode == 0, result.stdout
