"""The words of any .docx, line by line: what a reader sees, without its form."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from kehoach_cli.render.docx.package import NO_PACKAGE
from kehoach_cli.render.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_SIGNS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}


def docx_lines(data: bytes) -> list[str] | None:
    """Return a line for each paragraph and for each row of a table (cells set off by ` | `), None for no .docx."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    except (*NO_PACKAGE, KeyError, etree.XMLSyntaxError):
        return None
    return [line for body in root for line in _lines(body)]


def _lines(parent: Element) -> Iterator[str]:
    for block in parent:
        if block.tag == w("p"):
            text = _text(block)
            if text:
                yield text
        elif block.tag == w("tbl"):
            for row in block.iter(w("tr")):
                cells = [" ".join(_lines(cell)) for cell in row.iter(w("tc"))]
                yield " | ".join(cells)


def _text(paragraph: Element) -> str:
    leaves = paragraph.iter(w("t"), *_SIGNS)
    return "".join(_SIGNS.get(str(leaf.tag)) or leaf.text or "" for leaf in leaves).strip()
