"""Fixed phrases and names: almost right is wrong, letter by letter and capital by capital."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.prose import WORD, Found
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.lexicon import FUNCTION_WORDS, NAMES, OPEN_COMPOUNDS, PHRASES
from kehoach_cli.language.syllables import without_style
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose, Word

ALMOST = warning(
    "KH503",
    "cụm từ cố định viết sai một chữ",
    """
    Tên của cơ quan, danh hiệu và những cụm từ mà văn bản hành chính nào cũng viết như nhau, ở đây sai dấu một chữ,
    thừa một chữ, hoặc có dấu phẩy chen giữa: `thông tin điện từ`, `Nhà giáo dân Nhân dân`, `chương trình, mục tiêu quốc
    gia`.
    """,
)
STRAY = warning(
    "KH504",
    "chữ thừa chen giữa một từ ghép",
    """
    Trong văn bản này chữ sau luôn đi liền với chữ trước (`nội dung`), riêng ở đây có một chữ chen vào giữa.
    """,
)
CAPITALS = warning(
    "KH532",
    "viết hoa tên cơ quan, chức vụ, danh hiệu",
    """
    Tên cơ quan viết hoa các chữ chỉ loại hình, chức năng, lĩnh vực (`Ủy ban nhân dân`, `Sở Giáo dục và Đào tạo`, `Ủy
    ban Thường vụ Quốc hội`); chức vụ và danh hiệu cũng có cách viết riêng (`Thủ tướng Chính phủ`, `Nhà giáo Ưu tú`):
    NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV.1, V.2, V.3. Tên đơn vị của kế hoạch viết như trong units.yaml.
    """,
)
RULES = (ALMOST, STRAY, CAPITALS)
_LONG = 4  # words; shorter phrases differ from other true phrases in one letter too often
_BOUND = 5  # how often a word must stand behind the same one to be bound to it


class _Phrase(NamedTuple):
    """A phrase: its words as written, in small letters of one tone style, and without marks."""

    text: str
    words: tuple[str, ...]
    plain: tuple[str, ...]
    folded: tuple[str, ...]
    gaps: tuple[str, ...]
    is_name: bool


def _phrase(text: str, *, is_name: bool) -> _Phrase:
    words = tuple(WORD.findall(text))
    plain = tuple(_plain(word) for word in words)
    spans = [match.span() for match in WORD.finditer(text)]
    gaps = tuple(text[left[1] : right[0]] for left, right in pairwise(spans))
    return _Phrase(text, words, plain, tuple(map(_folded, words)), gaps, is_name)


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    """Return the word in small letters, in one style of tone marks and of i and y."""
    small = without_style(word.casefold())
    return re.sub(r"(?<=[hklmst])[yýỳỷỹỵ]$", lambda match: "iíìỉĩị"["yýỳỷỹỵ".index(match.group())], small)


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=1)
def _book() -> dict[str, list[_Phrase]]:
    """Return the phrases that kehoach brings along by their first word without marks, the longest first."""
    return _indexed([*(_phrase(text, is_name=True) for text in NAMES), *(_phrase(t, is_name=False) for t in PHRASES)])


def _indexed(phrases: list[_Phrase]) -> dict[str, list[_Phrase]]:
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in sorted(phrases, key=lambda one: -len(one.words)):
        found[phrase.folded[0]].append(phrase)
    return found


def check(prose: Prose) -> Iterator[Found]:
    """Yield the phrases and names that are almost right, and the words that have slipped into a compound."""
    units = _indexed([_phrase(name, is_name=True) for name in prose.names if _is_proper(name)])
    for passage in prose.running:
        words = prose.words[passage]
        free = 0
        for number, word in enumerate(words):
            if number < free:
                continue
            key = _folded(word.text)
            for phrase in (*units.get(key, ()), *_book().get(key, ())):
                length, found = _compare(passage, words, number, phrase)
                if length:
                    free = number + length
                    if found:
                        yield found
                    break
    yield from _strays(prose)


def _is_proper(name: str) -> bool:
    """Return whether a unit's name is a proper one of at least three words: `Phòng Văn hóa - Xã hội`."""
    words = WORD.findall(name)
    return len(words) > 2 and words[0][0].isupper() and any(word[0].isupper() for word in words[1:])  # noqa: PLR2004


def _compare(passage: Passage, words: list[Word], number: int, phrase: _Phrase) -> tuple[int, Found | None]:
    """Return how many words from `number` on are this phrase, right or almost (0: they are not), and what is wrong."""
    size = len(phrase.words)
    run = words[number : number + size]
    if len(run) == size:
        plain = tuple(_plain(word.text) for word in run)
        gap = _gap(passage, run, phrase)
        if plain == phrase.plain and gap != "far":
            return size, (_comma(passage, run, phrase) if gap == "comma" else _capitals(passage, words, number, phrase))
        if gap == "" and _is_slip(run, phrase):
            return size, _almost(passage, run, phrase, "viết khác")
    run = words[number : number + size + 1]
    if (
        phrase.is_name
        and run[0].text[0].isupper()
        and size >= _LONG - 1
        and len(run) == size + 1
        and _gap(passage, run, phrase) == ""
    ):
        extra = _extra(run, phrase)
        if extra is not None and (size >= _LONG or run[extra].text.casefold() not in FUNCTION_WORDS):
            return size + 1, _almost(passage, run, phrase, f"thừa chữ `{run[extra].text}`")
    return 0, None


