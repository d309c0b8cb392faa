"""Words: doubled ones, and ones that cannot be a Vietnamese syllable."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from operator import and_, eq
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.compounds import is_compound
from kehoach_cli.checks.wording.masks import masked
from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.checks.wording.vocabulary import Vocabulary
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.compounds import COMPOUNDS, DOERS, OPEN_TO_THEIR_LAST, is_usual
from kehoach_cli.language.lexicon import FUNCTION_WORDS, REDUPLICATED
from kehoach_cli.language.syllables import LONGEST, is_syllable, tone_of, with_tone, with_tones, without_tone
from kehoach_cli.language.telex import decoded

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose, Word

DOUBLED = warning(
    "KH501",
    "chữ bị lặp",
    """
    Một chữ, một cụm hai chữ hay cả một dòng đứng hai lần liền nhau. Từ láy (luôn luôn, thường thường) và
    chỗ hai từ ghép gặp nhau (`hành vi vi phạm`, `thực hiện hiện đại hóa`) không bị báo; chỗ hai từ ghép ít gặp cũng
    vậy, nếu văn bản có dùng riêng từng từ.
    """,
)
NO_SYLLABLE = warning(
    "KH502",
    "chữ không phải một tiếng của tiếng Việt",
    """
    Phụ âm, vần, dấu thanh này không ghép thành tiếng nào (`đươc`, `nghành`, `thưc`, `hòan`), hoặc hai tiếng viết dính
    nhau, hoặc một tiếng bị dấu cách chen giữa (`tru yền`). Tên riêng và từ mượn viết không dấu không bị xét.
    """,
)
RULES = (DOUBLED, NO_SYLLABLE)
_SHOWN = 3
# Before e, ê and i: k, gh, ngh; before all others c, g, ng (QĐ 1989/QĐ-BGDĐT).
_SPELLED = (("^ngh", "ng"), ("^ng(?!h)", "ngh"), ("^gh", "g"), ("^g(?!h)", "gh"), ("^k", "c"), ("^c(?!h)", "k"))
_LOST = (("(?<!n)g$", "ng"), ("(?<![ncgkpt])h$", "nh"))  # khoảg, thàh


class _Usage:
    """Which two words the document uses as a whole: a sign or a function word stands beside them somewhere."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose

    def parts(self, before: str, word: str, after: str) -> bool:
        """Return whether `before word` ends a phrase somewhere in the document, and `word after` begins one."""
        if not FUNCTION_WORDS.isdisjoint((before, after)):
            return False
        closing, opening = self._pairs
        return (before, word) in closing and (word, after) in opening

    @cached_property
    def _pairs(self) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        closing: set[tuple[str, str]] = set()
        opening: set[tuple[str, str]] = set()
        for passage, small in self._prose.small.items():
            gaps = self._prose.gaps[passage]
            for number, pair in enumerate(pairwise(small)):
                if gaps[number + 1] != " ":
                    continue
                if gaps[number] != " " or FUNCTION_WORDS.issuperset(small[max(number - 1, 0) : number]):
                    opening.add(pair)
                if gaps[number + 2] != " " or FUNCTION_WORDS.issuperset(small[number + 2 : number + 3]):
                    closing.add(pair)
        return closing, opening


def check(prose: Prose) -> Iterator[Found]:
    """Yield the doubled and the impossible words of the document."""
    known = Vocabulary(prose)
    usage = _Usage(prose)
    yield from _capitals_inside(prose)
    for passage, small in prose.small.items():
        if _has_double(small):
            yield from _doubled(passage, prose.words(passage), small, usage)
        if known.suspects.intersection(small) and not passage.value.isupper():
            text = masked(passage.value)
            for number in (at for at, plain in enumerate(small) if plain in known.suspects):
                word = prose.words(passage)[number]
                if text.startswith(word.text, word.start):
                    before, behind = _beside(small, prose.gaps[passage], number)
                    place = before, small[number], behind
                    yield from _impossible(passage, word, known, known.meant(*place) or known.typed(*place))


