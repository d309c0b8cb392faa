"""A piece of work done in a process of its own while this one goes on."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

S = TypeVar("S")
T = TypeVar("T")
_CHUNK = 65536


def can_work_beside() -> bool:
    """Return whether a copy of this process can be made, and gains time: never on Windows, nor on one processor."""
    # A copy would hold the locks of threads that it has not; `threading` does not know those that others began.
    alone = len(sys._current_frames()) == 1  # noqa: SLF001 - documented, and Python's own `fork` warns by the same
    return alone and hasattr(os, "fork") and _processors() > 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Beside(Generic[S, T]):
    """Work on a value, done in a copy of this process where one can be made; its result is of `marshal`'s values."""

    def __init__(self, work: Callable[[S], T]) -> None:
        self._work = work
        self._value: S
        self._copy: tuple[int, int] | None = None  # the process and what it can be read from

    def begin(self, value: S) -> None:
        """Begin to work on this value, or keep it for when the result is asked for."""
        self._value = value
        if not can_work_beside():
            return
        reading, writing = os.pipe()
        try:
            process = os.fork()
        except OSError:  # as many processes as the system allows
            os.close(reading)
        else:
            if process == 0:
                _work_and_end(partial(self._work, value), writing)
            self._copy = process, reading
        os.close(writing)

    def result(self) -> T:
        """Return what the work returned; what the copy could not do, if only for a bug, is done again here."""
        copy, self._copy = self._copy, None
        if copy:
            with suppress(EOFError, ValueError, TypeError):  # it left nothing, or half of it
                found: T = marshal.loads(_read(*copy))  # noqa: S302 - written by this program a moment ago
                return found
        return self._work(self._value)


def _read(process: int, reading: int) -> bytes:
    data = b""
    while part := os.read(reading, _CHUNK):
        data += part
    os.close(reading)
    with suppress(ChildProcessError):  # somebody else has waited for it
        os.waitpid(process, 0)
    return data


def _work_and_end(work: Callable[[], Any], writing: int) -> None:
    """Write the result and end, without a word: what fails here fails again, and is said, where it is asked for."""
    try:
        data = marshal.dumps(work())
        while data:
            data = data[os.write(writing, data) :]
    finally:
        os._exit(0)
