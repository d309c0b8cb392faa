"""Where the words of a file differ from those of the document that was issued."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.wordfile.words import Block

_AROUND = 30


@dataclass(frozen=True, slots=True)
class Difference:
    """A place of the issued document, what stands there, and what the file has instead; "" for nothing."""

    place: str
    issued: str
    found: str


def differences_between(issued: Sequence[Block], found: Sequence[Block]) -> list[Difference]:
    """Return every block that is not the same, in the order of the document."""
    old, new = [block.text for block in issued], [block.text for block in found]
    result: list[Difference] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            for one, other in zip_longest(issued[a:b], found[c:d]):
                result += _block(one, other)
    return result


def _block(issued: Block | None, found: Block | None) -> Iterator[Difference]:
    if issued is None or found is None:
        one = issued or found
        if one is not None:
            yield Difference(one.place, issued.text if issued else "", found.text if found else "")
    elif issued.text != found.text and len(issued.cells) == len(found.cells) > 1:
        for number, (one_cell, other_cell) in enumerate(zip(issued.cells, found.cells, strict=True), 1):
            if one_cell != other_cell:
                yield Difference(f"{issued.place}, cột {number}", *around(one_cell, other_cell))
    elif issued.text != found.text:
        yield Difference(issued.place, *around(issued.text, found.text))


def around(issued: str, found: str) -> tuple[str, str]:
    """Return what differs between two texts with some of the words beside it."""
    start = next(
        (n for n, (a, b) in enumerate(zip(issued, found, strict=False)) if a != b), min(len(issued), len(found))
    )
    end = 0
    while end < min(len(issued), len(found)) - start and issued[-1 - end] == found[-1 - end]:
        end += 1
    return _cut(issued, start, end), _cut(found, start, end)


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(start - _AROUND, 0), min(len(text) - end + _AROUND, len(text))
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