def _capitals_inside(prose: Prose) -> Iterator[Found]:
    """Yield the syllables with a capital behind a small letter: Caps Lock was on."""
    written = set().union(*prose.spelled.values())
    mixed = {word for word in written if not (word.islower() or word.isupper() or word[1:].islower() or word.isascii())}
    wrong = {word for word in mixed if word[0].islower() and is_syllable(word.casefold())}
    for passage in prose.naming(wrong) if wrong else ():
        for word in prose.words(passage):
            if word.text in wrong:
                message = f"`{word.text}` có chữ viết hoa nằm giữa chữ thường"
                yield Found(NO_SYLLABLE, passage, word.start, word.end, message, f"viết `{word.text.casefold()}`")


def _together(passage: Passage, words: Iterable[Word]) -> bool:
    """Return whether nothing but spaces stands between the words."""
    ordered = list(words)
    between = passage.value[ordered[0].start : ordered[-1].end]
    return not re.search(r"[^\w\s]|\d", between)


def _has_double(small: list[str]) -> bool:
    """Return whether a word, or two, stand twice in a row."""
    if len(set(small)) == len(small):
        return False
    again = list(map(eq, small, small[2:]))
    thrice = list(map(eq, small, small[3:]))
    three = map(and_, map(and_, thrice, thrice[1:]), thrice[2:])
    return any(map(eq, small, small[1:])) or any(map(and_, again, again[1:])) or any(three)


def _doubled(passage: Passage, words: list[Word], small: list[str], usage: _Usage) -> Iterator[Found]:
    told = -1
    for number in range(len(words) - 1):
        if number < told:
            continue
        if small[number] not in small[number + 1 : number + 4]:
            continue
        size = next(
            (one for one in (1, 2, 3) if small[number : number + one] == small[number + one : number + 2 * one]), 0
        )
        pair = words[number : number + size + size]
        if not size or len(pair) < size + size or not (_together(passage, pair) or _is_listed(passage, pair)):
            continue
        if _is_meant(pair, small, number, usage):
            continue
        told = number + 2 * size - 1
        said = passage.value[pair[0].start : pair[-1].end]
        once = passage.value[pair[0].start : pair[size - 1].end]
        yield Found(DOUBLED, passage, pair[0].start, pair[-1].end, f"`{said}` bị lặp", f"viết `{once}` một lần")


def _is_listed(passage: Passage, pair: list[Word]) -> bool:
    """Return whether two words stand twice in a list: viên chức, viên chức, … - but not hợp tác, hợp tác xã."""
    first, second, again, last = (*pair, *pair)[:4]
    between, behind = passage.value[second.end : again.start], passage.value[last.end :]
    apart = len(pair) == 4 and between == ", " and not behind[:1].isspace()  # noqa: PLR2004 - twice two words
    return apart and is_compound(first.text.casefold(), second.text.casefold())


def _is_meant(pair: list[Word], small: list[str], number: int, usage: _Usage) -> bool:
    word, size = small[number], len(pair) // 2
    if size > 1:
        doer = tuple(small[max(number - 1, 0) : number + size])
        return doer in DOERS or all(one in REDUPLICATED for one in small[number : number + size])
    first, text = pair[0], pair[0].passage.value
    ends_a_name = first.text[0].isupper() and re.search(
        r"[^\W\d_][^\W_]* $", text[: first.start]
    )  # phường Ngã Năm năm 2026
    if len(word) == 1 or pair[1].text[0].isupper() or ends_a_name:
        return True  # names double syllables, too
    if word in REDUPLICATED:
        return (word, *small[number + 2 : number + 3]) not in COMPOUNDS  # nhà nhà, not nhà nhà giáo
    if word == "năm":  # five years, but năm năm 2026
        last = pair[1]
        behind = last.passage.value[last.end :]
        years = re.match(r" học (\d{4}) ?[-–] ?(\d{4})", behind)
        return not behind[:2].strip().isdecimal() and not (years and int(years[2]) == int(years[1]) + 1)
    before = small[number - 1] if number else ""
    after = small[number + 2] if number + 2 < len(small) else ""
    if word in FUNCTION_WORDS or (before, word) in OPEN_TO_THEIR_LAST:
        return (before, word) in OPEN_TO_THEIR_LAST
    return (is_compound(before, word) and is_compound(word, after)) or usage.parts(before, word, after)


