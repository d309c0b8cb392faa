"""Strangers: a word that is never met beside its neighbours, where another that is written alike often is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.alike import alike
from kehoach_cli.checks.wording.compounds import belong, is_compound, unmet
from kehoach_cli.checks.wording.masks import masked
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.compounds import COMPOUNDS, MEETING, is_usual
from kehoach_cli.language.lexicon import FREE_WORDS, FUNCTION_WORDS, RARE
from kehoach_cli.language.neighbours import EDGE, NUMBER, neighbours
from kehoach_cli.language.syllables import is_syllable, other_curve, without_style
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose, Word

STRANGER = warning(
    "KH507",
    "chữ không gặp bên cạnh các chữ trước và sau nó",
    """
    Trong mười lăm triệu chữ của luật, nghị định, thông tư, chữ này đứng cạnh chữ trước, chữ sau nó ở đây chưa tới ba
    lần, còn một chữ khác nó vài dấu, một chữ cái hay một âm dễ lẫn thì thường đứng đó: `thông tin vế công tác`, `của
    ngưi học`. Một chữ hầu như không ai viết, chỉ khác dấu hỏi, dấu ngã với một chữ thường gặp (`quyễn sách`), cũng bị
    báo. Cặp chữ thường gặp trên báo chí, hay chính kế hoạch viết từ ba lần trở lên, thì không. Tên riêng và chỗ văn
    bản lặp lại không bị xét.
    """,
)
RULES = (STRANGER,)
_MARKS = frozenset({EDGE, NUMBER})
# How common the right word is on either side, taken together, is what tells it: natural logarithms of counts.
_BOTH = 8  # met on both sides: some thirty times each
_ONE = 9.5  # met on one side, the other is a sign or a number
_ONE_OF_NOBODY = 7  # met on one side, in place of a word that nobody uses
_OF_GRAMMAR = 11  # met on both sides, one word of grammar in place of another: such words stand beside any other
_OF_THE_DOCUMENT = 1.5  # the document has the right word three times as often, or more
_EDGE = 1  # what a sign or a number beside a word tells at most
_HERE = 4  # what the document's own use of the right word beside the same one tells
_RARER = 4  # how common at least the right word is in place of one that nobody uses; what is above tells, by half
_OFTEN = 3
_MOST = 200  # strange pairs in one paragraph


class _Place(NamedTuple):
    """A word in its passage, and what stands before it and behind it: words, EDGE or NUMBER.

    `near` is the same with the names that stand there: they may make a compound with the word, and tell nothing else.
    """

    passage: Passage
    number: int
    before: str
    word: str
    behind: str
    near: tuple[str, str]


def check(prose: Prose, *others: Prose) -> Iterator[Found]:
    """Yield the words that are strangers where they stand; what stands in the `others` speaks for a word, too."""
    used = _Used((prose, *others))
    for place in _strangers(prose):
        right = _right(place, used)
        if right:
            word = prose.words(place.passage)[place.number]
            beside = " hay ".join(f"`{one}`" for one in (place.before, place.behind) if one not in _MARKS)
            message = f"`{word.text}` không gặp cạnh {beside} trong văn bản hành chính, `{right}` thì thường gặp"
            if right == _misheard(place.word) and not _is_met(place, right):
                message = f"`{word.text}` hầu như không gặp trong văn bản hành chính, `{right}` thì thường gặp"
            yield Found(STRANGER, place.passage, word.start, word.end, message, f"có phải `{right}`?")


class _Used:
    """How often words and pairs of them stand in several documents."""

    def __init__(self, documents: tuple[Prose, ...]) -> None:
        self._documents = documents

    def word(self, word: str) -> int:
        """Return how often a word stands there."""
        return sum(one.counts[word] for one in self._documents)

    def pair(self, pair: tuple[str, str]) -> int:
        """Return how often two words stand side by side there."""
        return sum(one.pairs[pair] for one in self._documents)

    def often(self, pair: tuple[str, str]) -> bool:
        """Return whether two words stand side by side there again and again."""
        return _MARKS.isdisjoint(pair) and self.pair(pair) >= _OFTEN


def _strangers(prose: Prose) -> Iterator[_Place]:
    """Yield the words in small letters that are met with neither of their neighbours."""
    strange = {
        pair
        for pair, count in unmet(prose, in_laws=True).items()
        if (count == 1 or any(map(_misheard, pair))) and pair not in COMPOUNDS and " ".join(pair) not in MEETING
    }
    for passage, small in prose.small.items():
        odd = [number for number, pair in enumerate(pairwise(small)) if pair in strange]
        if len(odd) > _MOST:
            continue  # no prose of this language
        spelled = prose.spelled[passage] if odd else []
        for number in sorted({*odd, *(number + 1 for number in odd)}):
            word = small[number]
            if len(word) == 1 or not spelled[number].islower():
                continue
            near = before, behind = _beside(prose.gaps[passage], small, number)
            pairs = [pair for pair in ((before, word), (word, behind)) if _MARKS.isdisjoint(pair)]
            if pairs and strange.issuperset(pairs) and not _is_masked(prose.words(passage)[number]):
                before = EDGE if number > 1 and not spelled[number - 1].islower() else before
                behind = EDGE if not "".join(spelled[number + 1 : number + 2]).islower() else behind
                yield _Place(passage, number, before, word, behind, near)


def _is_masked(word: Word) -> bool:
    return not masked(word.passage.value).startswith(word.text, word.start)


def _beside(gaps: list[str], small: list[str], number: int) -> tuple[str, str]:
    """Return what stands before a word and behind it: a word, or which kind of sign."""
    before, behind = gaps[number], gaps[number + 1]
    return (
        small[number - 1] if before == " " and number else _mark(before),
        small[number + 1] if behind == " " and number + 1 < len(small) else _mark(behind[::-1]),
    )


def _mark(gap: str) -> str:
    return NUMBER if gap.rstrip()[-1:].isdecimal() else EDGE


def _right(place: _Place, used: _Used) -> str:
    """Return the word that must be meant, or ""."""
    misheard = _misheard(place.word)
    if misheard and _is_met(place, misheard):
        return misheard
    best, found = 0.0, ""
    for other in sorted(alike(place.word, neighbours().words) - {place.before, place.behind}):
        weight = _weight(place, other, used)
        if weight > best and is_syllable(other) and without_style(other) != without_style(place.word):
            best, found = weight, other
    return found or misheard


def _is_stranger_still(place: _Place, other: str) -> bool:
    """Return whether a word is a stranger to everyday prose, too, or half of what must be a compound: đã kiếm tra."""
    pairs = ((place.before, place.word), (place.word, place.behind))
    meant = ((place.near[0], other), (other, place.near[1]))
    heard = [not _MARKS.isdisjoint(pair) or neighbours().are_met(*pair) for pair in pairs]
    said = [one for one, pair in zip(heard, pairs, strict=True) if _MARKS.isdisjoint(pair)]
    if not any(said):
        return True
    return any(is_compound(*right) for right, is_heard in zip(meant, heard, strict=True) if not is_heard)


def _is_met(place: _Place, other: str) -> bool:
    """Return whether another word is met beside one of the neighbours."""
    pairs = ((place.before, other), (other, place.behind))
    return any(_MARKS.isdisjoint(pair) and neighbours().are_met(*pair) for pair in pairs)


def _misheard(word: str) -> str:
    """Return the word that differs by hỏi or ngã alone from one that nobody uses: quyễn sách; "" of any other."""
    other = other_curve(word)
    return other if other and is_usual(other) and not is_usual(word) and word not in RARE else ""


def _weight(place: _Place, other: str, used: _Used) -> float:
    """Return how much more another word fits in a place, 0 where it is not certain."""
    known = neighbours()
    pairs = ((place.before, other), (other, place.behind))
    sides = [max(known.common(*pair), _HERE * (used.pair(pair) > 0)) for pair in pairs]
    marks = [not _MARKS.isdisjoint(pair) for pair in pairs]
    often = used.word(other) >= _OFTEN * used.word(place.word)
    nobody_says = place.word not in known.words and not is_usual(place.word)
    rarer = max(known.commonness(other) - _RARER, 0) if nobody_says else 0
    # Most words stand in compounds: (di) sản, văn (hóa) and nhà, sản (xuất) are no nhà sản văn.
    is_free = other in FUNCTION_WORDS or other in FREE_WORDS
    belongs = belong(place.near[0], other) or belong(other, place.near[1]) or any(map(used.often, pairs))
    if not is_free and not belongs:
        return 0
    met = sum(side > 0 and not mark for side, mark in zip(sides, marks, strict=True))
    # Half of a compound needs but the other half beside it, where a mark alone makes it another word: quốc tê bay.
    half = belongs and fold(other) == fold(place.word)
    if not met or (not all(sides) and not rarer and not half):
        return 0
    if not _is_stranger_still(place, other):
        return 0
    if used.word(place.word) > 1 and not often:
        return 0  # the same slip is seldom made twice
    weight: float = sum(min(side, _EDGE) if mark else side for side, mark in zip(sides, marks, strict=True))
    weight += _OF_THE_DOCUMENT * often + rarer / 2
    if place.word in FUNCTION_WORDS and other in FUNCTION_WORDS and met > 1:
        return weight if weight >= _OF_GRAMMAR else 0
    least = _BOTH if met > 1 else _ONE_OF_NOBODY if rarer else _ONE
    return weight if weight >= least else 0
