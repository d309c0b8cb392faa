"""Abbreviations that the document never spells out."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from operator import ne
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.diagnostics import note, warning
from kehoach_cli.language.lexicon import COMMON_ABBREVIATIONS, KNOWN_ABBREVIATIONS, MEASURES
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

UNEXPLAINED = note(
    "KH551",
    "chữ viết tắt không được giải thích",
    """
    Chữ viết tắt mà cả văn bản không có chỗ nào viết đủ: lần đầu nên viết đủ rồi ghi “(sau đây viết tắt là …)”. Những
    chữ ai cũng biết (UBND, HĐND, THCS …) không bị báo.
    """,
)
MISWRITTEN = warning(
    "KH552",
    "chữ viết tắt viết sai chữ cái",
    """
    Chữ viết tắt khác một chữ cái với những chữ mà nó viết tắt (`công nghệ thông tin (CNTN)`), hoặc với một chữ viết tắt
    ai cũng biết (`UBNN`, `HDND`).
    """,
)
RULES = (UNEXPLAINED, MISWRITTEN)

_SHORT = re.compile(r"(?<![\w/&.-])(?P<short>[A-ZĐƯ]{2,}(?:[-&][A-ZĐƯ]{1,})*)(?![\w/]|\.[A-ZĐ])")
_CAPITALS = re.compile("[A-ZĐƯ]{2}")
_EXPLAINED = re.compile(
    r"\(([A-ZĐ][\w&-]+)\)|(?:viết|gọi) tắt là (?:[^\W\d_]+ ){0,3}?([A-ZĐƯ]{2}[\w&-]*)"
    r"|\b(([A-ZĐƯ])[A-ZĐƯ&-]{1,20})(?= \((?:\4|[A-ZĐ]\w+ \w+ \w+)|:? [Ll]à (?:tên |chữ |từ )?viết tắt\b)"
)
_AMONG_CAPITALS = re.compile(r"[^\W\d_a-z]{2,} [^\W\d_a-z]{2,}")
_NUMBERED = re.compile(r"\b[IVX]+\b")  # Đại hội XIV
_STANDARD = re.compile(r" \d[\d.-]*:(?:19|20)\d\d\b")  # QCVN 2:2021/BKHCN, IEC 60335-1:2010
_CAPITALIZED = re.compile(r"\b[A-ZĐƯ]{2,}\b")
_NEAR = 12
_OFTEN = 5  # times that a document has an abbreviation, which another is a slip of
_LONG = 3  # letters
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
    yield from _miswritten(prose, holding, known)
    for passage in prose.running:
        if passage.role in _TITLES or passage not in holding:
            continue
        for match in _SHORT.finditer(passage.value):
            short = match["short"]
            letters = short.replace("-", "").replace("&", "")
            if short in seen or short in known or _is_known(match):
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


def _is_known(match: re.Match[str]) -> bool:
    """Return whether everybody knows an abbreviation, or it is a number, a measure behind one or a standard's."""
    short = match["short"]
    letters = short.replace("-", "").replace("&", "")
    if letters in KNOWN_ABBREVIATIONS or _ROMAN.fullmatch(short) or _STANDARD.match(match.string, match.end()):
        return True
    return short in MEASURES and match.string[: match.start()].rstrip(" ")[-1:].isdecimal()


def _miswritten(prose: Prose, holding: set[Passage], known: set[str]) -> Iterator[Found]:
    """Yield the abbreviations that are another one, or that of the words before them, but for a letter."""
    written = Counter(one for passage in holding for one in _CAPITALIZED.findall(passage.value))
    used = [name for name in COMMON_ABBREVIATIONS if name in prose.text]
    own = [name for name, times in written.items() if times >= _OFTEN and len(name) > _LONG]
    meant: dict[str, str] = {}
    for passage in (one for one in prose.passages if one in holding and not one.value.isupper()):
        for match in _SHORT.finditer(passage.value):
            short = match["short"]
            if short in KNOWN_ABBREVIATIONS or len(short) < _LONG:
                continue
            right = _meant_by(passage.value, match.start(), short)
            if not right and short not in known:
                if short not in meant:
                    letters = sorted(fold(short))
                    swapped = (name for name in own if name != short and sorted(fold(name)) == letters)
                    meant[short] = next((name for name in used if _is_slip_of(short, name)), next(swapped, ""))
                right = meant[short]
            if right:
                message = f"`{short}` viết khác `{right}`"
                yield Found(MISWRITTEN, passage, *match.span(), message, f"viết `{right}`?")


def _meant_by(text: str, at: int, short: str) -> str:
    """Return the first letters of the words before an abbreviation in brackets; "" where not just one differs."""
    if text[at - 1 : at] != "(":
        return ""
    words = [word for word in re.findall(r"[^\W\d_]+", text[:at]) if word.casefold() not in _SKIPPED][-len(short) :]
    right = "".join(word[0].upper() for word in words)
    return right if len(right) == len(short) and _unlike(fold(short), fold(right)) == 1 else ""


def _is_slip_of(short: str, right: str) -> bool:
    """Return whether one is the other with one letter wrong, or two that changed places."""
    if len(short) != len(right):
        return False
    one, other = fold(short), fold(right)
    return sorted(one) == sorted(other) or _unlike(one, other) == 1


def _unlike(one: str, other: str) -> int:
    return sum(map(ne, one, other))


def _initials(prose: Prose) -> str:
    r"""Return the first letters of all words, passages apart by \n, words that abbreviations skip left out."""
    lines = []
    for passage in prose.passages:
        words = zip(prose.spelled[passage], prose.small[passage], strict=True)
        heads = [word[0] for word, small in words if small not in _SKIPPED and not (word.isupper() and len(word) > 1)]
        lines.append("".join(heads).upper())
    return "\n".join(lines)


def _spelled_out(letters: str, initials: str) -> bool:
    return letters in initials or letters[0] + letters[1:].replace("V", "") in initials