def _gap(passage: Passage, run: list[Word], phrase: _Phrase) -> str:
    """Return what stands between the words: "" what may, "comma" one comma that may not, "far" anything else."""
    found = [passage.value[left.end : right.start] for left, right in pairwise(run)]
    if all(gap in {" ", wanted} for gap, wanted in zip(found, phrase.gaps, strict=False)):
        return ""
    others = [gap for gap, wanted in zip(found, phrase.gaps, strict=False) if gap not in {" ", wanted}]
    return "comma" if others == [", "] and len(phrase.words) > _LONG else "far"


def _is_slip(run: list[Word], phrase: _Phrase) -> bool:
    """Return whether the words are the phrase but for the marks of one of them."""
    unlike = [
        number for number, (word, right) in enumerate(zip(run, phrase.plain, strict=True)) if _plain(word.text) != right
    ]
    return (
        len(unlike) == 1
        and len(run) >= _LONG - 1
        and all(_folded(word.text) == right for word, right in zip(run, phrase.folded, strict=True))
        and unlike[0] > 0
    )


def _extra(run: list[Word], phrase: _Phrase) -> int | None:
    """Return which of the words is one too many, not the first and not the last; None when that is not all."""
    plain = [_plain(word.text) for word in run]
    for at in range(1, len(run) - 1):
        if (*plain[:at], *plain[at + 1 :]) == phrase.plain and plain[at] not in {plain[at - 1], plain[at + 1]}:
            return at
    return None


def _almost(passage: Passage, run: list[Word], phrase: _Phrase, what: str) -> Found:
    start, end = run[0].start, run[-1].end
    message = f"`{passage.value[start:end]}` {what} so với `{phrase.text}`"
    return Found(ALMOST, passage, start, end, message, f"viết `{_as_here(run, phrase)}`")


def _as_here(run: list[Word], phrase: _Phrase) -> str:
    """Return the phrase, its first letter a capital where that of the text is one."""
    capital = run[0].text[0].isupper()
    return phrase.text[0].upper() + phrase.text[1:] if capital else phrase.text


def _comma(passage: Passage, run: list[Word], phrase: _Phrase) -> Found:
    start, end = run[0].start, run[-1].end
    message = f"có dấu phẩy chen giữa `{phrase.text}`"
    return Found(ALMOST, passage, start, end, message, f"viết `{_as_here(run, phrase)}`")


def _capitals(passage: Passage, words: list[Word], number: int, phrase: _Phrase) -> Found | None:
    run = words[number : number + len(phrase.words)]
    before = words[number - 1].text.casefold() if number else ""
    if not phrase.is_name or all(word.text.isupper() for word in run):
        return None
    if run[0].text.islower() and before in OPEN_COMPOUNDS:
        return None
    unlike = any(_case(word.text) != _case(right) for word, right in zip(run, phrase.words, strict=True))
    if not unlike:
        return None
    start, end = run[0].start, run[-1].end
    message = f"`{passage.value[start:end]}` viết hoa khác `{phrase.text}`"
    return Found(CAPITALS, passage, start, end, message, f"viết `{phrase.text}`")


def _case(word: str) -> str:
    """Return which letters of a word are capitals: the first, all, none, or some others."""
    return "all" if len(word) > 1 and word.isupper() else "small" if word.islower() else "first"


def _strays(prose: Prose) -> Iterator[Found]:
    """Yield the word x in `A x B` where B, often used, stands behind A everywhere else, and x between them nowhere."""
    before: dict[str, list[tuple[str, Word, Word | None]]] = defaultdict(list)
    pairs: Counter[tuple[str, str]] = Counter()
    for passage in prose.running:
        words = prose.words[passage]
        for number in range(1, len(words)):
            left, right = words[number - 1], words[number]
            if passage.value[left.end : right.start] == " ":
                far = words[number - 2] if number > 1 else None
                pair = (left.text.casefold(), right.text.casefold())
                pairs[pair] += 1
                before[pair[1]].append((pair[0], left, far))
    for word, places in before.items():
        partners = {left for left, _, _ in places}
        if len(places) <= _BOUND or len(partners) != 2:  # noqa: PLR2004 - the partner, and the one that slipped in
            continue
        for stray in partners:
            odd = [(left, far) for name, left, far in places if name == stray]
            (partner,) = partners - {stray}
            if len(odd) == 1 and stray not in FUNCTION_WORDS and pairs[partner, stray] == 1:
                left, far = odd[0]
                if far and far.text.casefold() == partner and left.passage.value[far.end : left.start] == " ":
                    message = f"chữ `{left.text}` chen giữa `{partner} {word}`"
                    yield Found(STRAY, left.passage, left.start, left.end, message, f"viết `{partner} {word}`")
