"""The register of outgoing documents (sổ văn bản đi): what was issued, under which number, from which commit."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.frozen import field, frozen, replace
from kehoach_cli.hashing import sha256
from kehoach_cli.location import Located, is_unread
from kehoach_cli.model.folders import REGISTER
from kehoach_cli.model.plan import IssueDate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from kehoach_cli.location import Location, Text
    from kehoach_cli.model.plan import Plan

FOLDER = REGISTER
_TWO_DIGITS = 10


class IssuedKind(Enum):
    """The kinds of documents that a plan leads to."""

    PLAN = "plan"
    REPORT = "report"
    AMENDMENT = "amendment"
    REPLACEMENT = "replacement"


@frozen
class Issued:
    """One line of the register (NĐ 30/2020, Phụ lục IV.I), and what proves the document later.

    `commit` is the git commit that the document was made from, `content` the hash of the plan's content there,
    `words` that of the document's words, `parts` those of the parts of its .docx. `report` is a report's period as
    file names have it (`2026-Q2`), `scope` the topic or group that it is about; `amends` is the number of the document
    that this one amends or replaces. `sent`, `received` and `note` are filled in by hand, later; everything else is
    under `seal`.
    """

    kind: Located[IssuedKind]
    plan_year: Located[int]
    report: Text | None
    scope: Text | None
    as_of: Located[dt.date] | None
    amends: Text | None
    type: Text
    number: Located[int]
    symbol: Text
    date: Located[dt.date]
    subject: Text
    authority: tuple[Text, ...]
    signer: Text
    recipients: tuple[Text, ...]
    kept_by: Text | None
    copies: Located[int] | None
    commit: Text
    content: Text
    words: Text
    parts: Mapping[str, Text]
    writer: Text
    seal: Text
    sent: Located[dt.date] | None
    received: Text | None
    note: Text | None
    at: Location = field(compare=False)

    @property
    def file(self) -> str:
        """Return the path of its file."""
        return self.at.file

    @property
    def name(self) -> str:
        """Return its number and symbol as documents cite them: `05/KH-UBND`."""
        return f"{padded(self.number.value)}/{self.symbol}"

    @property
    def readable(self) -> bool:
        """Return whether the values that others rely on could be read."""
        return not any(map(is_unread, (self.kind, self.plan_year, self.number, self.symbol, self.date, self.commit)))

    @property
    def order(self) -> tuple[dt.date, int]:
        """Return what documents follow one another by."""
        return self.date.value, self.number.value

    def sealed(self) -> str:
        """Return the hash of all that may not change after issue."""
        texts = (
            self.report,
            self.scope,
            self.as_of,
            self.amends,
            self.type,
            self.number,
            self.symbol,
            self.date,
            self.subject,
        )
        more = (self.signer, self.kept_by, self.copies, self.commit, self.content, self.words, self.writer)
        lists = (self.authority, self.recipients)
        values = [
            self.kind.value.value,
            self.plan_year.value,
            *(None if text is None else str(text) for text in (*texts, *more)),
            *([str(text) for text in items] for items in lists),
            {name: str(value) for name, value in self.parts.items()},
        ]
        import json  # noqa: PLC0415 - only where something has been issued

        return digest(json.dumps(values, ensure_ascii=False, sort_keys=True).encode())


def digest(data: bytes) -> str:
    """Return the hash that the register keeps of some bytes."""
    return f"sha256:{sha256(data).hexdigest()}"


def padded(number: int) -> str:
    """Return a document's number as it is written: a zero before a single digit (Phụ lục I, II.3.c)."""
    return f"{number:02d}" if number < _TWO_DIGITS else str(number)


def register_path(year: int, number: int, symbol: str) -> str:
    """Return where the file of a document belongs: one number and symbol, one file a year (Đ.15.1)."""
    safe = re.sub(r"[^\w-]+", "-", symbol).strip("-")
    return f"{FOLDER}/{year}/{padded(number)}-{safe}.yaml"


def full_document(register: Iterable[Issued], year: int) -> Issued | None:
    """Return the document that holds the plan of a year in full and is in force: the plan, or what replaced it."""
    return _latest(register, year, {IssuedKind.PLAN, IssuedKind.REPLACEMENT})


def in_force(register: Iterable[Issued], year: int) -> Issued | None:
    """Return the document that the plan's content was last issued by: the plan, its amendment, its replacement."""
    return _latest(register, year, {IssuedKind.PLAN, IssuedKind.REPLACEMENT, IssuedKind.AMENDMENT})


def report_of(register: Iterable[Issued], period: str, scope: str) -> Issued | None:
    """Return the report that was issued on a period (its key) and a scope ("" for the whole plan), if any."""
    reports = [one for one in register if one.readable and one.report]
    found = [one for one in reports if (str(one.report), str(one.scope or "")) == (period, scope)]
    return max(found, key=lambda one: one.order, default=None)


def _latest(register: Iterable[Issued], year: int, kinds: set[IssuedKind]) -> Issued | None:
    found = [one for one in register if one.readable and one.plan_year.value == year and one.kind.value in kinds]
    return max(found, key=lambda one: one.order, default=None)


def date_of(issued: Issued) -> IssueDate:
    """Return a document's date as its form prints it."""
    day, at = issued.date.value, issued.date.at
    return IssueDate(Located(day.day, at), Located(day.month, at), Located(day.year, at), at)


def stamped(plan: Plan, issued: Issued | None) -> Plan:
    """Return the plan with the number and date that it was issued under; as it is where it was not."""
    return plan if issued is None else replace(plan, number=issued.number, date=date_of(issued))
