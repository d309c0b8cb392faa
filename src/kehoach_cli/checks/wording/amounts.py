"""Numbers: their thousands and decimals set apart as in Vietnamese, and the figures against the words behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.forms import PADDING
from kehoach_cli.checks.wording.prose import WORD, Found, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.numbers import COUNTED, MEASURES, NUMBER_WORDS, SCALES, read_number, scaled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

OTHER_AMOUNT = warning(
    "KH567",
    "số viết bằng chữ khác số viết bằng chữ số",
    """
    Số ghi bằng chữ ngay sau một số không phải số ấy: `154.000.000 đồng (Một trăm bốn mươi lăm triệu đồng)`, `95% (chín
    mươi sáu phần trăm)`. Số chỉ đọc được theo một cách mới đem so.
    """,
)
RULES = (OTHER_AMOUNT,)

_COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])")
_ONE_COMMA = re.compile(r"(?<![\w.,/])(?P<number>[1-9]\d{0,2},\d{3}) (?P<noun>[^\W\d_]+)(?P<more> [^\W\d_]+)?(?![/\w])")
_SUM = re.compile(r"(?<![\d.,/-])(?P<number>\d[\d.,]*\d) (?=đồng\b|triệu\b|tỷ\b|tỉ\b)")
_WELL_FORMED = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d{1,4})(?:,\d+)?")
_POINT = re.compile(r"(?<![\d.,/])\d{1,3}\.\d{1,2} ?%")
_DIGIT = re.compile(r"\d")
_IN_WORDS = (
    rf"(?<![\w.,/-])(?P<number>{_WELL_FORMED.pattern})(?P<unit> ?%|(?: [^\W\d_]+){{0,3}})"
    r"(?: ?\(|[.,;]? (?=[Bb]ằng chữ))(?:(?:[^\W\d_]+ ){0,3}?[Bb]ằng chữ(?: là)?:? ?)?"
    r"(?P<words>[^\W\d_]+(?:,? [^\W\d_]+)*+)(?=[).;:/])"
)
_SAID = NUMBER_WORDS - {"năm"}  # which is a year nearly everywhere; five hundred has another word
_MONEY = (["đồng"], ["đồng", "chẵn"], ["đồng", "việt", "nam"], ["chẵn"])


def check(prose: Prose) -> Iterator[Found]:
    """Yield the numbers with the wrong signs in them, and those that the words behind them gainsay."""
    numbered = prose.holding([_DIGIT])
    for passage in prose.passages:
        if passage in numbered and passage.role is not Role.SCHEDULE:
            yield from _signs(passage)
            if ("(" in passage.value or "ằng chữ" in passage.value) and not _SAID.isdisjoint(prose.small[passage]):
                yield from _in_words(passage)


def _signs(passage: Passage) -> Iterator[Found]:
    """Yield the numbers whose thousands are not set apart by points, and the decimals not by a comma."""
    told: set[int] = set()
    counts = [match.span("number") for match in _ONE_COMMA.finditer(passage.value) if _is_count(match)]
    for start, end in [match.span() for match in _COMMAS.finditer(passage.value)] + counts:
        told.add(start)
        said = passage.value[start:end]
        message = f"`{said}` dùng dấu phẩy giữa các hàng nghìn"
        yield Found(PADDING, passage, start, end, message, f"viết `{said.replace(',', '.')}`")
    for match in _SUM.finditer(passage.value):
        said = match["number"]
        if match.start() not in told and not _WELL_FORMED.fullmatch(said):
            message = f"`{said}` không tách các hàng nghìn bằng dấu chấm"
            hint = f"viết `{int(said):,}`".replace(",", ".") if said.isdecimal() else "xem lại số này"
            yield Found(PADDING, passage, *match.span("number"), message, hint)
    for match in _POINT.finditer(passage.value):
        message = f"`{match.group()}` dùng dấu chấm cho phần lẻ"
        yield Found(PADDING, passage, *match.span(), message, f"viết `{match.group().replace('.', ',')}`")


def _is_count(match: re.Match[str]) -> bool:
    """Return whether what follows a number with one comma in it is counted one by one."""
    two = f"{match['noun']}{match['more'] or ''}"
    return two in COUNTED or (match["noun"] in COUNTED and two not in MEASURES)


def _in_words(passage: Passage) -> Iterator[Found]:
    """Yield the numbers that are followed by another one in words."""
    for match in re.finditer(_IN_WORDS, passage.value):
        words = [word.casefold() for word in WORD.findall(match["words"])]
        size = next((at for at, word in enumerate(words) if word not in NUMBER_WORDS), len(words))
        number = read_number(words[:size]) if words[:size] != ["năm"] else None  # năm is also a year
        if number is None or not _is_of_unit(words[size:], match["unit"].casefold().split()):
            continue
        whole, _, decimals = match["number"].replace(".", "").partition(",")
        scale = SCALES.get(match["unit"].strip().partition(" ")[0], 1)
        if number not in {scaled(float(f"{whole}.{decimals or 0}"), scale), scaled(float(whole + decimals), scale)}:
            said = " ".join(WORD.findall(match["words"])[:size])
            message = f"`{match['number']}{match['unit']}` mà viết bằng chữ là `{said}`"
            yield Found(OTHER_AMOUNT, passage, *match.span("number"), message, "sửa một trong hai")


def _is_of_unit(rest: list[str], unit: list[str]) -> bool:
    """Return whether what follows the number in words is nothing but the unit of the one in figures."""
    if unit == ["%"]:
        return rest in ([], ["phần", "trăm"])
    if unit and unit[0] in SCALES:
        unit = unit[1:]
    return (rest in _MONEY and unit[:1] in ([], ["đồng"])) or rest == unit[: len(rest)]
