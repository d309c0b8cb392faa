"""The plainest YAML without a parser: tables and lists by indentation, texts on a line, folded (`>-`) or as `[a, b]`.

Data files are written like this, entries by kehoach itself; libyaml's events cost three times as much, and PyYAML's
import as much as reading a plan. Whatever is not certain to mean the same to libyaml is left to it: the tests hold the
two side by side.
"""

from __future__ import annotations

import re

from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence

# A text begins with a letter, a digit or a bracket, so with no sign of YAML's; a colon in it is followed by neither
# space nor end. Possessive throughout (`*+`): a text that does not fit is given up in one pass.
_INSIDE = r"[^\s:#]*+"
_PLAIN = rf"(?!null\n|null\Z)[\w(]{_INSIDE}(?:(?::(?=[^\s])| ++(?=[^\s#])){_INSIDE})*+"
VALUE = rf'(?:{_PLAIN}|"[^"\\\n]*+")'
_TEXT = re.compile(VALUE)
_KEYED = re.compile(r"(?!null:)(?P<key>[a-z][a-z0-9_-]*+):(?: (?P<value>.++))?")
_WORD = r"(?!null[,\]])\w[\w./-]*+(?: \w[\w./-]*+)*+"
_WORDS = re.compile(_WORD)
_FLOW = re.compile(rf"\[(?:{_WORD}(?:, {_WORD})*+)?\]")
_DEEPEST = 60  # columns: far less than the parser's own limit of levels


class _NotSimpleError(Exception):
    pass


def read_simple(text: str, file: str) -> Mapping | Sequence | None:
    """Return the root node, None where the text needs the whole parser."""
    lines = _Lines(text, file)
    try:
        root = lines.block(0) if lines.indent() == 0 else None
    except _NotSimpleError:
        return None
    return root if lines.indent() < 0 else None


class _Lines:
    """The lines of a file, read from the first to the last."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.next = 0

    def indent(self) -> int:
        """Return how far the next line that says something is indented, -1 where there is none."""
        while self.next < len(self.lines):
            line = self.lines[self.next]
            bare = line.lstrip(" ")
            if bare and bare[0] != "#":
                return len(line) - len(bare)
            self.next += 1
        return -1

    def block(self, indent: int) -> Mapping | Sequence:
        """Return the table or list whose first line is the next one."""
        if indent > _DEEPEST:
            raise _NotSimpleError
        return self.list(indent) if self.lines[self.next].startswith("- ", indent) else self.table(indent)

    def table(self, indent: int) -> Mapping:
        table = Mapping(self.file, self.next + 1, indent + 1)
        while self.indent() == indent:
            found = _KEYED.fullmatch(self.lines[self.next], indent)
            if found is None or found["key"] in table.values:
                raise _NotSimpleError
            key, value = found.groups()
            self.next += 1
            number = self.next
            node = self.value(value, indent, indent + len(key) + 3) if value else self.below(indent)
            table.put(key, node, (number, indent + 1, len(key)))
        return table

    def below(self, indent: int) -> Mapping | Sequence:
        deeper = self.indent()
        if deeper <= indent:
            raise _NotSimpleError
        return self.block(deeper)

    def list(self, indent: int) -> Sequence:
        items = Sequence(self.file, self.next + 1, indent + 1)
        while self.indent() == indent and self.lines[self.next].startswith("- ", indent):
            line = self.lines[self.next]
            if self.lines[self.next + 1 : self.next + 2] == [line]:
                raise _NotSimpleError  # copied, likely: which of the two begins an element is the parser's to judge
            if _KEYED.fullmatch(line, indent + 2):
                # The table goes on below, as far in as its first line behind the hyphen.
                self.lines[self.next] = f"{' ' * (indent + 2)}{line[indent + 2 :]}"
                items.items.append(self.table(indent + 2))
            else:
                self.next += 1
                items.items.append(self.value(line[indent + 2 :], indent, indent + 3))
        return items

    def value(self, written: str, indent: int, column: int) -> Node:
        """Return what is written at a column of the line before the next."""
        if _TEXT.fullmatch(written):
            text = written[1:-1] if written[0] == '"' else written
            return Scalar(self.file, (self.next, column, len(written)), text)
        if written == ">-":
            return Scalar(self.file, (self.next, column, 1), self.folded(indent))
        if not _FLOW.fullmatch(written):
            raise _NotSimpleError
        items = Sequence(self.file, self.next, column)
        for word in _WORDS.finditer(written):
            span = (self.next, column + word.start(), len(word.group()))
            items.items.append(Scalar(self.file, span, word.group()))
        return items

    def folded(self, indent: int) -> str:
        """Return the text of the lines that follow, all as far in as the first of them."""
        first = self.lines[self.next] if self.next < len(self.lines) else ""
        margin = len(first) - len(first.lstrip(" "))
        if margin <= indent:
            raise _NotSimpleError
        parts: list[str] = []
        while self.next < len(self.lines):
            line = self.lines[self.next]
            if not line.startswith(" " * margin):
                break
            parts.append(line[margin:])
            self.next += 1
        odd = any(not part or part[0] == " " or part[-1] == " " for part in parts)
        ends = self.lines[self.next].lstrip(" ") if self.next < len(self.lines) else ""
        # An empty line in it, or one not as far in, is the parser's to judge.
        if odd or (not ends and self.indent() > indent):
            raise _NotSimpleError
        return " ".join(parts)
