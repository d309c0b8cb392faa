"""Dashes that join two terms of two words: `kinh tế - xã hội`, with a space on either side, between the terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.checks.wording.signs import DASH
from kehoach_cli.language.lexicon import JOINED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Prose

_WORD = r"[^\W\d_]+"
_TIGHT = rf"(?<![\w-])(?P<left>{_WORD} {_WORD})(?P<dash>-)(?P<right>{_WORD} {_WORD})(?![\w-])"
_SCHOOL_YEAR = r"(?<=[nN]ăm học )(?P<first>\d{4}) ?/ ?(?P<last>\d{4})"


def check(prose: Prose) -> Iterator[Found]:
    """Yield the dashes without spaces between two terms that are joined with spaces elsewhere, and misplaced ones."""
    yield from _tight(prose)
    yield from _misplaced(prose)
    for passage in prose.naming(["ăm học 2"]):
        for match in re.finditer(_SCHOOL_YEAR, passage.value) if "/2" in passage.value else ():
            right = f"{match['first']}-{match['last']}"
            message = f"hai năm của năm học `{match.group()}` nối bằng dấu `-`, không phải `/`"
            yield Found(DASH, passage, *match.span(), message, f"viết `{right}`")


def _tight(prose: Prose) -> Iterator[Found]:
    whole = ""
    for passage in prose.running:
        joined = "-" in passage.value and "-" in passage.value.replace(" - ", "")
        for match in re.finditer(_TIGHT, passage.value) if joined else ():
            right = f"{match['left']} - {match['right']}"
            whole = whole or prose.text.casefold()
            if right.casefold() in JOINED or right.casefold() in whole:
                message = f"dấu `-` trong `{match.group()}` thiếu dấu cách hai bên"
                yield Found(DASH, passage, *match.span("dash"), message, f"viết `{right}`")


def _misplaced(prose: Prose) -> Iterator[Found]:
    """Yield the dashes that part the first or the last word from the other three of two joined terms."""
    wrong: dict[str, str] = {}
    for terms in JOINED:
        a, b, c, d = terms.replace(" - ", " ").split(" ")
        if all(pair in prose.pairs for pair in ((a, b), (b, c), (c, d))):
            wrong |= {f"{head}{dash}{tail}": terms for dash in (" - ", "-")
                      for head, tail in ((a, f"{b} {c} {d}"), (f"{a} {b} {c}", d))}  # fmt: skip
    for said, right in wrong.items():
        for passage in prose.naming((said, said.capitalize())):
            at = passage.value.casefold().find(said)
            dash = at + said.index("-")
            message = f"dấu `-` trong `{passage.value[at : at + len(said)]}` đặt sai chỗ"
            yield Found(DASH, passage, dash, dash + 1, message, f"viết `{right}`")
