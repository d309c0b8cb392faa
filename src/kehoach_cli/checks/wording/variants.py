"""One document, one way of writing: the forms that are right each by itself and wrong side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.letters import UPPER
from kehoach_cli.language.syllables import tone_style, without_style
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose, Word
    from kehoach_cli.diagnostics import Rule

    Place = tuple[Passage, int, int]

I_OR_Y = warning(
    "KH521",
    "một chữ khi viết i khi viết y",
    """
    `quản lý` hay `quản lí` đều đúng (văn bản nhà nước thường viết y; sách giáo khoa viết i theo QĐ 1989/QĐ-BGDĐT, Điều
    9), nhưng trong một văn bản chỉ nên có một cách. Chỗ bị báo là cách ít gặp hơn trong văn bản này; với báo cáo thì
    tính cả lời của kế hoạch, vì báo cáo in lại lời ấy.
    """,
)
TONE_PLACE = warning(
    "KH522",
    "dấu thanh khi đặt kiểu cũ khi đặt kiểu mới",
    """
    `Ủy`, `hóa` hay `Uỷ`, `hoá` đều đúng, nhưng trong một văn bản chỉ nên có một kiểu. Chỗ bị báo là kiểu ít gặp hơn
    trong văn bản này; với báo cáo thì tính cả lời của kế hoạch, vì báo cáo in lại lời ấy.
    """,
)
YEARS = warning(
    "KH523",
    "khoảng năm khi viết liền khi viết cách",
    """
    `2026-2030` và `2026 - 2030` đều gặp, nhưng trong một văn bản chỉ nên có một cách. `năm 2025-2026` thì thiếu chữ:
    viết `năm học 2025-2026` hoặc `giai đoạn 2025-2026`.
    """,
)
TWO_FORMS = warning(
    "KH524",
    "một thứ viết hai cách trong một văn bản",
    """
    Dấu nháy cong và nháy thẳng, `...` và `…`, `phòng chống` và `phòng, chống`, `hàng năm` và `hằng năm`, `UBND Phường`
    và `UBND phường`: cách nào cũng gặp, nhưng trong một văn bản chỉ nên có một.
    """,
)
RULES = (I_OR_Y, TONE_PLACE, YEARS, TWO_FORMS)

_PLAIN_I = str.maketrans("iíìỉĩịyýỳỷỹỵ", "iíìỉĩị" * 2)
_VOWELS = "iíìỉĩịyýỳỷỹỵ"
_HEADS = {*"hklmst", "qu"}  # behind these i and y are two ways of writing one sound
_ALONE = {"l", "k", "qu"}  # behind these both letters always spell one word: lí, kĩ, quí
_RANGE = re.compile(r"(?<![\d/])(?P<first>(?:19|20)\d\d)(?P<join>\s*[-–]\s*)(?P<last>(?:19|20)\d\d)(?!\d|/)")
_OPEN_YEAR = r"(?i)\bnăm\s+$"
_SEVERAL = r"(?i)\b(?:các|những|hai|trong|những|mấy|\d+)\s+năm\s+$"
_BODIES = "UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân"
_OFTEN = "năm|tháng|tuần|ngày|quý"
# Behind these the capital is a choice; in `Ban Chỉ đạo Trung ương` or `ngân sách trung ương` it is none.
_WHERE = r"\b(?:ở|cấp|cơ quan|ngành|đài|báo chí|truyền hình|địa phương và) "
# What is called so, and each of its two forms: words that it cannot do without, and its pattern, or the group of it.
_FORMS = (
    ("dấu nháy", (("“", "”"), '“[^”"]*”'), (('"',), '"[^"“”]*"')),
    ("dấu phần trăm", (("%",), r"[\d.,]*\d%"), ((" %",), r"[\d.,]*\d %")),
    ("quý", (("uý I", "uý V"), r"\b[Qq]uý [IV]+\b"), (("uý 1", "uý 2", "uý 3", "uý 4"), r"\b[Qq]uý [1-4]\b")),
    (
        "phòng cháy, chữa cháy",
        (("cháy, chữa",), r"\b[Pp]hòng cháy, chữa cháy\b"),
        (("cháy chữa",), r"\b[Pp]hòng cháy chữa cháy\b"),
    ),
    (
        "Văn phòng HĐND và UBND",
        (("HĐND và UBND",), r"\bVăn phòng HĐND và UBND\b"),
        (("HĐND-UBND", "HĐND - UBND", "HĐND, UBND"), r"\bVăn phòng HĐND(?: ?-|,) ?UBND\b"),
    ),
    ("dấu chấm lửng", (("…",), r"…"), (("...",), r"(?<!\.)\.{3}(?!\.)")),
    ("phòng, chống", (("hòng, chống",), r"\b[Pp]hòng, chống\b"), (("hòng chống",), r"\b[Pp]hòng chống\b")),
    (
        "hằng năm, hằng tháng …",
        (("ằng ",), rf"\b[Hh]ằng (?:{_OFTEN})\b"),
        (("àng ",), rf"\b[Hh]àng (?:{_OFTEN})\b"),
    ),
    (
        "cấp hành chính sau UBND, HĐND",
        ((" thành phố", " phường", " xã", " tỉnh"), rf"\b(?:{_BODIES}) (?:thành phố|phường|xã|tỉnh)\b(?! [{UPPER}])"),
        ((" Thành phố", " Phường", " Xã", " Tỉnh"), rf"\b(?:{_BODIES}) (?:Thành phố|Phường|Xã|Tỉnh)\b(?! [{UPPER}])"),
    ),
    (
        "trung ương",
        (("Trung ương",), rf"{_WHERE}(Trung ương)\b(?! (?:Đảng|Đoàn|Hội|[{UPPER}]))"),
        (("trung ương",), rf"{_WHERE}(trung ương)\b"),
    ),
)


def check(prose: Prose, *others: Prose) -> Iterator[Found]:
    """Yield each place where the document writes a thing in the way that it, with these others, uses less often."""
    yield from _years(prose)
    if not all(one.whole for one in (prose, *others)):
        return
    own = set(prose.passages)
    yield from (found for found in _syllables(prose, *others) if found.passage in own)
    for name, *forms in _FORMS:
        named = [prose.naming(words) for words, _ in forms]
        if not all(named):
            continue  # a form alone contradicts nothing
        (_, usual), (_, other) = forms
        places = _places(prose, named[0], usual)
        if places:
            yield from _rarer(TWO_FORMS, places, _places(prose, named[1], other), name)


def _places(prose: Prose, named: set[Passage], pattern: str) -> list[Place]:
    """Return where a form stands in the passages that hold its words."""
    compiled = re.compile(pattern)
    return [
        (passage, *match.span(match.lastindex or 0))
        for passage in prose.running
        if passage in named and passage.role is not Role.NAME
        for match in compiled.finditer(passage.value)
    ]


def _rarer(rule: Rule, usual: list[Place], rare: list[Place], name: str = "") -> Iterator[Found]:
    """Yield the places of the form that stands less often; of `rare` where both stand as often."""
    if len(rare) > len(usual):
        usual, rare = rare, usual
    if not usual:
        return
    by_look: dict[str, list[Place]] = defaultdict(list)
    for one in usual:
        by_look[_look(one)].append(one)
    shown: set[Place] = set()
    for place in rare:
        twins = by_look.get(_look(place), usual)
        twin = twins[0]
        what = f"{name}: " if name else ""
        how = "" if twins is not usual else "như "
        message = f"{what}ở đây viết `{_said(place)}`, {len(twins)} chỗ khác viết {how}`{_said(twin)}`"
        yield Found(rule, *place, message, "chọn một cách cho cả văn bản", None if twin in shown else twin)
        shown.add(twin)


def _said(place: Place) -> str:
    passage, start, end = place
    return passage.value[start:end]


def _look(place: Place) -> str:
    """Return the words of a place so that all the ways of writing them are one."""
    return fold(_said(place)).replace("y", "i")


class _Sort(NamedTuple):
    """What a word says of ways of writing: its tone style, and what it is with either letter, i or y."""

    style: str
    key: str = ""
    needs_pair: bool = False
    is_y: bool = False


def _sort(word: str) -> _Sort:
    style = tone_style(word)
    head, vowel = word[:-1], word[-1]
    if head not in _HEADS or vowel not in _VOWELS:
        return _Sort(style)
    key = without_style(word).translate(_PLAIN_I)
    return _Sort(style, key, head not in _ALONE, vowel in "yýỳỷỹỵ")


def _in_doubt(sorts: dict[str, _Sort]) -> dict[str, _Sort]:
    """Return the words that the document may write in both ways."""
    styles = {sort.style for sort in sorts.values()} - {""}
    letters = {(sort.key, sort.is_y) for sort in sorts.values()}
    return {
        word: sort
        for word, sort in sorts.items()
        if (sort.style and len(styles) > 1) or (sort.key and (sort.key, not sort.is_y) in letters)
    }


def _syllables(*documents: Prose) -> Iterator[Found]:
    old: list[Place] = []
    new: list[Place] = []
    letters: dict[str, dict[bool, list[Place]]] = defaultdict(lambda: {True: [], False: []})
    counted = chain.from_iterable(prose.counts for prose in documents)
    sorts = _in_doubt({word: sort for word in counted if any(sort := _sort(word))})
    for prose, passage in ((one, passage) for one in documents for passage in one.passages):
        if passage.role is Role.NAME:
            continue  # another name of a unit is how others write it
        small = prose.small[passage]
        for number, plain in enumerate(small):
            if plain not in sorts:
                continue
            sort, words = sorts[plain], prose.words(passage)
            if sort.style and not _is_name(words[max(number - 1, 0) : number + 1]):
                (old if sort.style == "old" else new).append((passage, words[number].start, words[number].end))
            if sort.key and not _is_of_name(words, number):
                for key, first, last in _keys(sort, small, number):
                    start = words[first].start if first == number or _close(words, first) else words[number].start
                    end = words[last].end if last == number or _close(words, number) else words[number].end
                    letters[key][sort.is_y].append((passage, start, end))
    yield from _rarer(TONE_PLACE, old, new)
    told: dict[Passage, list[Found]] = defaultdict(list)
    for found in chain.from_iterable(_rarer(I_OR_Y, forms[True], forms[False]) for forms in letters.values()):
        # A word is known by its pair with either neighbour, and told once.
        if all(found.end <= other.start or other.end <= found.start for other in told[found.passage]):
            told[found.passage].append(found)
            yield found


def _keys(sort: _Sort, small: list[str], number: int) -> Iterator[tuple[str, int, int]]:
    """Yield what a word is known by, and from which to which word that goes.

    công ty and ti vi, tỷ lệ and tỉ mỉ: for some it is the same word only in the same pair.
    """
    first = max(number - 1, 0)
    if not sort.needs_pair:
        yield sort.key, first, number
        return
    yield f"{small[number - 1] if number else ''} {sort.key}", first, number
    if number + 1 < len(small):
        yield f"{sort.key} {small[number + 1]}", number, number + 1


def _close(words: list[Word], number: int) -> bool:
    """Return whether nothing but a space stands between a word and the next."""
    return words[number + 1].start - words[number].end == 1


def _is_name(words: list[Word]) -> bool:
    """Return whether the last of two words is a part of a name, which is spelled as its papers have it: Thị Thuý."""
    two_capitals = len(words) > 1 and all(word.text.istitle() for word in words)
    return two_capitals and words[1].start - words[0].end == 1 and fold(words[1].text) != "uy"


def _is_of_name(words: list[Word], number: int) -> bool:
    """Return whether a word with a capital stands beside another that has one: Lý Tự Trọng, Hoa Kỳ, xã Kỳ Anh."""
    beside = [*words[max(number - 1, 0) : number], *words[number + 1 : number + 2]]
    near = [word for word in beside if max(word.start - words[number].end, words[number].start - word.end) == 1]
    return words[number].text.istitle() and any(word.text.istitle() for word in near)


def _years(prose: Prose) -> Iterator[Found]:
    spaced: list[Place] = []
    close: list[Place] = []
    for passage in prose.passages:
        for match in _RANGE.finditer(passage.value):
            place = (passage, *match.span())
            (spaced if match["join"] != match["join"].strip() else close).append(place)
            before = passage.value[: match.start()]
            if re.search(_OPEN_YEAR, before) and not re.search(_SEVERAL, before):
                start = before.lower().rindex("năm")
                message = f"`{passage.value[start : match.end()]}`: một năm không thể là hai năm"
                hint = f"viết `năm học {match.group()}` hoặc `giai đoạn {match.group()}`"
                yield Found(YEARS, passage, start, match.end(), message, hint)
    if prose.whole:
        yield from _rarer(YEARS, close, spaced)
