"""The YAML parser: libyaml's event stream where the wheel has it, PyYAML's own otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from yaml.error import YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent
from yaml.parser import Parser as _PurePythonParser
from yaml.reader import Reader as _Reader
from yaml.scanner import Scanner as _Scanner
from yaml.scanner import ScannerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event

_MOST_SKIPPED = 10_000  # values
_DEEPEST_SKIPPED = 900  # levels; libyaml gives up at a thousand


class EventParser(Protocol):
    """A stream of parser events; raises yaml.YAMLError at the first mistake of syntax."""

    def get_event(self) -> Event | None:
        """Return the next event."""

    def dispose(self) -> None:
        """Free what the parser holds."""


class PythonParser(_Reader, _Scanner, _PurePythonParser):
    """PyYAML's parser in pure Python: the same events, several times slower."""

    def __init__(self, text: str) -> None:
        _Reader.__init__(self, text)
        _Scanner.__init__(self)
        _PurePythonParser.__init__(self)

    def get_event(self) -> Event | None:
        """Return the next event; numbers that Python refuses are mistakes of syntax, as they are to libyaml."""
        try:
            event: Event | None = super().get_event()  # type: ignore[no-untyped-call]  # so in the stubs
            if isinstance(event, ScalarEvent) and event.style == '"':
                event.value.encode()  # "\\ud800" is half a character
        except (ValueError, OverflowError):
            raise ScannerError(None, None, "found unknown escape or number", self.get_mark()) from None
        return event


def parser(text: str) -> EventParser:
    """Return the fastest parser that this machine has, ready to read `text`."""
    try:
        from yaml._yaml import CParser  # noqa: PLC0415 - absent where PyYAML was built without libyaml
    except ImportError:
        return PythonParser(text)
    return CParser(text)


def skip(following: Callable[[], Event | None]) -> bool:
    """Pass over the rest of a list or table that has begun, and return whether its end was reached.

    Not so where it has more values than a person types, or the parser gives up in it.
    """
    depth = 1
    for _ in range(_MOST_SKIPPED):
        try:
            event = following()
        except YAMLError:
            return False
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth == 0:
            return True
        if event is None or depth > _DEEPEST_SKIPPED:
            return False
    return False
