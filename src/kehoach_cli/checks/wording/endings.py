"""How the parts of a list begin and end: bullets, end marks, and the words that all of them open with."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import WORD, Found, Role
from kehoach_cli.diagnostics import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

BULLET = warning(
    "KH514",
    "gạch đầu dòng và dấu kết thúc của các ý",
    """
    Các ý trong một danh sách kết thúc như nhau, bằng `;` hoặc `.`, ý cuối bằng `.`. Gạch đầu dòng do mẫu in ra, không
    ghi trong dữ liệu.
    """,
)
OPENING = warning(
    "KH515",
    "mở đầu khác các sản phẩm khác",
    """
    Hầu hết các sản phẩm mở đầu bằng cùng mấy chữ (ví dụ “Tuyến thông tin”); ở đây mấy chữ ấy bị dấu câu ngắt ra, hoặc
    sai một chữ.
    """,
)
RULES = (BULLET, OPENING)
_BULLETS = "-+•*–—▪●"
_MARKED = {Role.BULLET, Role.SENTENCE}
_MOST = 0.8
_FEWEST = 5
_OPENING_WORDS = 3
# What the form prints before a part of a list: where it is typed, too, it is said, and opens nothing.
_PRINTED = rf"[{re.escape(_BULLETS)}]+\s*|\d{{1,2}}[.)]\s+|[a-zđ]\)\s+|"


def check(prose: Prose) -> Iterator[Found]:
    """Yield the list parts that end unlike the others, and those that carry a bullet or open in another way."""
    judged: set[Passage] = set()
    for parts in prose.lists:
        found = {one.passage: one for one in _list(parts, prose.leading)}
        judged.update(found)
        yield from found.values()
    alone = [parts[0] for parts in prose.lists if len(parts) == 1 and parts[0] in prose.products]
    marked = sum(bool(_end(product)) for product in prose.products)
    if len(prose.products) >= _FEWEST and marked >= _MOST * len(prose.products):
        yield from (_unended(product) for product in alone if not _end(product))
    for passage in prose.passages:
        sign, said = passage.value[0], passage.value[1:].lstrip()
        if sign in _BULLETS and passage.role in _MARKED and said and not passage.value[1].isdecimal():
            message = f"dữ liệu mang sẵn dấu `{sign}` đầu dòng, mẫu in thêm một dấu nữa"
            yield Found(BULLET, passage, 0, 1, message, "xóa dấu này")
    if prose.whole:
        yield from _openings(prose.products)


def _end(passage: Passage) -> str:
    said = passage.value.rstrip('”")')
    return "." if said.endswith(("…", "!", "?")) else said[-1:] if said.endswith((".", ";", ",", ":")) else ""


def _unended(passage: Passage) -> Found:
    size = len(passage.value)
    return Found(BULLET, passage, size - 1, size, "ý này thiếu dấu kết thúc", "thêm `.`")


def _list(parts: tuple[Passage, ...], leading: frozenset[Passage]) -> Iterator[Found]:
    """Yield the parts of one list that end unlike the others; those `leading` have parts of their own below them."""
    if len(parts) < 2:  # noqa: PLR2004 - one part has nothing to agree with
        return
    ends = [_end(part) for part in parts]
    counts = Counter(end for end in ends[:-1] if end in {".", ";"})
    usual = "." if counts["."] >= counts[";"] else ";"
    marked = sum(map(bool, ends))
    for number, (part, end) in enumerate(zip(parts, ends, strict=True)):
        last = number == len(parts) - 1
        wanted = "." if last else usual
        if not end and marked * 2 >= len(parts):
            yield Found(
                BULLET, part, len(part.value) - 1, len(part.value), "ý này thiếu dấu kết thúc", f"thêm `{wanted}`"
            )
        elif end == ":" and last and part not in leading:
            message = "ý cuối kết thúc bằng `:` mà không có ý nào theo sau"
            yield Found(BULLET, part, part.value.rindex(end), part.value.rindex(end) + 1, message, "thay bằng `.`")
        elif end == "," or (end == ";" and last) or (end in {".", ";"} and not last and end != usual):
            where = "ý cuối" if last else "các ý khác"
            message = (
                f"ý này kết thúc bằng `{end}`, {where} bằng `{wanted}`"
                if not last
                else (f"ý cuối kết thúc bằng `{end}`")
            )
            at = part.value.rindex(end)
            yield Found(BULLET, part, at, at + 1, message, f"thay bằng `{wanted}`")


def _opening(passage: Passage) -> tuple[tuple[str, ...], int, int]:
    """Return a passage's first words in small letters, where they begin and where they end."""
    printed = re.match(_PRINTED, passage.value)
    start = printed.end() if printed else 0
    found = list(islice(WORD.finditer(passage.value, start), _OPENING_WORDS))
    return tuple(match.group().casefold() for match in found), start, found[-1].end() if found else start


def _openings(products: tuple[Passage, ...]) -> Iterator[Found]:
    openings = [(product, *_opening(product)) for product in products]
    (usual, count), *_ = Counter(words for _, words, *_ in openings).most_common(1) or [((), 0)]
    if len(products) < _FEWEST or count < _MOST * len(products):
        return
    right = next(product.value[start:end] for product, words, start, end in openings if words == usual)
    for product, words, start, end in openings:
        said = product.value[start:end]
        broken = words == usual and re.sub(r"\s+", " ", said).casefold() != right.casefold()
        slip = len(words) == len(usual) and sum(a != b for a, b in zip(words, usual, strict=True)) == 1
        if broken or (slip and _near(words, usual)):
            message = f"mở đầu `{said}`, {count - broken} sản phẩm khác mở đầu `{right}`"
            yield Found(OPENING, product, start, end, message, f"viết `{right}`")


def _near(words: tuple[str, ...], usual: tuple[str, ...]) -> bool:
    """Return whether the one word that differs is a slip of the pen, not another word."""
    from kehoach_cli.spelling import fold  # noqa: PLC0415 - only where two openings differ

    return all(fold(a) == fold(b) for a, b in zip(words, usual, strict=True))
