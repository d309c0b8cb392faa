"""Finds in a PDF where the person in authority signs: between the last title line and the full name."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kehoach_cli.errors import RefusalError
from kehoach_cli.signing.boxes import Box
from kehoach_cli.signing.lines import Line, page_lines

_RECIPIENTS = "Nơi nhận:"
# Letters reach this far, of their size, above and below the line that they stand on; capitals bear marks.
_ASCENT = 0.95
_DESCENT = 0.28
_LOWEST = 28.0
_LEFT_EDGE = 0.4
_NAME = re.compile(r"(?:[^\W\d_]+\. ?)*[^\W\d_]+(?: [^\W\d_]+){1,6}")
_LETTERS_OF_TITLE = 4


@dataclass(frozen=True, slots=True)
class Place:
    """The page (from 0) and the empty space on it between title and name."""

    page: int
    gap: Box
    title: str
    name: str


def signature_place(data: bytes, name: str = "", title: str = "") -> Place:
    """Return where the person signs; name and last title line are found by shape when they are not said.

    Raises RefusalError when there is no such place, more than one, or no room.
    """
    places: list[Place] = []
    try:
        reader = PdfReader(io.BytesIO(data))
        for number, page in enumerate(reader.pages):
            area = Box(*(float(edge) for edge in page.cropbox))
            found = _on_page(page_lines(page), area, number, name, title)
            if found and page.rotation % 360:
                message = f"trang {number + 1} có chỗ ký nhưng là trang xoay"
                raise RefusalError(message, "xuất lại tệp .pdf với trang không xoay")
            places += found
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        message = "không đọc được chữ trong tệp .pdf"
        raise RefusalError(message, "xuất lại tệp .pdf từ Word hoặc LibreOffice rồi ký") from None
    return _only(places, name)


def _only(places: list[Place], name: str) -> Place:
    if not places:
        sought = f" của {name}" if name else ""
        message = f"không tìm thấy chỗ ký{sought}: chức vụ, chỗ trống và họ tên ở nửa phải trang có “{_RECIPIENTS}”"
        raise RefusalError(message, "xem lại trang ký; nếu họ tên in khác thường thì thêm --name 'Họ và tên'")
    if len(places) > 1:
        where = ", ".join(f"{place.name} (trang {place.page + 1})" for place in places)
        message = f"tìm thấy {len(places)} chỗ ký: {where}"
        raise RefusalError(message, "chọn một người bằng --name 'Họ và tên'")
    (place,) = places
    if place.gap.height < _LOWEST:
        message = f"giữa “{place.title}” và “{place.name}” không đủ chỗ để ký"
        raise RefusalError(message, "thêm dòng trống giữa chức vụ và họ tên, rồi xuất lại tệp .pdf")
    return place


def _on_page(lines: list[Line], area: Box, number: int, name: str, title: str) -> list[Place]:
    middle = area.centre[0]
    tops = [
        line.baseline + 2 * line.size
        for line in lines
        if _folded(_RECIPIENTS) in _folded(line.text) and line.left < middle
    ]
    if not tops:
        return []
    edge = area.left + area.width * _LEFT_EDGE
    block = [line for line in lines if line.left > edge and line.middle > middle and line.baseline < max(tops)]
    places = []
    for upper, lower in pairwise(block):
        if not _is_title(upper.text, title) or not _is_name(lower.text, name):
            continue
        centre = (upper.middle + lower.middle) / 2
        half = min(centre - edge, area.right - centre)
        gap = Box(
            centre - half, lower.baseline + _ASCENT * lower.size, centre + half, upper.baseline - _DESCENT * upper.size
        )
        places.append(Place(number, gap, upper.text, lower.text))
    return places


def _is_title(text: str, title: str) -> bool:
    if title:
        return _folded(text) == _folded(title)
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= _LETTERS_OF_TITLE and all(letter.isupper() for letter in letters)


def _is_name(text: str, name: str) -> bool:
    if name:
        return _folded(text) == _folded(name)
    return (
        _NAME.fullmatch(text) is not None
        and not text.isupper()
        and all(word[0].isupper() for word in text.replace(".", " ").split())
    )


def _folded(text: str) -> str:
    """Return a text without its spaces and without upper case: a PDF file may put spaces anywhere."""
    return "".join(unicodedata.normalize("NFC", text).split()).casefold()
