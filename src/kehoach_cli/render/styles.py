"""The style table templates/styles.yaml: pages and paragraph styles, each with the clause it obeys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.loading.kinds import Decimal, Line, OneOf, TableOf, Whole, YesNo
from kehoach_cli.loading.record import Field, Record, nullable, optional

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.location import Located, Location, Text


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


_MM = Decimal(0, 2000)
_PT = Decimal(0, 200)

PAGE = Record(
    "page",
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
    "style",
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
        nullable("outline", Whole(1, 9), "cấp trong dàn bài (khung điều hướng của Word)"),
    ),
)
STYLES = Record(
    "styles.yaml",
    StyleTable,
    (
        Field("font", Line(), "phông chữ của cả văn bản"),
        Field("size", Decimal(1, 72), "cỡ chữ khi kiểu không nói khác, pt"),
        Field("pages", TableOf(PAGE), "các loại trang"),
        Field("styles", TableOf(STYLE), "các kiểu đoạn văn"),
    ),
)
