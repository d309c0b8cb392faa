"""A line that is further in or out than its like, which the parser complains of only where the next of them comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.source.mending import FARTHEST, OPEN, begins_something

if TYPE_CHECKING:
    from collections.abc import Sequence

SWALLOWED = (
    "ý này thụt sâu hơn ý trên, nên bị nối vào lời của ý trên",
    "cho dấu `-` thẳng hàng với dấu `-` ở trên; nếu là lời nối tiếp thì viết cả ý trên một dòng",
)


def out_of_line(lines: Sequence[str], at: int) -> tuple[int, str] | None:
    """Return the line above that begins what this one goes on with, a few columns off, and that line level with it.

    None where there is no such line: then this one is out of line itself.
    """
    own = lines[at].lstrip(" ")
    column = len(lines[at]) - len(own)
    is_next = True
    for number in range(at - 1, -1, -1):
        line = lines[number]
        text = line.lstrip(" ")
        if not begins_something(line) or text.startswith("#"):
            continue
        dash, head = len(line) - len(text), len(line) - len(line.lstrip(" -"))
        by = (dash if own.startswith("- ") else head) - column
        if 0 < by <= FARTHEST and text.startswith("- ") >= own.startswith("- "):
            return (number, line[by:]) if line.startswith(" " * by) else None
        # A key with a value has nothing below it that is further in.
        if is_next and -FARTHEST <= by < 0 and not own.startswith("- ") and not line.rstrip().endswith(OPEN):
            return number, " " * -by + line
        if dash < column:
            return None
        is_next = False
    return None


def swallowed(above: str, lines: list[str]) -> int | None:
    """Return which of the further lines of a plain text is an element of a list, None where they only go on.

    `above` is the line that the text begins on. A dash may stand at the head of a line that an editor has broken:
    then the text is no element itself, and goes on in small letters.
    """
    is_element = above.lstrip(" ").startswith("- ")
    for number, line in enumerate(lines):
        text = line.lstrip(" ")
        if text.startswith("- ") and (is_element or not text[2:].lstrip("- ")[:1].islower()):
            return number
    return None
