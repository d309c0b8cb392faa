"""Dashes that join two terms of two words: `kinh tế - xã hội`, with a space on either side, between the terms."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.checks.wording.signs import DASH
from kehoach_cli.language.lexicon import JOINED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

_WORD = r"[^\W\d_]+"
_TIGHT = re.compile(rf"(?<![\w-])(?P<left>{_WORD} {_WORD})(?P<dash>-)(?P<right>{_WORD} {_WORD})(?![\w-])")
_MISPLACED = re.compile(
    "|".join(
        rf"(?<!\w)(?:{a} ?- ?{b} {c} {d}|{a} {b} {c} ?- ?{d})(?!\w)"
        for a, b, c, d in (re.findall(_WORD, terms) for terms in sorted(JOINED))
    ),
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"(?<=[nN]ăm học )(?P<first>\d{4}) ?/ ?(?P<last>\d{4})")
_FEWEST = 1  # places in a document that say how it joins two terms


def check(prose: Prose) -> Iterator[Found]:
    """Yield the dashes without spaces between two terms that are joined with spaces elsewhere, and misplaced ones."""
    tight: list[tuple[Passage, re.Match[str]]] = []
    for passage in prose.running:
        if "-" in passage.value:
            tight += ((passage, match) for match in _TIGHT.finditer(passage.value))
            yield from _misplaced(passage)
        if "ăm học 20" in passage.value:
            for match in _SCHOOL_YEAR.finditer(passage.value):
                right = f"{match['first']}-{match['last']}"
                message = f"hai năm của năm học `{match.group()}` nối bằng dấu `-`, không phải `/`"
                yield Found(DASH, passage, *match.span(), message, f"viết `{right}`")
    if not tight:
        return
    spaced = Counter(
        f"{match[1]} - {match[2]}".casefold()
        for passage in prose.running
        if " - " in passage.value
        for match in re.finditer(rf"(?={_WORD})(?<![\w-])(?=({_WORD} {_WORD}) - ({_WORD} {_WORD}))", passage.value)
    )
    for passage, match in tight:
        right = f"{match['left']} - {match['right']}"
        if right.casefold() in JOINED or spaced[right.casefold()] >= _FEWEST:
            message = f"dấu `-` trong `{match.group()}` thiếu dấu cách hai bên"
            yield Found(DASH, passage, *match.span("dash"), message, f"viết `{right}`")


def _misplaced(passage: Passage) -> Iterator[Found]:
    for match in _MISPLACED.finditer(passage.value):
        words = re.findall(_WORD, match.group())
        right = f"{' '.join(words[:2])} - {' '.join(words[2:])}"
        at = match.start() + match.group().index("-")
        yield Found(DASH, passage, at, at + 1, f"dấu `-` trong `{match.group()}` đặt sai chỗ", f"viết `{right}`")
