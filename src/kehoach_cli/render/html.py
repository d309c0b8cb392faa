"""Checked XHTML to one self-contained page for a browser, in the same style table."""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

from lxml import etree

from kehoach_cli.render.chart import chart_of
from kehoach_cli.render.grid import PADDING_MM, Grid, columns
from kehoach_cli.render.rule import insets
from kehoach_cli.render.styles import CHART_STYLE, RULE_STYLE
from kehoach_cli.render.svg import svg
from kehoach_cli.render.templates import MARK

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from kehoach_cli.render.styles import StyleTable

_MARK = "<!-- kehoach:sha256:"
_BASE = """
body { margin: 0; background: #e7e7e4; color: #000; }
section { box-sizing: border-box; margin: 6mm auto; background: #fff; box-shadow: 0 0 2mm #0004; }
p { margin: 0; min-height: 1.15em; line-height: 1.15; overflow-wrap: break-word; }
table { border-collapse: collapse; table-layout: fixed; }
td, th { vertical-align: top; font-weight: inherit; padding: 0; }
thead th { vertical-align: middle; }
table.bang td, table.bang th { border: .5pt solid #000; padding: 0 {PADDING_MM}mm; }
@media print {
  body { background: none; }
  section { margin: 0; box-shadow: none; padding: 0 !important; width: auto !important; min-height: 0 !important; }
}
""".strip().replace("{PADDING_MM}", f"{PADDING_MM:g}")


def write_html(body: Element, table: StyleTable, title: str) -> bytes:
    """Return the page, UTF-8; it refers to nothing outside itself."""
    for section in body:
        _widths(section, table, table.pages[section.get("class") or ""].text_width)
    for chart in list(body.iter("chart")):
        _draw(chart)
    for element in body.iter():
        for name in [name for name in element.attrib if str(name) == MARK or str(name) in {"data-cols", "data-under"}]:
            del element.attrib[name]
    content = etree.tostring(body, encoding="unicode", method="html")
    page = (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>\n{_css(table)}\n</style>\n'
        f"</head>\n{content}\n</html>\n"
    )
    return f"{page}{_MARK}{hashlib.sha256(page.encode()).hexdigest()} -->\n".encode()


def _draw(chart: Element) -> None:
    """Put a paragraph with the drawing in the place of a <chart>."""
    paragraph = etree.Element("p", {"class": CHART_STYLE})
    paragraph.append(svg(chart_of(chart)))
    paragraph.tail = chart.tail
    parent = chart.getparent()
    if parent is not None:
        parent.replace(chart, paragraph)


def is_untouched_html(data: bytes) -> bool:
    """Return whether the bytes are a page that kehoach wrote and nobody has changed since."""
    page, mark, rest = data.decode("utf-8", "replace").rpartition(_MARK)
    return bool(mark) and rest.strip() == f"{hashlib.sha256(page.encode()).hexdigest()} -->"


def _widths(parent: Element, table: StyleTable, width: float) -> None:
    """Set the widths of columns and rules below `parent`, which is `width` mm wide."""
    for block in parent:
        if block.tag == "hr":
            left, right = insets(block, table, width)
            block.set("style", f"margin-left: {left:.2f}mm; margin-right: {right:.2f}mm")
        elif block.tag == "table":
            widths = columns(block)
            block.set("style", f"width: {sum(widths):g}mm")
            grid = Grid(len(widths))
            padding = PADDING_MM if block.get("class") == "bang" else 0
            for slot in (slot for row in block.iter("tr") for slot in grid.place(row)[0]):
                if slot.cell is not None:
                    room = sum(widths[slot.column : slot.column + slot.span])
                    _widths(slot.cell, table, room - 2 * padding)
            group = etree.Element("colgroup")
            for room in widths:
                etree.SubElement(group, "col").set("style", f"width: {room:g}mm")
            block.insert(0, group)


def _css(table: StyleTable) -> str:
    font = re.sub(r"[^\w -]", "", table.font.value)
    rules = [f"{_BASE}\nbody {{ font: {table.size.value:g}pt '{font}', 'Liberation Serif', Tinos, serif; }}"]
    rule = table.styles[RULE_STYLE]
    spacing = f"margin-top: {rule.before.value + 1:g}pt; margin-bottom: {rule.after.value:g}pt"
    rules.append(f"hr {{ border: 0; border-top: .75pt solid #000; height: 0; {spacing}; }}")
    for name, page in table.pages.items():
        margins = " ".join(f"{side.value:g}mm" for side in (page.top, page.right, page.bottom, page.left))
        size = f"{page.width.value:g}mm {page.height.value:g}mm"
        rules.append(
            f"section.{name} {{ width: {page.width.value:g}mm; min-height: {page.height.value:g}mm; "
            f"padding: {margins}; page: {name}; break-after: page; }}"
            f"\n@page {name} {{ size: {size}; margin: {margins}; }}"
        )
    for name, style in table.styles.items():
        declarations = [
            f"font-size: {style.size.value:g}pt",
            f"text-align: {style.align.value.value}",
            f"margin: {style.before.value:g}pt 0 {style.after.value:g}pt",
        ]
        declarations += ["font-weight: bold"] if style.bold.value else []
        declarations += ["font-style: italic"] if style.italic.value else []
        declarations += [f"text-indent: {style.first_line.value:g}mm"] if style.first_line.value else []
        declarations += ["break-inside: avoid"] if style.keep_lines.value else []
        declarations += ["break-after: avoid"] if style.keep_next.value else []
        declarations += [f"line-height: {1.15 * style.line.value:g}"] if style.line else []
        rules.append(f"p.{name} {{ {'; '.join(declarations)}; }}")
    return "\n".join(rules)
