"""The words of any .docx, block by block: what a reader sees, without its form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from kehoach_cli.wordfile.names import w
from kehoach_cli.wordfile.parts import open_parts, parse_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_SIGNS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FALLBACK = f"{{{_COMPATIBILITY}}}Fallback"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata")
_BESIDE = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_BREAKS = re.compile(r"[\t\r\n\f\v]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one cell) or a row of a table, and where a person finds it: `đoạn 12`, `bảng 3, hàng 4`."""

    place: str
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the block as one line, cells set off by ` | `."""
        return " | ".join(self.cells)


def docx_lines(data: bytes) -> list[str] | None:
    """Return a line for each paragraph and for each row of a table (cells set off by ` | `), None for no .docx."""
    parts = open_parts(data)
    body = None if parts is None else _body(parts)
    return None if body is None else [block.text for block in blocks_of(body) if any(block.cells)]


def docx_blocks(data: bytes) -> list[Block] | None:
    """Return all words of the document that carry meaning, None for no .docx.

    The body in order, then what stands in headers, footers and notes (page numbers left out), the figures of charts,
    and a line for each picture; letters are in NFC.
    """
    parts = open_parts(data)
    body = None if parts is None else _body(parts)
    if parts is None or body is None:
        return None
    found = [block for block in blocks_of(body) if any(block.cells)]
    beside = sorted(text for name, part in parts.items() if _BESIDE.fullmatch(name) for text in _beside(part))
    found += [Block("đầu trang, chân trang, chú thích", (text,)) for text in beside]
    charts = sorted((name for name in parts if re.fullmatch(r"word/charts/chart\d+\.xml", name)), key=_by_number)
    for number, name in enumerate(charts, 1):
        found += [Block(f"biểu đồ {number}", (line,)) for line in _chart(parts[name])]
    count = sum(1 for _ in body.iter(*_PICTURES))
    return found + [Block(f"hình {number}", ("(hình ảnh)",)) for number in range(1, count + 1)]


def blocks_of(body: Element) -> Iterator[Block]:
    """Yield the paragraphs and rows of a body, empty ones too; the counting is that of a reader from the top."""
    counts = {"p": 0, "tbl": 0}
    for element in _blocks(body):
        if element.tag == w("p"):
            text = _text(element)
            counts["p"] += bool(text)
            yield Block(f"đoạn {counts['p']}", (text,))
        else:
            counts["tbl"] += 1
            for number, row in enumerate(_rows(element), 1):
                cells = tuple(" ".join(filter(None, map(_cell_text, _blocks(cell)))) for cell in _cells(row))
                yield Block(f"bảng {counts['tbl']}, hàng {number}", cells)


def _body(parts: Mapping[str, bytes]) -> Element | None:
    root = parse_part(parts.get("word/document.xml", b""))
    return None if root is None or not len(root) else root[0]


def _blocks(parent: Element) -> Iterator[Element]:
    """Yield paragraphs and tables, also those inside content controls and the like."""
    for child in parent:
        if child.tag in {w("p"), w("tbl")}:
            yield child
        elif isinstance(child.tag, str) and child.tag != _FALLBACK:
            yield from _blocks(child)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == w("tr"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in {w("tblPr"), w("tblGrid")}:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif isinstance(child.tag, str) and child.tag != w("trPr"):
            yield from _cells(child)


def _cell_text(block: Element) -> str:
    if block.tag == w("p"):
        return _text(block)
    return " | ".join(" ".join(map(_cell_text, _blocks(cell))) for row in _rows(block) for cell in _cells(row))


def _text(paragraph: Element) -> str:
    return clean("".join(_pieces(paragraph)))


def _pieces(element: Element) -> Iterator[str]:
    """Yield the text of the runs below an element; what only old programs are shown is left out."""
    for child in element:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[str(child.tag)]
        elif isinstance(child.tag, str) and child.tag not in {_FALLBACK, w("pPr"), w("rPr")}:
            yield from _pieces(child)


def clean(text: str) -> str:
    """Return a text in NFC, tabs and line breaks as spaces; a doubled or a no-break space stays what it is."""
    return _BREAKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _beside(part: bytes) -> Iterator[str]:
    """Yield the paragraphs of a header, footer or note, without what a field such as PAGE shows."""
    root = parse_part(part)
    for paragraph in () if root is None else root.iter(w("p")):
        depth, pieces = 0, []
        for element in paragraph.iter(w("t"), w("fldChar")):
            if element.tag == w("fldChar"):
                depth += {"begin": 1, "end": -1}.get(element.get(w("fldCharType")) or "", 0)
            elif not depth and not any(True for _ in element.iterancestors(w("fldSimple"))):
                pieces.append(element.text or "")
        text = clean("".join(pieces))
        if text:
            yield text


def _by_number(name: str) -> int:
    return int("".join(filter(str.isdigit, name)))


def _chart(part: bytes) -> Iterator[str]:
    """Yield a line for each series of a chart: its name, and each label with its figure."""
    root = parse_part(part)
    for series in () if root is None else root.iter(f"{{{_CHART}}}ser"):
        columns = []
        for name in ("tx", "cat", "val"):
            child = series.find(f"{{{_CHART}}}{name}")
            values = [] if child is None else child.iter(f"{{{_CHART}}}v")
            columns.append([clean(value.text or "") for value in values])
        pairs = "; ".join(" = ".join(pair) for pair in zip_longest(columns[1], columns[2], fillvalue=""))
        yield f"{' '.join(columns[0])}: {pairs}"
