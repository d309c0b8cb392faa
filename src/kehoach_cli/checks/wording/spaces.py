"""Spaces that stand twice in a text: they are printed as one, and no search finds the words that they part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kehoach_cli.diagnostics import Finding

# What stands before a value on its line; lists and tables in brackets are laid out as people like.
_HEAD = re.compile(r"(?!\+) *(?:- +)*(?:[\w-]+: +)?(?![\[{#])")
_TWICE = re.compile(r"(?<=\S) {2,}(?=[^\s#])")


def check(texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the places, in files by their name, where two spaces or more stand inside a text."""
    for file, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            head = _HEAD.match(line) if "  " in line.strip() else None
            ends = line.find(" #") if " #" in line else len(line)  # behind it a comment begins
            for match in _TWICE.finditer(line, head.end(), ends) if head else ():
                from kehoach_cli.checks.wording.signs import SPACING  # noqa: PLC0415 - judged beside, hardly ever found here

                at = Location(file, number, match.start() + 1, match.end() - match.start())
                yield SPACING.finding(at, "hai dấu cách liền nhau", "xóa bớt, để một dấu cách")