def _beside(small: list[str], gaps: list[str], number: int) -> tuple[str, str]:
    """Return the words before and behind a word, "" where a sign stands between."""
    before = small[number - 1] if number and gaps[number] == " " else ""
    return before, small[number + 1] if gaps[number + 1] == " " and number + 1 < len(small) else ""


def _impossible(passage: Passage, word: Word, known: Vocabulary, meant: str) -> Iterator[Found]:
    """Yield the finding of a word that is none, with what it is `meant` to be beside its neighbours, if that is known.

    Without that a word that may be from elsewhere is none.
    """
    text = word.text
    small = text.casefold()
    is_name = passage.role is Role.NAME and passage.value.istitle() and not known.like(small)  # Pá Khoang, Đăk Bla
    if is_name or not (text.islower() or (word.start == 0 and text[1:].islower())):
        return  # names and abbreviations follow rules of their own
    if small.isascii() and (_stands_among_foreign(passage, word, meant) or not (meant or small in known.odd)):
        return
    near = meant or _moved(small) or known.like(small) or (decoded(small) if small.isascii() else "")
    apart = _two_syllables(small, known.words) if not near and not small.isascii() else ""
    near = near or apart
    message = f"`{text}` không phải một tiếng của tiếng Việt"
    if apart:
        message = f"`{text}` là hai tiếng viết dính nhau"
    offers = [near] if near else sorted(_by_rule(small) or with_tone(small), key=is_usual, reverse=True)[:_SHOWN]
    said = " hay ".join(f"`{offer.capitalize() if text[0].isupper() else offer}`" for offer in offers)
    yield Found(NO_SYLLABLE, passage, word.start, word.end, message, f"có phải {said}?" if said else "xem lại chính tả")


def _by_rule(word: str) -> list[str]:
    """Return the syllables that a word is once ng, g and c change places with ngh, gh and k, or its last n is back."""
    swapped = (re.sub(wrong, right, word) for wrong, right in (*_SPELLED, *_LOST))
    return list(dict.fromkeys(one for one in swapped if one != word and is_syllable(one)))


def _moved(word: str) -> str:
    """Return the syllable that a word is once its tone mark stands on another vowel: qúy, taị; or nothing."""
    tones = with_tones(without_tone(word)) if len(word) <= LONGEST and tone_of(word) else ()
    return next((one for one in tones if one != word and tone_of(one) == tone_of(word) and is_syllable(one)), "")


def _stands_among_foreign(passage: Passage, word: Word, meant: str) -> bool:
    """Return whether a word is joined to something, or no neighbour has a Vietnamese letter or tells what is meant."""
    before, after = passage.value[: word.start], passage.value[word.end :]
    if before[-1:] in {"-", ".", "/", "_", "@"} or after[:1] in {"-", "/", "_", "@"} or after[:1].isdigit():
        return True  # lop1
    if meant:
        return passage.value.isascii()
    near, behind = before.split()[-2:], after.split(maxsplit=1)[:1]
    if near and not is_syllable(near[-1].casefold()):
        del near[:-1]  # robot hoc; but tư vấn du hoc
    return all(neighbour.isascii() for neighbour in (*near, *behind))


def _two_syllables(word: str, known: Container[str]) -> str:
    """Return two syllables that the word is made of, a compound or both, with marks at least one of them, in use."""
    for at in range(2, min(len(word) - 1, LONGEST + 1)):
        head, tail = word[:at], word[at:]
        if not (is_syllable(head) and is_syllable(tail)):
            continue
        used = (head in known) + (tail in known)
        marked = not head.isascii() and not tail.isascii()
        if is_compound(head, tail) or used > 1 or (used and marked):
            return f"{head} {tail}"
    return ""
