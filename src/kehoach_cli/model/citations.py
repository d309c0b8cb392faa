"""Documents that a text cites: their type, number and symbol, date, and where in the text each part stands."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# Types of document (NĐ 30/2020/NĐ-CP, Điều 7) and their abbreviations (Phụ lục III, mục I); laws and letters have none.
TYPES = {
    "nghị quyết": "NQ", "quyết định": "QĐ", "chỉ thị": "CT", "quy chế": "QC", "quy định": "QyĐ", "thông cáo": "TC",
    "thông báo": "TB", "hướng dẫn": "HD", "chương trình": "CTr", "kế hoạch": "KH", "phương án": "PA", "đề án": "ĐA",
    "dự án": "DA", "báo cáo": "BC", "biên bản": "BB", "tờ trình": "TTr", "công điện": "CĐ", "nghị định": "NĐ",
    "thông tư": "TT", "thông tư liên tịch": "TTLT", "kết luận": "KL", "công văn": "", "thư công": "", "luật": "",
    "bộ luật": "", "pháp lệnh": "", "văn bản": "",
}  # fmt: skip
# Types that end the names of laws (… đi làm việc theo hợp đồng số 69/2020/QH14), and are no type of theirs.
PAPERS = {
    "hợp đồng": "HĐ", "bản ghi nhớ": "BGN", "bản thỏa thuận": "BTT", "giấy ủy quyền": "GUQ", "giấy mời": "GM",
    "giấy giới thiệu": "GGT", "giấy nghỉ phép": "GNP", "phiếu gửi": "PG", "phiếu chuyển": "PC", "phiếu báo": "PB",
}  # fmt: skip
_MORE = {"CV", "GM", "HDLT", "HĐ", "KHLT", "NQLT"}


def _longest_first(words: set[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


SHORT = _longest_first({short for short in TYPES.values() if short} | _MORE)
NUMBER = r"\d{1,5}[a-zđ]?"
# Who issued it: KH-SGDĐT, QĐ-UBND, TT-BVHTTDL.
BODY = r"[A-ZĐ](?:[\w&.]*\w)?(?:-[A-ZĐ](?:[\w&.]*\w)?)*"
# 218/2025/QH15, 1656/NQ-UBTVQH15; 30/2020/NĐ-CP, 671/KH-SGDĐT; of the Party: 05-KH/BCĐTW; of an office: 12/SGDĐT-VP.
_SYMBOL = (
    r"(?:/(?P<year>(?:19|20)\d\d))?/(?:NQ-)?(?:UBTV)?QH(?P<assembly>\d\d)"
    rf"|(?:(?:/(?P<year_of_type>(?:19|20)\d\d))?/(?:{SHORT})-|-(?:{SHORT})/|/){BODY}"
)
DAY = (
    r"(?P<day>\d{1,2})\s*(?P<mark>[/.-])\s*(?P<month>\d{1,2})\s*(?P=mark)\s*(?P<full>\d{4})"
    r"|(?P<long_day>\d{1,2})\s+tháng\s+(?P<long_month>\d{1,2})\s+năm\s+(?P<long_full>\d{4})"
)
# Compiled where a text may cite something: most texts never do, and it takes as long as all other expressions here.
_CITED = rf"(?P<word>số\s*:?\s*)?(?P<name>\b{NUMBER}(?:{_SYMBOL}))(?P<dated>\s*,?\s+ngày\s+(?:{DAY}))?"
_FORMS = ("mẫu", "biểu", "phiếu")  # Mẫu số 01/BC-PTTE: the number is a form's
_LONGEST_TYPE = max(map(len, TYPES))
_HAS_TYPE = rf"[/-](?:{SHORT})[/-]|QH\d"
_EARLIER = {8: (1987, 1992), 9: (1992, 1997), 10: (1997, 2002), 11: (2002, 2007), 12: (2007, 2011)}
_FIRST_ASSEMBLY = (13, 2011)
_TERM = 5


@frozen
class Citation:
    """A cited document; spans are (start, end) in the text, `parts` are year, month and day as written."""

    name: str
    type: str
    has_word: bool
    year: int
    assembly: int
    parts: tuple[int, int, int] | None
    span: tuple[int, int]
    type_span: tuple[int, int]
    date_span: tuple[int, int]

    @property
    def date(self) -> date | None:
        """Return the document's date; None where none is given, or none that a calendar has."""
        try:
            return date(*self.parts) if self.parts else None
        except ValueError:
            return None


def parts_of(match: re.Match[str]) -> tuple[int, int, int]:
    """Return year, month and day of a match of DAY, as written."""
    long = "" if match["day"] else "long_"
    return int(match[f"{long}full"]), int(match[f"{long}month"]), int(match[f"{long}day"])


