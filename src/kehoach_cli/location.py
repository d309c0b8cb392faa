"""Where a value stands in its file, and values that know it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar, cast

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


@dataclass(frozen=True, slots=True)
class Located(Generic[T_co]):
    """A value and the place it was read from; equality looks at the value alone."""

    value: T_co
    at: Location = field(compare=False)

    def __str__(self) -> str:
        return str(self.value)


Text = Located[str]


@dataclass(frozen=True, slots=True)
class _UnreadValue(Located[T_co]):
    pass


class _UnreadList(tuple[T_co, ...]):
    __slots__ = ()


_STAND_INS = (_UnreadValue, _UnreadList)


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
