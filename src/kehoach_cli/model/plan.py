"""The plan's own text: what stands before the appendix, and what the appendix is called."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen, replace
from kehoach_cli.model.schedule import month_span
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.location import Located, Location, Text
    from kehoach_cli.model.acceptance import Acceptance

_COMMITTEES, _COUNCILS = ("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd")


class Mark(Enum):
    """How a paragraph of the body is set."""

    BULLET = "bullet"
    SUB = "sub"
    PLAIN = "plain"
    NOTE = "note"


class Insert(Enum):
    """What a section or an item prints from elsewhere in the data."""

    CHANNELS = "channels"
    DUTIES = "duties"


@frozen
class Paragraph:
    """One paragraph of the body, without its bullet mark."""

    mark: Mark
    text: Text


@frozen
class Item:
    """A numbered item (1., 2., …) of a section."""

    title: Text
    paragraphs: tuple[Paragraph, ...]
    insert: Located[Insert] | None
    at: Location
    accept: tuple[Acceptance, ...] = ()


@frozen
class Section:
    """A part (I., II., …) of the body."""

    title: Text
    paragraphs: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    insert: Located[Insert] | None
    at: Location
    accept: tuple[Acceptance, ...] = ()


@frozen
class Agency:
    """Who issues: the lines of the header block, the seat, the unit behind it."""

    unit: Text | None
    parent: tuple[Text, ...]
    name: tuple[Text, ...]
    place: Text
    at: Location

    @property
    def is_council(self) -> bool:
        """Return whether a People's Committee or Council issues, of whatever place."""
        return bool(self.name) and fold(self.name[0].value).startswith((*_COMMITTEES, *_COUNCILS))

    @property
    def is_committee(self) -> bool:
        """Return whether a People's Committee issues, of whatever place."""
        return bool(self.name) and fold(self.name[0].value).startswith(_COMMITTEES)


@frozen
class IssueDate:
    """The document's date; day and month stay None until the document is issued."""

    day: Located[int] | None
    month: Located[int] | None
    year: Located[int] | None
    at: Location

    @property
    def span(self) -> tuple[date, date] | None:
        """Return the first and last day that it can be; None while the month is open or no calendar has the day."""
        if not self.month or not self.month.value or not self.year or not self.year.value:
            return None
        if self.day is None:
            return month_span(self.year.value, self.month.value)
        try:
            day = date(self.year.value, self.month.value, self.day.value)
        except ValueError:
            return None
        return day, day

    @property
    def shown(self) -> str:
        """Return as much of it as is known: 22/3/2026, 3/2026."""
        return "/".join(str(part.value) for part in (self.day, self.month, self.year) if part and part.value)


@frozen
class Channel:
    """A channel (kênh) through which the plan informs."""

    id: Text
    text: Text
    at: Location


@frozen
class Signature:
    """The authority lines above the signature, and the name below it."""

    authority: tuple[Text, ...]
    name: Text
    at: Location


@frozen
class Appendix:
    """What the appendix is called, and whose plan its "(Kèm theo …)" line names."""

    title: Text
    issued_by: Text
    at: Location


@frozen
class Form:
    """A form of result (loại sản phẩm) with its unit of measure; `phrase` is its sentence, `{}` the quantity."""

    id: Text
    name: Text
    unit: Text
    phrase: Text | None
    reach: Text | None
    channel: Text | None
    at: Location


class Series(Enum):
    """How numbers are given: each type of document in a series of its own, or all in one (Đ.15.1.c)."""

    TYPE = "type"
    ALL = "all"


class Cutoff(Enum):
    """When the figures of a period close: as NĐ 09/2019/NĐ-CP, Điều 12 has it, or with the calendar."""

    DECREE = "decree"
    CALENDAR = "calendar"


@frozen
class Checkpoint:
    """What the entries from the year's begin up to a day must add up to: how many, and the quantity by form."""

    date: Located[date]
    entries: Located[int] | None
    totals: Mapping[Text, Located[int]]
    at: Location


@frozen
class Reporting:
    """How the plan is reported on: to whom, by which cut-off, under which symbol."""

    cutoff: Located[Cutoff]
    to: tuple[Text, ...]
    symbol: Text | None
    recipients: tuple[Text, ...]
    checkpoints: tuple[Checkpoint, ...]
    at: Location


@frozen
class Plan:
    """The whole of plan.yaml."""

    year: Located[int]
    type: Text
    subject: Text
    agency: Agency
    number: Located[int] | None
    symbol: Text
    series: Located[Series]
    date: IssueDate
    bases: tuple[Text, ...]
    opening: Text
    sections: tuple[Section, ...]
    channels: tuple[Channel, ...]
    forms: tuple[Form, ...]
    reporting: Reporting
    closing: Text
    recipients: tuple[Text, ...]
    signature: Signature
    appendix: Appendix
    at: Location
    accept: tuple[Acceptance, ...] = ()


def undated(plan: Plan) -> Plan:
    """Return the plan without number, day and month: another document on it gets its own."""
    return replace(plan, number=None, date=replace(plan.date, day=None, month=None))
