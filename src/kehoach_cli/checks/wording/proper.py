"""Proper names of two words, holidays and days of the week: a capital that is missing, or one too many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.capitals import PLACE
from kehoach_cli.checks.wording.phrases import CAPITALS
from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.lexicon import HOLIDAYS, ONE_CAPITAL, PROVINCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.checks.wording.prose import Prose
    from kehoach_cli.diagnostics import Rule

DAY = warning(
    "KH537",
    "viết hoa tên ngày lễ, ngày trong tuần",
    """
    Tên ngày lễ, ngày kỷ niệm viết hoa chữ đầu của tên (`ngày Nhà giáo Việt Nam`, `ngày Quốc khánh`), ngày trong tuần
    viết hoa chữ chỉ số (`thứ Hai`): NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.5 và V.8.
    """,
)
RULES = (DAY,)
_WEEKDAYS = "hai|ba|tư|năm|sáu|bảy"
_WEEKDAY = (
    rf"(?<=\bsáng )thứ (?:{_WEEKDAYS})\b|(?<=\bchiều )thứ (?:{_WEEKDAYS})\b|(?<=\btối )thứ (?:{_WEEKDAYS})\b"
    rf"|\bthứ (?:{_WEEKDAYS})\b(?= (?:hằng|hàng|mỗi|đầu|cuối) tuần| đến thứ | và chủ nhật|, chủ nhật)"
)


def check(prose: Prose) -> Iterator[Found]:
    """Yield the names of places, bodies and days with other capitals than they have."""
    yield from _written(prose, ((_second_small(name), name) for name in PROVINCES), PLACE)
    yield from _written(prose, ((name.title(), name) for name in ONE_CAPITAL), CAPITALS)
    yield from _written(prose, ((f"ngày {_small(name)}", f"ngày {name}") for name in HOLIDAYS), DAY)
    days = [f"thứ {word}" for word in _WEEKDAYS.split("|") if ("thứ", word) in prose.pairs]
    for passage in prose.naming(days) if days else ():
        for match in re.finditer(_WEEKDAY, passage.value):
            right = f"thứ {match.group()[4:].capitalize()}"
            yield Found(DAY, passage, *match.span(), f"`{match.group()}` là ngày trong tuần", f"viết `{right}`")


def _second_small(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first} {rest.casefold()}"


def _small(name: str) -> str:
    return name[0].lower() + name[1:]


def _written(prose: Prose, names: Iterable[tuple[str, str]], rule: Rule) -> Iterator[Found]:
    """Yield where a document writes a name as the first of two ways and not the second."""
    wrong = {said: right for said, right in names if _pair(said) in prose.pairs}
    judged = prose.naming(wrong)
    for passage in prose.running:
        if passage not in judged or passage.role is Role.SCHEDULE:
            continue
        for said, right in wrong.items():
            for match in re.finditer(rf"(?<!\w){said}(?!\w)", passage.value):
                yield Found(rule, passage, *match.span(), f"`{said}` viết hoa khác `{right}`", f"viết `{right}`")


def _pair(name: str) -> tuple[str, str]:
    first, second = name.casefold().split(" ")[:2]
    return first, second
