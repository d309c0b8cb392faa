"""Proper names of two words, holidays and days of the week: a capital that is missing, or one too many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.capitals import PLACE
from kehoach_cli.checks.wording.compounds import is_compound
from kehoach_cli.checks.wording.phrases import CAPITALS
from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.checks.wording.spellings import plain_words
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.bodies import CITIES, ONE_CAPITAL, PROVINCES
from kehoach_cli.language.holidays import HOLIDAYS
from kehoach_cli.language.lexicon import FAMILIES
from kehoach_cli.spelling import fold

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
# Cần Thơ was a province until 2003.
_PAST = r"(?i)\b(?:1\d\d\d|200[0-3])\b|\bcũ\b|nay là|trước đây|trước kia|chia tách|hợp nhất|sáp nhập"
_BY_FOLD = {fold(name): name for name in PROVINCES}
_FEASTS = (
    ("nguyên đán", "Nguyên đán"),
    ("Nguyên Đán", "Nguyên đán"),
    ("tết trung thu", "tết Trung thu"),
    ("Tết trung thu", "tết Trung thu"),
    ("Trung Thu", "Trung thu"),
    ("Chủ Nhật", "Chủ nhật"),
)
_LEADER = tuple((said, "Hồ Chí Minh") for said in ("Hồ chí Minh", "Hồ Chí minh", "Hồ chí minh"))
_LANGUAGES = tuple((f"tiếng {name.casefold()}", f"tiếng {name}") for name in ("Anh", "Pháp", "Nhật", "Hàn", "Việt"))
# Nguyễn văn Nhã, Lê thị Hồng Gấm
_PERSON = rf"\b(?:{'|'.join(FAMILIES)}) (?P<middle>văn|thị) [^\W\d_a-z]\w*"
_SMALL = (("quốc hội", "Quốc hội"), ("bộ trưởng Bộ", "Bộ trưởng Bộ"), ("của chính phủ", "của Chính phủ"))
_CITY = (("Thành Phố", "Thành phố"), ("thành Phố", "thành phố"))
_WEEKDAYS = "hai|ba|tư|năm|sáu|bảy"
_ANY = rf"thứ (?:{_WEEKDAYS})\b"
# Ordinals stay: lần thứ hai đến thứ năm, ngày thứ bảy kể từ, vào ngày thứ ba của hội thi.
_WEEKDAY = (
    rf"(?<!lần )(?<!hạng )(?<!năm )(?<!tuần )(?<!tháng )\b{_ANY} đến (?:hết )?thứ (?i:{_WEEKDAYS})\b"
    rf"|(?:(?<=\bsáng )|(?<=\bchiều )|(?<=\btối )){_ANY}"
    rf"|\b{_ANY}(?= (?:hằng|hàng|mỗi|đầu|cuối) tuần|(?: và|,) (?i:chủ nhật))"
    rf"|\b{_ANY}(?= và (?:sáng |chiều |tối )?thứ (?i:{_WEEKDAYS}) (?:hằng|hàng|mỗi) tuần)"
    rf"|(?:(?<=\bngày )|(?<=\bvào )|(?<=\bcác )){_ANY}"
    r"(?= (?:đầu|cuối)(?: tiên| cùng)? (?:của )?(?:tháng|tuần|quý|năm)\b)"
    rf"|(?<=\bvào ){_ANY}(?=[,.;)]| tuần | và (?:vào )?thứ | hoặc (?:vào )?thứ | ngày \d)"
)


def check(prose: Prose) -> Iterator[Found]:
    """Yield the names of places, bodies and days with other capitals than they have."""
    yield from _written(prose, ((_second_small(name), name) for name in PROVINCES), PLACE)
    yield from _written(prose, _CITY, PLACE)
    yield from _provinces(prose)
    yield from _cities(prose)
    yield from _written(prose, ((name.title(), name) for name in ONE_CAPITAL), CAPITALS)
    yield from _holidays(prose)
    yield from _written(prose, _FEASTS, DAY)
    yield from _written(prose, (*_SMALL, *_LEADER, *_LANGUAGES), CAPITALS)
    yield from _persons(prose)
    days = [f"thứ {word}" for word in _WEEKDAYS.split("|") if ("thứ", word) in prose.pairs]
    for passage in prose.naming(days) if days else ():
        for match in re.finditer(_WEEKDAY, passage.value):
            right = re.sub(r"(?<=thứ )\w", lambda first: first.group().upper(), match.group())
            yield Found(DAY, passage, *match.span(), f"`{match.group()}` là ngày trong tuần", f"viết `{right}`")


def _persons(prose: Prose) -> Iterator[Found]:
    """Yield the names of people with a small letter in the middle."""
    # Of who signs it is told otherwise.
    for passage in (one for one in prose.naming((" văn ", " thị ")) if one.role is not Role.NAME):
        for match in re.finditer(_PERSON, passage.value):
            right = match.group().title()
            message = f"`{match.group()}` là tên người"
            yield Found(CAPITALS, passage, *match.span("middle"), message, f"viết `{right}`")


def _holidays(prose: Prose) -> Iterator[Found]:
    """Yield the names behind `ngày` with other capitals than they have: Ngày nhà giáo Việt Nam."""
    known: dict[str, list[str]] = {}
    for name in HOLIDAYS:
        if _pair(f"{name} ") in prose.pairs or _pair(f"ngày {name}") in prose.pairs:
            known.setdefault(name.casefold(), []).append(name)
    named = prose.naming(("ngày ", "Ngày ")) if known else ()
    for passage in (one for one in prose.running if one in named and one.role is not Role.SCHEDULE):
        text = passage.value.casefold()
        for small, names in known.items():
            if f"ngày {small}" not in text:
                continue
            for match in re.finditer(rf"\b[Nn]gày (?P<name>{small})\b", passage.value, re.IGNORECASE):
                if match["name"] not in names and not match["name"].isupper():
                    as_here, as_there = f"{match.group()[:5]}{names[0]}", f"Ngày {names[0]}"
                    right = as_there if as_there in prose.text and as_here not in prose.text else as_here
                    message = f"`{match.group()}` viết hoa khác `{right}`"
                    yield Found(DAY, passage, *match.span(), message, f"viết `{right}`")


def _cities(prose: Prose) -> Iterator[Found]:
    """Yield the cities that are called provinces: tỉnh Cần Thơ; what is told of the past is not judged."""
    for passage in prose.naming(f"tỉnh {name}" for name in CITIES):
        for match in re.finditer(rf"(?<!các )\b[Tt]ỉnh (?P<name>{'|'.join(CITIES)})\b", passage.value):
            if not re.search(_PAST, passage.value):
                is_capital = match["name"] == "Hồ Chí Minh" or match.group()[0].isupper()
                right = f"{'Thành' if is_capital else 'thành'} phố {match['name']}"
                message = f"`{match.group()}` mà {match['name']} là thành phố"
                yield Found(PLACE, passage, *match.span(), message, f"viết `{right}`")


def _provinces(prose: Prose) -> Iterator[Found]:
    """Yield the names of provinces with a mark wrong: tỉnh Thanh Hoa."""
    named = prose.naming(("tỉnh ", "thành phố ", "Thành phố "))
    for passage in (one for one in prose.passages if one in named):
        for match in re.finditer(r"\b(?:tỉnh|[Tt]hành phố) (?P<name>[A-ZĐ]\w* [A-ZĐ]\w*)", passage.value):
            right = _BY_FOLD.get(fold(match["name"]))
            if right and plain_words(right) != plain_words(match["name"]):
                message = f"`{match['name']}` viết khác `{right}`"
                yield Found(PLACE, passage, *match.span("name"), message, f"viết `{right}`")


def _second_small(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first} {rest.casefold()}"


def _written(prose: Prose, names: Iterable[tuple[str, str]], rule: Rule) -> Iterator[Found]:
    """Yield where a document writes a name as the first of two ways and not the second."""
    wrong = {said: right for said, right in names if _pair(said) in prose.pairs}
    judged = prose.naming(wrong)
    for passage in prose.running:
        if passage not in judged or passage.role is Role.SCHEDULE:
            continue
        for said, right in wrong.items():
            for match in re.finditer(rf"(?<!\w){said}(?!\w)", passage.value):
                if rule is PLACE and _is_of_others(passage.value, match):
                    continue
                yield Found(rule, passage, *match.span(), f"`{said}` viết hoa khác `{right}`", f"viết `{right}`")


def _is_of_others(text: str, match: re.Match[str]) -> bool:
    """Return whether two words belong with their neighbours: Ninh Bình định kỳ, người Việt Nam định cư."""
    before, behind = text[: match.start()].split(" ")[-2:-1], re.match(r" (\w+)", text[match.end() :])
    second = match.group().split(" ")[1]
    in_name = any(word[:1].isupper() and (len(word) == 1 or not word.isupper()) for word in before)  # not UBND Hà nội
    return in_name or bool(behind and is_compound(second, behind[1]))


def _pair(name: str) -> tuple[str, str]:
    first, second = name.casefold().split(" ")[:2]
    return first, second
