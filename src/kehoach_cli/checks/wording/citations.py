"""Cited documents: how number, symbol, date and issuer are written, and whether they can be true."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.prose import Found, Passage, Prose, Role
from kehoach_cli.diagnostics import note, warning
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

FORM = warning(
    "KH541",
    "số, ký hiệu văn bản viết sai dạng",
    """
    Ký hiệu viết liền: `671/KH-SGDĐT`, `30/2020/NĐ-CP`, `218/2025/QH15`; văn bản của Đảng `05-KH/BCĐTW`. Không có dấu cách
    quanh `/` và `-`, không dùng `–`; giữa tên loại và cơ quan là `-`; chữ viết tắt tên loại khớp với tên loại; trước
    con số có chữ `số` (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3; Phụ lục III, mục I).
    """,
)
FULL_ONCE = warning(
    "KH542",
    "viện dẫn đầy đủ lần đầu, các lần sau viết gọn",
    """
    Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, ngày tháng, cơ quan ban hành và trích yếu; các lần sau chỉ ghi tên
    loại và số, ký hiệu (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.b).
    """,
)
YEAR = warning(
    "KH543",
    "số hiệu và năm không khớp",
    """
    Khóa Quốc hội trong ký hiệu phải khớp năm ban hành (QH14: 2016-2021, QH15: 2021-2026, QH16: 2026-2031), và năm
    trong số hiệu phải là năm của ngày ban hành.
    """,
)
PADDING = note(
    "KH544",
    "số 0 trong ngày tháng",
    """
    Ngày dưới 10 và tháng 1, 2 thêm số 0 phía trước; các tháng khác thì không: `05/3/2026`, `14/02/2026` (NĐ
    30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.b nói về ngày ban hành; trong lời văn là lệ thường).
    """,
)
NO_DAY = warning(
    "KH545",
    "ngày không thể có",
    """
    Ngày không có trong lịch, khoảng năm ngược, năm học không phải hai năm liền nhau, hoặc văn bản được viện dẫn mang
    ngày sau ngày của chính kế hoạch này.
    """,
)
WEEKEND = note(
    "KH546",
    "văn bản viện dẫn đề ngày nghỉ",
    """
    Văn bản cùng năm với kế hoạch, hoặc năm trước đó, đề ngày thứ Bảy hay Chủ nhật: có thể đúng, nhưng thường là gõ nhầm.
    """,
)
TWO_SPELLINGS = warning(
    "KH547",
    "một văn bản viện dẫn hai cách khác nhau",
    """
    Cùng một số mà ký hiệu viết khác nhau, hoặc cùng một văn bản mà hai ngày khác nhau: một trong hai chỗ sai.
    """,
)
SMALL_TYPE = warning(
    "KH548",
    "tên loại văn bản viết thường trước số hiệu",
    """
    Tên một văn bản cụ thể viết hoa chữ đầu của tên loại: `Kế hoạch số 671/KH-SGDĐT` (NĐ 30/2020/NĐ-CP, Phụ lục II, mục
    V.6).
    """,
)
RULES = (FORM, FULL_ONCE, YEAR, PADDING, NO_DAY, WEEKEND, TWO_SPELLINGS, SMALL_TYPE)

# Names of types and their abbreviations (NĐ 30/2020/NĐ-CP, Phụ lục III, mục I); a law, a letter have none.
TYPES = {
    "nghị quyết": "NQ", "quyết định": "QĐ", "chỉ thị": "CT", "quy chế": "QC", "quy định": "QyĐ", "thông cáo": "TC",
    "thông báo": "TB", "hướng dẫn": "HD", "chương trình": "CTr", "kế hoạch": "KH", "phương án": "PA", "đề án": "ĐA",
    "dự án": "DA", "báo cáo": "BC", "biên bản": "BB", "tờ trình": "TTr", "công điện": "CĐ", "nghị định": "NĐ",
    "thông tư": "TT", "kết luận": "KL", "công văn": "", "luật": "", "bộ luật": "", "pháp lệnh": "", "văn bản": "",
    "thông tư liên tịch": "TTLT",
}  # fmt: skip
_ALSO = {"QĐ": {"QyĐ"}, "QyĐ": {"QĐ", "QC"}, "QC": {"QĐ"}, "TT": {"TTLT"}, "CTr": {"CT", "CTR"}, "HD": {"HDLT"}}
_SHORT = "|".join(sorted({short for short in TYPES.values() if short} | {"HĐ", "GM", "CV", "TTLT", "KHLT", "NQLT"}, key=len, reverse=True))
_TYPE = "|".join(sorted(TYPES, key=len, reverse=True))
_NUMBER = r"\d{1,5}[a-zđ]?"
_BODY = r"[A-ZĐ][\w&.]*(?:-[A-ZĐ][\w&.]*)*"
_SYMBOL = (
    rf"(?:/(?P<year>(?:19|20)\d\d))?/(?:UBTV)?QH(?P<assembly>\d\d)|(?:/(?P<year2>(?:19|20)\d\d))?/(?:{_SHORT})-{_BODY}"
    rf"|-(?:{_SHORT})/{_BODY}|/{_BODY}"
)
_DAY = (
    r"(?P<day>\d{1,2})\s*(?P<slash>[/.])\s*(?P<month>\d{1,2})\s*(?P=slash)\s*(?P<full>\d{4})"
    r"|(?P<day2>\d{1,2}) tháng (?P<month2>\d{1,2}) năm (?P<full2>\d{4})"
)
_CITED = re.compile(
    rf"(?P<type>\b(?:{_TYPE})\b\s+)?(?P<so>số\s*:?\s*)?(?P<name>\b{_NUMBER}(?:{_SYMBOL}))"
    rf"(?P<dated>,?\s+ngày\s+(?:{_DAY}))?(?P<issuer>\s+của\b)?",
    re.IGNORECASE,
)
_BROKEN = re.compile(
    rf"(?<![\d/]){_NUMBER}(?:\s*/\s*(?:19|20)\d\d)?\s*/\s*(?:{_SHORT})\s*[-–—/]\s*[A-ZĐ][A-ZĐ&–-]+(?:\s*[-–]\s*[A-ZĐ][A-ZĐ&]+)*"
)
_RIGHT = re.compile(rf"{_NUMBER}(?:/(?:19|20)\d\d)?/(?:{_SHORT})-{_BODY}")
_ANY_DAY = re.compile(rf"(?<![\d/.])(?:{_DAY})(?![\d/])")
_RANGE = re.compile(r"(?P<school>năm học\s+)?(?<![\d/])(?P<first>(?:19|20)\d\d)\s*[-–]\s*(?P<last>(?:19|20)\d\d)(?!\d|/)", re.IGNORECASE)
_OFFICES = {Role.NAME, Role.RECIPIENT, Role.HEADING}
_FIRST_ASSEMBLY = (15, 2021)  # khóa XV: from 2021 on, five years each
_TERM = 5
_SATURDAY = 5


class _Citation(NamedTuple):
    passage: Passage
    match: re.Match[str]

    @property
    def name(self) -> str:
        return self.match["name"]

    @property
    def type(self) -> str:
        return (self.match["type"] or "").strip()

    @property
    def parts(self) -> tuple[int, int, int] | None:
        """Return year, month and day as written."""
        if not self.match["dated"]:
            return None
        return _parts(self.match)

    @property
    def day(self) -> date | None:
        try:
            return date(*self.parts) if self.parts else None
        except ValueError:
            return None

    def found(self, rule, message: str, hint: str = "", group: str = "name", see: _Citation | None = None) -> Found:  # type: ignore[no-untyped-def]
        other = (see.passage, *see.match.span("name")) if see else None
        return Found(rule, self.passage, *self.match.span(group), message, hint, other)


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    end = "" if match["day"] else "2"
    return int(match["full" + end]), int(match["month" + end]), int(match["day" + end])


def check(prose: Prose) -> Iterator[Found]:
    """Yield what is wrong with the documents and days that the text names."""
    cited: list[_Citation] = []
    for passage in prose.running:
        if passage.role in _OFFICES or not any(letter.isdigit() for letter in passage.value):
            continue
        yield from _broken(passage)
        cited += [_Citation(passage, match) for match in _CITED.finditer(passage.value) if _is_symbol(match)]
        yield from _days(passage)
        yield from _ranges(passage)
    for citation in cited:
        yield from _one(citation, prose)
    yield from _weekends(cited, prose.year)
    if prose.year:
        yield from _again(cited)
    yield from _unlike(cited)


def _is_symbol(match: re.Match[str]) -> bool:
    """Return whether a match is a document's number: told by its type, the word `số`, or an abbreviation in it."""
    symbol = match["name"].lstrip("0123456789")
    return bool(symbol[0] in "/-" and symbol.upper() == symbol or match["type"] or match["so"]) and any(
        letter.isupper() for letter in symbol
    ) and bool(match["type"] or match["so"] or re.search(rf"[/-](?:{_SHORT})[/-]|QH\d", symbol))


