"""Fixed phrases and names: almost right is wrong, letter by letter and capital by capital."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.compounds import belong, is_compound
from kehoach_cli.checks.wording.misused import Misused
from kehoach_cli.checks.wording.names import ANY_OF, trusted
from kehoach_cli.checks.wording.phrasebook import LONG, indexed, made
from kehoach_cli.checks.wording.prose import Found, Passage, Prose
from kehoach_cli.checks.wording.slips import Slips, looks
from kehoach_cli.checks.wording.spellings import plain_word
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.lexicon import FUNCTION_WORDS, OPEN_COMPOUNDS
from kehoach_cli.language.neighbours import neighbours
from kehoach_cli.language.phrases import ASSOCIATIONS, SHORTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.checks.wording.phrasebook import Phrase
    from kehoach_cli.checks.wording.prose import Word

ALMOST = warning(
    "KH503",
    "cụm từ cố định viết sai một chữ",
    """
    Tên của cơ quan, danh hiệu và những cụm từ mà văn bản hành chính nào cũng viết như nhau, ở đây sai dấu một chữ,
    thừa một chữ, hoặc có dấu phẩy chen giữa: `thông tin điện từ`, `Nhà giáo dân Nhân dân`, `chương trình, mục tiêu quốc
    gia`.
    """,
)
CAPITALS = warning(
    "KH532",
    "viết hoa tên cơ quan, chức vụ, danh hiệu",
    """
    Tên cơ quan viết hoa các chữ chỉ loại hình, chức năng, lĩnh vực (`Ủy ban nhân dân`, `Sở Giáo dục và Đào tạo`, `Ủy
    ban Thường vụ Quốc hội`); chức vụ và danh hiệu cũng có cách viết riêng (`Thủ tướng Chính phủ`, `Nhà giáo Ưu tú`):
    NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV.1, V.2, V.3. Tên đơn vị của kế hoạch viết như trong units.yaml. Tên người viết
    hoa mọi chữ (`Nguyễn Văn Mẫu`; mục II.1), tên ngôn ngữ viết hoa chữ chỉ nơi nói (`tiếng Anh`).
    """,
)
RULES = (ALMOST, CAPITALS)
_OF_A_KIND = {"các", "cơ", "tình", "xung", "ở", "cùng"}  # associations of a kind: Hội nông dân các cấp, cơ sở


def check(prose: Prose) -> Iterator[Found]:
    """Yield the phrases, the names and the frequent compounds that are almost right."""
    index = indexed(trusted(prose.names))
    bare = looks(prose)
    slips = Slips(prose, bare)
    misused = Misused(prose)
    for passage in prose.passages:
        folded = [bare[word] for word in prose.small[passage]]
        free = 0
        told: set[int] = set()
        for number, key in enumerate(folded):
            if number < free or key not in index:
                continue
            seconds, phrases = index[key]
            near = folded[number + 1 : number + 3]  # a word may have slipped in behind the first one, no more
            if seconds.isdisjoint(near):
                continue
            likely = [one for one in phrases if not one.seconds.isdisjoint(near)]
            ways = (_compare, _dropped, _cut)
            compared = (how(prose, passage, number, one, folded) for how in ways for one in likely)
            length, found = next((one for one in compared if one[0]), (0, None))
            free = number + length
            told.update(range(number, free))
            if found:
                yield found
        for number, size, right in misused.found(passage):
            told.update(range(number, number + size))
            yield _almost(passage, prose.words(passage)[number : number + size], made(right), "viết sai")
        for number, right in slips.found(passage):
            if told.isdisjoint((number, number + 1)):
                yield _almost(passage, prose.words(passage)[number : number + 2], made(right), "viết khác")


def _compare(
    prose: Prose, passage: Passage, number: int, phrase: Phrase, folded: list[str]
) -> tuple[int, Found | None]:
    """Return how many words from `number` on are this phrase, right or almost (0: they are not), and what is wrong."""
    size = len(phrase.words)
    end = number + size
    small = prose.small[passage]
    if phrase.is_name and number and small[number - 1] in OPEN_COMPOUNDS:
        first = prose.spelled[passage][number]
        if first.islower() or passage.value.isupper():
            return 0, None
    if folded[number:end] == phrase.folded:
        same = prose.spelled[passage][number:end] == phrase.words
        if same and prose.gaps[passage][number + 1 : end] == phrase.gaps:
            return size, None
        words = prose.words(passage)
        run = words[number:end]
        plain = [plain_word(word.text) for word in run]
        gap = _gap(passage, run, phrase)
        if plain == phrase.plain and gap != "far":
            return size, (_comma(passage, run, phrase) if gap == "comma" else _capitals(passage, words, number, phrase))
        if gap == "" and _is_slip(plain, phrase) and not is_compound(plain[-1], *small[end : end + 1]):
            return size, _almost(passage, run, phrase, "viết khác")
    ends_alike = folded[end : end + 1] == phrase.folded[-1:]  # the word too many is not the last
    if ends_alike and phrase.is_name and size >= LONG - 1 and prose.spelled[passage][number][0].isupper():
        run = prose.words(passage)[number : end + 1]
        extra = _extra(run, phrase) if len(run) == size + 1 and _gap(passage, run, phrase) == "" else None
        if extra is not None and (size >= LONG or run[extra].text.casefold() not in FUNCTION_WORDS):
            return size + 1, _almost(passage, run, phrase, f"thừa chữ `{run[extra].text}`")
    return 0, None


def _dropped(
    prose: Prose, passage: Passage, number: int, phrase: Phrase, folded: list[str]
) -> tuple[int, Found | None]:
    """Return how many words from `number` on are this phrase without one of its inner words, and what is wrong."""
    size = len(phrase.words) - 1
    end = number + size
    if size < LONG - 1 or folded[end - 1 : end] != phrase.folded[-1:]:
        return 0, None
    run = prose.words(passage)[number:end]
    plain = [plain_word(word.text) for word in run]
    lost = next((at for at in range(1, size) if [*plain[:at], phrase.plain[at], *plain[at:]] == phrase.plain), None)
    if lost is None or " ".join(plain) in SHORTER or not _is_missed(passage, run, phrase, lost):
        return 0, None
    small = prose.small[passage]
    if is_compound(plain[-1], *small[end : end + 1]) or is_compound(*small[max(number - 1, 0) : number], plain[0]):
        return 0, None
    if any(gap not in {" ", *phrase.gaps} for gap in prose.gaps[passage][number + 1 : end]):
        return 0, None
    if not phrase.is_name and any(word.text[0].isupper() for word in run[1:]):
        return 0, None  # theo quy định của Luật
    return size, _almost(passage, run, phrase, f"thiếu chữ `{phrase.words[lost]}`")


def _is_missed(passage: Passage, run: list[Word], phrase: Phrase, lost: int) -> bool:
    """Return whether a word may not be left out; one of grammar only in a name, which its capitals tell."""
    if phrase.plain[lost] not in FUNCTION_WORDS:
        return True
    as_written = [word.text for word in run] == [*phrase.words[:lost], *phrase.words[lost + 1 :]]
    behind = passage.value[run[-1].end :]  # Bộ Khoa học Công nghệ và Môi trường was one, too
    return phrase.is_name and as_written and not re.match(r" và (?!Bộ |Sở )[^\W\d_a-z]", behind)


def _cut(prose: Prose, passage: Passage, number: int, name: Phrase, folded: list[str]) -> tuple[int, Found | None]:
    """Return how many words from `number` on are this name but for the last half of its last compound: Ủy ban nhân."""
    size = len(name.words) - 1
    end = number + size
    if size < LONG - 1 or not name.is_name or folded[number:end] != name.folded[:-1] or end == len(folded):
        return 0, None
    run, small = prose.words(passage)[number:end], prose.small[passage]
    half, rest, behind = name.plain[-2], name.plain[-1], small[end]
    if [word.text for word in run] != name.words[:-1] or _gap(passage, run, name) or not belong(half, rest):
        return 0, None
    # What is behind must follow the whole name: a slip in its last word is another mistake.
    follows = prose.gaps[passage][end] != " " or neighbours().are_met(rest, behind)
    if not follows or is_compound(half, behind) or name.folded[-1] in folded[end : end + 2]:
        return 0, None
    return size, _almost(passage, run, name, f"thiếu chữ `{name.words[-1]}`")


def _gap(passage: Passage, run: list[Word], phrase: Phrase) -> str:
    """Return what stands between the words: "" what may, "comma" one comma that may not, "far" anything else."""
    found = [passage.value[left.end : right.start] for left, right in pairwise(run)]
    others = [(gap, wanted) for gap, wanted in zip(found, phrase.gaps, strict=False) if gap not in {" ", wanted}]
    if not others:
        return ""
    is_list = passage.value[: run[0].start].endswith(", ")  # tư tưởng, tổ chức, chính trị - xã hội
    return "comma" if others == [(", ", " ")] and len(phrase.words) > LONG and not is_list else "far"


def _is_slip(plain: list[str], phrase: Phrase) -> bool:
    """Return whether these words, the phrase's but for their marks, differ from it in one, not the first."""
    unlike = [number for number, (word, right) in enumerate(zip(plain, phrase.plain, strict=True)) if word != right]
    return len(unlike) == 1 and len(plain) >= LONG - 1 and (unlike[0] > 0 or len(plain) > LONG)


