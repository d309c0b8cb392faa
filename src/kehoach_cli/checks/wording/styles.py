"""The spelling of one document: i or y, and where its tone marks stand."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.compounds import is_compound
from kehoach_cli.checks.wording.prose import Role
from kehoach_cli.checks.wording.rarer import rarer
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.syllables import tone_style, without_style
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Found, Passage, Prose, Word
    from kehoach_cli.checks.wording.rarer import Place

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
RULES = (I_OR_Y, TONE_PLACE)

_PLAIN_I = str.maketrans("iíìỉĩịyýỳỷỹỵ", "iíìỉĩị" * 2)
_PLAIN_Y = str.maketrans("iíìỉĩị", "yýỳỷỹỵ")
_VOWELS = "iíìỉĩịyýỳỷỹỵ"
_HEADS = {*"hklmst", "qu"}  # behind these i and y are two ways of writing one sound
_SUBJECTS = {"Địa", "Vật"}  # Địa lí, Vật lí: their names are those of the curriculum
_ALONE = {"l", "k", "qu"}  # behind these both letters always spell one word: lí, kĩ, quí


def check(prose: Prose, *others: Prose) -> Iterator[Found]:
    """Yield each word spelled in the way that the document, with these others, uses less often."""
    if all(one.whole for one in (prose, *others)):
        own = set(prose.passages)
        yield from (found for found in _syllables(prose, *others) if found.passage in own)


def one_style(words: str) -> str:
    """Return words in small letters, in one style of tone marks, with i for y."""
    return " ".join(map(without_style, words.casefold().split(" "))).translate(_PLAIN_I)


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
        if passage.role is Role.NAME and passage.value in prose.aliases:
            continue  # another name of a unit is how others write it
        small = prose.small[passage]
        for number, plain in enumerate(small):
            if plain not in sorts:
                continue
            sort, words = sorts[plain], prose.words(passage)
            if sort.style and not _is_name(words[max(number - 1, 0) : number + 1]):
                (old if sort.style == "old" else new).append((passage, words[number].start, words[number].end))
            in_letterhead = passage.role is Role.NAME and passage.value.isupper()  # ĐẶC KHU LÝ SƠN
            if sort.key and not in_letterhead and not _is_of_name(words, number):
                for key, first, last in _keys(sort, small, number):
                    start = words[first].start if first == number or _close(words, first) else words[number].start
                    end = words[last].end if last == number or _close(words, number) else words[number].end
                    letters[key][sort.is_y].append((passage, start, end))
    yield from rarer(TONE_PLACE, old, new, look=one_style)
    told: dict[Passage, list[Found]] = defaultdict(list)
    for found in chain.from_iterable(
        rarer(I_OR_Y, forms[True], forms[False], look=one_style) for forms in letters.values()
    ):
        # A word is known by its pair with either neighbour, and told once.
        if all(found.end <= other.start or other.end <= found.start for other in told[found.passage]):
            told[found.passage].append(found)
            yield found


def _keys(sort: _Sort, small: list[str], number: int) -> Iterator[tuple[str, int, int]]:
    """Yield what a word is known by, and from which to which word that goes.

    công ty and ti vi, tỷ lệ and tỉ mỉ: for some it is the same word only in the same pair. Any other is shown with the
    word before, or the one behind that it is a compound with: quản lí, but tổ chức Kì thi.
    """
    first = max(number - 1, 0)
    if not sort.needs_pair:
        word = small[number][:-1] + small[number][-1].translate(_PLAIN_Y)  # as laws write it
        is_first = is_compound(word, *small[number + 1 : number + 2]) and not is_compound(*small[first:number], word)
        yield sort.key, number if is_first else first, number + is_first
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
    """Return whether a word is of a name: one with a capital beside another, Hoa Kỳ, xã Kỳ Anh; or of a subject."""
    if words[number].text in {"lí", "lý"} and number and words[number - 1].text in _SUBJECTS:
        return True
    beside = [*words[max(number - 1, 0) : number], *words[number + 1 : number + 2]]
    near = [word for word in beside if max(word.start - words[number].end, words[number].start - word.end) == 1]
    return words[number].text.istitle() and any(word.text.istitle() for word in near)
