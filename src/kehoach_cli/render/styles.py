"""The style table templates/styles.yaml: pages and paragraph styles, each with the clause it obeys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.loading.choices import OneOf, YesNo
from kehoach_cli.loading.kinds import Decimal, Line, Whole
from kehoach_cli.loading.mixed import TableOf
from kehoach_cli.loading.record import Field, Record, nullable, optional
from kehoach_cli.render import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Located, Location, Text

# What the writers themselves use in every document: the thin paragraph of rules and breaks, the page number.
RULE_STYLE, PAGE_NUMBER_STYLE = "duong-ke", "so-trang"
CHART_STYLE = "bieu-do"  # needed where a template has a chart


class Align(Enum):
    """How a paragraph's lines are set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size and margins in mm, and the header's distance from the paper's edge."""

    clause: Text
    width: Located[float]
    height: Located[float]
    top: Located[float]
    bottom: Located[float]
    left: Located[float]
    right: Located[float]
    header: Located[float]
    at: Location

    @property
    def text_width(self) -> float:
        """Return the width in mm between the margins."""
        return self.width.value - self.left.value - self.right.value

    @property
    def text_height(self) -> float:
        """Return the height in mm between the margins."""
        return self.height.value - self.top.value - self.bottom.value

    @property
    def landscape(self) -> bool:
        """Return whether the page is wider than high."""
        return self.width.value > self.height.value


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; sizes and distances in pt, indents in mm, `line` in single lines."""

    name: Text
    clause: Text
    size: Located[float]
    bold: Located[bool]
    italic: Located[bool]
    align: Located[Align]
    first_line: Located[float]
    before: Located[float]
    after: Located[float]
    line: Located[float] | None
    exact: Located[float] | None
    keep_next: Located[bool]
    keep_lines: Located[bool]
    outline: Located[int] | None
    at: Location


@dataclass(frozen=True, slots=True)
class StyleTable:
    """All of styles.yaml."""

    font: Text
    size: Located[float]
    pages: Mapping[str, Page]
    styles: Mapping[str, Style]
    at: Location


_LEAST_ROOM_MM = 20
_WORDS_OWN = ("Normal", "Default Paragraph Font", "Normal Table")
_MM = Decimal(0, 2000)
_PT = Decimal(0, 200)

PAGE = Record(
    "trang",
    Page,
    (
        Field("clause", Line(), "điều khoản mà trang này tuân theo"),
        Field("width", _MM, "chiều rộng giấy, mm"),
        Field("height", _MM, "chiều cao giấy, mm"),
        Field("top", _MM, "lề trên, mm"),
        Field("bottom", _MM, "lề dưới, mm"),
        Field("left", _MM, "lề trái, mm"),
        Field("right", _MM, "lề phải, mm"),
        Field("header", _MM, "khoảng cách từ mép giấy tới số trang, mm"),
    ),
)
STYLE = Record(
    "kiểu",
    Style,
    (
        Field("name", Line(), "tên của kiểu trong Word"),
        Field("clause", Line(), "điều khoản mà kiểu này tuân theo"),
        Field("size", Decimal(1, 72), "cỡ chữ, pt"),
        optional("bold", YesNo(), "chữ đậm"),
        optional("italic", YesNo(), "chữ nghiêng"),
        optional("align", OneOf(Align), "canh lề; mặc định là trái"),
        optional("first_line", _MM, "lùi dòng đầu, mm"),
        optional("before", _PT, "khoảng trống trên đoạn, pt"),
        optional("after", _PT, "khoảng trống dưới đoạn, pt"),
        nullable("line", Decimal(1, 3), "dãn dòng, tính theo dòng đơn; mặc định 1"),
        nullable("exact", _PT, "chiều cao dòng cố định, pt, thay cho dãn dòng"),
        optional("keep_next", YesNo(), "giữ cùng trang với đoạn sau"),
        optional("keep_lines", YesNo(), "giữ các dòng của đoạn trên cùng một trang"),
        nullable("outline", Whole(1, 9), "cấp trong dàn bài (khung điều hướng của Word)"),
    ),
)
STYLES = Record(
    "bảng kiểu",
    StyleTable,
    (
        Field("font", Line(), "phông chữ của cả văn bản"),
        Field("size", Decimal(1, 72), "cỡ chữ khi kiểu không nói khác, pt"),
        Field("pages", TableOf(PAGE), "các loại trang"),
        Field("styles", TableOf(STYLE), "các kiểu đoạn văn"),
    ),
)


def unusable(table: StyleTable) -> Iterator[Finding]:
    """Yield what no document can be made with, although each value by itself can be read."""
    for name in (RULE_STYLE, PAGE_NUMBER_STYLE):
        if name not in table.styles:
            message = f"styles.yaml thiếu kiểu `{name}`, văn bản nào cũng cần"
            yield rules.STYLE_TABLE.finding(table.at, message, "lấy lại kiểu đó từ git")
    for name, page in table.pages.items():
        if min(page.text_width, page.text_height) < _LEAST_ROOM_MM:
            message = f"trang `{name}` không còn chỗ cho chữ giữa các lề"
            yield rules.STYLE_TABLE.finding(page.at, message, "sửa khổ giấy hoặc lề")
    for name, place in [(name, value.at) for part in (table.pages, table.styles) for name, value in part.items()]:
        if not re.fullmatch("[a-z][a-z0-9-]*", name):
            message = f"`{name}` không làm tên kiểu được"
            yield rules.STYLE_TABLE.finding(place, message, "chỉ dùng chữ thường không dấu, chữ số và gạch nối")
    taken = {name.casefold() for name in _WORDS_OWN}
    for style in table.styles.values():
        if style.name.value.casefold() in taken:
            message = f"tên `{style.name}` đã có: Word cần mỗi kiểu một tên"
            yield rules.STYLE_TABLE.finding(style.name.at, message)
        taken.add(style.name.value.casefold())
