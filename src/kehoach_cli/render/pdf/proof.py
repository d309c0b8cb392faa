"""Reads a finished PDF: every letter of the document is there, in the right font, and drawn."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING, cast

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, StreamObject

from kehoach_cli.errors import RefusalError
from kehoach_cli.render.pdf.office import DOCTOR
from kehoach_cli.render.pdf.sfnt import NO_FONT, Sfnt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Times New Roman and the fonts that have its widths, by the name they have in a PDF.
_RIGHT = {"TimesNewRoman", "TimesNewRomanPS", "TimesNewRomanPSMT", "LiberationSerif", "Tinos"}
_SUBSET = re.compile(r"/?(?:[A-Z]{6}\+)?")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_WORD = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_SHOWN_LETTERS = 12
_HINT = f"{DOCTOR}; nếu đó là chữ lạ mà Times New Roman không có thì bỏ khỏi văn bản"


def prove(pdf: bytes, text: str, *, archive: bool) -> None:
    """Return when the PDF shows every letter and digit of the document's text as it should, and is PDF/A if wanted.

    Raises RefusalError when a font is not embedded, when another font than Times New Roman or one of its widths
    stands for a letter, when a letter is drawn as the box for missing ones or not at all, when it cannot be found in
    the text of the pages, or when an archive is not marked as PDF/A-2b.
    """
    try:
        reader = PdfReader(io.BytesIO(pdf))
        for font in _fonts(reader):
            _prove_font(font)
        found = _letters("".join(page.extract_text() for page in reader.pages))
        marked = not archive or _is_archive(reader)
    except PyPdfError as failure:
        message = f"không đọc được PDF mà LibreOffice tạo ra ({failure})"
        raise RefusalError(message, DOCTOR) from None
    missing = _letters(text) - found
    if missing:
        message = f"PDF thiếu các chữ {_said(missing)} của văn bản"
        raise RefusalError(message, _HINT)
    if not marked:
        message = "LibreOffice của máy này không tạo được PDF/A-2b để lưu trữ"
        raise RefusalError(message, "cài LibreOffice 7.4 trở lên, hoặc bỏ --archive")


def _prove_font(font: DictionaryObject) -> None:
    name = _SUBSET.sub("", str(font.get("/BaseFont", "không tên")), count=1)
    letters = {code: sign for code, sign in _meanings(font).items() if _letters(sign)}
    shown = _said({letter for sign in letters.values() for letter in _letters(sign)})
    if font.get("/Subtype") == "/Type3" or re.split("[-,]", name)[0] not in _RIGHT:
        if letters:
            message = f"PDF dùng phông {name} thay cho Times New Roman ở các chữ {shown}"
            raise RefusalError(message, _HINT)
        if font.get("/Subtype") == "/Type3":
            return
    file = _file(font)
    if file is None:
        message = f"phông {name} không được nhúng vào PDF" + (f", các chữ {shown} có thể đổi hình" if letters else "")
        raise RefusalError(message, DOCTOR)
    undrawn = _undrawn(font, file, letters)
    if undrawn:
        message = f"phông {name} không có các chữ {_said(undrawn)}: trên giấy là ô trống"
        raise RefusalError(message, _HINT)


def _fonts(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield every font that a page or a drawing on it can use, each once."""
    seen: set[int] = set()
    waiting = [page.get("/Resources") for page in reader.pages]
    while waiting:
        resources = waiting.pop()
        resources = resources and resources.get_object()
        if not isinstance(resources, DictionaryObject) or id(resources) in seen:
            continue
        seen.add(id(resources))
        for kind in ("/Font", "/XObject", "/Pattern"):
            entries = resources.get(kind)
            for entry in (cast("DictionaryObject", entries.get_object()) if entries else {}).values():
                one = entry.get_object()
                if isinstance(one, DictionaryObject):
                    waiting.append(one.get("/Resources"))
                    if kind == "/Font" and id(one) not in seen:
                        seen.add(id(one))
                        yield one


def _file(font: DictionaryObject) -> bytes | None:
    """Return the font's own file inside the PDF, or None when it is not embedded."""
    entry = _inner(font).get("/FontDescriptor")
    descriptor = cast("DictionaryObject", entry.get_object()) if entry is not None else {}
    return next((cast("StreamObject", descriptor[kind]).get_data() for kind in _FILES if kind in descriptor), None)


def _inner(font: DictionaryObject) -> DictionaryObject:
    """Return the font that holds the glyphs: of a composite font its descendant, else the font itself."""
    descendants = cast("list[DictionaryObject]", font.get("/DescendantFonts", [font]))
    return cast("DictionaryObject", descendants[0].get_object())


def _undrawn(font: DictionaryObject, file: bytes, letters: dict[int, str]) -> set[str]:
    """Return the letters that a TrueType font draws as nothing or as its box for missing letters."""
    try:
        sfnt = Sfnt(file)
        composite = "/DescendantFonts" in font
        if composite and _inner(font).get("/CIDToGIDMap", "/Identity") != "/Identity":
            return set()
        glyphs = {} if composite else sfnt.glyphs()
        # The codes of a symbolic font may stand in its cmap as they are, or from F000 on.
        drawn = {
            sign: sfnt.outline(code if composite else glyphs.get(code, glyphs.get(0xF000 + code, 0)))
            for code, sign in letters.items()
        }
        box = sfnt.outline(0)
    except NO_FONT:
        return set()  # outlines in another form than TrueType's
    return {letter for sign, outline in drawn.items() if outline in {b"", box} for letter in _letters(sign)}


def _meanings(font: DictionaryObject) -> dict[int, str]:
    """Return what each code of the font stands for, out of its ToUnicode."""
    stream = font.get("/ToUnicode")
    table = cast("StreamObject", stream.get_object()).get_data() if stream is not None else b""
    found: dict[int, str] = {}
    for kind, content in _SECTION.findall(table):
        words = [b"[" if left else b"]" if right else bytes(word) for word, left, right in _WORD.findall(content)]
        found.update(_characters(words) if kind == b"char" else _ranges(words))
    return found


def _characters(words: list[bytes]) -> Iterator[tuple[int, str]]:
    for code, sign in zip(words[::2], words[1::2], strict=False):
        yield int(code, 16), _sign(sign)


def _ranges(words: list[bytes]) -> Iterator[tuple[int, str]]:
    left = iter(words)
    for first, last, start in zip(left, left, left, strict=False):
        if start == b"[":
            yield from enumerate((_sign(word) for word in iter(lambda: next(left, b"]"), b"]")), int(first, 16))
            continue
        sign = _sign(start)
        for code in range(int(first, 16), int(last, 16) + 1):
            yield code, sign[:-1] + chr(ord(sign[-1]) + code - int(first, 16))


def _sign(word: bytes) -> str:
    return bytes.fromhex(word.decode("ascii")).decode("utf-16-be", "replace")


def _is_archive(reader: PdfReader) -> bool:
    root = reader.root_object
    metadata = root.get("/Metadata")
    text = cast("StreamObject", metadata.get_object()).get_data() if metadata is not None else b""
    words = (rb"pdfaid:part(?:>|=[\"'])2", rb"pdfaid:conformance(?:>|=[\"'])B")
    return bool(root.get("/OutputIntents")) and all(re.search(word, text) for word in words)


def _letters(text: str) -> set[str]:
    return {sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum()}


def _said(letters: Iterable[str]) -> str:
    shown = sorted(letters)
    return f"“{' '.join(shown[:_SHOWN_LETTERS])}{' …' if len(shown) > _SHOWN_LETTERS else ''}”"
