"""How a line that is no YAML was likely meant: what stands behind it can be read then, and nothing is written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEXT = re.compile(r" *(?:- +|[\w-]+:(?: |$))")  # how a line begins that continues no text
_KEY = re.compile(r"(?P<dashes> *(?:- +)*)(?:[a-z_]+:(?: |$))?")
_VALUE = re.compile(r"(?P<lead> *(?:- +)*(?:[\w-]+: +)?)(?P<value>\S.*?) *")
_BLOCK = re.compile(r"(?P<lead>.*?(?:: +|- +)[>|][-+\d]*)(?P<gap> +)(?P<text>\S.*)")
_FEW_TABS = 2  # lines; in more of them the tab is how somebody indents
FARTHEST = 3  # columns that an indentation is off by; more is another level
LEVEL = 2  # columns that a level is further in than the one it stands in
OPEN = (":", ">-", "|-", ">", "|")  # how a line ends whose value begins on the next


def begins_something(line: str) -> bool:
    """Return whether a line continues no text: it begins a key or an element of a list."""
    return bool(_NEXT.match(line))


def in_line(lines: Sequence[str], at: int) -> str | None:
    """Return the line at the level, open above it, that it is a few columns off; None where none is near."""
    own = lines[at].lstrip(" \t")
    indent = len(lines[at]) - len(own)
    if not _NEXT.match(own):
        return None
    level = between(lines, at)
    if level is not None:
        return " " * level + own
    levels = list(_levels(lines[:at], dashes=own.startswith("- ")))
    below = next(filter(str.strip, lines[at + 1 :]), "")
    keys = len(below) - len(below.lstrip(" ")) - len("- ")  # where the element begins whose keys go on below
    goes_on = own.startswith("- ") and begins_something(below) and not below.lstrip(" ").startswith("- ")
    near = min(levels, key=lambda level: (abs(level - indent), -level), default=indent)
    near = keys if goes_on and keys in levels else near
    return None if near == indent or abs(near - indent) > FARTHEST else " " * near + own


def block_in_line(lines: Sequence[str], at: int) -> tuple[str | None, dict[int, str]]:
    """Return the line as `in_line` has it, and the lines below that moved with it where it begins an element."""
    right = in_line(lines, at)
    old = len(lines[at]) - len(lines[at].lstrip(" "))
    if right is None or not right.lstrip(" ").startswith("- "):
        return right, {}
    by = len(right) - len(lines[at])
    depths = {number: len(line) - len(line.lstrip(" ")) for number, line in enumerate(lines) if line.strip()}
    ends = next((number for number in depths if number > at and _ends_block(lines[number], old, old + by)), len(lines))
    inside = [number for number in depths if at < number < ends]
    if by < 0 or not inside or depths[inside[0]] != old + len("- "):
        return right, {}  # the rest of the element stands where it should
    return right, {number: " " * by + lines[number] for number in inside}


def _ends_block(line: str, old: int, level: int) -> bool:
    """Return whether a line ends an element that began `old` columns in and belongs at a level: the next one does."""
    depth = len(line) - len(line.lstrip(" "))
    return depth <= old or (depth == level and line.startswith("- ", level))


def without_tabs(text: str) -> Iterator[str]:
    """Yield the text as it may have been meant where lines begin with tabs: a few of them levelled, or all widened."""
    if len(re.findall(r"(?m)^ *\t[ \t]*[^\s#]", text)) > _FEW_TABS:
        for width in (2, 4, 8):
            yield "\n".join(_widened(line, width) for line in text.split("\n"))
    else:
        yield _levelled(text)


def _widened(line: str, width: int) -> str:
    own = line.lstrip(" \t")
    return line[: len(line) - len(own)].expandtabs(width) + own


def _levelled(text: str) -> str:
    """Return the text with each line that begins with a tab at the level, open above it, that is nearest."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        own = line.lstrip(" \t")
        if "\t" in line[: len(line) - len(own)]:
            above = next(filter(str.strip, reversed(lines[:number])), "")
            depth = len(above) - len(above.lstrip(" ")) + 2 * begins_something(above)
            begun = re.match(r" *(?:- +)+(?=[\w-]+:(?: |$))", above)
            lines[number] = line.expandtabs(2)
            if begun and begins_something(own) and not own.startswith("-"):
                lines[number] = " " * begun.end() + own  # an element has more keys than the first
                continue
            if above.rstrip().endswith(":"):
                lines[number] = " " * depth + own  # the first line of what that one begins
                continue
            lines[number] = in_line(lines, number) or (lines[number] if begins_something(own) else " " * depth + own)
    return "\n".join(lines)


