"""Symbols of documents that are no whole: spaces, other dashes, signs that are missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.forms import FORM
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.model.citations import BODY, NUMBER, SHORT, TYPES, in_order, is_form, swapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

_BROKEN = re.compile(
    rf"(?<![\d/]){NUMBER}(?:\s*/\s*(?:19|20)\d\d)?\s*/\s*(?:{SHORT})\s*[-–—/_]\s*[A-ZĐ][A-ZĐ&–-]+(?:g(?!\w))?"
    r"(?:\s*[-–]\s*[A-ZĐ][A-ZĐ&]+)*"
)
# 57 - NQ/TW; 30/2020/NĐCP, 671/KHSGDĐT.
_PARTY = rf"(?<![\d/]){NUMBER} ?- ?(?:{SHORT}) ?/ ?(?:TW|TU|ĐU|BCĐTW)\b"
_GLUED = (
    rf"(?<![\d/])(?P<head>{NUMBER}/(?:(?:19|20)\d\d/(?:{SHORT})(?=[A-ZĐ]{{2,}})|(?:{SHORT})(?=CP|TTg|UBND|HĐND|SGD|BGD)))"
    r"(?P<body>[A-ZĐ]+g?)\b(?![-&])"
)
# Công văn số 145 /SGDĐT-VP: an office alone; 218/2025/QH-15.
_OF_OFFICE = rf"(?<=số ){NUMBER} ?/ ?[A-ZĐ]{{2,}}(?: ?[-–] ?[A-ZĐ]{{2,}})+(?![\w&-])"
_OF_ASSEMBLY = rf"(?<![\d/]){NUMBER} ?/ ?(?:19|20)\d\d ?/ ?QH ?[-–.]? ?\d\d\b"
# In all that these hold: of the Party or with a space, glued, of an office or an assembly.
_SPACED, _LONG = r"[- ]/|/ ?T[WU]|/ ?ĐU|/ ?BCĐ", r"/[A-ZĐ][A-ZĐa-z]{3,}\b"
_APART = r"\d/ [A-ZĐ]|/[A-ZĐ]{2,}(?: [-–]|[-–] )|QH ?[-–. ]\d"
_TYPED = re.compile(r" số (\d{1,5}[a-zđ]?(?:/\d{4})?[/-]([A-ZĐ][A-ZĐra]{1,2})[/-][A-ZĐ][\w-]*)")
_RIGHT = rf"{NUMBER}(?:/(?:19|20)\d\d)?/(?:{SHORT})-{BODY}"
_SHORT = frozenset(TYPES.values())


def check(prose: Prose) -> Iterator[Found]:
    """Yield the numbers and symbols that are not written in one piece, or not with their own signs."""
    odd = prose.holding(map(re.compile, (_SPACED, _LONG)))
    apart = prose.holding([re.compile(_SPACED), re.compile(_APART)])
    for passage in prose.citing:
        yield from _broken(passage)
        yield from _swapped(passage)
        yield from _apart(passage) if passage in apart else ()
        yield from _joined(passage) if passage in odd else ()


def _broken(passage: Passage) -> Iterator[Found]:
    if "/" not in passage.value:
        return
    for match in _BROKEN.finditer(passage.value):
        said = match.group()
        if not re.fullmatch(_RIGHT, said) and not is_form(passage.value, match.start()):
            right = in_order(re.sub(rf"(/(?:{SHORT}))/", r"\1-", _close(said)))
            yield Found(FORM, passage, *match.span(), f"`{said}` viết sai dạng", f"viết `{right}`")


def _swapped(passage: Passage) -> Iterator[Found]:
    """Yield the symbols whose letters of the type have changed places."""
    for match in _TYPED.finditer(passage.value):
        if match[2] in _SHORT:
            continue
        before = passage.value[: match.start()].casefold()
        kind = next((kind for kind in TYPES if before.endswith(kind)), "")
        if right := swapped(kind, match[1]):
            message = f"`{match[1]}` viết sai dạng: tên loại là `{kind}`"
            yield Found(FORM, passage, *match.span(1), message, f"viết `{right}`")


def _apart(passage: Passage) -> Iterator[Found]:
    """Yield the symbols of an office alone and of the National Assembly with a space or a sign too many."""
    for match in re.finditer(_OF_OFFICE, passage.value):
        said, right = match.group(), _close(match.group())
        if said != right and not re.search(rf"/(?:{SHORT})-", right) and not is_form(passage.value, match.start()):
            yield Found(FORM, passage, *match.span(), f"`{said}` viết sai dạng", f"viết `{right}`")
    for match in re.finditer(_OF_ASSEMBLY, passage.value):
        said, right = match.group(), re.sub(r"QH[-.]", "QH", _close(match.group()))
        if said != right:
            yield Found(FORM, passage, *match.span(), f"`{said}` viết sai dạng", f"viết `{right}`")


def _close(symbol: str) -> str:
    """Return a symbol without spaces, each dash the short one."""
    return re.sub(r"\s*[–—_-]\s*", "-", re.sub(r"\s*/\s*", "/", symbol)).replace(" ", "")


def _joined(passage: Passage) -> Iterator[Found]:
    """Yield the symbols with spaces in the Party's, or without the dash between type and issuer."""
    for match in re.finditer(_PARTY, passage.value):
        if " " in match.group():
            right = match.group().replace(" ", "")
            yield Found(FORM, passage, *match.span(), f"`{match.group()}` viết sai dạng", f"viết `{right}`")
    for match in re.finditer(_GLUED, passage.value):
        right = f"{match['head']}-{match['body']}"
        yield Found(FORM, passage, *match.span(), f"`{match.group()}` thiếu dấu `-`", f"viết `{right}`")
