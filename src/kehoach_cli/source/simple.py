"""The plainest YAML without a parser: `name: text` lines, lists of texts, a list of such tables, nothing else.

Entries are many, small and written like this by kehoach itself; libyaml's events cost three times as much. Whatever
is not certain to mean the same to libyaml is left to it: the tests hold the two side by side.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kehoach_cli.source.nodes import Mapping, Scalar, Sequence

# A text begins with a letter or digit, so with no sign of YAML's; a colon in it is followed by neither space nor end.
# Possessive throughout (`*+`): a text that does not fit is given up in one pass.
_INSIDE = r"[^\s:\#]*+"
_PLAIN = rf"(?!null\n|null\Z)[^\W_]{_INSIDE}(?:(?::(?=[^\s])|[ ]++(?=[^\s\#])){_INSIDE})*+"
VALUE = rf"""(?:{_PLAIN}|"[^"\\\n]*+")"""
_KEY = r"(?!null:)[a-z][a-z0-9_]*+:"
_TABLE = rf"(?:(?:{_KEY}[ ]{VALUE}|{_KEY}(?:\n[ ][ ]-[ ]{VALUE})++|\#[^\n]*+)?\n)*+"
_ROW = (
    rf"{_KEY}[ ]{VALUE}\n"
    rf"(?:[ ][ ]{_KEY}(?:[ ]{VALUE}|(?:\n[ ][ ][ ][ ]-[ ]{VALUE})++)\n)*+"
)
_ONE = re.compile(_TABLE, re.VERBOSE)
_MANY = re.compile(rf"(?:\#[^\n]*+\n)*+(?:-[ ]{_ROW})++", re.VERBOSE)


def read_simple(text: str, file: str) -> Mapping | Sequence | None:
    """Return the root node, None where the text needs the whole parser."""
    if _ONE.fullmatch(text):
        return _table(text.split("\n"), file, 1, 0)
    if not _MANY.fullmatch(text):
        return None
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("- ")]
    root = Sequence(file, starts[0] + 1, 1)
    for first, end in pairwise([*starts, len(lines) - 1]):
        rows = [f"  {lines[first][2:]}", *lines[first + 1 : end]]
        table = _table([row[2:] for row in rows], file, first + 1, 2)
        if table is None:
            return None
        root.items.append(table)
    return root


def _table(lines: list[str], file: str, first: int, indent: int) -> Mapping | None:
    """Return the table that lines of the right form make up; None when it has no name, or one name twice."""
    table: Mapping | None = None
    texts = Sequence(file, 0, 0)
    for number, line in enumerate(lines, first):
        if not line or line[0] == "#":
            continue
        if line[0] == " ":
            if not texts.items:
                texts.line, texts.column = number, indent + 3
            texts.items.append(_scalar(file, number, indent + 4, line[4:]))
            continue
        key, colon, value = line.partition(": ")
        if table is None:
            table = Mapping(file, number, indent + 1)
        if colon:
            node: Scalar | Sequence = _scalar(file, number, indent + len(key) + 2, value)
        else:
            key = line[:-1]
            node = texts = Sequence(file, 0, 0)
        if key in table.values:
            return None
        table.put(key, node, (number, indent + 1, len(key)))
    return table


def _scalar(file: str, number: int, start: int, text: str) -> Scalar:
    return Scalar(file, (number, start + 1, len(text)), text[1:-1] if text[0] == '"' else text)