def _extra(run: list[Word], phrase: Phrase) -> int | None:
    """Return which of the words is one too many, not the first and not the last; None when that is not all."""
    plain = [plain_word(word.text) for word in run]
    for at in range(1, len(run) - 1):
        said_of_people = plain[at] == "trưởng"  # Bộ trưởng Khoa học và Công nghệ
        other = plain[at] in {plain[at - 1], plain[at + 1]} or is_compound(*plain[at - 1 : at + 1])  # bộ phận
        if [*plain[:at], *plain[at + 1 :]] == phrase.plain and not other and not said_of_people:
            return at
    return None


def _almost(passage: Passage, run: list[Word], phrase: Phrase, what: str) -> Found:
    start, end = run[0].start, run[-1].end
    message = f"`{passage.value[start:end]}` {what} so với `{phrase.text}`"
    gaps = [passage.value[left.end : right.start] for left, right in pairwise(run)]
    hint = f"viết `{_as_here(run, phrase, gaps)}`"
    return Found(
        ALMOST, passage, start, end, message, hint, slip=_slip(run, [word.casefold() for word in phrase.words])
    )


def _slip(run: list[Word], right: list[str]) -> int:
    """Return where the first of these words stands that is not the right one."""
    unlike = (word.start for word, wanted in zip(run, right, strict=False) if word.text.casefold() != wanted)
    return next(unlike, run[-1].start)


