"""The dash that begins an element of a list: typed twice, without its space, or as another sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.source.complaint import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASHED = re.compile(r"(?P<lead> *)(?P<sign>[–—−•●▪+]|-(?=[^\W\d_])) *(?P<rest>\S.*)")
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


def other_bullet(lines: list[str], end: int) -> Complaint | None:
    """Return the nearest line above with another sign for a bullet, level with a part of a list beside it."""
    for number in range(end, max(end - _FAR, 0), -1):
        match = _DASHED.match(lines[number])
        if match and any(
            _sibling(part, match["lead"]) for part in (reversed(lines[:number]), iter(lines[number + 1 :]))
        ):
            message = f"dấu `{match['sign']}` ở đầu dòng không mở một ý của danh sách"
            if match["sign"] == "-":
                message = "thiếu dấu cách sau dấu `-` ở đầu dòng"
            mended = f"{match['lead']}- {match['rest']}"
            return Complaint(number, match.start("sign"), message, "viết `- ` rồi đến nội dung", mended)
    return None


def _sibling(lines: Iterator[str], lead: str) -> bool:
    """Return whether the first of these lines that is no deeper than `lead` is a part of a list at its level."""
    line = next((line for line in lines if line.strip() and not line.startswith(f"{lead} ")), "")
    return line.startswith(f"{lead}- ")
