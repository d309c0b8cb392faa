"""The dash that begins an element of a list: typed twice, without its space, or as another sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.source.complaint import Complaint
from kehoach_cli.source.outdent import SWALLOWED

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASHED = re.compile(r"(?P<lead> *)(?P<sign>[–—−•●▪+]|-(?=[^\W\d_])) *(?P<rest>\S.*)")
_KEY_ALONE = re.compile(r"(?P<lead> *(?:- +)*)[a-z_]+: *")
_FAR = 30  # lines; a parser that took a wrong bullet for text stumbles soon


def two_dashes(lines: list[str], end: int) -> Complaint | None:
    """Return the line, this one or the one above, that begins an element of a list twice."""
    for number in range(end, max(end - 2, -1), -1):
        match = re.match(r"(?P<lead> *)- - +(?=[a-z_]+:(?: |$))", lines[number])
        if match:
            mended = f"{match['lead']}- {lines[number][match.end() :]}"
            at = len(match["lead"])
            return Complaint(number, at, "thừa một dấu `-` ở đầu dòng", "xóa một dấu `- `", mended)
    return None


def too_deep(lines: list[str], number: int) -> Complaint | None:
    """Return the complaint about an element of a list that is further in than the one above, a plain text."""
    line, above = lines[number], next(filter(str.strip, reversed(lines[:number])), "")
    indent, level = (len(one) - len(one.lstrip(" ")) for one in (line, above))
    is_deeper = indent > level and line[indent:].startswith("- ") and above[level:].startswith("- ")
    if not is_deeper or ":" in above or above[level + 2 :].startswith(("- ", "|", ">", '"', "'")):
        return None
    return Complaint(number, indent, *SWALLOWED, " " * level + line[indent:])


def no_bullet(text: str) -> tuple[str, str] | None:
    """Return what is wrong with the sign that a text begins with, and what to do, where it was meant as a bullet."""
    match = _DASHED.match(text)
    if match is None:
        return None
    message = f"dấu `{match['sign']}` ở đầu dòng không mở một ý của danh sách"
    if match["sign"] == "-":
        message = "thiếu dấu cách sau dấu `-` ở đầu dòng"
    return message, "viết `- ` rồi đến nội dung"


def other_bullet(lines: list[str], end: int) -> Complaint | None:
    """Return the nearest line above with another sign for a bullet, level with a part of a list beside it."""
    for number in range(end, max(end - _FAR, 0), -1):
        match = _DASHED.match(lines[number])
        wrong = no_bullet(lines[number])
        if match and wrong and (_begins_list(lines, number) or _has_sibling(lines, number, match["lead"])):
            return Complaint(number, match.start("sign"), *wrong, f"{match['lead']}- {match['rest']}")
    return None


def _begins_list(lines: list[str], number: int) -> bool:
    """Return whether the line above is a key without a value, no deeper than this one."""
    above = next(filter(str.strip, reversed(lines[:number])), "")
    key = _KEY_ALONE.fullmatch(above)
    return key is not None and key.end("lead") <= len(lines[number]) - len(lines[number].lstrip(" "))


def _has_sibling(lines: list[str], number: int, lead: str) -> bool:
    """Return whether a part of a list stands beside a line, at its level."""
    return any(_sibling(part, lead) for part in (reversed(lines[:number]), iter(lines[number + 1 :])))


def _sibling(lines: Iterator[str], lead: str) -> bool:
    """Return whether the first of these lines that is no deeper than `lead` is a part of a list at its level."""
    line = next((line for line in lines if line.strip() and not line.startswith(f"{lead} ")), "")
    return line.startswith(f"{lead}- ")
