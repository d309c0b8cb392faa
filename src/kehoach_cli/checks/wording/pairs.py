"""Signs too many or too few: two in a row, brackets and quotation marks without their other half."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.diagnostics import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage

SEQUENCE = warning(
    "KH513",
    "dấu câu thừa, hoặc mở mà không đóng",
    """
    Hai dấu câu đứng liền nhau, dấu phẩy sau dấu chấm lửng, ngoặc hoặc nháy mở mà không đóng (hay đóng mà không mở).
    """,
)

_LONGEST = 6  # signs of an enumerator with what stands before it
PAIRED = re.compile(r"[()\[\]“”«»\"]")
PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»"}
_ENUMERATOR = r"(?i)(?:^|[\s;,.:(“\"])(?:[\da-zđ]{1,2}|[ivx]{1,4})$"
TWO_SIGNS = (
    r",(?: ?(?:[,;:]|\.(?!\.)))+|;(?: ?(?:[,;:]|\.(?!\.)))+|:(?: ?[,;:])+"
    r"|(?<![./…])(?<!\. )\. ?\.(?! ?[.…])|(?<!\.)\. ?[,;](?<!\w\.[,;])"
    r"|(?<![.…])\.{4,5}(?![.…])|(?:(?<!\.)\.{3}|…) ?,"
)
_OF_ENUMERATORS = {")"}
_LEADER = "...."  # dots of a form


def unpaired(passage: Passage, text: str) -> Iterator[Found]:
    """Yield brackets and quotation marks without their other half; `a)` at the head of a part is none."""
    waiting: list[int] = []
    for match in PAIRED.finditer(text):
        sign, at = match.group(), match.start()
        if sign == '"':
            continue
        if sign in PAIRS:
            waiting.append(at)
        elif waiting and PAIRS[text[waiting[-1]]] == sign:
            waiting.pop()
        elif waiting and PAIRS[text[waiting[-1]]] not in text[at:] and sign not in _OF_ENUMERATORS:
            opened = text[waiting.pop()]
            message = f"mở bằng `{opened}` mà đóng bằng `{sign}`"
            yield Found(SEQUENCE, passage, at, at + 1, message, f"viết `{PAIRS[opened]}`")
        elif sign == "”" and text.count('"', 0, at) % 2:
            first = text.rindex('"', 0, at)
            text = f"{text[:first]} {text[first + 1 :]}"  # no odd one any more
            yield Found(
                SEQUENCE, passage, first, first + 1, 'mở bằng `"` mà đóng bằng `”`', "mở bằng dấu nháy cong `“`"
            )
        elif not (sign == ")" and re.compile(_ENUMERATOR).search(text, max(at - _LONGEST, 0), at)):
            yield Found(
                SEQUENCE, passage, at, at + 1, f"có dấu `{sign}` đóng mà không có dấu mở", "thêm dấu mở, hoặc xóa"
            )
    yield from _left_open(passage, text, waiting)


def _left_open(passage: Passage, text: str, waiting: list[int]) -> Iterator[Found]:
    """Yield the signs that nothing closes, and a straight quotation mark without another; it may close a curved one."""
    odd = text.rindex('"') if text.count('"') % 2 else -1
    curved = next((at for at in waiting if text[at] == "“" and at < odd), None)
    for at in waiting:
        if at != curved and (passage.role is not Role.ENTRY or text[at] != "“"):
            message = f"dấu `{text[at]}` mở ra mà không đóng"
            yield Found(SEQUENCE, passage, at, at + 1, message, f"thêm `{PAIRS[text[at]]}`")
    if odd >= 0:
        message, hint = 'dấu `"` lẻ: mở mà không đóng, hoặc đóng mà không mở', "thêm dấu còn thiếu"
        if curved is not None:
            message, hint = 'mở bằng dấu nháy cong mà đóng bằng `"`', "đóng bằng dấu nháy cong"
        yield Found(SEQUENCE, passage, odd, odd + 1, message, hint)


def doubled(passage: Passage, start: int, end: int) -> Found | None:
    """Return the finding for two signs in a row, None for the dots of a form."""
    text = passage.value
    if text.startswith(_LEADER, start) and max(text.find(_LEADER, 0, start), text.find(_LEADER, end)) >= 0:
        return None  # ngày.....tháng.....: places to fill in
    return Found(
        SEQUENCE, passage, start, end, f"dấu câu đứng liền nhau: `{passage.value[start:end]}`", "giữ lại một dấu"
    )
