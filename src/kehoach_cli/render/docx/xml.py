"""Writing WordprocessingML: units, and children made in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement

from kehoach_cli.wordfile.names import TWIPS_PER_MM, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


def add(parent: Element, name: str, **attributes: str | int) -> Element:
    """Add a child in the w: namespace and return it; attributes are in the same namespace."""
    child = SubElement(parent, w(name))
    for key, value in attributes.items():
        child.set(w(key), str(value))
    return child
