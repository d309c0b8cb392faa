"""The words that the form adds to the data: numbers and dates as NĐ 30/2020 writes them, names as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.topics import roman

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.location import Located, Text
    from kehoach_cli.model.units import Units

_TWO_DIGITS = 10
_PADDED_MONTHS = 2


def blank(width: int) -> str:
    """Return a blank to be filled in by hand, `width` no-break spaces wide."""
    return "\u00a0" * width


def padded(number: Located[int] | None, width: int = 8) -> str:
    """Return a number or day with a zero before a single digit (Phụ lục I, II.3.c, II.4.b); a blank for none."""
    return blank(width) if number is None else f"{number.value:02d}" if number.value < _TWO_DIGITS else str(number)


def month(number: Located[int] | None) -> str:
    """Return a month: only January and February carry a zero (Phụ lục I, II.4.b); a blank for none."""
    if number is None:
        return blank(8)
    return f"{number.value:02d}" if number.value <= _PADDED_MONTHS else str(number)


def functions(units: Units) -> dict[str, Callable[..., object]]:
    """Return what the templates may call; `named` prints a unit as its reference writes it.

    A reference by id prints the unit's name; one by name or alias prints as it is written, word for word.
    """

    def named(reference: Text) -> str:
        unit = units.named(reference.value)
        return unit.name.value if unit and unit.id.value == reference.value else reference.value

    return {"blank": blank, "padded": padded, "month": month, "roman": roman, "named": named}