def _as_here(run: list[Word], phrase: Phrase, gaps: Sequence[str] = ()) -> str:
    """Return the phrase, its first letter a capital where that of the text is one, with these gaps if they fit."""
    text = phrase.text
    if len(gaps) == len(phrase.words) - 1:
        text = "".join(chain.from_iterable(zip(phrase.words, (*gaps, ""), strict=True)))
    if all(word.text.isupper() for word in run):
        return text.upper()
    return text[0].upper() + text[1:] if run[0].text[0].isupper() else text


def _comma(passage: Passage, run: list[Word], phrase: Phrase) -> Found:
    start, end = run[0].start, run[-1].end
    message = f"có dấu phẩy chen giữa `{phrase.text}`"
    return Found(ALMOST, passage, start, end, message, f"viết `{_as_here(run, phrase)}`")


def _capitals(passage: Passage, words: list[Word], number: int, phrase: Phrase) -> Found | None:
    run = words[number : number + len(phrase.words)]
    if not phrase.is_name or all(word.text.isupper() for word in run):
        return None
    if run[0].text.islower() and number and words[number - 1].text.casefold() in ANY_OF:
        return None
    behind = words[number + len(run) : number + len(run) + 1]
    if phrase.text in ASSOCIATIONS and (run[0].text.islower() or any(word.text in _OF_A_KIND for word in behind)):
        return None
    slip = next((word for word, right in zip(run, phrase.words, strict=True) if _case(word.text) != _case(right)), None)
    if slip is None:
        return None
    start, end = run[0].start, run[-1].end
    message = f"`{passage.value[start:end]}` viết hoa khác `{phrase.text}`"
    return Found(CAPITALS, passage, start, end, message, f"viết `{phrase.text}`", slip=slip.start)


def _case(word: str) -> str:
    """Return which letters of a word are capitals: the first, all, none, or some others."""
    return "all" if len(word) > 1 and word.isupper() else "small" if word.islower() else "first"
