"""Lines that stand twice in a row inside a paragraph, sign by sign: copied in an editor."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.checks.wording.words import DOUBLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Prose

_FEWEST = 10  # words; a line has more, and shorter runs are meant: cấp giấy A; cấp giấy B
_SHOWN = 5  # words


def check(prose: Prose) -> Iterator[Found]:
    """Yield the second of two runs of words that are the same and stand side by side."""
    for passage, small in prose.small.items():
        # All pairs of such a run stand twice; in most paragraphs hardly any pair does.
        if len(small) - 1 - len(set(pairwise(small))) < _FEWEST - 1:
            continue
        for start, size in _runs(small):
            first, words = (prose.words(passage)[at : at + size] for at in (start - size, start))
            copied = passage.value[words[0].start : words[-1].end]
            if passage.value[first[0].start : first[-1].end] == copied:
                message = (
                    f"{size} chữ từ `{passage.value[words[0].start : words[_SHOWN - 1].end]}` đứng hai lần liền nhau"
                )
                see = passage, first[0].start, first[-1].end
                yield Found(DOUBLED, passage, words[0].start, words[-1].end, message, "xóa một lần", see)


def _runs(small: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where the second copies begin, and how many words they have."""
    seen: dict[tuple[str, ...], int] = {}
    free = 0
    for at in range(len(small) - _FEWEST + 1):
        run = tuple(small[at : at + _FEWEST])
        size = at - seen.get(run, at)
        seen[run] = at
        if at >= free and size >= _FEWEST and small[at : at + size] == small[at - size : at]:
            free = at + size
            yield at, size
