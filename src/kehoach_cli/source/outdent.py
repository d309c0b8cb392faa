"""A line that is further in than its like, which the parser complains of only where the next of them comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.source.mending import begins_something

if TYPE_CHECKING:
    from collections.abc import Sequence

_FARTHEST = 3  # columns; more is another level


def further_in(lines: Sequence[str], at: int) -> tuple[int, str] | None:
    """Return the line above that begins what this one goes on with, a few columns further in, and that line level.

    None where there is no such line: then this one is out of line itself.
    """
    own = lines[at].lstrip(" ")
    column = len(lines[at]) - len(own)
    for number in range(at - 1, -1, -1):
        line = lines[number]
        text = line.lstrip(" ")
        if not begins_something(line) or text.startswith("#"):
            continue
        dash, head = len(line) - len(text), len(line) - len(line.lstrip(" -"))
        there = dash if own.startswith("- ") else head
        by = there - column
        if 0 < by <= _FARTHEST and text.startswith("- ") >= own.startswith("- "):
            return (number, line[by:]) if line.startswith(" " * by) else None
        if dash < column:
            return None
    return None
