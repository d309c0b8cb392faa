"""A line of a file as a terminal shows it, cut to a window, with a caret under what is meant."""

from __future__ import annotations

import re
import unicodedata

_ROOM = 100  # columns of the line that are shown
_BEFORE = 50  # of them, before the caret of a line that is longer
# Of one column on every terminal: what nearly all lines are made of.
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff]*")
_TAB, _UNSEEN = "→", "\N{REPLACEMENT CHARACTER}"


def marked(source: str, start: int, width: int) -> tuple[str, str]:
    """Return the line, and the line of carets under `width` characters from `start` (counted from 0).

    Every sign is shown so that all terminals agree on its columns: what they disagree on, such as the selectors and
    skin tones of emoji, is left out, and what nobody would see has a sign of its own.
    """
    from_ = max(0, start - _ROOM)
    part = source[from_ : start + 2 * _ROOM]
    shown = [(sign, 1) for sign in part] if _PLAIN.fullmatch(part) else list(map(_shown, part))
    mark = min(start - from_, len(shown))
    while 0 < mark < len(shown) and not shown[mark][1]:
        mark -= 1  # a mark of its own is seen on the letter that carries it
    end = min(start - from_ + width, len(shown))
    first, last = 0, len(shown)
    if from_ or last < len(source) - from_ or _columns(shown) > _ROOM:
        first, last = _window(shown, mark)
    head = "…" if from_ + first else ""
    tail = "…" if from_ + last < len(source) else ""
    line = head + "".join(text for text, _ in shown[first:last]) + tail
    before = len(head) + _columns(shown[first:mark])
    return line, " " * before + "^" * max(_columns(shown[mark : min(end, last)]), 1)


def _window(shown: list[tuple[str, int]], mark: int) -> tuple[int, int]:
    """Return from where to where signs are shown; it does not begin with a combining mark, which needs its letter."""
    first, room = mark, _BEFORE
    while first and shown[first - 1][1] <= room:
        first -= 1
        room -= shown[first][1]
    while first < mark and not shown[first][1]:
        first += 1
    last, room = first, _ROOM
    while last < len(shown) and shown[last][1] <= room:
        room -= shown[last][1]
        last += 1
    return first, last


def _columns(shown: list[tuple[str, int]]) -> int:
    return sum(columns for _, columns in shown)


def _shown(sign: str) -> tuple[str, int]:
    """Return what is printed for a sign, and how many columns of a terminal that takes."""
    if " " <= sign <= "~":
        return sign, 1
    if "\ufe00" <= sign <= "\ufe0f" or "\U0001f3fb" <= sign <= "\U0001f3ff" or "\U000e0100" <= sign <= "\U000e01ef":
        return "", 0
    if not sign.isprintable():
        return (_TAB if sign == "\t" else " " if unicodedata.category(sign) == "Zs" else _UNSEEN), 1
    if unicodedata.category(sign) in {"Mn", "Me"} or "\u1160" <= sign <= "\u11ff" or "\ud7b0" <= sign <= "\ud7fb":
        return sign, 0
    return sign, 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
