"""Kinds of value a data file can hold: each reads a node into a typed, located value or says what is wrong."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kehoach_cli.frozen import frozen, replace
from kehoach_cli.language.letters import LATIN
from kehoach_cli.loading.refusals import need, refuse
from kehoach_cli.location import Located, Location, Text, unread
from kehoach_cli.source.nodes import Node, Scalar, Sequence
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding

    Schema = dict[str, object]

T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=Enum)


class Kind(Protocol[T_co]):
    """A kind of value: what it is called, how it is read, and what stands in where it cannot be read."""

    @property
    def name(self) -> str:
        """Return what the value is, in Vietnamese, as it stands in a message."""

    def read(self, node: Node, findings: list[Finding]) -> T_co:
        """Return the value; on a mistake report it and return the neutral value."""

    def neutral(self, at: Location) -> T_co:
        """Return the value that stands in for a missing or unreadable one."""

    def schema(self) -> Schema:
        """Return what an editor may accept (JSON Schema, draft-07): it types values by YAML 1.2, this reader never."""


LONGEST = 10_000  # characters; the longest paragraph of a thousand pages of plans and laws has a third of them
_TURNED = ("-> ", "-| ", "=> ")  # a folded text whose sign was turned round
_FOLDED = re.compile(r"[\t\n][ \t\n]*| [ \t\n]+|^ | $")


@frozen
class Line:
    """A text of one paragraph: runs of spaces and line breaks count as one space; empty text is a mistake.

    `spare` is what may be removed where it is left empty, "" where it must be there.
    """

    name: str = "chữ"
    spare: str = ""

    def of(self, text: str) -> str | None:
        """Return the text, folded to one line; None where it is empty, or longer than any paragraph."""
        if "\n" in text or "  " in text or "\t" in text or text[:1] == " " or text[-1:] == " ":
            # NBSP is kept: only the white space that YAML itself folds is folded here.
            text = _FOLDED.sub(" ", text).strip(" ")
        return text if text and len(text) <= LONGEST and not text.isspace() else None

    def read(self, node: Node, findings: list[Finding]) -> Text:
        """Return the text, folded to one line."""
        if isinstance(node, Scalar):
            text = self.of(node.value or "")
            if text is not None and not text.startswith(_TURNED):
                return Located(text, node.at)
            hint = "điền nội dung" + (f", hoặc xóa {self.spare} nếu không dùng" if self.spare else "")
            if text is not None:
                hint = "viết `>-` rồi xuống dòng, thụt vào và gõ nội dung"
            if len(node.value or "") > LONGEST:
                hint = f"chia đoạn này, mỗi đoạn tối đa {LONGEST} ký tự; có phải thiếu dấu đóng ngoặc kép?"
            refuse(node, self.name, findings, hint)
        else:
            hint = "đặt cả giá trị trong ngoặc kép nếu dấu ngoặc hay dấu `: ` là nội dung"
            if isinstance(node, Sequence):
                hint = "xóa một dấu `- ` nếu thừa; đặt cả giá trị trong ngoặc kép nếu dấu ngoặc là nội dung"
            need(node, self.name, findings, hint)
        return unread(self.neutral(node.at))

    def neutral(self, at: Location) -> Text:
        """Return an empty text."""
        return Located("", at)

    def schema(self) -> Schema:
        """Return any single value: what an editor takes for a number or a truth is text here."""
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}


def sparing(kind: Kind[Any], spare: str) -> Kind[Any]:
    """Return the kind; a text that is left empty may be removed, with all that `spare` says."""
    return replace(kind, spare=spare) if isinstance(kind, Line) else kind


ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(ID)
_POSITION = re.compile(r"[IVX]+(?:\.\d+)+")  # II.2.1


@frozen
class Id:
    """An id: small ASCII letters and digits, joined by hyphens; `of_what` says where the thing it refers to stands."""

    of_what: str = ""
    name: str = "mã (chữ thường không dấu, chữ số, gạch nối)"

    def of(self, text: str) -> str | None:
        """Return the id."""
        return text if _ID.fullmatch(text) else None

    def read(self, node: Node, findings: list[Finding]) -> Text:
        """Return the id; one with capitals, marks or spaces stands for what it comes to without them."""
        if isinstance(node, Scalar) and node.value and self.of(node.value):
            return Located(node.value, node.at)
        text = (node.value or "") if isinstance(node, Scalar) else ""
        offer = "-".join(re.findall(r"[a-z0-9]+", fold(text.translate(LATIN))))
        hint = f"viết `{offer}`" if offer else ""
        if sign := next((sign for sign in text if ord(sign) in LATIN), ""):
            hint += f": chữ `{sign}` (U+{ord(sign):04X}) không phải chữ `{LATIN[ord(sign)]}`"
        elif _POSITION.fullmatch(text):
            hint = "đây là số thứ tự trong văn bản in; viết mã, xem bằng: kehoach list --format json"
        if self.of_what and isinstance(node, Scalar) and " " in (node.value or ""):
            hint = f"viết mã, không viết tên: mã nằm ở mục `id` trong {self.of_what}"
        refuse(node, self.name, findings, hint)
        return unread(Located(offer, node.at))

    def neutral(self, at: Location) -> Text:
        """Return an empty id, which refers to nothing and is referred to by nothing."""
        return Located("", at)

    def schema(self) -> Schema:
        """Return the letters of an id; one of digits alone is a number to an editor."""
        pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"
        return {
            "type": ["string", "integer", "boolean"],
            "pattern": pattern,
            "minimum": 0,
            "examples": ["chuyen-doi-so"],
        }


DIGITS = "[0-9]{1,9}"
_DIGITS = re.compile(DIGITS)
_FEW = 400
_LETTERS = str.maketrans("OolI", "0011")
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


@frozen
class Whole:
    """A whole number between two bounds above 0; leading zeros say nothing (`05` is five, never octal)."""

    low: int
    high: int

    @property
    def name(self) -> str:
        """Return the bounds in words."""
        return f"số nguyên từ {self.low} đến {self.high}"

    def of(self, text: str) -> int | None:
        """Return the number."""
        # ASCII digits, and few of them: int() of a huge text is refused by Python itself.
        return self.within(text) if _DIGITS.fullmatch(text) else None

    def within(self, digits: str) -> int | None:
        """Return the number that these digits are, None where it lies outside the bounds."""
        value = int(digits)
        return value if self.low <= value <= self.high else None

    def read(self, node: Node, findings: list[Finding]) -> Located[int]:
        """Return the number."""
        value = self.of(node.value or "") if isinstance(node, Scalar) else None
        if value is not None:
            return Located(value, node.at)
        meant = self._meant(node.value or "") if isinstance(node, Scalar) else None
        refuse(node, self.name, findings, f"viết `{meant}`" if meant is not None else "")
        return unread(self.neutral(node.at) if meant is None else Located(meant, node.at))

    def _meant(self, text: str) -> int | None:
        """Return the number that has more about it, or is a word: 1.808, 519 lượt, 7O, 9/KH-UBND, hai."""
        digits = re.match(
            r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9OolI]+)(?:(?![\w.,/-]| +[0-9])|(?= ?/ ?[A-ZĐ]))", text.strip()
        )
        digits = digits or re.fullmatch(r"[0-9]{1,3}(?: [0-9]{3})+", text.strip())
        number = re.sub("[. ]", "", digits.group()).translate(_LETTERS) if digits else ""
        number = str(_WORDS.index(text.casefold()) + 1) if text.casefold() in _WORDS else number
        return self.of(number) if number and number != text else None

    def neutral(self, at: Location) -> Located[int]:
        """Return 0: no number that a field of this kind can hold."""
        return Located(0, at)

    def schema(self) -> Schema:
        """Return the bounds; a number in quotes is one, too, and has them written out where they are few."""
        digits = "[1-9][0-9]{0,8}" if self.low else "[0-9]{1,9}"
        if self.high - self.low < _FEW:
            digits = "|".join(map(str, range(self.low, self.high + 1)))
        pattern = f"^0*({digits})$"
        return {"type": ["integer", "string"], "minimum": self.low, "maximum": self.high, "pattern": pattern}


@frozen
class Decimal:
    """A number that may have a decimal part, written with a point or a comma."""

    low: float
    high: float

    @property
    def name(self) -> str:
        """Return the bounds in words."""
        return f"số từ {self.low:g} đến {self.high:g}".replace(".", ",")

    def read(self, node: Node, findings: list[Finding]) -> Located[float]:
        """Return the number."""
        if isinstance(node, Scalar) and re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,6})?", node.value or ""):
            value = float((node.value or "").replace(",", "."))
            if self.low <= value <= self.high:
                return Located(value, node.at)
        refuse(node, self.name, findings)
        return unread(self.neutral(node.at))

    def neutral(self, at: Location) -> Located[float]:
        """Return the lower bound."""
        return Located(self.low, at)

    def schema(self) -> Schema:
        """Return the bounds; a number with a comma is text to an editor."""
        pattern = "^[0-9]{1,9}([.,][0-9]{1,6})?$"
        return {"type": ["number", "string"], "minimum": self.low, "maximum": self.high, "pattern": pattern}
