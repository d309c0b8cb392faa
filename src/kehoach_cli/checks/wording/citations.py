"""Cited documents: how number, symbol, date and issuer are written, and whether they can be true."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.forms import FORM
from kehoach_cli.checks.wording.prose import Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.model.citations import (
    SHORT,
    TYPES,
    are_close,
    in_order,
    letters_of,
    swapped,
    wrong_assembly,
)
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Cited, Found, Prose


FULL_ONCE = warning(
    "KH542",
    "viện dẫn đầy đủ lần đầu, các lần sau viết gọn",
    """
    Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, ngày tháng, cơ quan ban hành và trích yếu; các lần sau chỉ ghi tên
    loại và số, ký hiệu (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.b).
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
RULES = (FORM, FULL_ONCE, TWO_SPELLINGS, SMALL_TYPE)

_ALSO = {"QĐ": {"QyĐ"}, "QyĐ": {"QĐ", "QC"}, "QC": {"QĐ"}, "TT": {"TTLT"}, "CTr": {"CT", "CTR"}, "HD": {"HDLT"}}
_SUBJECT = 40  # letters behind the date: who issued it, and what it is about
_TYPED_SINCE = 2000  # 65/CP, of 1995
_SUBJECTS = (" về ", " quy định ", " hướng dẫn ", " ban hành ", " phê duyệt ", " sửa đổi ")
_ISSUERS = (
    *(" Chính phủ", " Thủ tướng", " Quốc hội", " UBND", " HĐND", " Ủy ban", " Uỷ ban", " Hội đồng", " Ban Bí thư"),
    *(" Ban Chấp hành", " Ban Chỉ đạo", " Ban Thường vụ", " Bộ trưởng", " Sở "),
)
_WITHOUT_NUMBER = {"luật", "bộ luật", "pháp lệnh", "văn bản"}


def check(prose: Prose) -> Iterator[Found]:
    """Yield what is wrong with the documents that the text cites."""
    places = prose.cited
    for place in places:
        yield from _type(place)
        yield from _order(place)
    if prose.year and prose.whole:  # a report speaks of documents that its plan has cited in full
        yield from _again(places, prose)
    yield from _two_dates(places)
    yield from _two_spellings(places)
    yield from _two_numbers(places)


def _type(place: Cited) -> Iterator[Found]:
    """Yield a type written small, one without `số` behind it, and one that the symbol contradicts."""
    citation, kind = place.citation, place.citation.type
    if not kind:
        return
    small = kind.casefold()
    if not citation.has_word and small not in _WITHOUT_NUMBER:
        message = f"thiếu chữ `số` trước `{citation.name}`"
        yield place.found(FORM, message, f"viết `{kind} số {citation.name}`", citation.span)
    if kind[0].islower() and small not in _WITHOUT_NUMBER:
        message = f"`{kind} số {citation.name}`: tên loại viết thường"
        right = f"{kind[0].upper()}{kind[1:]} số {citation.name}"
        yield place.found(SMALL_TYPE, message, f"viết `{right}`", citation.type_span)
    if small == "công văn" and re.match(r"\d+/CV-[A-ZĐ]", citation.name) and not citation.name.endswith("TW"):
        message = f"ký hiệu công văn không có tên loại `CV`: `{citation.name}`"
        yield place.found(FORM, message, f"viết `{citation.name.replace('CV-', '', 1)}`", citation.span)
    wanted = TYPES.get(small, "")
    match = re.search(rf"[/-](?P<short>{SHORT})(?=[/-])", citation.name)
    year = citation.year or (citation.parts[0] if citation.parts else 0)
    if swapped(kind, citation.name):
        return  # said already
    if wanted and not match and not citation.assembly and year >= _TYPED_SINCE and "/" in citation.name:
        head, _, body = citation.name.rpartition("/")
        if not re.match(rf"(?:{SHORT})(?=CP|TTg|UBND|HĐND|SGD|BGD)", body):  # 05/KHSGDĐT lacks its dash alone
            message = f"`{citation.name}` thiếu chữ viết tắt của `{kind}`"
            yield place.found(FORM, message, f"viết `{head}/{wanted}-{body}`", citation.span)
    if wanted and match and match["short"] != wanted and match["short"] not in _ALSO.get(wanted, ()):
        message = f"`{kind}` mà ký hiệu `{citation.name}` ghi `{match['short']}`"
        hint = f"xem lại số hiệu; tên loại này viết tắt là `{wanted}`"
        yield place.found(FORM, message, hint, citation.span)


def _order(place: Cited) -> Iterator[Found]:
    """Yield a symbol with the parts of a Party document in the order of the State's, or the other way about."""
    name = place.citation.name
    right = in_order(name)
    if right != name:
        yield place.found(FORM, f"`{name}` viết sai dạng", f"viết `{right}`", place.citation.span)


