"""Effective form: what a paragraph and each of its runs come out as, through the whole inheritance of a .docx."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.wordfile.names import TWIPS_PER_MM, w
from kehoach_cli.wordfile.styles import CONDITIONS, TOGGLES, Layer, Styles, merged, on, properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from kehoach_cli.wordfile.styles import Properties

_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_SKIPPED = {w("pPr"), w("rPr"), w("del"), w("moveFrom"), w("txbxContent"), w("instrText")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ALIGN = {"start": "left", "end": "right", "both": "justify", "distribute": "justify"}
_SINGLE, _AUTO_SPACING = 240, 14.0
_LATIN_END = 0x7F


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one form: size in pt, colour as `auto` or six hexadecimal digits; `fonts` of the letters it has."""

    text: str
    fonts: frozenset[str]
    size: float
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    colour: str


@dataclass(frozen=True, slots=True)
class Form:
    """A paragraph's form: indents in mm, spacing in pt, `line` in single lines, None for a fixed height."""

    align: str
    first_line: float
    left: float
    right: float
    before: float
    after: float
    line: float | None
    contextual: bool
    border: bool


class Inheritance:
    """Works out the form of the paragraphs of one document."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.styles = Styles(parts)

    def paragraph(self, paragraph: Element, table: list[Layer]) -> tuple[Form, tuple[Run, ...]]:
        """Return the form of a paragraph and of its runs; `table` are the layers of the table that it stands in."""
        own = paragraph.find(w("pPr"))
        direct = properties_of(own)
        style = direct.get("pStyle", {}).get("val") or self.styles.default("paragraph")
        layer = self.styles.layer(style)
        form = merged([self.styles.defaults.paragraph, *(one.paragraph for one in table), layer.paragraph, direct])
        runs = _Runs(self.styles, [*table], layer)
        return _form(form), tuple(runs.of(paragraph))

    def table(self, table: Element) -> tuple[str, Mapping[str, str]]:
        """Return a table's style and which of its conditional formats it switches on (w:tblLook)."""
        properties = properties_of(table.find(w("tblPr")))
        style = properties.get("tblStyle", {}).get("val") or self.styles.default("table")
        return style, properties.get("tblLook", {})

    def cell(self, table: Element, row: int, column: int, rows: int, columns: int) -> list[Layer]:
        """Return the layers that a table's style lays under the cells of a row and column, counted from 0."""
        style, look = self.table(table)
        bits = int(look["val"], 16) if re.fullmatch("[0-9a-fA-F]{1,8}", look.get("val", "")) else 0
        masks = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
        places = {
            "firstRow": row == 0,
            "lastRow": row == rows - 1,
            "firstColumn": column == 0,
            "lastColumn": column == columns - 1,
        }
        switched = [
            CONDITIONS[name]
            for name, here in places.items()
            if here and (look[name] in {"1", "true", "on"} if name in look else bits & masks[name])
        ]
        return self.styles.table_layers(style, switched) if style else []


class _Runs:
    def __init__(self, styles: Styles, table: list[Layer], style: Layer) -> None:
        self.styles = styles
        self.table = table
        self.style = style

    def of(self, element: Element) -> Iterator[Run]:
        """Yield the runs below an element that a reader sees."""
        for child in element:
            if child.tag == w("r"):
                run = self._run(child)
                if run is not None:
                    yield run
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag != _FALLBACK:
                yield from self.of(child)

    def _run(self, run: Element) -> Run | None:
        leaves = (leaf for leaf in run if leaf.tag == w("t") or leaf.tag in _SIGNS)
        text = "".join(_SIGNS.get(str(leaf.tag)) or leaf.text or "" for leaf in leaves)
        direct = properties_of(run.find(w("rPr")))
        character = self.styles.layer(direct.get("rStyle", {}).get("val") or self.styles.default("character"))
        levels = [merged(layer.run for layer in self.table), self.style.run, character.run]
        form = merged([self.styles.defaults.run, *levels, direct])
        if not text or self._toggle("vanish", levels, direct):
            return None
        return Run(
            text,
            frozenset(self._fonts(text, form.get("rFonts", {}))),
            float(_number(form.get("sz", {}).get("val"), 20)) / 2,
            self._toggle("b", levels, direct),
            self._toggle("i", levels, direct),
            form.get("u", {}).get("val", "none") != "none",
            self._toggle("caps", levels, direct),
            _colour(form.get("color", {})),
        )

    def _toggle(self, name: str, levels: Sequence[Properties], direct: Properties) -> bool:
        """Return an on-off property: direct form decides; else styles of two kinds turn each other off (17.7.3)."""
        if name not in TOGGLES or name in direct:
            return on(direct.get(name))
        if on(self.styles.defaults.run.get(name)):
            return True
        return sum(on(level.get(name)) for level in levels) % 2 == 1

    def _fonts(self, text: str, fonts: Mapping[str, str]) -> Iterator[str]:
        """Yield the fonts of the letters: ascii for the first 128 signs, hAnsi for Vietnamese letters and the rest."""
        letters = [letter for letter in text if not letter.isspace()]
        if any(ord(letter) <= _LATIN_END for letter in letters):
            yield self.styles.font(fonts, "ascii")
        if any(ord(letter) > _LATIN_END for letter in letters):
            yield self.styles.font(fonts, "hAnsi")


def _number(text: str | None, default: float) -> float:
    try:
        return float(text) if text is not None else default
    except ValueError:
        return default


def _colour(attributes: Mapping[str, str]) -> str:
    if attributes.get("themeColor") in {"text1", "dark1"} and not {"themeTint", "themeShade"} & set(attributes):
        return "auto"
    return attributes.get("val", "auto").lower()


def _form(form: Properties) -> Form:
    spacing, indent = form.get("spacing", {}), form.get("ind", {})
    align = form.get("jc", {}).get("val", "left")
    hanging = _number(indent.get("hanging"), 0)
    line = _number(spacing.get("line"), _SINGLE)
    auto = spacing.get("lineRule", "auto") == "auto"
    return Form(
        _ALIGN.get(align, align),
        (-hanging if hanging else _number(indent.get("firstLine"), 0)) / TWIPS_PER_MM,
        _number(indent.get("left", indent.get("start")), 0) / TWIPS_PER_MM,
        _number(indent.get("right", indent.get("end")), 0) / TWIPS_PER_MM,
        _AUTO_SPACING if on_attribute(spacing, "beforeAutospacing") else _number(spacing.get("before"), 0) / 20,
        _AUTO_SPACING if on_attribute(spacing, "afterAutospacing") else _number(spacing.get("after"), 0) / 20,
        line / _SINGLE if auto else None,
        contextual=on(form.get("contextualSpacing")),
        border=not {"top", "bottom"}.isdisjoint(form.get("pBdr", {}).get("sides", "").split()),
    )


def on_attribute(attributes: Mapping[str, str], name: str) -> bool:
    """Return whether an on-off attribute is there and on."""
    return attributes.get(name, "0") in {"1", "true", "on"}
