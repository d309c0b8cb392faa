"""Capitals that do not hang on a list of names: places, documents, parts of documents, sentences, the people."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import sentences
from kehoach_cli.checks.wording.compounds import is_compound
from kehoach_cli.checks.wording.prose import WORD, Found, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.bodies import PROVINCES
from kehoach_cli.language.letters import UPPER
from kehoach_cli.language.lexicon import AFTER_LAW, BEFORE_PARTY, BEFORE_PEOPLE, NAMED_FOR, OPENERS
from kehoach_cli.model.citations import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

PLACE = warning(
    "KH531",
    "viết hoa tên địa lý",
    """
    Danh từ chung chỉ đơn vị hành chính viết thường, chỉ tên riêng viết hoa: `phường Phúc Lợi`, `thành phố Hà Nội`; đơn
    vị gọi bằng số thì viết hoa cả danh từ chung: `Quận 1`; `Thành phố Hồ Chí Minh`, `Thủ đô Hà Nội` là trường hợp riêng
    (NĐ 30/2020/NĐ-CP, Phụ lục II, mục III.1). Phường mang tên người, tên sự kiện cũng viết hoa: chấp nhận tại chỗ.
    """,
)
PEOPLE = warning(
    "KH533",
    "viết hoa Nhân dân, Nhà nước, Đảng",
    """
    `Nhân dân`, `Nhà nước` khi đứng riêng luôn viết hoa; `Đảng` viết hoa khi chỉ Đảng Cộng sản Việt Nam (NĐ
    30/2020/NĐ-CP, Phụ lục II, mục V.1, V.4). Trong `quản lý nhà nước`, `ngân sách nhà nước`, `Ủy ban nhân dân`, `đảng
    viên` thì viết thường.
    """,
)
DOCUMENT = warning(
    "KH534",
    "viết hoa tên văn bản",
    """
    Tên loại văn bản viết hoa chữ đầu, tên riêng của văn bản viết hoa chữ đầu: `Luật Nhà giáo`, `Luật Giáo dục đại học`,
    `Nghị quyết` (không phải `Nghị Quyết`): NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.6.
    """,
)
PART = warning(
    "KH535",
    "viết hoa phần, chương, mục, điều; viết thường khoản, điểm",
    """
    Khi viện dẫn, viết hoa `Phần`, `Chương`, `Mục`, `Tiểu mục`, `Điều`, viết thường `khoản`, `điểm` (NĐ 30/2020/NĐ-CP,
    Phụ lục II, mục V.7).
    """,
)
RULES = (PLACE, PEOPLE, DOCUMENT, PART)

_TYPES = [kind for kind in TYPES if kind not in {"luật", "văn bản"} and " tư liên" not in kind]
_DOUBLE_CAPITAL = "|".join(" ".join(word.capitalize() for word in kind.split()) for kind in _TYPES)
_OTHER_PEOPLE = "tệ|Việt Nam|thế giới|các nước|hai nước|địa phương|các cấp|tỉnh|thành phố|xã|phường|cùng cấp"
_OTHER_STATE = "pháp quyền|có thẩm quyền|cấp"
_OTHER_PARTY = "viên|bộ|ủy|uỷ|phái|phí|đoàn|ta|cầm|đối|chính|dân|cộng"


_PATTERNS = {
    "place": (
        r"(?P<noun>Phường|Xã|Thị trấn|Quận|Huyện|Thị xã|Thành phố|Tỉnh) "
        rf"(?P<own>(?!{'|'.join(NAMED_FOR)}|Hồ Chí Minh)[^\W\d_]+(?: [^\W\d_]+){{0,9}})"
    ),
    "level_of": r"(?<=\bcấp )(?:Tỉnh|Phường|Xã|Huyện|Quận)\b(?! [^\W\d_a-z])",
    "numbered": r"\b(?P<low>phường|quận) \d{1,2}(?=[,.;)](?!\d)|$)",
    "people": (rf"\bnhân dân\b(?! (?:{_OTHER_PEOPLE}))|\bnhà nước\b(?! (?:{_OTHER_STATE}))"),
    "party": rf"\bđảng\b(?! (?:{_OTHER_PARTY}))",
    "member": r"(?<=[^\W\d_A-Z] )Đảng viên\b(?! [^\W\d_a-z])",
    "law": r"\b(?P<law>Luật|Bộ luật|Pháp lệnh) (?P<next>[^\W\d_]+)(?P<more> [^\W\d_]+)?\b",
    "small_law": r"(?<!háp )(?<!kỷ )(?<![bB]ộ )(?<!dự )(?<!hình )(?<!quy )(?<!trong )"
    r"luật [^\W\d_]+(?: [^\W\d_]+)?",
    "type": rf"\b(?:{_DOUBLE_CAPITAL})\b",
    "article": r"(?P<article>điều|chương) (?:\d+|[IVXL]+)\b(?! (?:khoản|điểm) của)",
    "clause": r"(?P<clause>Khoản|Điểm) (?:\d+|[a-zđ])\b",
    "opener": r"(?<=[;,] )[^\W\d_a-z][^\W\d_]*(?: [^\W\d_]+)?",
    "after_stop": r"(?<=[\w)”][.!?] )(?<!v\. )(?<!\bv\.v\. )(?<!\b[a-zđ]\. )[^\W\d_]+(?![^\W\d_]*\))",
    "level": r"(?<!\bliên cấp )(?:(?<=\bgiáo dục )|(?<=\bhọc sinh )|(?<=\bgiáo viên )|(?<=\b(?:lớp|trẻ|bậc|cấp) ))"
    rf"(?:Mầm non|Tiểu học|Trung học|Phổ thông|Thường xuyên)\b(?! [{UPPER}])",
}
# What is right or wrong only inside a sentence, and the signs that it may stand behind, beside small letters; and what
# is so only behind some words. Patterns could say both, and most of their making would be for that.
_INSIDE = {"place": "0123456789,;", "small_law": ",;", "article": "0123456789,;", "clause": "0123456789,;"}
_BEHIND = {"people": BEFORE_PEOPLE, "party": BEFORE_PARTY}
_WORDS = 20  # letters: more than any of those words has
# Words without which a pattern cannot hold: a passage is searched only for what it names.
_NAMED = {
    "place": ("Phường ", "Xã ", "Thị trấn ", "Quận ", "Huyện ", "Thị xã ", "Thành phố ", "Tỉnh "),
    "numbered": ("phường ", "quận "),
    "people": ("nhân dân", "nhà nước"),
    "party": (" đảng",),
    "member": (" Đảng viên",),
    "law": ("Luật ", "Bộ luật ", "Pháp lệnh "),
    "small_law": (" luật ",),
    "type": tuple(_DOUBLE_CAPITAL.split("|")),
    "article": (" điều ", " chương "),
    "clause": (" Khoản ", " Điểm "),
    "opener": tuple(f"{sign} {words}" for words in OPENERS for sign in ";,"),
    "after_stop": (". ", "! ", "? "),
    "level": tuple(f" {level}" for level in ("Mầm non", "Tiểu học", "Trung học", "Phổ thông", "Thường xuyên")),
    "level_of": ("cấp Tỉnh", "cấp Phường", "cấp Xã", "cấp Huyện", "cấp Quận"),
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def check(prose: Prose) -> Iterator[Found]:
    """Yield the capitals that are too many or too few in each passage."""
    judged = {passage for passage in prose.running if passage.role is not Role.SCHEDULE}
    for passage in prose.running:
        if passage in judged:
            yield from sentences.opening(passage)
    yield from sentences.inside(prose)
    written = set().union(*prose.spelled.values())
    names = sentences.Names(prose)
    for name, words in _NAMED.items():
        named = prose.naming(word for word in words if written.issuperset(WORD.findall(word))) & judged
        for passage in (one for one in prose.running if one in named) if named else ():
            for match in _matches(name, passage.value):
                found = _SAY[name](passage, match)
                if found is not None and not (name == "opener" and names.hold(found)):
                    yield found


def _matches(name: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that stand where it is meant for."""
    pattern, at = _pattern(name), 0
    while match := pattern.search(text, at):
        if _stands(name, text[max(match.start() - _WORDS, 0) : match.start()]):
            yield match
        at = match.start() + 1  # a place may be named right behind another


