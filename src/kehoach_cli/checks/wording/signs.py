"""Signs: letters that only look right, odd spaces, dashes, and the spaces around punctuation."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.alphabet import digit, letter, mark, shown, stroke, wide, word_around
from kehoach_cli.checks.wording.glued import glued
from kehoach_cli.checks.wording.masks import masked
from kehoach_cli.checks.wording.pairs import PAIRED, PAIRS, SEQUENCE, TWO_SIGNS, doubled, unpaired
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.letters import DASHES, LOOK_ALIKES
from kehoach_cli.language.syllables import is_syllable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

ODD_SPACE = warning(
    "KH506",
    "dấu cách lạ giữa các chữ",
    """
    Dấu cách không ngắt (U+00A0) và các dấu cách có bề rộng riêng thường theo vào khi chép từ Word hay trang web: chúng
    làm dòng căn đều hai bên bị thưa và làm hai cụm từ trông giống nhau mà tìm không ra nhau.
    """,
)
SPACING = warning(
    "KH511",
    "dấu cách quanh dấu câu",
    """
    Trước dấu `,` `;` `:` `.` `!` `?` không có dấu cách, sau nó có một dấu cách; dấu ngoặc và dấu nháy viết sát phần chữ
    bên trong, cách phần chữ bên ngoài.
    """,
)
DASH = warning(
    "KH512",
    "gạch ngang viết khác lệ",
    """
    Văn bản hành chính dùng dấu `-`, có dấu cách hai bên khi nối hai cụm từ (`Văn hóa - Xã hội`), viết liền trong ký
    hiệu (`KH-UBND`) và giữa hai năm. Dấu `–` `—` thường do Word tự đổi; có dấu cách chỉ một bên là gõ thiếu.
    """,
)
RULES = (ODD_SPACE, SPACING, DASH, SEQUENCE)

_LETTER = r"[^\W\d_]"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_COUNTED = r"(?:lần|buổi|cuộc|tin|bài|lớp|ngày|tháng|năm|người|đợt|hội|đơn|giờ|trường|phường|xã|tổ|chuyên)\b"
_ROMAN_WITH_L = r"(?<=[qQ]uý )l{1,3}\b|\b(?=[IVX]*l)(?=l*[IVX])[IVXl]{2,}\b"
_NO_SPACE_BEHIND = (
    rf"[,;](?<={_LETTER}.)(?={_LETTER})|;(?<=[\w)”].)(?=\w)|,(?<=\d.)(?={_LETTER})|,(?<={_LETTER}.)(?=\d)"
    rf"|,(?<=\b\d.)(?=\d,\d\b)|,(?<=\d,\d.)(?=\d\b)|[:!?](?<={_LETTER}.)(?={_LETTER})|(?<={_LETTER})\?\?+(?={_LETTER})"
    rf"|\.(?<={_LETTER}{_LETTER}.)(?={_LETTER}{_LETTER})|\.(?<=(?:19|20)\d\d\.)(?={_LETTER}{_LETTER})"
)


def _range(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


class _Sign(NamedTuple):
    """What can be wrong with a sign: its pattern, and what stands wherever that holds, quick to search for.

    `letters`, where not empty: only a document that has one of these is searched at all.
    """

    pattern: str
    guards: tuple[str, ...]
    letters: str = ""


_SIGNS = {
    "letter": _Sign(f"[{''.join(LOOK_ALIKES)}]", (f"[{''.join(LOOK_ALIKES)}]",), "".join(LOOK_ALIKES)),
    "mark": _Sign(r"[\u0300-\u036f]", (r"[\u0300-\u036f]",), _range("\u0300", "\u036f")),
    "wide": _Sign(r"[\uff01-\uff5e]", (r"[\uff01-\uff5e]",), _range("\uff01", "\uff5e")),
    "digit": _Sign(
        rf"(?<=\d)[OoIl]+(?=[\d%]|/\d)|(?<=\d)O(?= [^\W\d_A-Z])|\bl(?=\d{{1,2}}(?:%| [^\W\d_A-Z]))"
        rf"|(?<=[A-ZĐ])[01](?=[A-ZĐ])|\b[Ol](?=\d{{1,2}}/[\dA-ZĐ])|\bO(?=[14-9] [^\W\d_A-Z])"
        rf"|(?<=\b(?:19|20)\d)[OoIl]\b|\bO(?=[23] {_COUNTED})"
        rf"|(?<=[^\W\d_])0(?=[^\W\d_])|{_ROMAN_WITH_L}",
        (
            r"[OoIl](?<=\d.)",
            r"[01](?<=[A-ZĐ].)(?=[A-ZĐ])",
            r"[Ol]\d{1,2}[/ %]",
            r"0(?<=\w.)(?=\w)",
            r"l(?<=[IVX].)|[IVX](?<=l.)",
            "uý l",
        ),
    ),
    "stroke": _Sign(r"(?<=[A-ZĐÀ-Ỵ])l(?=[A-ZĐÀ-Ỵ])|\bI(?=[à-ỹ])", ("[A-Z]l|l[A-Z]", "I[à-ỹ]")),
    "space": _Sign(f"[{_SPACES}]+", (f"[{_SPACES}]",), _SPACES.replace("-", _range("\u2000", "\u200a"))),
    "dash": _Sign(r"(?<=\S) ?[–—―−‒]|^[–—―−‒]|[‐‑]|(?<=[\w)”]) ?--+(?= ?[\w(“])", ("[–—―−‒‐‑]", "--"), f"{DASHES}-"),
    "before": _Sign(r"(?<=[\w)\]”\"…]) +[,;:!?](?!\))|(?<=[\w)\]”\"]) +\.(?!\.)(?=\s|$)", (" [,;:!?]", r" \.(?!\.)")),
    "after": _Sign(_NO_SPACE_BEHIND, (_NO_SPACE_BEHIND,)),
    "glued": _Sign(
        rf"(?<=\d){_LETTER}{{2,}}\b|\b{_LETTER}{{2,}}(?=\d)|\b{_LETTER}(?=[1-9]{_LETTER}+\b)",
        (rf"\d{_LETTER}{_LETTER}", rf"\d(?<={_LETTER}.)"),
    ),
    "inside": _Sign(r"(?<=[(\[“]) +|(?<=\S) +(?=[)\]”])", (r"[(\[“] ", r" [)\]”]")),
    "outside": _Sign(
        rf"(?<={_LETTER}{_LETTER})(?=[(“]|\[(?!\d))|(?<=[)”])(?=[\w(“])", (r"[(“\[](?<=\w.)", r"[)”](?=[\w(“])")
    ),
    "lopsided": _Sign(
        r"(?<=[\w)”])(?<!\btừ)(?<!\bđến)(?<!\bdưới) -(?=[\w“])|(?<=[\w)”])(?<!^\w)- (?=[\w“])",
        (r" -(?=\S)", r"- (?<=\S..)"),
    ),
    "tag": _Sign(
        r"<([a-zA-Z]\w*)[^<>]{0,40}>[^<>]*</\1>|</?(?:b|i|u|p|br|em|div|span|strong|font|a|li|ul|td|tr|h\d)\b[^<>]{0,40}>|&(?:[a-zA-Z]{2,8}|#\d{2,5});|\*\*",
        ("[<*&]",),
        "<*&",
    ),
    "link": _Sign(r"\bhttps?(?!://)(?=[:;]?/{1,2}\w)", ("https?[:;/]",)),
    "double": _Sign(TWO_SIGNS, ("[,;:.…] ?[,;:.]",)),
}


def check(prose: Prose) -> Iterator[Found]:
    """Yield what is wrong with the signs of the document; a passage is searched only for what can be in it."""
    odd: dict[Passage, list[str]] = defaultdict(list)
    alphabet = set(prose.text)
    for name, sign in _SIGNS.items():
        if sign.letters and alphabet.isdisjoint(sign.letters):
            continue
        for passage in prose.holding(map(re.compile, sign.guards)):
            odd[passage].append(name)
    paired = prose.holding([PAIRED])
    for passage in prose.passages:
        if passage in odd or passage in paired:
            text = masked(passage.value)
            yield from _closely(passage, text, odd.get(passage, ()))
            yield from unpaired(passage, text)


def _closely(passage: Passage, text: str, names: Iterable[str]) -> Iterator[Found]:
    """Yield what is wrong with signs of these sorts; of two that share a letter, what begins first, then the first."""
    free = 0
    told = 0  # up to where a list without spaces has been spoken of
    matches = [(*match.span(), name) for name in names for match in re.finditer(_SIGNS[name].pattern, text)]
    for start, end, name in sorted(matches, key=itemgetter(0)):
        if start < free:
            continue
        free = end
        if name == "after":
            if start < told:
                continue
            told = word_around(text, start, end)[1]
        found = _SAY[name](passage, start, end)
        if found is not None:
            yield found


def _space(passage: Passage, start: int, end: int) -> Found:
    message = f"dấu cách lạ U+{ord(passage.value[start]):04X} giữa các chữ"
    return Found(ODD_SPACE, passage, start, end, message, "thay bằng dấu cách thường")


def _dash(passage: Passage, start: int, end: int) -> Found | None:
    if passage.value[start] == " ":
        start += 1
    sign = passage.value[start]
    if sign == "-":
        return Found(
            DASH, passage, start, end, f"`{passage.value[start:end]}` là nhiều dấu `-` liền nhau", "viết một `-`"
        )
    return Found(DASH, passage, start, end, f"dấu `{sign}` (U+{ord(sign):04X}), không phải dấu `-`", "viết `-`")


def _before(passage: Passage, start: int, end: int) -> Found:
    message = f"có dấu cách trước `{passage.value[end - 1]}`"
    return Found(SPACING, passage, start, end, message, "xóa dấu cách đó")


def _after(passage: Passage, start: int, end: int) -> Found | None:
    before, behind = passage.value[max(start - 2, 0) : start], passage.value[end : end + 2]
    if passage.value[start] in ":!?" and not (before[-1:].islower() or behind[:1].islower()):
        return None  # KH:UBND, TM.ỦY BAN
    if passage.value[start] == "." and not ((before.islower() or before.isdecimal()) and behind.istitle()):
        return None
    word = shown(passage, start, end)
    if passage.value[start] == "?" and not all(map(is_syllable, re.split(r"\W+", word.strip("?!,.;:").casefold()))):
        message = f"`{word}` có dấu `?` giữa chữ: chữ cái ở đó đã mất khi đổi bảng mã"
        return Found(SPACING, passage, start, end, message, "gõ lại chữ này")
    message = f"thiếu dấu cách sau `{passage.value[start]}` trong `{word}`"
    right = re.sub(r"([,;:!?]|\.(?=\w\w))(?=\w)", r"\1 ", word)
    return Found(SPACING, passage, start, end, message, f"viết `{right}`")


def _inside(passage: Passage, start: int, end: int) -> Found:
    before = passage.value[start - 1]
    sign = before if before in PAIRS else passage.value[end]
    return Found(SPACING, passage, start, end, f"có dấu cách giữa `{sign}` và phần bên trong", "xóa dấu cách đó")


def _outside(passage: Passage, start: int, end: int) -> Found:
    at = start if passage.value[start] in PAIRS else start - 1
    where = "trước" if passage.value[at] in PAIRS else "sau"
    message = f"thiếu dấu cách {where} `{passage.value[at]}`"
    return Found(SPACING, passage, at, max(end, at + 1), message, "thêm một dấu cách")


def _lopsided(passage: Passage, start: int, end: int) -> Found:
    message = f"dấu `-` trong `{shown(passage, start, end)}` có dấu cách chỉ một bên"
    return Found(DASH, passage, start, end, message, "viết dấu cách ở cả hai bên, hoặc không bên nào")


def _tag(passage: Passage, start: int, end: int) -> Found:
    message = f"`{passage.value[start:end]}` là ký hiệu của trang web, in ra nguyên như vậy"
    return Found(SEQUENCE, passage, start, end, message, "xóa, hoặc gõ lại chữ mà nó thay cho")


def _link(passage: Passage, start: int, end: int) -> Found:
    message = f"`{shown(passage, start, end).rstrip('.,;)')}` không phải địa chỉ trang web"
    return Found(SEQUENCE, passage, start, end, message, f"viết `{passage.value[start:end]}://`")


_SAY: dict[str, Callable[[Passage, int, int], Found | None]] = {
    "link": _link,
    "tag": _tag,
    "glued": partial(glued, SPACING),
    "letter": letter,
    "mark": mark,
    "wide": wide,
    "digit": digit,
    "stroke": stroke,
    "space": _space,
    "dash": _dash,
    "before": _before,
    "after": _after,
    "inside": _inside,
    "outside": _outside,
    "lopsided": _lopsided,
    "double": doubled,
}
