"""What is no longer there since the reforms of 2025: districts, merged provinces, ministries and their offices."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.bodies import HEIRS, MERGED_PROVINCES
from kehoach_cli.model.citations import DAY, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

GONE = warning(
    "KH539",
    "cơ quan, cấp, tỉnh không còn từ năm 2025",
    """
    Từ 01/7/2025 chính quyền địa phương có hai cấp, không còn quận, huyện (Luật Tổ chức chính quyền địa phương số
    72/2025/QH15); 63 tỉnh, thành phố còn 34 (Nghị quyết số 202/2025/QH15); nhiều bộ, sở đã hợp nhất (Nghị quyết số
    176/2025/QH15). Kế hoạch chép từ năm trước hay còn tên cũ. Tên cũ trong viện dẫn văn bản cũ, hoặc nói rõ là cũ (`nay
    là`, `trước đây`, `sáp nhập`), thì đúng và không bị báo.
    """,
)
RULES = (GONE,)
_OVER = (2025, 7)  # year and month from which no document bears their names
_SINCE = 2026  # the first year whose plans are made when all of it is over
_OLD = re.compile(
    r"\(cũ\)|(?:huyện|quận)[^,;.]{0,30} cũ\b"
    r"|nay là|trước đây|trước kia|hợp nhất|sáp nhập|sắp xếp|giải thể|kết thúc hoạt động|chia tách"
)
_DATED = re.compile(r"\d/(?:19|20)\d\d|năm (?:19|20)\d\d|/[A-ZĐ]")  # a document, or a day of the past
_TODAY = re.compile(rf"năm (?:{_SINCE}|20(?:2[7-9]|[3-9]\d))\b")
_DISTRICT = r"(?:huyện|quận)\b(?! [Đđ]ảo Cồn)"
_BODIES = (
    "UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Công an|Tòa án nhân dân|Toà án nhân dân"
    "|Viện kiểm sát nhân dân|Ban Chỉ huy Quân sự|Phòng Giáo dục và Đào tạo|Phòng GDĐT|Phòng GD&ĐT|Mặt trận Tổ quốc"
    "|Hội Khuyến học|Đoàn Thanh niên|Liên đoàn Lao động|Thanh tra|Trung tâm [^,;.()]{2,40}?"
)
_OF_IT = r"\b(?:của|tại|ở|từ|về|lên) (?:huyện|quận)\b(?= *(?:[.,;:)]|và\b|$))"
_TERRITORY = r"\b(?:[Đđ]ịa bàn|[Tt]rong|[Tt]oàn|[Kk]hắp) (?:huyện|quận|Huyện|Quận)\b(?! (?:[Đđ]ảo|đội|nhân|sự)\b)"
_LEVELS = (
    rf"\bcấp (?:huyện|quận)\b|\b(?:{_BODIES}) {_DISTRICT}|\b[Hh]uyện (?:ủy|uỷ)\b|\b[Qq]uận (?:ủy|uỷ)\b"
    rf"|{_TERRITORY}|{_OF_IT}"
)
_SIGNS = ("huyện", "quận", "Huyện", "Quận")


def check(prose: Prose) -> Iterator[Found]:
    """Yield the bodies, levels and provinces that a plan of today still names."""
    if prose.year < _SINCE:
        return
    told: dict[Passage, list[tuple[int, int]]] = defaultdict(list)
    for signs, pattern, why in _sought(prose.text):
        named = prose.naming(signs)
        for passage in (one for one in prose.passages if one in named and not _OLD.search(one.value)):
            for match in _compiled(pattern).finditer(passage.value):
                start, end = match.span()
                is_told = any(start < last and first < end for first, last in told[passage])
                if not is_told and not _is_cited(passage, start):
                    told[passage].append((start, end))
                    message = f"`{match.group()}`: {why}"
                    yield Found(GONE, passage, start, end, message, "sửa theo tên hiện nay, hoặc nói rõ là tên cũ")


def _sought(text: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield what may stand in a text: the signs that it cannot do without, its pattern, and what has become of it."""
    if any(sign in text for sign in _SIGNS):
        yield _SIGNS, _LEVELS, "từ 01/7/2025 không còn cấp huyện"
    for name, heir in HEIRS.items():
        if name in text:
            yield (name,), rf"\b{name}\b", f"đã sáp nhập hoặc thôi hoạt động, việc nay thuộc {heir}"
    for names, heir in MERGED_PROVINCES.items():
        for name in (f"tỉnh {name}" for name in names if f"tỉnh {name}" in text):
            yield (name,), rf"\b{name}\b", f"đã sáp nhập, nay thuộc {heir}"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _is_cited(passage: Passage, at: int) -> bool:
    """Return whether a document or a day of then stands before a place in its clause: who issued it is named so."""
    clause = re.split(r"[;.] ", passage.value[:at])[-1]
    days = [parts_of(match)[:2] for match in re.finditer(DAY, clause)]
    return bool(_DATED.search(_TODAY.sub("", clause))) and not (days and days[-1] >= _OVER)
