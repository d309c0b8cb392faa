"""What a person says was done, judged: the entry to be written, or everything that is impossible about it."""

from __future__ import annotations

import os
import unicodedata
from base64 import b32encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError
from kehoach_cli.location import Located, Location
from kehoach_cli.model.entries import Entry, entry_path, wording
from kehoach_cli.model.periods import quarter_at
from kehoach_cli.model.schedule import quarter_of
from kehoach_cli.model.tasks import roles_of
from kehoach_cli.model.topics import roman
from kehoach_cli.recording.text import one, prove

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.location import Text
    from kehoach_cli.model.plan import Form
    from kehoach_cli.model.units import Unit
    from kehoach_cli.model.workspace import Row, Workspace

_MOST = 999_999_999
_RANDOM_BYTES = 5  # eight letters of base32


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of one result."""

    row: Row
    unit: Unit
    day: date
    form: Form | None = None
    quantity: int | None = None
    reach: int | None = None
    title: str = ""
    links: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry's file, not yet written: its path in the workspace, its text, and what a person should look at."""

    path: str
    text: str
    warnings: tuple[str, ...]


def draft(said: Said, workspace: Workspace, today: date, *, force: bool = False, name: str = "") -> Draft:
    """Return the file for what was said. Raises RefusalError with all that is impossible, in one go.

    `force` lets through a day outside the plan's year or after today. `name` is the entry's id, random for "".
    """
    problems = [*_impossible(said), *([] if force else _doubtful(said, workspace.year, today))]
    if problems:
        listed = problems[0][0] if len(problems) == 1 else "".join(f"\n  - {message}" for message, _ in problems)
        hints = dict.fromkeys(hint for _, hint in problems)
        raise RefusalError(listed, "; ".join(hints))
    entry = _entry(said, name or b32encode(os.urandom(_RANDOM_BYTES)).decode().lower())
    path = entry_path(entry.date.value, entry.unit.value, entry.product.value, entry.id.value)
    text = one(entry, path)
    prove(text, path, (entry,))
    return Draft(path, text, tuple(_warnings(said, workspace)))


def _impossible(said: Said) -> list[tuple[str, str]]:
    found = []
    for name, number, option in (("số lượng", said.quantity, "--quantity"), ("lượt tiếp cận", said.reach, "--reach")):
        least = 1 if option == "--quantity" else 0
        if number is not None and not least <= number <= _MOST:
            found.append((f"{name} {number} không thể có", f"{option} là số nguyên từ {least}"))
    if said.form is None and said.quantity is not None:
        found.append(("có số lượng mà không nói là của loại sản phẩm nào", "thêm --form"))
    if said.form is not None and said.quantity is None:
        found.append((f"chưa nói bao nhiêu {said.form.unit}", "thêm --quantity"))
    if said.form is None and said.quantity is None and not "".join((said.title, said.note, *said.links)).strip():
        found.append(("chưa nói đã làm gì", "thêm --form và --quantity; không đếm được thì --title hoặc --note"))
    return found


def _doubtful(said: Said, year: int, today: date) -> list[tuple[str, str]]:
    found = []
    if said.day > today:
        found.append((f"ngày {said.day:%d/%m/%Y} còn ở tương lai", "sửa --date, hoặc thêm --force nếu đúng là vậy"))
    if year and said.day.year != year:
        message = f"ngày {said.day:%d/%m/%Y} nằm ngoài năm {year} của kế hoạch"
        found.append((message, "sửa --date, hoặc thêm --force nếu đúng là vậy"))
    return found


def _warnings(said: Said, workspace: Workspace) -> list[str]:
    found = []
    topic, units = said.row.topic, workspace.units
    if units is not None:
        names = {unit.id.value for unit in (said.unit, *units.classes_of(said.unit))}
        if not roles_of(topic, names, units):
            found.append(f"{said.unit.name} không có trong các đơn vị của nội dung {said.row.topic_position}")
    planned = topic.schedule.quarters(workspace.year)
    if workspace.plan and planned:
        _, counted = quarter_at(said.day, workspace.plan.reporting.cutoff.value)
        if not {counted, quarter_of(said.day)} & set(planned):
            quarters = ", ".join(roman(number) for number in planned)
            found.append(f"nội dung {said.row.topic_position} chỉ có trong kế hoạch quý {quarters}")
    return found


def _entry(said: Said, name: str) -> Entry:
    at = Location("")

    def text(value: str) -> Text | None:
        whole = " ".join(unicodedata.normalize("NFC", value).split())
        return Located(whole, at) if whole else None

    def number(value: int | None) -> Located[int] | None:
        return None if value is None else Located(value, at)

    links = tuple(link for link in map(text, said.links) if link)
    return Entry(
        id=Located(name, at),
        date=Located(said.day, at),
        product=Located(said.row.product.id.value, at),
        unit=Located(said.unit.id.value, at),
        form=Located(said.form.id.value, at) if said.form else None,
        quantity=number(said.quantity),
        reach=number(said.reach),
        title=text(said.title),
        links=links,
        note=text(said.note),
        wording=Located(wording(said.row.product.text.value), at),
        at=at,
    )
