"""Numbers in Vietnamese words, read where there is one way to read them, and what is counted."""

from __future__ import annotations

_DIGITS = {word: value for value, word in enumerate("không một hai ba bốn năm sáu bảy tám chín".split())}
# Behind mười and mươi `năm` would be years, and digits have other forms.
_UNITS = {word: value for word, value in _DIGITS.items() if word not in {"không", "năm"}} | {
    "lăm": 5, "nhăm": 5, "mốt": 1, "tư": 4,
}  # fmt: skip
_LINKS = frozenset({"linh", "lẻ"})
_COMMAS = frozenset({"phẩy", "phảy"})
_THOUSAND = 1_000
# The greatest first.
SCALES = {
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
    "triệu": 1_000_000,
    "vạn": 10_000,
    "nghìn": _THOUSAND,
    "ngàn": _THOUSAND,
}
NUMBER_WORDS = frozenset({*_DIGITS, *_UNITS, *_LINKS, *_COMMAS, *SCALES, "mười", "mươi", "trăm", "rưỡi"})

# What is counted one by one has no decimals: 1,250 lượt xem.
COUNTED = frozenset(
    " ".join(noun.split())
    for noun in """
    người, lượt, em, trẻ, hộ, cây, tin, bài, buổi, cuộc, cuốn, quyển, bản, tờ, suất, chiếc, bức, phiếu, đồng, trường,
    lớp, video, clip, học sinh, học viên, sinh viên, giáo viên, nhà giáo, cán bộ, công chức, viên chức, đảng viên, đoàn
    viên, hội viên, thành viên, đại biểu, phụ huynh, khán giả, phóng sự, tài khoản, hồ sơ, câu hỏi, gia đình, tổ chức
    """.split(",")
)
MEASURES = frozenset({"cây số", "cây vàng"})


def read_number(words: list[str]) -> float | None:
    """Return the number that words in small letters say; None where they say none, or may say another."""
    at = next((number for number, word in enumerate(words) if word in _COMMAS), len(words))
    whole, part = _whole(words[:at]), words[at + 1 :]
    if whole is None or at == len(words):
        return whole
    scale = SCALES[part.pop()] if part and part[-1] in SCALES else 1
    digits = _decimals(part)
    return scaled(float(f"{whole}.{digits}"), scale) if digits else None


def scaled(number: float, scale: int) -> float:
    """Return so many thousands, millions or billions in ones."""
    return round(number * scale, 6)


def _decimals(words: list[str]) -> str:
    """Return what is said behind the comma in digits, one by one or as a number; "" for anything else."""
    if all(word in _DIGITS for word in words):
        return "".join(str(_DIGITS[word]) for word in words)
    number = _below_thousand(words, is_all=True)
    return "" if number is None else str(number)


def _whole(words: list[str]) -> int | None:
    for name, scale in SCALES.items():
        if name not in words:
            continue
        at = words.index(name)
        many, rest = _whole(words[:at]), words[at + 1 :]
        if rest == ["rưỡi"]:
            return None if many is None else many * scale + scale // 2
        few = _behind(rest, scale) if rest else 0
        return None if many is None or few is None else many * scale + few
    return _below_thousand(words, is_all=True)


def _behind(words: list[str], scale: int) -> int | None:
    """Return what is said behind thousands, millions …; `hai triệu năm trăm` may be 2.500.000, and is not read."""
    if SCALES.keys().isdisjoint(words):
        is_exact = scale == _THOUSAND or words[0] in _LINKS or words[:2] == ["không", "trăm"]
        return _below_thousand(words, is_all=False) if is_exact else None
    number = _whole(words)
    return number if number is not None and number < scale else None


def _below_thousand(words: list[str], *, is_all: bool) -> int | None:
    """Return a number of hundreds, tens and ones; one digit is one only where `is_all` says that it is all there is."""
    if words[1:2] != ["trăm"]:
        return _below_hundred(words, is_all=is_all)
    hundreds, rest = _DIGITS.get(words[0]), words[2:]
    tens = 50 if rest == ["rưỡi"] else _below_hundred(rest, is_all=False) if rest else 0
    return None if hundreds is None or tens is None else hundreds * 100 + tens


def _below_hundred(words: list[str], *, is_all: bool) -> int | None:
    match words:
        case [digit] if digit in _DIGITS and is_all:
            return _DIGITS[digit]
        case [link, digit] if link in _LINKS and not is_all:
            return (_DIGITS | _UNITS).get(digit)
        case ["mười", *unit]:
            tens = 1
        case [digit, "mươi", *unit] if digit in _DIGITS:
            tens = _DIGITS[digit]
        case _:
            return None
    ones = [_UNITS.get(word) for word in unit]
    return tens * 10 if not ones else tens * 10 + ones[0] if len(ones) == 1 and ones[0] else None