def _broken(passage: Passage) -> Iterator[Found]:
    for match in _BROKEN.finditer(passage.value):
        said = match.group()
        if not _RIGHT.fullmatch(said):
            right = re.sub(r"\s*[–—-]\s*", "-", re.sub(r"\s*/\s*", "/", said))
            right = re.sub(rf"(/(?:{_SHORT}))/", r"\1-", right)
            yield Found(FORM, passage, *match.span(), f"`{said}` viết sai dạng", f"viết `{right}`")


def _one(citation: _Citation, prose: Prose) -> Iterator[Found]:
    kind = citation.type
    if kind and not citation.match["so"] and not kind.isupper() and kind.casefold() not in {"luật", "bộ luật"}:
        message = f"thiếu chữ `số` trước `{citation.name}`"
        yield citation.found(FORM, message, f"viết `{kind} số {citation.name}`")
    if kind and kind[0].islower() and kind.casefold() not in {"văn bản", "luật"}:
        right = kind[0].upper() + kind[1:]
        message = f"`{kind} số {citation.name}`: tên loại viết thường"
        start = citation.match.start("type")
        yield Found(
            SMALL_TYPE, citation.passage, start, start + len(kind), message, f"viết `{right} số {citation.name}`"
        )
    yield from _type_matches(citation)
    yield from _year_matches(citation)
    day = citation.day
    if day and prose.dated and day > prose.dated[1]:
        message = f"`{citation.name}` mang ngày {_said(day)}, sau ngày của kế hoạch"
        yield citation.found(NO_DAY, message, "xem lại ngày của văn bản này", "dated")


