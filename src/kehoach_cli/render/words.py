"""The words that the form adds to the data: numbers and dates as NĐ 30/2020 writes them, names as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.register import padded as padded_number
from kehoach_cli.model.topics import roman

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.location import Located, Text
    from kehoach_cli.model.plan import IssueDate
    from kehoach_cli.model.units import Units

_TWO_DIGITS = 10
_PADDED_MONTHS = 2


def blank(width: int) -> str:
    """Return a blank to be filled in by hand, `width` no-break spaces wide."""
    return "\u00a0" * width


def padded(number: Located[int] | None, width: int = 8) -> str:
    """Return a number or day with a zero before a single digit (Phụ lục I, II.3.c, II.4.b); a blank for none."""
    return blank(width) if number is None else padded_number(number.value)


def month(number: Located[int] | None) -> str:
    """Return a month: only January and February carry a zero (Phụ lục I, II.4.b); a blank for none."""
    if number is None:
        return blank(8)
    return f"{number.value:02d}" if number.value <= _PADDED_MONTHS else str(number)


def counted(number: int) -> str:
    """Return a count as official texts write it: 0, 02, 15, 1.234."""
    return f"{number:02d}" if 0 < number < _TWO_DIGITS else amount(number)


def amount(number: int) -> str:
    """Return a figure as tables write it: 0, 2, 1.234."""
    return f"{number:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal, `95,2 %`; never 100 % or 0 % unless it is exactly that."""
    tenths = (2000 * part + whole) // (2 * whole)
    tenths = min(max(tenths, 1 if part else 0), 999 if part < whole else tenths)
    return f"{tenths // 10},{tenths % 10} %" if tenths % 10 else f"{tenths // 10} %"


def small_first(text: str) -> str:
    """Return a title as it stands inside a sentence: its first letter small, unless it begins an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def iso_day(when: IssueDate | None, year: int) -> str:
    """Return a document's day for its file properties, 01 for what is still blank; no clock is asked."""
    parts = (when.year, when.month, when.day) if when else (None, None, None)
    first = parts[0].value if parts[0] else year
    return "-".join([f"{first:04d}", *(f"{part.value:02d}" if part else "01" for part in parts[1:])])


def functions(units: Units) -> dict[str, Callable[..., object]]:
    """Return what the templates may call; `named` prints a unit as its reference writes it.

    A reference by id prints the unit's name; one by name or alias prints as it is written, word for word.
    """

    def named(reference: Text) -> str:
        unit = units.named(reference.value)
        return unit.name.value if unit and unit.id.value == reference.value else reference.value

    return {
        "amount": amount,
        "blank": blank,
        "counted": counted,
        "month": month,
        "named": named,
        "padded": padded,
        "roman": roman,
    }
