"""The parser's complaint about a line, in the words of the person who typed it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from kehoach_cli.location import Location
from kehoach_cli.source import rules
from kehoach_cli.source.bullets import other_bullet, two_dashes
from kehoach_cli.source.complaint import Complaint
from kehoach_cli.source.mending import (
    begins_something,
    begun_below,
    between,
    block_in_line,
    closed,
    continued,
    in_line,
    quoted,
)

if TYPE_CHECKING:
    from yaml.error import Mark, MarkedYAMLError

    from kehoach_cli.diagnostics import Finding

_KEY_WITHOUT_SPACE = re.compile(r"^(?P<lead>[ -]*)(?P<key>[^\s:#\"'\[{][^\s:#]*):(?P<rest>[^\s:/].*)$")
_TEXT_AFTER_QUOTE = re.compile(r"""^[^"'\[{]*(["'\[{]).*["'\]}]\s*\S""")


_OPENED = re.compile(r"""^ *(?:- +)*(?:[\w-]+: +|(?<=- ))(?P<quote>["'])(?P<rest>.*)$""")
_BARE_KEY = re.compile(r"(?P<key>[ -]*[a-z_]+)(?: +| *[;=] *)(?P<rest>[^ ;=].*)")
_OPEN_QUOTE, _CLOSE_IT = "dấu ngoặc kép hoặc nháy mở ra mà không đóng", "thêm dấu đóng ở cuối giá trị"
_OUT_OF_LINE = "thụt lề không khớp với các dòng trên"
_IN_LINE = "thụt bằng đúng số dấu cách với các mục cùng cấp"
_EXTRA = re.compile(r"(?P<right>[^\"'#]*[\]}])(?P<extra> *[,\]}]+) *")
_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_COLON = re.compile(rf"(?P<key>[ -]*[\w-]+)(?: *：[ {_ODD_SPACES}]*|:(?P<space>[{_ODD_SPACES}]) *)(?P<rest>\S.*)")
_KEY_ALONE = re.compile(r"(?P<key> *(?:- +)*[a-z_]+) *")
_BAD_START = ("cannot start any token", "alphabetic or numeric", "directive", "mapping keys are not allowed")
_BAD_INDENT = ("did not find expected", "but found", "'-' indicator")


def explain(text: str, failure: MarkedYAMLError, file: str) -> tuple[Finding, str | None]:
    """Return the finding for a syntax error: the line that is wrong, not the one where libyaml gave up.

    With it goes the text with that line mended, so that what stands behind can be read, too; None where nobody can
    tell where the line's value ends. Where the value itself is a guess - all of it, in quotes - the finding speaks
    for its line.
    """
    lines = text.split("\n")
    mark = failure.problem_mark or failure.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):  # libyaml counts a line more where the last one does not end
        line, column = len(lines) - 1, len(lines[-1])
    complaint = (
        two_dashes(lines, line)
        or _left_open(lines, line)
        or _unclosed(failure, lines)
        or _in_brackets(failure, lines, line, column)
        or other_bullet(lines, line)
        or _colons(failure, lines, line, column)
        or _structure(failure, lines, line, column)
        or _indentation(failure, line, column, lines)
        or Complaint(line, column, f"sai cú pháp YAML ({failure.problem})")
    )
    at = Location(file, complaint.line + 1, complaint.column + 1)
    right = quoted(lines, complaint.line) if complaint.mended is None else complaint.mended
    doubtful = complaint.doubtful or complaint.mended is None
    finding = rules.SYNTAX.finding(at, complaint.message, complaint.hint, for_line=doubtful)
    if right is None:
        return finding, None
    lines[complaint.line] = right
    for number, line_below in complaint.below.items():
        lines[number] = line_below
    return finding, "\n".join(lines)


