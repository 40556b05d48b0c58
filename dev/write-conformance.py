#!/usr/bin/env python3
"""Writes docs/conformance.md from what the tests have counted in .build/conformance (`make test` runs all of them).

With --check it only says whether the page is still true: the same lists with as many cases, all of them passed. The
versions of clients may differ, as they are the machine's.
"""

import argparse
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = Path("docs/conformance.md")
COUNTS = Path(".build/conformance")

HEAD = """# What the server is held against

Written by `dev/write-conformance.py` from what the tests counted; `make test` checks that it is still true. A case is
one input with one expected outcome, sent to the real server over TCP, unless its list says otherwise. `make fuzz` adds
what nobody thought of, and `make conformance-protobuf` the official tests of the binary form.
"""

# What a reader cannot guess from a list's name.
NOTES = {
    "WebSocket: RFC 6455": "Cases of our own (`Tests/Process/rfc6455`), in both subprotocols, each input as written, at"
    " once, and byte by byte.",
    "Malformed JSON": "Frames and bodies (`Tests/Process/malformed`). After each, the connection goes on, and two other"
    " people exchange a message.",
    "Malformed protobuf": "The same in binary.",
    "Silent and half-open connections": "At most 16 KiB of memory each; ended at the deadlines of"
    " [PROTOCOL.md](PROTOCOL.md), while two people chat on.",
    "Independent clients": "None of them is ours; each talks to the real server.",
    "Protobuf beside Python's": "Our codec and Google's, on random messages of every type of the contract. No server.",
}

ROW = re.compile(r"^\| (?P<section>[^|]+?) \| (?P<cases>[\d,]+) \| (?P<passed>[\d,]+) \|$")


class Problem(Exception):
    pass


def counted(folder):
    """Sections by the title of their list; files of one title are one list."""
    lists = {}
    for path in sorted(folder.glob("*.json")):
        content = json.loads(path.read_text())
        lists.setdefault(content["title"], []).extend(content["sections"])
    if not lists:
        raise Problem(f"{folder} has no counts: `make test` writes them")
    for sections in lists.values():
        if all(section["section"].startswith("§") for section in sections):
            sections.sort(key=lambda section: [int(part) for part in re.findall(r"\d+", section["section"])])
    return dict(sorted(lists.items()))


def page(lists):
    lines = [HEAD, "| list | cases | passed |", "|---|---|---|"]
    for title, sections in lists.items():
        lines.append(row(f"[{title}](#{anchor(title)})", sections))
    for title, sections in lists.items():
        lines += ["", f"## {title}", ""]
        if title in NOTES:
            lines += [NOTES[title], ""]
        lines += ["| section | cases | passed |", "|---|---|---|"]
        lines += [row(named(section), [section]) for section in sections]
    return "\n".join(lines) + "\n"


def row(name, sections):
    cases, passed = (sum(section[count] for section in sections) for count in ("cases", "passed"))
    return f"| {name} | {cases:,} | {passed:,} |"


def named(section):
    version = section.get("version")
    return f"{section['section']}, version {version}" if version else section["section"]


def anchor(title):
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def rows(text):
    """Each row of a page without the versions, and whether all of its cases have passed."""
    found = {}
    title = ""
    for line in text.splitlines():
        if line.startswith("## "):
            title = line.removeprefix("## ")
        if match := ROW.match(line):
            section = re.sub(r", version .*", "", match["section"])
            found[title, section] = (match["cases"], match["passed"])
    return found


def check(root):
    lists = counted(root / COUNTS)
    now, written = rows(page(lists)), rows((root / PAGE).read_text())
    problems = []
    for key in sorted({*now, *written}):
        name = ": ".join(part for part in key if part)
        if key not in now:
            problems.append(f"{name} is on the page and was not run")
        elif key not in written:
            problems.append(f"{name} is not on the page")
        elif now[key] != written[key]:
            problems.append(f"{name} has {now[key][1]} of {now[key][0]} cases, the page says {written[key][1]} of "
                            f"{written[key][0]}")
        elif now[key][0] != now[key][1]:
            problems.append(f"{name}: not all cases pass")
    if problems:
        raise Problem("\n".join([*problems, "Run `make test` and then dev/write-conformance.py."]))
    total = sum(section["cases"] for sections in lists.values() for section in sections)
    print(f"Conformance: {len(lists)} lists, {total:,} cases, all as the page says.")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the page is not true")
    parser.add_argument("--root", type=Path, default=ROOT)
    arguments = parser.parse_args()
    try:
        if arguments.check:
            check(arguments.root)
        else:
            (arguments.root / PAGE).write_text(page(counted(arguments.root / COUNTS)))
    except Problem as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
