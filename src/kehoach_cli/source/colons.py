"""Colons: keys without theirs, with another sign for it, or with one too many behind."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from kehoach_cli.source.complaint import IN_LINE, MISPLACED, OUT_OF_LINE, Complaint, place
from kehoach_cli.source.mending import begins_something, between, continued, in_line

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

_KEY_WITHOUT_SPACE = re.compile(r"^(?P<lead>[ -]*)(?P<key>[^\s:#\"'\[{][^\s:#]*):(?P<rest>[^\s:/].*)$")
_BARE_KEY = re.compile(r"(?P<key>[ -]*[a-z_]+)(?: +| *[;=] *)(?P<rest>[^ ;=].*)")
_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_COLON = re.compile(rf"(?P<key>[ -]*[\w-]+)(?: *：[ {_ODD_SPACES}]*|:(?P<space>[{_ODD_SPACES}]) *)(?P<rest>\S.*)")
_KEY_ALONE = re.compile(r"(?P<key> *(?:- +)*[a-z_]+) *")


def colons(failure: MarkedYAMLError, lines: list[str], line: int, column: int) -> Complaint | None:
    """Return the complaint about a key without its colon, or a colon too many; None where the parser means another."""
    problem = failure.problem or ""
    if "could not find expected ':'" in problem:
        line = min(place(failure.context_mark, line, column)[0], len(lines) - 1)
    elif "mapping values are not allowed" not in problem:
        return None
    source = lines[line]
    listed = _BARE_KEY.fullmatch(source)
    if "could not" in problem or (listed and listed["rest"][0] in "[{"):
        return _no_colon(lines, line)
    if ":" in source[:column]:
        return _second_colon(source, line, column)
    # A line without its colon runs on into this one, and libyaml stumbles only here.
    above = max((n for n in range(line) if lines[n].strip()), default=line)
    if above < line and (":" not in lines[above] or _KEY_WITHOUT_SPACE.match(lines[above]) or _is_odd(lines[above])):
        return _no_colon(lines, above)
    if above < line and (level := between(lines, above)) is not None:
        indent = len(lines[above]) - len(lines[above].lstrip(" "))
        return Complaint(above, indent, OUT_OF_LINE, IN_LINE, " " * level + lines[above].lstrip(" "))
    is_prose = not begins_something(source)
    message = "dấu hai chấm trong đoạn văn không có ngoặc kép" if is_prose else MISPLACED
    hint = "kiểm tra thụt lề của dòng này và dòng ngay trên"
    if is_prose:
        hint = "đặt cả giá trị trong ngoặc kép, hoặc viết `>-` sau tên mục rồi xuống dòng"
    return Complaint(line, column, message, hint, None if is_prose else in_line(lines, line))


def _second_colon(source: str, line: int, column: int) -> Complaint:
    head, _, rest = source.partition(":")
    again = re.match(r"(?P<lead>[ -]*(?P<key>[a-z_]+): +)(?P=key): +(?P<rest>\S.*)", source)
    ending = re.fullmatch(r"(?P<right>[ -]*[a-z_]+: +[\w-]+) *: *", source)
    if again:
        return Complaint(line, again.end("lead"), "tên mục đứng hai lần", "xóa một lần", again["lead"] + again["rest"])
    if ending:
        return Complaint(line, ending.end("right"), "thừa dấu hai chấm ở cuối dòng", "xóa dấu này", ending["right"])
    value = rest.strip()
    if value[-1] in "\"'" and value.count(value[-1]) == 1:
        message = f"giá trị có dấu `{value[-1]}` đóng ở cuối mà không có dấu mở"
        return Complaint(
            line, len(source) - len(rest.lstrip()), message, "thêm dấu đó ở đầu giá trị", f"{head}: {value[-1]}{value}"
        )
    quotes, quoted = _in_quotes(value)
    hint = f"đặt cả giá trị trong {quotes}: {head.strip()}: {quoted}"
    mended = f"{head}: {json.dumps(value, ensure_ascii=False)}"
    two = re.match(r"[ -]*[a-z_]+: +\S+ +[a-z_]+$", source[: source.rindex(": ")] if ": " in rest else "")
    message = "có dấu “: ” thứ hai trên cùng một dòng"
    return Complaint(line, column, message, hint, mended, doubtful=bool(two))


def _in_quotes(value: str) -> tuple[str, str]:
    """Return the name of the quotes that a person would type around a value, and the value in them."""
    if '"' in value or "\\" in value:
        return "nháy đơn", "'" + value.replace("'", "''") + "'"
    return "ngoặc kép", f'"{value}"'


def _is_odd(line: str) -> bool:
    return _ODD_COLON.fullmatch(line) is not None


def _no_colon(lines: list[str], at: int) -> Complaint:
    match = _KEY_WITHOUT_SPACE.match(lines[at])
    if match:
        right = f"{match['key']}: {match['rest']}"
        message = "thiếu dấu cách sau dấu hai chấm"
        return Complaint(at, match.end("key"), message, f"viết `{right}`", f"{match['lead']}{right}")
    start = len(lines[at]) - len(lines[at].lstrip(" -"))
    level = continued(lines, at)
    if level is not None:
        message = "dòng này nối tiếp đoạn văn ở trên mà thụt ít hơn"
        right = " " * level + lines[at].lstrip(" ")
        return Complaint(at, start, message, "thụt dòng này vào cho thẳng với dòng trên", right)
    odd = _ODD_COLON.fullmatch(lines[at])
    retyped = f"{odd['key']}: {odd['rest']}" if odd else None
    if "：" in lines[at]:
        sign = lines[at].index("：")
        return Complaint(at, sign, "dấu hai chấm “：” là dấu của bàn phím khác", "gõ lại thành `: `", retyped)
    if odd:
        message = f"sau dấu hai chấm là dấu cách lạ U+{ord(odd['space']):04X}, không phải dấu cách thường"
        return Complaint(at, odd.end("key"), message, "gõ lại thành `: `", retyped)
    hint = "thêm dấu đó, hoặc thụt dòng này vào nếu nó nối tiếp dòng trên"
    bare = _BARE_KEY.fullmatch(lines[at])
    mended = f"{bare['key']}: {bare['rest']}" if bare else None
    alone = _KEY_ALONE.fullmatch(lines[at])
    if alone and begins_something(next(filter(str.strip, lines[at + 1 :]), "")):
        mended = f"{alone['key']}:"
    if mended is None and not any(line.strip() for line in lines[at + 1 :]):
        return Complaint(
            at, start, "dòng cuối này không thuộc mục nào", "xóa dòng này, hoặc viết nốt", "", doubtful=True
        )
    return Complaint(at, start, "dòng này thiếu dấu “: ” sau tên mục", hint, mended, doubtful=alone is not None)
