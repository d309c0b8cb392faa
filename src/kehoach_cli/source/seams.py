"""Where a file was joined or cut: the marks of a conflict of git, and dashes that begin a second part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK = re.compile(r"(?P<sign><{7}|\|{7}|={7}|>{7})(?: .*)?")
_DASHES = re.compile(r"(?:---|\.\.\.)[ \t]*")
_KEY = re.compile(r"[\w-]+(?=:(?: |$))")
_MOST_CUTS = 20
_WHOLE = ("<|=>", "<=>")
# A line of a comparison: taken out, put in, or saying where. A list may begin in the first column, too: `- id: x`.
_COMPARED = re.compile(r"[+-](?: |$)|\+\+\+ |--- a/|@@ |diff --git ")


def conflicts(lines: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """Yield the marks of each conflict, whole or not, by line (from 0) and sign; a mark alone is one of its own."""
    marks = [(number, match["sign"][0]) for number, line in enumerate(lines) if (match := _MARK.fullmatch(line))]
    start = 0
    while start < len(marks):
        signs = "".join(sign for _, sign in marks[start : start + 4])
        length = next((len(whole) for whole in _WHOLE if signs.startswith(whole)), 1)
        yield marks[start : start + length]
        start += length


def pasted(lines: Sequence[str]) -> Iterator[range]:
    """Yield the runs of lines that were copied from a comparison of git: each has a line that begins with `+`."""
    begun = None
    for number in range(len(lines) + 1):
        inside = number < len(lines) and _COMPARED.match(lines[number])
        if inside and begun is None:
            begun = number
        if not inside and begun is not None:
            if any(line.startswith("+") for line in lines[begun:number]):
                yield range(begun, number)
            begun = None


def as_compared(text: str) -> str:
    """Return the text as it is behind such a comparison: the lines with `-` empty, the others without their `+`."""
    lines = text.split("\n")
    for run in pasted(lines):
        for number in run:
            kept = lines[number].startswith("+") and not lines[number].startswith("+++ ")
            lines[number] = lines[number][1:] if kept else ""
    return "\n".join(lines)


def first_side(text: str) -> str | None:
    """Return the text with the first side of each conflict, the lines of all else empty; None where sides are mixed."""
    lines = text.split("\n")
    found = list(conflicts(lines))
    alone = {marks[0][1] for marks in found if len(marks) == 1}
    if len(alone) > 1:
        return None
    for marks in found:
        first, last = marks[0][0], marks[-1][0]
        second = marks[1][0] if len(marks) > 1 else last
        for number in (first, *range(second, last + 1)):
            lines[number] = ""
    return "\n".join(lines)


def joined(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return the text without the dashes, or dots, that cut it in two, and the lines (from 0) and signs of these.

    What repeats a key of the part above is a text of its own, and is left apart.
    """
    lines = text.split("\n")
    begun = next((number for number, line in enumerate(lines) if line and line[0] not in "#% "), 0)
    cuts: list[tuple[int, str]] = []
    for number in range(begun + 1, len(lines)):
        if len(cuts) < _MOST_CUTS and _DASHES.fullmatch(lines[number]):
            above, below = (set(filter(None, map(_KEY.match, part))) for part in (lines[:number], lines[number:]))
            if {match.group() for match in above} & {match.group() for match in below}:
                break
            if not any(line.strip() for line in lines[number + 1 :]):
                break  # an end that says so
            cuts.append((number, lines[number].strip()))
            lines[number] = ""
    return "\n".join(lines), cuts
