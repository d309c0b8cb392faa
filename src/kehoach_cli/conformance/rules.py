"""The rules of form as rules/nd30.yaml holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.loading.choices import OneOf
from kehoach_cli.loading.kinds import Decimal, Line
from kehoach_cli.loading.mixed import ListOf
from kehoach_cli.loading.record import Field, Record, nullable, optional

if TYPE_CHECKING:
    from kehoach_cli.location import Located, Location, Text


class Weight(Enum):
    """Whether the decree demands it, or only practice does."""

    LEGAL = "LEGAL"
    PRACTICE = "PRACTICE"


class On(Enum):
    """The elements (thành phần thể thức) that a rule can be about."""

    PAGES = "trang"
    FIRST_PAGE = "trang-dau"
    TEXT = "chu"
    PAGE_NUMBER = "so-trang"
    STATE = "quoc-hieu"
    MOTTO = "tieu-ngu"
    PARENT = "co-quan-chu-quan"
    ISSUER = "co-quan-ban-hanh"
    NUMBER = "so-ky-hieu"
    PLACE = "dia-danh"
    TYPE = "ten-loai"
    SUBJECT = "trich-yeu"
    BASES = "can-cu"
    ADDRESSEE = "kinh-gui"
    CONTENT = "noi-dung"
    PARAGRAPHS = "doan"
    PARTS = "muc"
    POINTS = "diem"
    CLOSING = "cau-ket"
    AUTHORITY = "quyen-han"
    NAME = "ho-ten"
    RECIPIENTS_HEAD = "noi-nhan-dau"
    RECIPIENTS = "noi-nhan"
    APPENDIX = "phu-luc"
    APPENDIX_TITLE = "ten-phu-luc"
    ATTACHED = "kem-theo"
    APPENDIX_END = "het-phu-luc"
    CELLS = "o-bang"


@dataclass(frozen=True, slots=True)
class Test:
    """One test with its limits; None where a test has none."""

    test: Text
    low: Located[float] | None
    high: Located[float] | None
    values: tuple[Text, ...]
    pattern: Text | None
    when: Text | None
    forbid: Text | None
    at: Location

    def allows(self, value: float, slack: float = 0.0) -> bool:
        """Return whether a number lies within the limits."""
        low = self.low.value if self.low else value
        high = self.high.value if self.high else value
        return low - slack <= value <= high + slack

    @property
    def limits(self) -> str:
        """Return the limits in words: `12-13`, `từ 6`, `đến 500`."""
        low, high = (f"{limit.value:g}".replace(".", ",") if limit else "" for limit in (self.low, self.high))
        if low and high:
            return low if low == high else f"{low}-{high}"
        return f"từ {low}" if low else f"đến {high}"


@dataclass(frozen=True, slots=True)
class FormRule:
    """A rule of form: what it asks, by which clause, of which element, and the tests that show it."""

    id: Text
    clause: Text
    what: Text
    on: Located[On]
    tests: tuple[Test, ...]
    severity: Located[Weight]
    at: Location


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules, in the order of the file."""

    rules: tuple[FormRule, ...]
    at: Location


# A regular expression for a whole text, a part of it for `forbid`.
_PATTERN = Line("biểu thức chính quy")
_LINE = Line()
_LIMIT = Decimal(0, 2000)
TEST = Record(
    "phép thử",
    Test,
    (
        Field("test", _LINE, "tên của phép thử"),
        nullable("low", _LIMIT, "giá trị nhỏ nhất"),
        nullable("high", _LIMIT, "giá trị lớn nhất"),
        optional("values", ListOf(_LINE), "các giá trị đúng"),
        nullable("pattern", _PATTERN, "mẫu mà cả dòng chữ phải khớp"),
        nullable("when", _PATTERN, "chỉ thử khi dòng chữ khớp mẫu này"),
        nullable("forbid", _PATTERN, "mẫu mà dòng chữ không được chứa"),
    ),
)
RULES = Record(
    "các quy tắc",
    RuleBook,
    (
        Field(
            "rules",
            ListOf(
                Record(
                    "quy tắc",
                    FormRule,
                    (
                        Field("id", _LINE, "mã, không bao giờ đổi"),
                        Field("clause", _LINE, "điều khoản của NĐ 30/2020/NĐ-CP"),
                        Field("what", _LINE, "quy tắc bằng lời"),
                        Field("on", OneOf(On), "thành phần của văn bản"),
                        Field("tests", ListOf(TEST), "các phép thử"),
                        Field("severity", OneOf(Weight), "LEGAL là điều của nghị định, PRACTICE là thông lệ"),
                    ),
                )
            ),
            "các quy tắc",
        ),
    ),
)


def unusable(book: RuleBook, tests: frozenset[str]) -> list[tuple[Location, str]]:
    """Return what no document can be judged by: unknown tests, patterns that are none, codes given twice."""
    found: list[tuple[Location, str]] = []
    codes: set[str] = set()
    for rule in book.rules:
        if rule.id.value in codes or not re.fullmatch(r"KH6\d\d", rule.id.value):
            found.append((rule.id.at, f"mã `{rule.id}` đã có, hoặc không phải KH6 và hai chữ số"))
        codes.add(rule.id.value)
        for test in rule.tests:
            if test.test.value not in tests:
                found.append((test.test.at, f"không có phép thử `{test.test}`; có: {', '.join(sorted(tests))}"))
            for pattern in (test.pattern, test.when, test.forbid):
                try:
                    re.compile(pattern.value if pattern else "")
                except re.error as mistake:
                    found.append((pattern.at if pattern else test.at, f"biểu thức chính quy sai: {mistake}"))
    return found