def _weekends(cited: list[_Citation], year: int) -> Iterator[Found]:
    """Yield each document of the plan's year or the one before that bears a Saturday or Sunday, once."""
    told: set[str] = set()
    for citation in cited:
        day = citation.day
        if day and day.weekday() >= _SATURDAY and year - 1 <= day.year <= year and citation.name not in told:
            told.add(citation.name)
            which = "thứ Bảy" if day.weekday() == _SATURDAY else "Chủ nhật"
            message = f"`{citation.name}` đề ngày {_said(day)}, một ngày {which}"
            yield citation.found(WEEKEND, message, "đối chiếu với văn bản gốc", "dated")


def _said(day: date) -> str:
    from kehoach_cli.model.periods import spoken  # noqa: PLC0415 - only where there is something to say

    return spoken(day)


def _type_matches(citation: _Citation) -> Iterator[Found]:
    wanted = TYPES.get(citation.type.casefold(), "")
    match = re.search(rf"[/-](?P<short>{_SHORT})(?=[/-])", citation.name)
    if wanted and match and match["short"] != wanted and match["short"] not in _ALSO.get(wanted, ()):
        message = f"`{citation.type}` mà ký hiệu `{citation.name}` ghi `{match['short']}`"
        yield citation.found(FORM, message, f"tên loại này viết tắt là `{wanted}`; xem lại số hiệu")


def _year_matches(citation: _Citation) -> Iterator[Found]:
    match = citation.match
    year = int(match["year"] or match["year2"] or 0)
    assembly = int(match["assembly"] or 0)
    dated = citation.parts[0] if citation.parts else 0
    if assembly and (year or dated):
        first = _FIRST_ASSEMBLY[1] + _TERM * (assembly - _FIRST_ASSEMBLY[0])
        if not first <= (year or dated) <= first + _TERM:
            right = _FIRST_ASSEMBLY[0] + ((year or dated) - _FIRST_ASSEMBLY[1]) // _TERM
            message = f"`{citation.name}`: Quốc hội khóa {assembly} là các năm {first}-{first + _TERM}"
            yield citation.found(YEAR, message, f"văn bản năm {year or dated} mang ký hiệu QH{right}")
            return
    if year and dated and year != dated:
        message = f"`{citation.name}` mang năm {year} mà đề ngày năm {dated}"
        yield citation.found(YEAR, message, "xem lại số hiệu và ngày")


