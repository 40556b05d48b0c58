#!/usr/bin/env python3
"""Checks what neither the compiler nor the formatter does: words, lengths, leftovers and the documentation's links.

Each finding says why it matters and what to do instead. On purpose no rule can be switched off for one line: a rule
that is wrong is changed here, for everybody.
"""

import argparse
import re
import sys
from collections import namedtuple
from pathlib import Path

from swift_source import blank, closing, line_of

LINE_COLUMNS_MAX = 120
FUNCTION_LINES_MAX = 70
FILE_LINES_MAX = 800

# Folders and files at the top that people write. Anything else there is made by tools.
FOLDERS = [
    ".ci", "Benchmarks", "Fuzz", "Sources", "Tests", "Vectors", "Web", "deploy", "dev", "docs", "proto",
]
CODE = {".swift", ".c", ".h", ".py", ".sh", ".js", ".css", ".html"}
TEXT = CODE | {".md", ".proto", ".txt", ".ini", ".yml", ".yaml", ".toml", ".modulemap", ""}

# A drawer with such a label fills up with what has no place; a noun is missing instead.
DRAWERS = {
    "Common": "the noun that these things share",
    "Helper": "the noun that it helps",
    "Helpers": "the noun that they help",
    "Manager": "what it does: Pool, Registry, Store, Scheduler",
    "Misc": "one file for each noun",
    "Util": "the noun that it works on",
    "Utilities": "the noun that they work on",
    "Utils": "the noun that they work on",
}

# In the code of programs: pattern, what is wrong with it, what to do instead.
BANNED = [
    (r"\bTask\s*\.\s*detached\b", "a detached task outlives what started it", "use a child task"),
    (r"\btry\s*!", "a failure there ends the whole process", "handle or throw the error"),
    (r"\bfatalError\s*\(", "it reads like an error and is a crash", "throw, or state the invariant with precondition"),
]

# Put together, so that this file does not break the rule itself.
LEFTOVERS = re.compile(r"\b(" + "|".join(["FIX" + "ME", "TO" + "DO", "XX" + "X"]) + r")\b")

# "Proof:", or with what is proved in between.
PROOF = re.compile(r"\bProof\b[^.]*:")
UNCHECKED = re.compile(r"@unchecked\s+Sendable\b")
TASK = re.compile(r"(?<![\w.])Task\s*(?:<[^({]*>)?\s*(?:\.\s*(?:init|immediate)\s*)?(?=[({])")
TYPE = re.compile(r"\b(?:class|struct|enum|actor|protocol)\s+(\w+)")
FUNCTION = re.compile(r"(?<![\w.`])(?:func\s+[^\s(<]+|init(?=[?!]?\s*[(<])|deinit\b|subscript(?=\s*[(<]))")
COMPUTED = re.compile(r"\bvar\s+\w+\s*:[^=\n{]*(?=\{)")
DECLARATION = re.compile(r"\b(?:func|init|deinit|subscript|var|let|case|typealias|associatedtype|static)\b")

MARKDOWN_CODE = re.compile(r"`([^`\n]+)`")
MARKDOWN_LINK = re.compile(r"\]\(([^)\s]+)\)")

Finding = namedtuple("Finding", "file line what why remedy")


class File:
    """A file's text, read once, and for Swift also its bare code."""

    def __init__(self, root, path):
        self.root = root
        self.path = path.relative_to(root)
        self.suffix = path.suffix
        self.text = path.read_text()
        self.lines = self.text.split("\n")
        self.is_swift = self.suffix == ".swift"
        self.is_program = self.is_swift and self.path.parts[0] == "Sources"
        self.code = blank(self.text) if self.is_swift else self.text

    def finding(self, position, what, why, remedy):
        return Finding(self.path, line_of(self.text, position), what, why, remedy)


def files(root):
    """Every hand-written text file: top-level ones, and those in the known folders."""
    paths = [path for path in root.iterdir() if path.is_file()]
    for folder in FOLDERS:
        paths += (root / folder).rglob("*")
    for path in sorted(paths):
        hidden = {"Generated", "__pycache__", "node_modules"} & set(path.relative_to(root).parts)
        if path.is_file() and path.suffix in TEXT and path.name != "LICENSE" and not hidden:
            yield File(root, path)


def drawer_names(file):
    """Utils, Helpers and their like, as a file's or a type's name."""
    names = [(0, file.path.stem)]
    if file.is_swift:
        names += [(match.start(1), match[1]) for match in TYPE.finditer(file.code)]
    for position, name in names:
        for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name):
            if word.capitalize() in DRAWERS:
                instead = DRAWERS[word.capitalize()]
                yield file.finding(position, f"the name {name}", f"anything could be a {word}", f"name {instead}")


def banned_calls(file):
    for pattern, why, remedy in BANNED if file.is_program else []:
        for match in re.finditer(pattern, file.code):
            yield file.finding(match.start(), match.group(), why, remedy)


def bare_tasks(file):
    """A task without an executor hops to the global pool and back: slower, and no longer in order with its loop."""
    for match in TASK.finditer(file.code) if file.is_program else []:
        opening = match.end()
        arguments = file.code[opening : closing(file.code, opening)] if file.code[opening] == "(" else ""
        if "executorPreference" not in arguments:
            yield file.finding(
                match.start(), "a Task without executorPreference", "it runs on the global pool, in no given order",
                "use a child task, or give the loop as executorPreference")