def _stands(name: str, before: str) -> bool:
    """Return whether a pattern's words may stand behind this text."""
    if name in _INSIDE:
        return len(before) > 1 and before[-1] == " " and (before[-2].islower() or before[-2] in _INSIDE[name])
    small = before.casefold()
    return name not in _BEHIND or any(
        small.endswith(f"{word} ") and not small[: -len(word) - 1][-1:].isalnum() for word in _BEHIND[name]
    )


def _place(passage: Passage, match: re.Match[str]) -> Found | None:
    noun, own = match["noun"], " ".join(takewhile(_is_capital, match["own"].split(" ")))
    if not own:
        return None
    right = noun[0].lower() + noun[1:]
    message = f"`{noun} {own}`: danh từ chung viết thường"
    end = match.start("own") + len(own)
    return Found(PLACE, passage, match.start("noun"), end, message, f"viết `{right} {own}`")


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _numbered(passage: Passage, match: re.Match[str]) -> Found:
    said = match.group()
    right = said[0].upper() + said[1:]
    return Found(PLACE, passage, *match.span(), f"`{said}` gọi bằng số thì viết hoa", f"viết `{right}`")


def _people(passage: Passage, match: re.Match[str]) -> Found:
    said = match.group()
    right = said[0].upper() + said[1:]
    return Found(PEOPLE, passage, *match.span(), f"`{said}` đứng riêng thì viết hoa", f"viết `{right}`")