def between(lines: Sequence[str], at: int) -> int | None:
    """Return the column of the keys right above and below a line, where those are level and the line's own is not."""
    own, above = _KEY.match(lines[at].replace("\t", " ")), _KEY.match(next(filter(str.strip, reversed(lines[:at])), ""))
    below = _KEY.match(next(filter(str.strip, lines[at + 1 :]), ""))
    if not (own and above and below) or "-" in own["dashes"] + below["dashes"]:
        return None
    columns = [match.end("dashes") for match in (above, own, below)]
    all_keys = all(match.end() > match.end("dashes") for match in (above, own, below))
    return columns[0] if all_keys and columns[0] == columns[2] != columns[1] else None


def _levels(above: Sequence[str], *, dashes: bool) -> Iterator[int]:
    """Yield the columns at which the open lists, or tables, above a line begin, the deepest first."""
    limit = max(map(len, above), default=0)
    for line in reversed(above):
        match = _KEY.match(line)
        if not match or not match.group().strip():
            continue
        dash, key = match["dashes"].find("-"), match.end("dashes")
        if key < limit and match.end() > key:
            if not dashes:
                yield key
            limit = key
        if 0 <= dash < limit:
            if dashes:
                yield dash
            limit = dash + 1
        if limit == 0:
            return


def quoted(lines: Sequence[str], at: int) -> dict[int, str] | None:
    """Return the lines of the value that a line is of, or ends, all of it in quotes; None where it goes on below."""
    match = _VALUE.fullmatch(lines[at])
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    depth = len(match["lead"]) - len(match["lead"].lstrip(" -")) if match else 0
    goes_on = below[: depth + 1].isspace() and not (depth == 0 and not below.startswith(" "))
    if match is None or goes_on:
        return None
    if match["lead"].strip():
        return {at: match["lead"] + json.dumps(match["value"], ensure_ascii=False)}
    first = next((number for number in range(at - 1, -1, -1) if not lines[number][: depth + 1].isspace()), at)
    begun = _VALUE.fullmatch(lines[first])
    inside = "".join(lines[first + 1 : at])
    if begun is None or not re.match(r" *(?:- +|[\w-]+: +)+[\w(]", lines[first]) or '"' in inside or "\\" in inside:
        return {at: match["lead"] + json.dumps(match["value"], ensure_ascii=False)}
    head, tail = (json.dumps(one["value"], ensure_ascii=False) for one in (begun, match))
    return {first: begun["lead"] + head[:-1], at: match["lead"] + tail[1:]}


def continued(lines: Sequence[str], at: int) -> int | None:
    """Return the column at which a line goes on with the text above it; None where it may be a key of its own."""
    above = next(filter(str.strip, reversed(lines[:at])), "")
    own = len(lines[at]) - len(lines[at].lstrip(" "))
    like_key = re.match(r" *[a-z_]+(?:$|[ :=;：\u00a0])", lines[at])
    if not lines[at][own : own + 1].isalpha() or (like_key and own in _levels(lines[:at], dashes=False)):
        return None
    begins = _NEXT.match(above)
    depth = len(above) - len(above.lstrip(" "))
    if begins:
        column = begins.end() - len(begins.group().lstrip(" -"))
        goes_on = re.search(r"[>|][-+]?$|: +[^\s\"'\[{>|].*$", above)  # a folded text, or a plain one
        return column + 2 if goes_on and own <= column else None
    return depth if own < depth else None


def closed(lines: Sequence[str], line: int, closing: str) -> str | None:
    """Return the line with its bracket closed, where the next line begins something else."""
    source = lines[line].rstrip()
    goes_on = line + 1 >= len(lines) or not _NEXT.match(lines[line + 1])
    if goes_on or "," not in source or len(re.findall(r"[\[{]", source)) != 1 or re.search(r"[\]}\"'#]", source):
        return None
    return source.rstrip(",") + closing


def begun_below(lines: Sequence[str], at: int) -> dict[int, str] | None:
    """Return the lines of a folded text (`>-`) whose first words stand behind the sign, moved to the line below."""
    match = _BLOCK.fullmatch(lines[at])
    if match is None or at + 1 >= len(lines):
        return None
    below = lines[at + 1]
    text = below.lstrip(" ")
    if not text or len(below) - len(text) <= len(lines[at]) - len(lines[at].lstrip(" -")):
        head = re.sub(r"[>|][-+\d]*$", "", match["lead"])
        return {at: head + json.dumps(match["text"], ensure_ascii=False)}
    return {at: match["lead"], at + 1: f"{below[: len(below) - len(text)]}{match['text']} {text}"}


def mended_lines(written: str, read: str) -> dict[int, tuple[int, int]]:
    """Return the lines that are read otherwise than they are written: from which column on, and how much longer."""
    return {
        number: (_same(old, new), len(new) - len(old))
        for number, (old, new) in enumerate(zip(written.split("\n"), read.split("\n"), strict=True))
        if old != new
    }


def _same(one: str, other: str) -> int:
    """Return how many signs two lines have in common before they part."""
    unlike = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(unlike, min(len(one), len(other)))