def unproved_sendable(file):
    """The compiler takes it on trust; the reader should not have to."""
    for match in UNCHECKED.finditer(file.code) if file.is_swift else []:
        declared_at = file.code.rfind("\n", 0, declaration_start(file.code, match.start())) + 1
        if not PROOF.search(comment_above(file.lines, line_of(file.code, declared_at) - 1)):
            yield file.finding(
                match.start(), "@unchecked Sendable without a proof", "nobody checks it",
                "say why it is safe in a comment just above that begins with Proof:")


def declaration_start(code, position):
    """Where the type or extension begins whose list of protocols holds the position."""
    starts = [match.start() for match in re.finditer(r"\b(?:class|struct|enum|extension)\b", code[:position])]
    return starts[-1] if starts else position


def comment_above(lines, index):
    """The comment that ends right above a line, attributes in between left out."""
    index -= 1
    while index >= 0 and lines[index].strip().startswith("@"):
        index -= 1
    comment = []
    while index >= 0 and lines[index].strip().startswith("//"):
        comment.append(lines[index])
        index -= 1
    return "\n".join(reversed(comment))


def long_functions(file):
    for start, opening in bodies(file.code) if file.is_swift else []:
        count = lines_of_logic(file, line_of(file.code, start), line_of(file.code, closing(file.code, opening)))
        if count > FUNCTION_LINES_MAX:
            yield file.finding(
                start, f"a function of {count} lines", f"more than {FUNCTION_LINES_MAX} do not fit into one view",
                "leave the control flow here and move the steps out")


def lines_of_logic(file, first, last):
    """All lines but those inside of a long string: a text or a query is a table, and is read as one."""
    code = file.code.split("\n")
    inside = [
        number for number in range(first, last + 1)
        if not code[number - 1].strip() and file.lines[number - 1].strip()
        and not file.lines[number - 1].strip().startswith("//")
    ]
    return last - first + 1 - len(inside)


def bodies(code):
    """Each function, initializer and computed property: where it begins, and its opening brace."""
    for match in FUNCTION.finditer(code):
        opening = body_of(code, match.end())
        if opening is not None:
            yield match.start(), opening
    for match in COMPUTED.finditer(code):
        yield match.start(), match.end()


def body_of(code, position):
    """The brace that opens the body of a function whose name ends here; None for a protocol's requirement."""
    while position < len(code):
        character = code[position]
        if character in "([":
            position = closing(code, position)
        elif character == "{":
            return position
        elif character == "}" or DECLARATION.match(code, position):
            return None
        position += 1
    return None


def long_files(file):
    if file.suffix in CODE and file.text.count("\n") > FILE_LINES_MAX:
        yield file.finding(
            len(file.text), f"a file of {file.text.count(chr(10))} lines", f"the limit is {FILE_LINES_MAX}",
            "give each noun its own file")


def long_lines(file):
    for number, line in enumerate(file.lines, 1) if file.suffix in CODE else []:
        if len(line) > LINE_COLUMNS_MAX:
            yield Finding(
                file.path, number, f"{len(line)} columns", f"the limit is {LINE_COLUMNS_MAX}", "break the line")


def trailing_whitespace(file):
    for number, line in enumerate(file.lines, 1):
        if line != line.rstrip():
            yield Finding(file.path, number, "spaces at the line's end", "they show up in every diff", "remove them")


def leftovers(file):
    for match in LEFTOVERS.finditer(file.text):
        yield file.finding(match.start(), match.group(), "a note to oneself helps nobody", "do it, or decide not to")


def dead_links(file):
    """Documentation that names a file which is not there has not been read since."""
    if file.suffix != ".md" or (file.path.parts[0] != "docs" and str(file.path) != "README.md"):
        return
    places = [(match.start(1), match[1], file.root) for match in MARKDOWN_CODE.finditer(file.text)]
    folder = (file.root / file.path).parent
    links = [(match.start(1), match[1], folder) for match in MARKDOWN_LINK.finditer(file.text)]
    for position, name, base in [place for place in places if in_repository(place[1])] + links:
        if not exists(base, name):
            yield file.finding(position, f"{name} does not exist", "readers will look for it", "correct the path")


def in_repository(name):
    """Whether a word in backticks reads as a path from the top of the repository."""
    return re.fullmatch(r"[\w.*/+-]+", name) is not None and "/" in name and name.split("/")[0] in FOLDERS


def exists(base, name):
    name = name.split("#")[0]
    if not name or "://" in name or name.startswith("mailto:"):
        return True
    if "*" in name:
        return any(base.glob(name))
    return (base / name).exists()


RULES = [
    drawer_names, banned_calls, bare_tasks, unproved_sendable, long_functions, long_files, long_lines,
    trailing_whitespace, leftovers, dead_links,
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the tree to check")
    all_files = list(files(parser.parse_args().root.resolve()))
    findings = [finding for file in all_files for rule in RULES for finding in rule(file)]
    for finding in findings:
        print(f"{finding.file}:{finding.line}: {finding.what}: {finding.why}; {finding.remedy}.")
    if findings:
        sys.exit(1)
    print(f"Tidy: {len(all_files)} files, {len(RULES)} rules, nothing to say.")


if __name__ == "__main__":
    main()