def _again(places: list[Cited], prose: Prose) -> Iterator[Found]:
    """Yield later citations in full, and documents whose first citation lacks its date."""
    first: dict[str, Cited] = {}
    for place in places:
        citation = place.citation
        if citation.type.casefold() in _WITHOUT_NUMBER:
            continue
        name = in_order(citation.name).lstrip("0")
        before = first.setdefault(name, place)
        if before is not place and citation.parts and not before.citation.parts:
            first[name] = place  # what lacks at the first citation is said there
        elif before is place:
            # A law is founded on by its number alone; a resolution of the same assembly is not.
            is_founded_on = place.passage.role is Role.BASIS and citation.type.casefold() == "nghị quyết"
            is_law = citation.assembly and (not is_founded_on or wrong_assembly(citation))
            if not citation.parts and not is_law and not _is_misspelled(citation.name, prose):
                message = f"viện dẫn lần đầu `{citation.name}` mà không có ngày tháng"
                hint = "ghi đủ ngày tháng, cơ quan ban hành và trích yếu"
                yield place.found(FULL_ONCE, message, hint, citation.span)
            elif citation.parts and (lacking := _lacks(place))[0]:
                message = f"viện dẫn lần đầu `{citation.name}` mà không có {lacking[0]}"
                yield place.found(FULL_ONCE, message, lacking[1], citation.span)
        elif citation.parts:
            message = f"`{citation.name}` đã viện dẫn đầy đủ ở trên"
            hint = f"viết gọn: `{(citation.type or 'văn bản').capitalize()} số {citation.name}`"
            yield place.found(FULL_ONCE, message, hint, citation.span, before)


def _is_misspelled(name: str, prose: Prose) -> bool:
    """Return whether the document stands in other signs or letters, too, `08/2022/ND/CP`: that is said there."""
    number, *rest = re.findall(r"\w+", fold(name).lstrip("0"))
    written = re.compile(rf"\b0*{r'[^a-z0-9]*'.join([number, *rest])}\b")
    others = [one.value for one in prose.naming((number,)) if name not in one.value]
    letters = sorted("".join(rest))
    symbols = (
        sorted(match[1]) for value in others for match in re.finditer(rf"\b0*{number}([/-][a-z/-]+)", fold(value))
    )
    if any([letter for letter in symbol if letter.isalpha()] == letters for symbol in symbols):
        return True  # 71-QN/TW
    return any(written.search(fold(value)) for value in others)


def _lacks(place: Cited) -> tuple[str, str]:
    """Return what the first citation of a document lacks behind its date, and what to do; nothing where it is whole."""
    citation, passage = place.citation, place.passage
    clause = re.split(r"[;.] ", passage.value[: citation.span[0]])[-1]
    behind = passage.value[citation.date_span[1] :]
    if behind.startswith(_ISSUERS):
        return "`của` trước cơ quan ban hành", "thêm `của` sau ngày tháng"
    if behind.startswith(_SUBJECTS) and "của " not in clause:  # yêu cầu của … tại Chỉ thị …
        return "cơ quan ban hành", "thêm `của …` sau ngày tháng"
    return "", ""


def _two_dates(places: list[Cited]) -> Iterator[Found]:
    dates: dict[str, Cited] = {}
    for place in places:
        citation = place.citation
        if citation.date:  # one that no calendar has is said already
            before = dates.setdefault(citation.name.lstrip("0"), place)
            if before.citation.parts != citation.parts:
                message = f"`{citation.name}` ở đây đề ngày khác với lần viện dẫn trước"
                yield place.found(TWO_SPELLINGS, message, "xem lại văn bản gốc", citation.date_span, before)


def _two_spellings(places: list[Cited]) -> Iterator[Found]:
    names: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    for place in places:
        citation = place.citation
        if in_order(citation.name) != citation.name or wrong_assembly(citation):
            continue  # said already
        number, letters = letters_of(citation.name)
        same = names[number, letters[:2]]
        others = [one for one in same if one.citation.name != citation.name]
        twin = next((one for one in others if are_close(citation, one.citation)), None)
        if twin and len(others) == len(same):
            message = f"`{citation.name}` và `{twin.citation.name}`: một số, hai ký hiệu"
            yield place.found(TWO_SPELLINGS, message, "xem lại văn bản gốc", citation.span, twin)
        same.append(place)


def _two_numbers(places: list[Cited]) -> Iterator[Found]:
    """Yield a document of the same day, symbol and subject as one cited before, and another number."""
    known: dict[tuple[str, object, str], Cited] = {}
    for place in places:
        citation = place.citation
        number, letters = letters_of(citation.name)
        behind = place.passage.value[citation.date_span[1] :] if citation.parts else ""
        subject = re.sub(r"\b(\w+) \1\b", r"\1", behind.casefold())[:_SUBJECT]  # a word too many is said already
        if len(subject) < _SUBJECT:
            continue
        before = known.setdefault((letters, citation.parts, subject), place)
        if letters_of(before.citation.name)[0].lstrip("0") != number.lstrip("0"):
            message = f"`{citation.name}` và `{before.citation.name}`: cùng ngày, cùng trích yếu, hai số"
            yield place.found(TWO_SPELLINGS, message, "xem lại văn bản gốc", citation.span, before)
