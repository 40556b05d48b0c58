"""Reads Swift source just well enough for checks: tells code from comments and strings, and finds closing brackets.

A full parser would be slower and one more thing to install; a plain search would take the words of comments, and the
code that a generator writes as strings, for code.
"""

import re

# The blanks have the length and the line breaks of what they stand for: positions stay those of the file.
_NOT_LINE_BREAK = re.compile(r"[^\n]")


def blank(text):
    """The text with comments and the contents of strings replaced by spaces."""
    return _Blanker(text).run()


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def closing(code, opening):
    """The position of the bracket that closes the one at `opening` in blanked code; the text's end if none does."""
    depth = 0
    for position in range(opening, len(code)):
        if code[position] in "([{":
            depth += 1
        elif code[position] in ")]}":
            depth -= 1
            if depth == 0:
                return position
    return len(code)


class _Blanker:
    def __init__(self, text):
        self.text = text
        self.out = []
        self.at = 0

    def run(self):
        self._code(until=None)
        return "".join(self.out)

    def _code(self, until):
        """Copies code up to the closing parenthesis `until` of an interpolation, or to the end of the file."""
        depth = 0
        while self.at < len(self.text):
            if self._comment() or self._string():
                continue
            character = self.text[self.at]
            depth += (character == "(") - (character == ")")
            self._copy(1)
            if until and depth < 0:
                return

    def _comment(self):
        if self.text.startswith("//", self.at):
            end = self.text.find("\n", self.at)
            self._blank((len(self.text) if end < 0 else end) - self.at)
            return True
        if self.text.startswith("/*", self.at):
            self._blank(self._end_of_block_comment() - self.at)
            return True
        return False

    def _end_of_block_comment(self):
        depth = 0
        for mark in re.compile(r"/\*|\*/").finditer(self.text, self.at):
            depth += 1 if mark.group() == "/*" else -1
            if depth == 0:
                return mark.end()
        return len(self.text)

    def _string(self):
        start = re.compile(r'(#*)("""|")').match(self.text, self.at)
        if not start:
            return False
        hashes, quote = start.groups()
        self._copy(len(start.group()))
        self._string_body(quote + hashes, "\\" + hashes)
        return True

    def _string_body(self, end, escape):
        """Blanks up to the end mark; what stands in an interpolation is code again."""
        while self.at < len(self.text):
            if self.text.startswith(end, self.at):
                self._copy(len(end))
                return
            if self.text.startswith(escape + "(", self.at):
                self._blank(len(escape))
                self._copy(1)
                self._code(until=")")
            elif self.text.startswith(escape, self.at):
                self._blank(len(escape) + 1)
            elif self.text[self.at] == "\n" and len(end.rstrip("#")) == 1:
                return  # Not closed: the compiler will say so, and the rest of the file is still checked.
            else:
                self._blank(1)

    def _copy(self, count):
        self.out.append(self.text[self.at : self.at + count])
        self.at += count

    def _blank(self, count):
        self.out.append(_NOT_LINE_BREAK.sub(" ", self.text[self.at : self.at + count]))
        self.at += count
