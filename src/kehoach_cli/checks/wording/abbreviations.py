"""Abbreviations that the document never spells out."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.diagnostics import note
from kehoach_cli.language.lexicon import KNOWN_ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Prose

UNEXPLAINED = note(
    "KH551",
    "chữ viết tắt không được giải thích",
    """
    Chữ viết tắt mà cả văn bản không có chỗ nào viết đủ: lần đầu nên viết đủ rồi ghi “(sau đây viết tắt là …)”. Những
    chữ ai cũng biết (UBND, HĐND, THCS …) không bị báo.
    """,
)
RULES = (UNEXPLAINED,)

_SHORT = re.compile(r"(?<![\w/&.-])(?P<short>[A-ZĐƯ]{2,}(?:[-&][A-ZĐƯ]{1,})*)(?![\w/]|\.[A-ZĐ])")
_CAPITALS = re.compile("[A-ZĐƯ]{2}")
_EXPLAINED = re.compile(
    r"\(([A-ZĐ][\w&-]+)\)|(?:viết|gọi) tắt là (?:[^\W\d_]+ ){0,3}?([A-ZĐƯ]{2}[\w&-]*)"
    r"|\b(([A-ZĐƯ])[A-ZĐƯ&-]{1,20})(?= \(\4|:? [Ll]à (?:tên |chữ |từ )?viết tắt\b)"  # UWB (Ultra-Wideband)
)
_AMONG_CAPITALS = re.compile(r"[^\W\d_a-z]{2,} [^\W\d_a-z]{2,}")
_NUMBERED = re.compile(r"\b[IVX]+\b")  # Đại hội XIV
_NEAR = 12
_ROMAN = re.compile(r"[IVXLCDM]+")
_SKIPPED = {"và", "của", "các", "với", "về", "cho", "tại"}
_TITLES = {Role.RECIPIENT, Role.HEADING, Role.NAME}


def check(prose: Prose, *others: Prose) -> Iterator[Found]:
    """Yield the first place of each abbreviation whose words stand nowhere in the document, nor in these others."""
    documents = (prose, *others)
    if not all(one.whole for one in documents):
        return
    explained = set()
    seen: set[str] = set()
    initials = ""
    for passage in chain.from_iterable(one.running for one in documents):
        if "(" in passage.value or " tắt" in passage.value:
            explained.update(_EXPLAINED.findall(passage.value))
    known = {name for pair in explained for name in pair if name}
    holding = prose.holding([_CAPITALS])
    for passage in prose.running:
        if passage.role in _TITLES or passage not in holding:
            continue
        for match in _SHORT.finditer(passage.value):
            short = match["short"]
            letters = short.replace("-", "").replace("&", "")
            if short in seen or short in known or letters in KNOWN_ABBREVIATIONS or _ROMAN.fullmatch(short):
                continue
            beside = _AMONG_CAPITALS.search(passage.value, max(match.start() - _NEAR, 0), match.end() + _NEAR)
            if beside and beside.group().isupper() and not _NUMBERED.search(beside.group()):
                continue  # a word of a heading inside the text
            seen.add(short)
            initials = initials or "\n".join(map(_initials, documents))
            if not _spelled_out(letters, initials) and all(
                part not in KNOWN_ABBREVIATIONS for part in re.split("[-&]", short)
            ):
                message = f"`{short}` không được viết đủ ở chỗ nào trong văn bản"
                yield Found(UNEXPLAINED, passage, *match.span(), message, "viết đủ ở lần dùng đầu tiên")


def _initials(prose: Prose) -> str:
    r"""Return the first letters of all words, passages apart by \n, words that abbreviations skip left out."""
    lines = []
    for passage in prose.passages:
        words = zip(prose.spelled[passage], prose.small[passage], strict=True)
        heads = [word[0] for word, small in words if small not in _SKIPPED and not (word.isupper() and len(word) > 1)]
        lines.append("".join(heads).upper())
    return "\n".join(lines)


def _spelled_out(letters: str, initials: str) -> bool:
    return letters in initials or letters.replace("V", "") in initials