def _left_open(lines: list[str], end: int) -> Complaint | None:
    """Return the first quote above that its line leaves open while the next one begins something else."""
    for number in range(min(end + 1, len(lines) - 1)):
        match = _OPENED.match(lines[number])
        if match is None or not begins_something(lines[number + 1]):
            continue
        rest = re.sub(r"\\.", "", match["rest"]) if match["quote"] == '"' else match["rest"].replace("''", "")
        if match["quote"] not in rest:
            mended = f"{lines[number].rstrip()}{match['quote']}"
            if match["rest"].startswith(("[", "{")):  # the quote itself is one too many
                mended = lines[number][: match.start("quote")] + match["rest"]
            return Complaint(number, match.start("quote"), _OPEN_QUOTE, _CLOSE_IT, mended)
    return None


def _place(mark: Mark | None, line: int, column: int) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (line, column)


def _unclosed(failure: MarkedYAMLError, lines: list[str]) -> Complaint | None:
    problem, context = failure.problem or "", failure.context or ""
    mark = failure.context_mark or failure.problem_mark
    line, column = _place(mark, 0, 0)
    if "quoted scalar" in context and ("end of stream" in problem or "unexpected document" in problem):
        is_last = not any(below.strip() for below in lines[line + 1 :])
        mended = f"{lines[line].rstrip()}{lines[line][column : column + 1]}" if is_last else None
        return Complaint(line, column, _OPEN_QUOTE, _CLOSE_IT, mended)
    if "flow" in context and ("expected ',' or" in problem or "did not find expected ',' or" in problem):
        closing = "]" if "sequence" in context else "}"
        return _open_bracket(line, column, closing, closed(lines, line, closing))
    if "escape" in problem or ("quoted scalar" in context and "decimal number" in problem):
        line, column = _place(failure.problem_mark, line, column)
        column = lines[line].rfind("\\", 0, column + 1)  # the two parsers point before and behind it
        if column < 0:
            return None
        mended = lines[line][:column] + lines[line][column + 1 :]
        hint = "dùng nháy đơn '…' hoặc viết `\\\\`"
        return Complaint(line, column, "dấu `\\` trong ngoặc kép không hợp lệ", hint, mended, doubtful=True)
    return None


def _open_bracket(line: int, column: int, closing: str, mended: str | None = None) -> Complaint:
    message = f"ngoặc mở ra mà không đóng, hoặc thiếu dấu phẩy bên trong (cần `{closing}`)"
    return Complaint(line, column, message, mended=mended)


def _in_brackets(failure: MarkedYAMLError, lines: list[str], line: int, column: int) -> Complaint | None:
    problem = failure.problem or ""
    if "unexpected ':'" in problem:
        hint = "đặt chữ có dấu hai chấm trong ngoặc kép"
        return Complaint(line, column, "dấu hai chấm ở chỗ không hợp lệ trong ngoặc", hint)
    if "node content" not in problem:
        return None
    sign = lines[line][column : column + 1]
    if sign in {",", "]", "}"}:
        return Complaint(line, column, f"thừa dấu `{sign}`", "xóa dấu này, hoặc đặt cả giá trị trong ngoặc kép")
    # The file ends right behind a bracket or a comma, and the parser says nothing of the bracket.
    for above in range(line, -1, -1):
        at = max(lines[above].rfind("["), lines[above].rfind("{"))
        if at >= 0:
            return _open_bracket(above, at, "]" if lines[above][at] == "[" else "}")
    return None


def _colons(failure: MarkedYAMLError, lines: list[str], line: int, column: int) -> Complaint | None:
    problem = failure.problem or ""
    if "could not find expected ':'" in problem:
        line = min(_place(failure.context_mark, line, column)[0], len(lines) - 1)
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
        return Complaint(above, indent, _OUT_OF_LINE, _IN_LINE, " " * level + lines[above].lstrip(" "))
    hint = "kiểm tra thụt lề của dòng này và dòng ngay trên"
    return Complaint(line, column, "dấu hai chấm ở chỗ không hợp lệ", hint, in_line(lines, line))