def _again(cited: list[_Citation]) -> Iterator[Found]:
    """Yield later citations in full, and documents whose first one lacks its date or issuer."""
    first: dict[str, _Citation] = {}
    for citation in cited:
        if citation.type.casefold() in {"luật", "bộ luật", "pháp lệnh"}:
            continue
        before = first.setdefault(citation.name, citation)
        if before is citation:
            if not citation.match["dated"] and not citation.match["assembly"]:
                message = f"viện dẫn lần đầu `{citation.name}` mà không có ngày tháng"
                yield citation.found(FULL_ONCE, message, "ghi đủ ngày tháng, cơ quan ban hành và trích yếu")
        elif citation.match["dated"]:
            message = f"`{citation.name}` đã viện dẫn đầy đủ ở trên"
            hint = f"từ lần thứ hai chỉ ghi `{(citation.type or 'văn bản').capitalize()} số {citation.name}`"
            yield citation.found(FULL_ONCE, message, hint, see=before)


def _unlike(cited: list[_Citation]) -> Iterator[Found]:
    """Yield one number under two spellings, and one document under two dates."""
    dates: dict[str, _Citation] = {}
    names: dict[tuple[str, str, str], list[_Citation]] = defaultdict(list)
    for citation in cited:
        if citation.parts:
            before = dates.setdefault(citation.name, citation)
            if before.parts != citation.parts:
                message = f"`{citation.name}` ở đây đề ngày khác với lần viện dẫn trước"
                yield citation.found(TWO_SPELLINGS, message, "xem lại văn bản gốc", "dated", before)
        number, rest = re.match(rf"({_NUMBER})(.*)", citation.name).groups()  # type: ignore[union-attr]  # _CITED's own form
        letters = re.sub(r"[^a-z0-9]", "", fold(rest).replace("va", ""))
        same = names[number, letters[:2], str(citation.parts and citation.parts[0])]
        if same and all(one.name != citation.name for one in same) and _close(letters, same[0]):
            message = f"`{citation.name}` và `{same[0].name}`: một số, hai ký hiệu"
            yield citation.found(TWO_SPELLINGS, message, "xem lại văn bản gốc", see=same[0])
        same.append(citation)


def _close(letters: str, other: _Citation) -> bool:
    """Return whether two symbols are spellings of one: the same letters but for a few."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where one number has two symbols

    folded = re.sub(r"[^a-z0-9]", "", fold(other.name.lstrip("0123456789")).replace("va", ""))
    return SequenceMatcher(None, letters, folded).ratio() >= 0.75  # noqa: PLR2004 - sgddt and sgdvdt, ubnd and ubdn


def _days(passage: Passage) -> Iterator[Found]:
    for match in _ANY_DAY.finditer(passage.value):
        year, month, day = _parts(match)
        said = match.group()
        try:
            date(year, month, day)
        except ValueError:
            yield Found(NO_DAY, passage, *match.span(), f"không có ngày `{said}`", "xem lại ngày tháng")
            continue
        end = "" if match["day"] else "2"
        right_day = f"{day:02d}"
        right_month = f"{month:02d}" if month < 3 else str(month)  # noqa: PLR2004 - only January and February
        if (match["day" + end], match["month" + end]) != (right_day, right_month):
            right = f"{right_day} tháng {right_month} năm {year}" if end else f"{right_day}/{right_month}/{year}"
            yield Found(PADDING, passage, *match.span(), f"`{said}` viết số 0 khác lệ", f"viết `{right}`")


def _ranges(passage: Passage) -> Iterator[Found]:
    for match in _RANGE.finditer(passage.value):
        first, last = int(match["first"]), int(match["last"])
        if first > last:
            yield Found(NO_DAY, passage, *match.span(), f"`{match.group()}` chạy ngược", "xem lại hai năm")
        elif match["school"] and last != first + 1:
            message = f"`{match.group()}` không phải hai năm liền nhau"
            yield Found(NO_DAY, passage, *match.span(), message, f"viết `{first}-{first + 1}`")
