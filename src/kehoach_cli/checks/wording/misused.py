"""Where a document has words that are never right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.compounds import belong
from kehoach_cli.language.misused import MISUSED, WON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

_NEAR = 8  # words around `giành` among which what is won may stand


class Misused:
    """The phrases of one document that are never right."""

    def __init__(self, prose: Prose) -> None:
        said = {tuple(words.split(" ")): right for words, right in MISUSED.items()}
        self._prose = prose
        self._wrong = {words: right for words, right in said.items() if words[:2] in prose.pairs}

    def found(self, passage: Passage) -> Iterator[tuple[int, int, str]]:
        """Yield the number of the first word of each such phrase, how many words it has, and what is meant."""
        small = self._prose.small[passage] if self._wrong else []
        for words, right in self._wrong.items():
            size = len(words)
            for number in range(len(small) - size + 1):
                if tuple(small[number : number + size]) != words:
                    continue
                near = small[max(number - _NEAR, 0) : number + size + _NEAR]
                together = all(gap == " " for gap in self._prose.gaps[passage][number + 1 : number + size])
                if (
                    together
                    and not self._meet(small, number, size)
                    and not (words[0] == "giành" and WON.intersection(near))
                ):
                    yield number, size, right

    @staticmethod
    def _meet(small: list[str], number: int, size: int) -> bool:
        """Return whether an outer word belongs with its other neighbour: hồ sơ xuất khẩu, chủ chương trình."""
        before, behind = small[max(number - 1, 0) : number + 1], small[number + size - 1 : number + size + 1]
        return belong(*before) or belong(*behind)
