"""The same document is the same PDF: no clock, no random number, and a mark by which kehoach knows its own file."""

from __future__ import annotations

import hashlib
import io
import re
import struct
from typing import TYPE_CHECKING, cast

from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, StreamObject

_ID = re.compile(rb"/ID\s*\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>\s*\]")
_XMP_DATE = re.compile(rb"(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*(</)")
# Of the header of a colour profile: year to second of its making, and a checksum of the profile (0: not worked out).
_PROFILE_DATE, _PROFILE_SUM = slice(24, 36), slice(84, 100)


def settle(pdf: bytes, day: str) -> bytes:
    """Return LibreOffice's PDF with the document's own day (ISO) for every time in it, and kehoach's mark.

    Two runs of LibreOffice differ in the creation date, the file's id, a checksum of its own, and for an archive in
    the date inside the colour profile; it takes no notice of SOURCE_DATE_EPOCH. With these settled, the same document
    is the same bytes as long as LibreOffice and the fonts are the same (measured with 7.4).
    Raises RefusalError when the file cannot be read.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - 100 ms, wanted for a PDF only
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - the same

    try:
        reader = PdfReader(io.BytesIO(pdf))
        writer = PdfWriter(clone_from=reader)
        writer.pdf_header = reader.pdf_header
        _date(writer, day)
        stream = io.BytesIO()
        writer.write(stream)
    except PyPdfError as failure:
        message = f"không đọc được PDF mà LibreOffice tạo ra ({failure})"
        raise RefusalError(message, "chạy lại lần nữa; nếu vẫn vậy, xem: kehoach doctor") from None
    return _marked(stream.getvalue())


def is_untouched_pdf(data: bytes) -> bool:
    """Return whether the bytes are a PDF that kehoach wrote and nobody has changed or signed since."""
    return data.startswith(b"%PDF") and _ID.search(data) is not None and _marked(data) == data


def _marked(pdf: bytes) -> bytes:
    """Return the PDF whose id is the fingerprint of all the rest of it; as it is when it has no id."""
    found = list(_ID.finditer(pdf))
    if not found:
        return pdf
    spans = [found[-1].span(1), found[-1].span(2)]
    mark = hashlib.sha256(_filled(pdf, spans, b"0" * 32)).hexdigest()[:32]
    return _filled(pdf, spans, mark.encode())


def _filled(pdf: bytes, spans: list[tuple[int, int]], mark: bytes) -> bytes:
    (start, middle), (again, end) = spans
    return pdf[:start] + mark + pdf[middle:again] + mark + pdf[end:]


def _date(writer: PdfWriter, day: str) -> None:
    year, month, date = (int(part) for part in day.split("-"))
    dates = [key for key in ("/CreationDate", "/ModDate") if writer.metadata is not None and key in writer.metadata]
    writer.add_metadata(dict.fromkeys(dates, f"D:{year:04}{month:02}{date:02}000000Z"))
    if "/Metadata" in writer.root_object:
        metadata = cast("StreamObject", writer.root_object["/Metadata"])
        metadata.set_data(_XMP_DATE.sub(rf"\g<1>{day}T00:00:00Z\g<2>".encode(), metadata.get_data()))
    for intent in cast("ArrayObject", writer.root_object.get("/OutputIntents", [])):
        profile = intent.get_object()["/DestOutputProfile"]
        content = bytearray(profile.get_data())
        content[_PROFILE_DATE] = struct.pack(">6H", year, month, date, 0, 0, 0)
        content[_PROFILE_SUM] = bytes(16)
        profile.set_data(bytes(content))
