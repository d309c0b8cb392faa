"""The appendix: groups, topics and products, with the positions that are printed before them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from kehoach_cli.location import Located, Location, Text
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.schedule import Schedule

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Return a positive number in Roman digits."""
    digits = ""
    for value, sign in _ROMAN:
        while number >= value:
            digits += sign
            number -= value
    return digits


@frozen
class Product:
    """A product (hình thức/sản phẩm truyền thông): the smallest thing that is planned and reported on."""

    id: Text
    text: Text
    at: Location
    accept: tuple[Acceptance, ...] = ()


@frozen
class Topic:
    """A topic (nội dung/chủ đề); `lead`, `units` and `partners` are names as the data files write them."""

    id: Text
    title: Text
    lead: tuple[Text, ...]
    units: tuple[Text, ...]
    partners: tuple[Text, ...]
    schedule: Schedule
    products: tuple[Product, ...]
    at: Location
    accept: tuple[Acceptance, ...] = ()


@frozen
class Group:
    """A group (nhóm nội dung) I, II, …: one file of topics/."""

    file: str
    order: int
    title: Text
    explicit: Located[int] | None
    topics: tuple[Topic, ...]
    at: Location
    accept: tuple[Acceptance, ...] = ()

    @cached_property
    def number(self) -> str:
        """Return the group's Roman number: the explicit one, else its place among the files."""
        return roman(self.explicit.value if self.explicit else self.order)

    @property
    def id(self) -> str:
        """Return the name that outlives renumbering: the file's name without number and ending."""
        return self.file.rpartition("/")[2].removesuffix(".yaml").lstrip("0123456789").lstrip("-")
