"""Checked XHTML to the body of a .docx: paragraphs, runs, rules and sections, built in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import SubElement

from kehoach_cli.render.chart import chart_of
from kehoach_cli.render.docx.skeleton import FIRST_PAGE_HEADER, PAGE_HEADER
from kehoach_cli.render.docx.tables import write_table
from kehoach_cli.render.docx.xml import SPACE, add, twips
from kehoach_cli.render.heights import row_heights
from kehoach_cli.render.rule import insets
from kehoach_cli.render.styles import CHART_STYLE, RULE_STYLE
from kehoach_cli.wordfile.names import R, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from kehoach_cli.render.docx.chart import Charts
    from kehoach_cli.render.styles import Page, StyleTable

_BLANK = re.compile(r"[ \t\r\n]+")
# A row up to this share of a page stays whole on one; a higher one may go on overleaf, else pages would stay empty.
_WHOLE_ROWS = 0.5


def write_body(body: Element, target: Element, table: StyleTable, charts: Charts) -> None:
    """Write every section of <body> into the <w:body> `target`, its charts into the package behind `charts`."""
    sections = list(body)
    for number, section in enumerate(sections, 1):
        page = table.pages[section.get("class") or ""]
        for block in section:
            if block.tag == "table":
                _write_table(block, target, table, page)
            elif block.tag == "chart":
                _paragraph(target, CHART_STYLE)
                charts.write(chart_of(block), target[-1])
            else:
                _write_block(block, target, table, page.text_width)
        if number < len(sections):
            # In a paragraph of its own, 1 pt high: in a last line of text it could open a blank page.
            _section(add(_thin(target), "sectPr"), page)
        else:
            if not len(target) or target[-1].tag != w("p"):
                _thin(target)
            _section(add(target, "sectPr"), page)


def _write_block(block: Element, target: Element, table: StyleTable, width: float, *, keep: bool = False) -> None:
    """Write a paragraph or rule of a section or cell that is `width` mm wide; `keep` holds it to what follows."""
    if block.tag == "p":
        _write_paragraph(block, target, keep=keep)
    else:
        _write_rule(block, target, table, width)


def _write_table(block: Element, target: Element, table: StyleTable, page: Page) -> None:
    def write_cell(cell: Element, into: Element, width: float, *, keep: bool) -> None:
        for inner in cell:
            _write_block(inner, into, table, width, keep=keep)

    if len(target) and target[-1].tag == w("tbl"):
        _thin(target)  # Word joins two tables that touch
    most = page.text_height * _WHOLE_ROWS
    write_table(block, target, write_cell, [height <= most for height in row_heights(block, table)])


def _paragraph(target: Element, style: str) -> Element:
    """Add a paragraph and return its properties' element."""
    properties = SubElement(SubElement(target, w("p")), w("pPr"))
    SubElement(properties, w("pStyle")).set(w("val"), style)
    return properties


def _thin(target: Element) -> Element:
    """Add the paragraph that Word needs after a table, as low as it can be, and return its properties' element."""
    properties = _paragraph(target, RULE_STYLE)
    add(properties, "spacing", before=0, after=0, line=20, lineRule="exact")
    return properties


def _write_paragraph(block: Element, target: Element, *, keep: bool) -> None:
    properties = _paragraph(target, block.get("class") or "")
    if keep:
        add(properties, "keepNext")
    paragraph = target[-1]
    _write_runs(block, paragraph, ())
    _trim(paragraph)


def _write_runs(element: Element, paragraph: Element, format_: tuple[str, ...]) -> None:
    _write_text(element.text, paragraph, format_)
    for child in element:
        if child.tag == "br":
            _trim(paragraph)
            SubElement(SubElement(paragraph, w("r")), w("br"))
        else:
            _write_runs(child, paragraph, (*format_, str(child.tag)))
        _write_text(child.tail, paragraph, format_)


def _write_text(text: str | None, paragraph: Element, format_: tuple[str, ...]) -> None:
    words = _BLANK.sub(" ", text or "")
    last = paragraph[-1]
    if last.tag == w("pPr") or last[-1].tag == w("br"):
        words = words.lstrip(" ")
    if not words:
        return
    run = SubElement(paragraph, w("r"))
    if format_:
        properties = SubElement(run, w("rPr"))
        for tag in sorted(set(format_)):
            add(properties, tag)
            add(properties, f"{tag}Cs")
    leaf = SubElement(run, w("t"))
    leaf.text = words
    leaf.set(SPACE, "preserve")


def _trim(paragraph: Element) -> None:
    """Take the white space off the end of a line: it is the template's, not the text's."""
    leaf = paragraph[-1][-1]
    if leaf.tag == w("t"):
        leaf.text = (leaf.text or "").rstrip(" ")


def _write_rule(block: Element, target: Element, table: StyleTable, width: float) -> None:
    properties = _paragraph(target, RULE_STYLE)
    left, right = insets(block, table, width)
    add(add(properties, "pBdr"), "top", val="single", sz=6, space=0, color="auto")
    add(properties, "ind", left=twips(left), right=twips(right))


def _section(properties: Element, page: Page) -> None:
    for kind, relation in (("default", PAGE_HEADER), ("first", FIRST_PAGE_HEADER)):
        add(properties, "headerReference", type=kind).set(f"{{{R}}}id", relation)
    add(properties, "type", val="nextPage")
    size = add(properties, "pgSz", w=twips(page.width.value), h=twips(page.height.value))
    if page.landscape:
        size.set(w("orient"), "landscape")
    header = twips(page.header.value)
    margins = {side: twips(getattr(page, side).value) for side in ("top", "right", "bottom", "left")}
    add(properties, "pgMar", **margins, header=header, footer=header, gutter=0)
    add(properties, "pgNumType", start=1)
    add(properties, "titlePg")
