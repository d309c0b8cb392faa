"""One document, one way of writing: the forms that are right each by itself and wrong side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.checks.wording.rarer import rarer
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.letters import UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose
    from kehoach_cli.checks.wording.rarer import Place

YEARS = warning(
    "KH523",
    "khoảng năm khi viết liền khi viết cách",
    """
    `2026-2030` và `2026 - 2030` đều gặp, nhưng trong một văn bản chỉ nên có một cách. `năm 2025-2026` thì thiếu chữ:
    viết `năm học 2025-2026` hoặc `giai đoạn 2025-2026`.
    """,
)
TWO_FORMS = warning(
    "KH524",
    "một thứ viết hai cách trong một văn bản",
    """
    Dấu nháy cong và nháy thẳng, `...` và `…`, `phòng chống` và `phòng, chống`, `hàng năm` và `hằng năm`, `UBND Phường`
    và `UBND phường`: cách nào cũng gặp, nhưng trong một văn bản chỉ nên có một.
    """,
)
RULES = (YEARS, TWO_FORMS)

_RANGE = re.compile(r"(?<![\d/])(?P<first>(?:19|20)\d\d)(?P<join>\s*[-–]\s*)(?P<last>(?:19|20)\d\d)(?!\d|/)")
_OPEN_YEAR = r"(?i)\bnăm\s+$"
_SEVERAL = r"(?i)\b(?:các|những|hai|mấy|\d+)\s+năm\s+$"
_BODIES = "UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân"
_OFTEN = "năm|tháng|tuần|ngày|quý"
# Behind these the capital is a choice; in `Ban Chỉ đạo Trung ương` or `ngân sách trung ương` it is none.
_WHERE = r"\b(?:ở|cấp|cơ quan|ngành|đài|báo chí|truyền hình|địa phương và) "
# What is called so, and each of its two forms: words that it cannot do without, and its pattern, or the group of it.
_FORMS = (
    ("dấu nháy", (("“", "”"), '“[^”"]*”'), (('"',), '"[^"“”]*"')),
    ("dấu phần trăm", (("%",), r"[\d.,]*\d%"), ((" %",), r"[\d.,]*\d %")),
    ("quý", (("uý I", "uý V"), r"\b[Qq]uý [IV]+\b"), (("uý 1", "uý 2", "uý 3", "uý 4"), r"\b[Qq]uý [1-4]\b")),
    (
        "phòng cháy, chữa cháy",
        (("cháy, chữa",), r"\b[Pp]hòng cháy, chữa cháy\b"),
        (("cháy chữa",), r"\b[Pp]hòng cháy chữa cháy\b"),
    ),
    (
        "Văn phòng HĐND và UBND",
        (("HĐND và UBND",), r"\bVăn phòng HĐND và UBND\b"),
        (("HĐND-UBND", "HĐND - UBND", "HĐND, UBND"), r"\bVăn phòng HĐND(?: ?-|,) ?UBND\b"),
    ),
    ("dấu chấm lửng", (("…",), r"…"), (("...",), r"(?<!\.)\.{3}(?!\.)")),
    ("phòng, chống", (("hòng, chống",), r"(?<!Luật )\b[Pp]hòng, chống\b"), (("hòng chống",), r"\b[Pp]hòng chống\b")),
    (
        "hằng năm, hằng tháng …",
        (("ằng ",), rf"\b[Hh]ằng (?:{_OFTEN})\b"),
        (("àng ",), rf"\b[Hh]àng (?:{_OFTEN})\b"),
    ),
    (
        "cấp hành chính sau UBND, HĐND",
        ((" thành phố", " phường", " xã", " tỉnh"), rf"\b(?:{_BODIES}) (?:thành phố|phường|xã|tỉnh)\b(?! [{UPPER}])"),
        ((" Thành phố", " Phường", " Xã", " Tỉnh"), rf"\b(?:{_BODIES}) (?:Thành phố|Phường|Xã|Tỉnh)\b(?! [{UPPER}])"),
    ),
    ("Ban Chỉ đạo", (("Ban Chỉ đạo",), r"\bBan Chỉ đạo\b"), (("Ban chỉ đạo",), r"(?<![.!?] )(?<!^)\bBan chỉ đạo\b")),
    ("Ban Tổ chức", (("Ban Tổ chức",), r"\bBan Tổ chức\b"), (("Ban tổ chức",), r"(?<![.!?] )(?<!^)\bBan tổ chức\b")),
    (
        "trung ương",
        (("Trung ương",), rf"{_WHERE}(Trung ương)\b(?! (?:Đảng|Đoàn|Hội|[{UPPER}]))"),
        (("trung ương",), rf"{_WHERE}(trung ương)\b"),
    ),
)


def check(prose: Prose, *others: Prose) -> Iterator[Found]:
    """Yield each place where the document writes a thing in the way that it, with these others, uses less often."""
    yield from _years(prose)
    if not all(one.whole for one in (prose, *others)):
        return
    for name, *forms in _FORMS:
        named = [prose.naming(words) for words, _ in forms]
        if not all(named):
            continue  # a form alone contradicts nothing
        (_, usual), (_, other) = forms
        places = _places(prose, named[0], usual)
        if places:
            yield from rarer(TWO_FORMS, places, _places(prose, named[1], other), name)


def _places(prose: Prose, named: set[Passage], pattern: str) -> list[Place]:
    """Return where a form stands in the passages that hold its words."""
    compiled = re.compile(pattern)
    return [
        (passage, *match.span(match.lastindex or 0))
        for passage in prose.running
        if passage in named and passage.role is not Role.NAME
        for match in compiled.finditer(passage.value)
    ]


def _years(prose: Prose) -> Iterator[Found]:
    spaced: list[Place] = []
    close: list[Place] = []
    for passage in prose.passages:
        for match in _RANGE.finditer(passage.value):
            place = (passage, *match.span())
            (spaced if match["join"] != match["join"].strip() else close).append(place)
            before = passage.value[: match.start()]
            if re.search(_OPEN_YEAR, before) and not re.search(_SEVERAL, before):
                start = before.lower().rindex("năm")
                message = f"`{passage.value[start : match.end()]}`: một năm không thể là hai năm"
                hint = f"viết `năm học {match.group()}` hoặc `giai đoạn {match.group()}`"
                yield Found(YEARS, passage, start, match.end(), message, hint)
    if prose.whole:
        yield from rarer(YEARS, close, spaced)
