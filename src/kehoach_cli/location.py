"""Where a value stands in its file, and values that know it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Location(NamedTuple):
    """A place in a file: line and column count from 1, in characters of the NFC text.

    Line 0 means the file as a whole. `width` is the number of characters meant.
    """

    file: str
    line: int = 0
    column: int = 0
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def for_programs(self) -> Location:
        """Return the place as programs want it, which know no line 0: a file as a whole begins at 1:1."""
        return self if self.line else Location(self.file, 1, 1)


class Located(NamedTuple, Generic[T_co]):
    """A value and the place it was read from; equality looks at the value alone.

    A tuple, as its place is: a plan's year has a quarter of a million of them, and these are made by C.
    """

    value: T_co
    at: Location

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Located) and other.__class__ is self.__class__ and self.value == other.value

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.value)

    def __str__(self) -> str:
        return str(self.value)


Text = Located[str]

if TYPE_CHECKING:
    # A text, and the part of it that is meant -> where that part stands in its file
    Place = Callable[[Text, int, int], Location]


class _UnreadValue(Located[T_co]):
    __slots__ = ()


class _UnreadList(tuple[T_co, ...]):
    __slots__ = ()


_STAND_INS = (_UnreadValue, _UnreadList)


class _EmptyList(tuple[T_co, ...]):  # noqa: SLOT001 - a tuple of any length has no room for slots
    at: Location


def empty(at: Location) -> tuple[T, ...]:
    """Return an empty list that knows where it is written."""
    found: _EmptyList[T] = _EmptyList()
    found.at = at
    return found


def place_of(values: object, otherwise: Location) -> Location:
    """Return where an empty list is written, or the other place where it is not written at all."""
    return values.at if isinstance(values, _EmptyList) else otherwise


def unread(neutral: T) -> T:
    """Return the neutral value marked as a stand-in for one that could not be read.

    A finding speaks of it already, so checks pass it over: one mistake is said once.
    """
    if isinstance(neutral, Located):
        return cast("T", _UnreadValue(neutral.value, neutral.at))
    return cast("T", _UnreadList(neutral)) if isinstance(neutral, tuple) else neutral


def is_unread(value: object) -> bool:
    """Return whether a value stands in for one that could not be read."""
    return value.__class__ in _STAND_INS


def is_missing(value: Located[Any], owner: Location) -> bool:
    """Return whether a value was not written at all: it stands where the table does that should hold it."""
    return is_unread(value) and value.at == owner


def is_lost(value: object) -> bool:
    """Return whether a value could not be read, and nothing says what it was meant to be, as an id's letters may."""
    return is_unread(value) and not (isinstance(value, Located) and value.value)


def doubled(names: Iterable[Text]) -> set[str]:
    """Return the ids that stand twice."""
    counts = Counter(name.value for name in names if name.value)
    return {name for name, count in counts.items() if count > 1}
