"""A complaint about a line that is no YAML."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yaml.error import Mark


class Complaint(NamedTuple):
    """What is wrong with a line; `mended` is the line as the hint has it, None where that is not certain.

    `below` are other lines that must be read otherwise with it; `doubtful` says that the line's value is a guess.
    """

    line: int
    column: int
    message: str
    hint: str = ""
    mended: str | None = None
    below: Mapping[int, str] = MappingProxyType({})
    doubtful: bool = False


MISPLACED = "dấu hai chấm ở chỗ không hợp lệ"
OUT_OF_LINE = "thụt lề không khớp với các dòng trên"
IN_LINE = "thụt bằng đúng số dấu cách với các mục cùng cấp"


def place(mark: Mark | None, line: int, column: int) -> tuple[int, int]:
    """Return where the parser points, the other place where it points nowhere."""
    return (mark.line, mark.column) if mark else (line, column)
