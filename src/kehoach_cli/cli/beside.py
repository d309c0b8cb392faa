"""A piece of work done in a process of its own while this one goes on."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

M = TypeVar("M")
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


class Beside(Generic[S, M, T]):
    """Work on a value and on what is added to it, done in a copy of this process where one can be made.

    What is added and what is returned is of `marshal`'s values: they pass from one process to the other.
    """

    def __init__(self, work: Callable[[S, Callable[[], M]], T]) -> None:
        """Take the work: it is given the value that it begins with, and what waits for the one that is added."""
        self._work = work
        self._value: S
        self._more: M
        self._copy: _Copy | None = None

    def begin(self, value: S) -> None:
        """Begin to work on this value, or keep it for when the result is asked for."""
        self._value = value
        if can_work_beside():
            self._copy = _copied(partial(_work_and_end, self._work, value))

    def add(self, more: M) -> None:
        """Give what the work needs besides; called once, before the result is asked for."""
        self._more = more
        if self._copy:
            plain: Any = more
            self._copy.give(marshal.dumps(plain))

    def result(self) -> T:
        """Return what the work returned; what the copy could not do, if only for a bug, is done again here."""
        copy, self._copy = self._copy, None
        if copy:
            with suppress(EOFError, ValueError, TypeError):  # it left nothing, or half of it
                found: T = marshal.loads(copy.answer())  # noqa: S302 - written by this program a moment ago
                return found
        return self._work(self._value, lambda: self._more)


class _Copy:
    """A copy of this process, the pipe that it is told by and the one that it answers by."""

    def __init__(self, process: int, telling: int, reading: int) -> None:
        self._process = process
        self._telling = telling
        self._reading = reading
        self._rest = b""

    def give(self, data: bytes) -> None:
        """Begin to tell: as much as the pipe takes at once, for the copy has other work before it reads."""
        os.set_blocking(self._telling, False)
        self._rest = data
        with suppress(BlockingIOError):
            self._tell()
        os.set_blocking(self._telling, True)

    def answer(self) -> bytes:
        """Return what the copy answers once it has been told all."""
        self._tell()
        os.close(self._telling)
        data = _read(self._reading)
        with suppress(ChildProcessError):  # somebody else has waited for it
            os.waitpid(self._process, 0)
        return data

    def _tell(self) -> None:
        with suppress(BrokenPipeError):  # it is no more, and leaves nothing
            while self._rest:
                self._rest = self._rest[os.write(self._telling, self._rest) :]


def _copied(work: Callable[[int, int], NoReturn]) -> _Copy | None:
    """Return a copy of this process that works between two pipes, None when there are as many as the system allows."""
    told, telling = os.pipe()
    reading, answering = os.pipe()
    try:
        process = os.fork()
    except OSError:
        for end in (told, telling, reading, answering):
            os.close(end)
        return None
    if process == 0:
        os.close(telling)  # who reads a pipe waits for all that may write into it
        work(told, answering)
    os.close(told)
    os.close(answering)
    return _Copy(process, telling, reading)


def _read(pipe: int) -> bytes:
    parts = []
    while part := os.read(pipe, _CHUNK):
        parts.append(part)
    os.close(pipe)
    return b"".join(parts)


def _work_and_end(work: Callable[[S, Callable[[], Any]], Any], value: S, told: int, answering: int) -> NoReturn:
    """Answer and end, without a word: what fails here fails again, and is said, where it is asked for."""
    try:
        data = marshal.dumps(work(value, lambda: marshal.loads(_read(told))))  # noqa: S302 - as above
        while data:
            data = data[os.write(answering, data) :]
    finally:
        os._exit(0)
