"""The WordprocessingML vocabulary: names, units, and children made in place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lxml.etree import SubElement

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TWIPS_PER_MM = 1440 / 25.4


@cache
def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def add(parent: Element, name: str, **attributes: str | int) -> Element:
    """Add a child in the w: namespace and return it; attributes are in the same namespace."""
    child = SubElement(parent, w(name))
    for key, value in attributes.items():
        child.set(w(key), str(value))
    return child
