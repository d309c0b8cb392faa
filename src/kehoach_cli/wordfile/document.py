"""The parts of a .docx to its form: every paragraph of body, cells and headers in order, with all sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.wordfile.effective import Inheritance
from kehoach_cli.wordfile.form import Cell, Header, Paragraph, Section, WordFile
from kehoach_cli.wordfile.names import TWIPS_PER_MM, R, w
from kehoach_cli.wordfile.parts import open_parts, parse_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from kehoach_cli.wordfile.styles import Layer

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_EMU_PER_MM = 36000
_FLAT_MM = 2.0
_CELL_MARGIN_MM = 1.9


def read_docx(data: bytes) -> WordFile | None:
    """Return the document; None for bytes that are no .docx, or a damaged one."""
    parts = open_parts(data)
    root = parse_part(parts.get("word/document.xml", b"")) if parts else None
    if parts is None or root is None or not len(root):
        return None
    return _Reader(parts).read(root[0])


class _Reader:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.forms = Inheritance(parts)
        self.found: list[Paragraph] = []
        self.sections: list[Section] = []
        self.tables = 0
        self.count = 0
        relations = parse_part(parts.get("word/_rels/document.xml.rels", b""))
        self.targets = {one.get("Id"): one.get("Target") or "" for one in (() if relations is None else relations)}

    def read(self, body: Element) -> WordFile:
        self._blocks(body, None, [])
        for section in body.findall(w("sectPr")):
            self.sections.append(self._section(section))
        if not self.sections:
            self.sections.append(self._section(body))
        settings = parse_part(self.parts.get("word/settings.xml", b""))
        even = settings is not None and settings.find(w("evenAndOddHeaders")) is not None
        return WordFile(tuple(self.found), tuple(self.sections), even)

    def _blocks(self, parent: Element, cell: Cell | None, layers: list[Layer]) -> None:
        for child in parent:
            if child.tag == w("p"):
                self.found.append(self._paragraph(child, cell, layers))
                section = child.find(f"{w('pPr')}/{w('sectPr')}")
                if section is not None:
                    self.sections.append(self._section(section))
            elif child.tag == w("tbl"):
                self._table(child)
            elif isinstance(child.tag, str) and child.tag not in {_FALLBACK, w("sectPr")}:
                self._blocks(child, cell, layers)

    def _table(self, table: Element) -> None:
        self.tables += 1
        number = self.tables
        rows = [row for row in table.iter(w("tr")) if _inside(row, table)]
        widths = [_mm(column.get(w("w"))) for column in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
        for y, row in enumerate(rows):
            cells = [cell for cell in row.iter(w("tc")) if _inside(cell, table)]
            place = 0
            for x, cell in enumerate(cells):
                span = _whole(_attribute(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), "val"), 1)
                width = sum(widths[place : place + span]) or _mm(_attribute(cell.find(f"{w('tcPr')}/{w('tcW')}"), "w"))
                place += span
                layers = self.forms.cell(table, y, x, len(rows), len(cells))
                room = width - self._padding(table) if width else 0.0
                self._blocks(cell, Cell(number, y + 1, x + 1, max(room, 0.0)), layers)

    @staticmethod
    def _padding(table: Element) -> float:
        """Return what the margins of a table's cells take off their width, in mm."""
        margins = table.find(f"{w('tblPr')}/{w('tblCellMar')}")
        if margins is None:
            return 2 * _CELL_MARGIN_MM
        found = {str(side.tag): _mm(side.get(w("w"))) for side in margins}
        left, right = (
            found.get(w(side), found.get(w(other), _CELL_MARGIN_MM))
            for side, other in (("left", "start"), ("right", "end"))
        )
        return left + right

    def _paragraph(self, element: Element, cell: Cell | None, layers: list[Layer]) -> Paragraph:
        form, runs = self.forms.paragraph(element, layers)
        text = "".join(run.text for run in runs)
        self.count += bool(text.strip())
        style = _attribute(element.find(f"{w('pPr')}/{w('pStyle')}"), "val") or ""
        breaks = any(mark.get(w("type")) == "page" for mark in element.iter(w("br")))
        before = element.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None
        listed = element.find(f"{w('pPr')}/{w('numPr')}") is not None
        return Paragraph(
            text, self.count, len(self.sections), cell, style, form, runs, _line(element), breaks or before, listed
        )

    def _section(self, element: Element) -> Section:
        size, margins = element.find(w("pgSz")), element.find(w("pgMar"))
        sides = ("top", "bottom", "left", "right", "header", "footer")
        number = element.find(w("pgNumType"))
        start = _attribute(number, "start")
        before = self.sections[-1] if self.sections else None
        return Section(
            _mm(_attribute(size, "w")),
            _mm(_attribute(size, "h")),
            {side: _mm(_attribute(margins, side)) for side in sides},
            _switched(element.find(w("titlePg"))),
            _whole(start, 0) if start is not None else None,
            self._headers(element, "headerReference", before.headers if before else {}),
            self._headers(element, "footerReference", before.footers if before else {}),
        )

    def _headers(self, section: Element, tag: str, before: Mapping[str, Header]) -> dict[str, Header]:
        found = dict(before)
        for reference in section.findall(w(tag)):
            target = self.targets.get(reference.get(f"{{{R}}}id"), "")
            root = parse_part(self.parts.get(f"word/{target}".replace("word//word/", "word/"), b""))
            if root is not None:
                found[reference.get(w("type")) or "default"] = self._header(root)
        return found

    def _header(self, root: Element) -> Header:
        paragraphs, numbered = [], []
        for element in root.iter(w("p")):
            form, runs = self.forms.paragraph(element, [])
            text = "".join(run.text for run in runs)
            made = Paragraph(text, 0, 0, None, "", form, runs, _line(element), breaks_page=False, listed=False)
            codes = "".join(code.text or "" for code in element.iter(w("instrText")))
            simple = " ".join(field_.get(w("instr")) or "" for field_ in element.iter(w("fldSimple")))
            paragraphs.append(made)
            if re.search(r"\bPAGE\b", f"{codes} {simple}"):
                numbered.append(made)
        return Header(tuple(paragraphs), tuple(numbered))


def _inside(element: Element, table: Element) -> bool:
    """Return whether a row or cell is of this table, not of one inside it."""
    return next(element.iterancestors(w("tbl"))) is table


def _attribute(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(w(name))


def _mm(twips: str | None) -> float:
    try:
        return float(twips or 0) / TWIPS_PER_MM
    except ValueError:
        return 0.0


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else default


def _switched(element: Element | None) -> bool:
    return element is not None and element.get(w("val"), "1") not in {"0", "false", "off"}


def _line(paragraph: Element) -> float | None:
    """Return the length in mm of a flat shape in a paragraph, 0 for one of unknown length, None for none."""
    for box in _shapes(paragraph, f"{_DRAWN}anchor", f"{_DRAWN}inline"):
        extent = box.find(f"{_DRAWN}extent")
        width, height = (
            (_whole(extent.get(name), 0) / _EMU_PER_MM for name in ("cx", "cy")) if extent is not None else (0, 0)
        )
        if height <= _FLAT_MM:
            return width
    for shape in _shapes(paragraph, f"{_VML}line", f"{_VML}shape", f"{_VML}rect"):
        style = shape.get("style") or ""
        height_ = re.search(r"height:([\d.]+)pt", style)
        if shape.tag == f"{_VML}line" or (height_ and float(height_[1]) <= _FLAT_MM):
            return 0.0
    return None


def _shapes(paragraph: Element, *tags: str) -> Iterator[Element]:
    yield from paragraph.iter(*tags)
