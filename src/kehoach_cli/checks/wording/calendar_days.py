"""Weekdays and holidays that stand beside a date: whether the calendar has them on that day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.holidays import FIXED
from kehoach_cli.model.citations import DAY, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

OTHER_DAY = warning(
    "KH538",
    "ngày lễ, thứ trong tuần không khớp ngày",
    """
    Ngày ghi cạnh `thứ Hai`, `Chủ nhật` không rơi vào thứ ấy, hoặc ngày lễ, ngày kỷ niệm có ngày cố định (20/11, 28/6,
    09/11 …) ghi một ngày khác.
    """,
)
RULES = (OTHER_DAY,)

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_NUMBERED = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5}
_WEEKDAY = r"(?P<weekday>[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ nhật)"
_BEFORE = rf"{_WEEKDAY}(?:,? \(?| \()(?:ngày )?(?:{DAY})(?!\d)"
_BEHIND = rf"(?<![\d/.-])(?:{DAY}) \({_WEEKDAY}\)"
_SHORT_DAY = r"(\d{1,2})(?:/| tháng )(\d{1,2})(?!\d)"
# Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026)
_BESIDE = rf" ?[(,]? ?(?:ngày )?{_SHORT_DAY}(?:/\d{{4}}| năm \d{{4}})?(?: - {_SHORT_DAY})?"


def check(prose: Prose) -> Iterator[Found]:
    """Yield the weekdays and the holidays that fall on another day than the one beside them."""
    names = [name for name in FIXED if name in prose.text]
    weekdays = prose.naming((*(f"hứ {day}" for name in _NUMBERED for day in {name, name.title()}), "hủ nhật"))
    holidays = prose.naming(names)
    for passage in prose.passages if weekdays or holidays else ():
        if passage in weekdays and any(map(str.isdecimal, passage.value)):
            yield from _weekdays(passage)
        if passage in holidays:
            yield from _holidays(passage, names)


def _weekdays(passage: Passage) -> Iterator[Found]:
    for pattern in (_BEFORE, _BEHIND):
        for match in re.finditer(pattern, passage.value):
            said = match["weekday"]
            number = _NUMBERED.get(said[4:].casefold(), len(_NUMBERED) // 2)
            try:
                right = date(*parts_of(match)).weekday()
            except ValueError:
                continue  # no day at all is said already
            if right != number:
                message = f"`{match.group()}`: ngày ấy là {_WEEKDAYS[right]}"
                yield Found(OTHER_DAY, passage, *match.span(), message, "sửa thứ hoặc ngày")


def _holidays(passage: Passage, names: list[str]) -> Iterator[Found]:
    for name in names:
        day, month = FIXED[name]
        for match in re.finditer(name + _BESIDE, passage.value):
            for first, second in ((1, 2), (3, 4)):
                if match[first] and (int(match[first]), int(match[second])) != (day, month):
                    span = match.start(first), match.end(second)
                    said = passage.value[slice(*span)]
                    message = f"`{name}` là ngày {day:02d}/{month}, ở đây ghi `{said}`"
                    yield Found(OTHER_DAY, passage, *span, message, "sửa ngày hoặc tên ngày lễ")
                    break