def _second_colon(source: str, line: int, column: int) -> Complaint:
    head, _, rest = source.partition(":")
    again = re.match(r"(?P<lead>[ -]*(?P<key>[a-z_]+): +)(?P=key): +(?P<rest>\S.*)", source)
    ending = re.fullmatch(r"(?P<right>[ -]*[a-z_]+: +[\w-]+) *: *", source)
    if again:
        return Complaint(line, again.end("lead"), "tên mục đứng hai lần", "xóa một lần", again["lead"] + again["rest"])
    if ending:
        return Complaint(line, ending.end("right"), "thừa dấu hai chấm ở cuối dòng", "xóa dấu này", ending["right"])
    hint = f'đặt cả giá trị trong ngoặc kép: {head.strip()}: "{rest.strip()}"'
    mended = f"{head}: {json.dumps(rest.strip(), ensure_ascii=False)}"
    two = re.match(r"[ -]*[a-z_]+: +\S+ +[a-z_]+$", source[: source.rindex(": ")] if ": " in rest else "")
    message = "có dấu “: ” thứ hai trên cùng một dòng"
    return Complaint(line, column, message, hint, mended, doubtful=bool(two))


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
        return Complaint(at, start, "dấu hai chấm “：” là dấu của bàn phím khác", "gõ lại thành `: `", retyped)
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


def _structure(failure: MarkedYAMLError, lines: list[str], line: int, column: int) -> Complaint | None:
    source = lines[line]
    problem, context = failure.problem or "", failure.context or ""
    quote = "đặt cả giá trị trong ngoặc kép"
    column = min(column, len(source))
    if source.startswith("%"):
        return Complaint(line, 0, "dòng mở đầu bằng `%` không được dùng", f"xóa dòng này, hoặc {quote}", "")
    if any(words in problem for words in _BAD_START) or "tag" in context:
        begun = re.match(r" *(?:- +)*(?:[\w-]+: +)?(?P<sign>[!&*@`%?])", source[: column + 1])
        sign = begun["sign"] if begun else source[column : column + 1] or source[:1]
        return Complaint(line, column, f"giá trị không được bắt đầu bằng `{sign}`", quote)
    if "block scalar" in context + problem:
        hint = "viết `>-` rồi xuống dòng, thụt vào và gõ nội dung"
        below: dict[int, str] = begun_below(lines, line) or {}
        if re.search(r": [>|]\S{1,2}$", source):
            below = {line: re.sub(r"\S+$", ">-", source)}
        is_table = source.count("|") > 1
        mended = below.pop(line, None)
        return Complaint(line, column, "dấu `>` hoặc `|` viết sai", hint, mended, below, doubtful=is_table)
    if "sequence entries are not allowed" in problem:
        return Complaint(line, column, "danh sách “- ” phải bắt đầu ở dòng mới, thụt vào")
    return None


def _indentation(failure: MarkedYAMLError, line: int, column: int, lines: list[str]) -> Complaint | None:
    if not any(words in (failure.problem or "") for words in _BAD_INDENT):
        return None
    source = lines[line]
    if re.fullmatch(r"[\s\]})…]+", source):
        sign = source.strip()
        return Complaint(line, column, f"thừa dấu `{sign}` trên một dòng riêng", "xóa dòng này", "")
    extra = _EXTRA.fullmatch(source)
    if extra and all(extra["right"].count(one) == extra["right"].count(other) for one, other in ("[]", "{}")):
        sign = extra["extra"].strip()
        return Complaint(line, extra.start("extra"), f"thừa dấu `{sign}` ở cuối dòng", "xóa dấu này", extra["right"])
    if _TEXT_AFTER_QUOTE.match(source):
        return Complaint(line, column, "có chữ thừa sau dấu đóng ngoặc", "bọc cả giá trị trong một cặp ngoặc kép")
    mended, below = block_in_line(lines, line)
    return Complaint(line, column, _OUT_OF_LINE, _IN_LINE, mended, below, doubtful=True)
