"""Levels of schooling: whether the units of a topic teach on the one that its title names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found, Passage, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.location import is_unread
from kehoach_cli.model.units import UnitKind
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.topics import Topic
    from kehoach_cli.model.units import Units
    from kehoach_cli.model.workspace import Workspace

OTHER_LEVEL = warning(
    "KH564",
    "lớp đơn vị không hợp với lời của nội dung",
    """
    Tên nội dung nói về một cấp học (mầm non, phổ thông, thường xuyên …), đơn vị thực hiện lại là lớp hay trường của cấp
    học khác.
    """,
)
RULES = (OTHER_LEVEL,)
# The words that name a level of schooling, the longest first, and the levels that they mean.
_SCHOOL = {"tieu hoc", "thcs", "thpt"}
_LEVELS = {
    "mam non": {"mam non"}, "mau giao": {"mam non"}, "nha tre": {"mam non"}, "trung hoc pho thong": {"thpt"},
    "trung hoc co so": {"thcs"}, "trung hoc": {"thcs", "thpt"}, "pho thong": _SCHOOL, "tieu hoc": {"tieu hoc"},
    "thcs": {"thcs"}, "thpt": {"thpt"}, "thuong xuyen": {"thuong xuyen"}, "nghe nghiep": {"nghe nghiep"},
    "dai hoc": {"dai hoc"},
}  # fmt: skip
# The level of each year of school, with the one that its pupils come from or go to: the last of them, and who.
_YEARS = ((1, {"mam non", "tieu hoc"}), (5, {"tieu hoc"}), (6, {"tieu hoc", "thcs"}), (9, {"thcs"}),
          (10, {"thcs", "thpt"}), (12, {"thpt"}))  # fmt: skip
_YEAR = re.compile(r"\blop (\d{1,2})(?:(?: den(?: lop)? | ?- ?)(\d{1,2}))?\b(?![/.]\d)")
# Who goes from one school to the next is told of it by both: tuyển sinh vào lớp 10 THPT, tư vấn hướng nghiệp.
_BETWEEN = re.compile(r"\b(?:tuyen sinh|lop \d|chuyen cap|dau cap|huong nghiep|phan luong|lien thong)\b")
_LEVEL = re.compile(r"(?<!giao )\b(?:" + "|".join(_LEVELS) + r")\b")


def check(workspace: Workspace, units: Units) -> Iterator[Found]:
    """Yield the units whose level of schooling is another than the title of their topic names."""
    for _, _, topic in workspace.topics():
        yield from _others(topic, units)


def _others(topic: Topic, units: Units) -> Iterator[Found]:
    title = fold(topic.title.value)
    said = {level for word in _LEVEL.findall(title) for level in _LEVELS[word]}
    if said & _SCHOOL and _BETWEEN.search(title):
        said |= _SCHOOL
    said = said or _of_years(title)
    if not said:
        return
    for name in topic.units:
        unit = None if is_unread(name) else units.named(name.value)
        if unit is None or unit.kind.value not in {UnitKind.CLASS, UnitKind.SCHOOL}:
            continue
        own = {level for word in _LEVEL.findall(fold(unit.name.value)) for level in _LEVELS[word]}
        if own and not own & said:
            passage = Passage(name, Role.NAME, topic.accept)
            message = f"nội dung “{topic.title}” giao cho `{name}` ({unit.name}), là cấp học khác"
            yield Found(OTHER_LEVEL, passage, 0, len(name.value), message, "xem lại `units` của nội dung này")


def _of_years(title: str) -> set[str]:
    """Return the levels of the years of school that a title names: lớp 1, lớp 6 đến lớp 9."""
    found: set[str] = set()
    for first, last in _YEAR.findall(title):
        for year in range(int(first), int(last or first) + 1):
            found |= next((levels for end, levels in _YEARS if 0 < year <= end), set[str]())
    return found