def _member(passage: Passage, match: re.Match[str]) -> Found:
    message = f"`{match.group()}` giữa câu không phải tên riêng"
    return Found(PEOPLE, passage, *match.span(), message, "viết `đảng viên`")


def _law(passage: Passage, match: re.Match[str]) -> Found | None:
    after, more = match["next"], (match["more"] or "").strip()
    is_place = f"{after} {more}" in PROVINCES
    if more.istitle() and after.istitle() and is_compound(after.casefold(), more.casefold()) and not is_place:
        said, right = match.group(), f"{match['law']} {after} {more.casefold()}"
        message = f"`{said}`: tên riêng của luật viết hoa chữ đầu của mỗi từ"
        return Found(DOCUMENT, passage, *match.span(), message, f"viết `{right}`")
    if after in AFTER_LAW or not after.islower():
        return None
    end = match.end("more" if (match["more"] or "").islower() else "next")
    said = passage.value[match.start() : end]
    right = f"{match['law']} {after[0].upper()}{passage.value[match.start('next') + 1 : end]}"
    message = f"`{said}`: tên riêng của luật viết hoa chữ đầu"
    return Found(DOCUMENT, passage, match.start(), end, message, f"viết `{right}`")


def _small_law(passage: Passage, match: re.Match[str]) -> Found | None:
    said = match.group()
    name = said.split(" ")[1:]
    if not _is_capital(name[0]):
        return None
    return Found(DOCUMENT, passage, *match.span(), f"`{said}`: tên loại văn bản viết hoa", f"viết `L{said[1:]}`")


def _type(passage: Passage, match: re.Match[str]) -> Found:
    said = match.group()
    return Found(DOCUMENT, passage, *match.span(), f"`{said}` viết hoa cả hai chữ", f"viết `{said.capitalize()}`")


def _part(passage: Passage, match: re.Match[str]) -> Found:
    said = match.group()
    right = said[0].swapcase() + said[1:]
    what = "viết hoa" if right[0].isupper() else "viết thường"
    return Found(PART, passage, *match.span(), f"`{said}`: khi viện dẫn thì {what}", f"viết `{right}`")


def _level(passage: Passage, match: re.Match[str]) -> Found:
    said = match.group()
    message = f"`{said}` chỉ cấp học, không phải tên riêng"
    return Found(PLACE, passage, *match.span(), message, f"viết `{said[0].lower()}{said[1:]}`")


def _level_of(passage: Passage, match: re.Match[str]) -> Found:
    said = match.group()
    message = f"`cấp {said}`: danh từ chung viết thường"
    return Found(PLACE, passage, *match.span(), message, f"viết `cấp {said[0].lower()}{said[1:]}`")


_SAY: dict[str, Callable[[Passage, re.Match[str]], Found | None]] = {
    "place": _place,
    "numbered": _numbered,
    "people": _people,
    "party": _people,
    "member": _member,
    "law": _law,
    "small_law": _small_law,
    "type": _type,
    "article": _part,
    "clause": _part,
    "opener": sentences.opener,
    "after_stop": sentences.after_stop,
    "level": _level,
    "level_of": _level_of,
}
