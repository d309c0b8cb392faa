"""What a .docx says of form before any paragraph speaks: defaults, theme fonts, styles and what they are based on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.wordfile.names import w
from kehoach_cli.wordfile.parts import parse_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

    # a property's name -> its attributes by local name
    Properties = Mapping[str, dict[str, str]]

# Properties that styles of two kinds turn on against each other (ISO/IEC 29500-1, 17.7.3).
TOGGLES = ("b", "i", "caps", "smallCaps", "strike", "vanish")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST = 32  # a style based on itself, by way of others, must not hang
# The row or column of a table that a conditional format is for, by the switch of tblLook that turns it on.
CONDITIONS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}


def local(name: object) -> str:
    """Return a name without its namespace."""
    return str(name).rpartition("}")[2]


def on(attributes: Mapping[str, str] | None) -> bool:
    """Return whether an on-off property that is present turns on."""
    return attributes is not None and attributes.get("val", "1") not in {"0", "false", "off", "none"}


def properties_of(element: Element | None) -> dict[str, dict[str, str]]:
    """Return the children of a w:pPr or w:rPr by name, each with its attributes by local name."""
    if element is None:
        return {}
    found = {
        local(child.tag): {local(name): str(value) for name, value in child.attrib.items()}
        for child in element
        if isinstance(child.tag, str)
    }
    borders = element.find(w("pBdr"))
    if borders is not None:
        sides = [local(side.tag) for side in borders if side.get(w("val"), "nil") not in {"nil", "none"}]
        found["pBdr"] = {"sides": " ".join(sides)}
    return found


class Layer:
    """One level of the inheritance: paragraph and run properties that belong together."""

    __slots__ = ("paragraph", "run")

    def __init__(self, paragraph: Properties, run: Properties) -> None:
        self.paragraph = paragraph
        self.run = run


class Styles:
    """The styles of one document."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._root = parse_part(parts.get("word/styles.xml", b""))
        self._theme = parse_part(next((parts[name] for name in sorted(parts) if name.startswith("word/theme/")), b""))
        self._elements: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        for style in () if self._root is None else self._root.iter(w("style")):
            name, kind = style.get(w("styleId")) or "", style.get(w("type")) or "paragraph"
            self._elements.setdefault(name, style)
            if style.get(w("default")) in {"1", "true", "on"}:
                self._defaults.setdefault(kind, name)
        self._layers: dict[str, Layer] = {}

    @cached_property
    def defaults(self) -> Layer:
        """Return the document's defaults (w:docDefaults)."""
        found = None if self._root is None else self._root.find(w("docDefaults"))
        if found is None:
            return Layer({}, {})
        return Layer(
            properties_of(found.find(f"{w('pPrDefault')}/{w('pPr')}")),
            properties_of(found.find(f"{w('rPrDefault')}/{w('rPr')}")),
        )

    def default(self, kind: str) -> str:
        """Return the id of the default style of a kind (paragraph, character, table), "" for none."""
        return self._defaults.get(kind, "")

    def name(self, style: str) -> str:
        """Return a style's name as Word shows it."""
        element = self._elements.get(style)
        name = None if element is None else element.find(w("name"))
        return style if name is None else name.get(w("val")) or style

    def layer(self, style: str) -> Layer:
        """Return what a style comes to with everything that it is based on; nothing for an unknown style."""
        if style not in self._layers:
            chain = list(self._chain(style))
            self._layers[style] = Layer(
                merged(properties_of(element.find(w("pPr"))) for element in chain),
                merged(properties_of(element.find(w("rPr"))) for element in chain),
            )
        return self._layers[style]

    def table_layers(self, style: str, conditions: Iterable[str]) -> list[Layer]:
        """Return a table style's own layer, then those of its formats for these rows and columns."""
        found = [self.layer(style)]
        for condition in conditions:
            formats = [part for element in self._chain(style) for part in element if part.get(w("type")) == condition]
            found.append(
                Layer(
                    merged(properties_of(part.find(w("pPr"))) for part in formats),
                    merged(properties_of(part.find(w("rPr"))) for part in formats),
                )
            )
        return found

    def _chain(self, style: str) -> Iterable[Element]:
        """Return a style and those that it is based on, the base first."""
        found: list[Element] = []
        while style in self._elements and len(found) < _DEEPEST:
            element = self._elements[style]
            found.append(element)
            base = element.find(w("basedOn"))
            style = "" if base is None else base.get(w("val")) or ""
        return reversed(found)

    def font(self, fonts: Mapping[str, str], slot: str) -> str:
        """Return the font of a slot (ascii, hAnsi, eastAsia, cs); a theme's font wins over one given by name."""
        theme = fonts.get("cstheme" if slot == "cs" else f"{slot}Theme")
        return (theme and self._theme_font(theme)) or fonts.get(slot, "")

    def _theme_font(self, name: str) -> str:
        """Return the font that a name such as `minorHAnsi` stands for in the theme."""
        kind = "majorFont" if name.startswith("major") else "minorFont"
        script = {"EastAsia": "ea", "Bidi": "cs"}.get(name[5:], "latin")
        for fonts in () if self._theme is None else self._theme.iter(f"{_DRAWING}{kind}"):
            found = fonts.find(f"{_DRAWING}{script}")
            if found is not None and found.get("typeface"):
                return found.get("typeface") or ""
        return ""


def merged(layers: Iterable[Properties]) -> dict[str, dict[str, str]]:
    """Return the properties of layers laid over one another, the last one on top; attributes mix, as Word does it."""
    result: dict[str, dict[str, str]] = {}
    for layer in layers:
        for name, attributes in layer.items():
            if name == "rFonts":
                attributes = _unthemed(result.get(name, {}), attributes)  # noqa: PLW2901 - the mixed ones
                result[name] = attributes
            elif name in {"spacing", "ind"}:
                result[name] = result.get(name, {}) | attributes
            else:
                result[name] = dict(attributes)
    return result


def _unthemed(below: dict[str, str], above: dict[str, str]) -> dict[str, str]:
    """Return fonts laid over fonts: a font by name takes the place of the theme's below it, and the other way round."""
    result = dict(below)
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        theme = "cstheme" if slot == "cs" else f"{slot}Theme"
        if slot in above or theme in above:
            result.pop(slot, None)
            result.pop(theme, None)
    return result | above
