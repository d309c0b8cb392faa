"""Checked XHTML to the body of a .docx: paragraphs, runs, rules and sections, built in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import SubElement

from kehoach_cli.render.docx.skeleton import FIRST_PAGE_HEADER, PAGE_HEADER
from kehoach_cli.render.docx.tables import write_table
from kehoach_cli.render.docx.xml import SPACE, R, add, twips, w
from kehoach_cli.render.rule import insets

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from kehoach_cli.render.styles import Page, StyleTable

_BLANK = re.compile(r"[ \t\r\n]+")
# Ours to use in every document: the thin paragraph that carries rules and section breaks.
RULE_STYLE = "duong-ke"


def write_body(body: Element, target: Element, table: StyleTable) -> None:
    """Write every section of <body> into the <w:body> `target`."""
    sections = list(body)
    for number, section in enumerate(sections, 1):
        page = table.pages[section.get("class") or ""]
        write_blocks(section, target, table, page.text_width)
        if number < len(sections):
            # In a paragraph of its own, 2 pt high: in a last line of text it could open a blank page.
            _section(add(_paragraph(target, RULE_STYLE), "sectPr"), page)
        else:
            if not len(target) or target[-1].tag != w("p"):
                _paragraph(target, RULE_STYLE)
            _section(add(target, "sectPr"), page)


def write_blocks(parent: Element, target: Element, table: StyleTable, width: float, *, keep: bool = False) -> None:
    """Write the blocks of a section or cell that is `width` mm wide; `keep` holds them to what follows."""
    for block in parent:
        if block.tag == "p":
            _write_paragraph(block, target, keep=keep)
        elif block.tag == "hr":
            _write_rule(block, target, table, width)
        else:
            write_table(block, target, lambda cell, into, room, hold: write_blocks(cell, into, table, room, keep=hold))


def _paragraph(target: Element, style: str) -> Element:
    """Add a paragraph and return its properties' element."""
    properties = SubElement(SubElement(target, w("p")), w("pPr"))
    SubElement(properties, w("pStyle")).set(w("val"), style)
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
            SubElement(SubElement(paragraph, w("r")), w("br"))
        else:
            _write_runs(child, paragraph, (*format_, str(child.tag)))
        _write_text(child.tail, paragraph, format_)


def _write_text(text: str | None, paragraph: Element, format_: tuple[str, ...]) -> None:
    if not text:
        return
    run = SubElement(paragraph, w("r"))
    if format_:
        properties = SubElement(run, w("rPr"))
        for tag in sorted(set(format_)):
            add(properties, tag)
            add(properties, f"{tag}Cs")
    leaf = SubElement(run, w("t"))
    leaf.text = _BLANK.sub(" ", text)
    leaf.set(SPACE, "preserve")


def _trim(paragraph: Element) -> None:
    """Take the white space off both ends of the paragraph: it is the template's, not the text's."""
    leaves = [leaf for leaf in paragraph.iter(w("t")) if leaf.text]
    if leaves:
        leaves[0].text = (leaves[0].text or "").lstrip(" ")
        leaves[-1].text = (leaves[-1].text or "").rstrip(" ")


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