def cited(text: str) -> Iterator[Citation]:
    """Yield the documents that a text cites by number and symbol, in order."""
    if "/" not in text:  # every symbol has one
        return
    for match in re.finditer(_CITED, text, re.IGNORECASE):
        start, kind = _type_before(text, match.start())
        if _is_symbol(match, kind) and not is_form(text, match.start()):
            dated = match["dated"] or ""
            skipped = len(dated) - len(dated.lstrip(" ,\n"))
            yield Citation(
                match["name"],
                kind,
                bool(match["word"]),
                int(match["year"] or match["year_of_type"] or 0),
                int(match["assembly"] or 0),
                parts_of(match) if match["dated"] else None,
                match.span("name"),
                (start, start + len(kind)),
                (match.start("dated") + skipped, match.end("dated")),
            )


def is_form(text: str, at: int) -> bool:
    """Return whether the number that begins at a place, or its word `số`, is that of a form to fill in."""
    return text[:at].rstrip().removesuffix("số").rstrip().casefold().endswith(_FORMS)


def _type_before(text: str, end: int) -> tuple[int, str]:
    """Return where the type of document that ends right before a place begins, and its words; "" where none does."""
    before = text[:end].rstrip()
    if len(before) == end:
        return end, ""
    for size in range(_LONGEST_TYPE, 0, -1):
        kind = before[-size:]
        if len(kind) == size and kind.lower() in TYPES and not before[-size - 1 : -size].replace("_", "x").isalnum():
            return len(before) - size, kind
    return end, ""


def _is_symbol(match: re.Match[str], kind: str) -> bool:
    """Return whether a number with a stroke is a document's: its symbol in capitals, its type or `số` before it."""
    symbol = match["name"].lstrip("0123456789")
    has_capital = any(letter.isupper() for letter in symbol)
    return has_capital and bool(kind or match["word"] or match["dated"] or re.search(_HAS_TYPE, symbol))


def assembly_years(number: int) -> tuple[int, int]:
    """Return the first and last year of a National Assembly; from the 13th on each has five years."""
    if number in _EARLIER:
        return _EARLIER[number]
    first = _FIRST_ASSEMBLY[1] + _TERM * (number - _FIRST_ASSEMBLY[0])
    return first, first + _TERM


def wrong_assembly(citation: Citation) -> tuple[int, int] | None:
    """Return the years of the National Assembly in a symbol where the document's own year is none of them."""
    year = citation.year or (citation.parts[0] if citation.parts else 0)
    years = assembly_years(citation.assembly) if citation.assembly and year else (year, year)
    return None if years[0] <= year <= years[1] else years


def in_order(name: str) -> str:
    """Return the symbol with its parts in order: `29-NQ/TW` of the Party, `07/CT-TTg` of the State."""
    if name.endswith(("-TW", "-TU", "-ĐU")):
        return re.sub(rf"^({NUMBER})(?:/\d{{4}})?/({SHORT})-(TW|TU|ĐU)$", r"\1-\2/\3", name)
    if name.endswith(("/TTg", "/UBND", "/HĐND")):
        return re.sub(rf"^({NUMBER})-({SHORT})/(TTg|UBND|HĐND)$", r"\1/\2-\3", name)
    return name


def letters_of(name: str) -> tuple[str, str]:
    """Return a document's number, and its symbol in plain letters alone: `SGD&ĐT` is `sgddt`."""
    number = re.match(r"\d+", name)
    head = number.group() if number else ""
    return head, re.sub(r"[^a-z0-9]", "", fold(name[len(head) :]))


def are_close(one: Citation, other: Citation) -> bool:
    """Return whether two symbols of one number are spellings of one: not of two years, the same but for a letter."""
    if one.year != other.year or (one.parts and other.parts and one.parts != other.parts):
        return False
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where one number has two symbols

    ratio = SequenceMatcher(None, letters_of(one.name)[1], letters_of(other.name)[1]).ratio()
    return ratio >= 0.8  # noqa: PLR2004 - khsgddt and khsgdvdt, qdubnd and qdubdn


def swapped(kind: str, symbol: str) -> str:
    """Return a symbol with the letters of its type in their order, "" where they are: 71-QN/TW of a Nghị quyết."""
    wanted = TYPES.get(kind.casefold(), "")
    for part in re.findall(r"[^\W\d_]+", symbol):
        if wanted and part != wanted and part not in TYPES.values() and sorted(part) == sorted(wanted):
            return symbol.replace(part, wanted, 1)
    return ""
