"""The parser's complaint about a line, in the words of the person who typed it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.location import Location
from kehoach_cli.source import rules
from kehoach_cli.source.bullets import other_bullet, too_deep, two_dashes
from kehoach_cli.source.colons import colons
from kehoach_cli.source.complaint import IN_LINE, OUT_OF_LINE, Complaint, place
from kehoach_cli.source.mending import (
    begins_something,
    begun_below,
    block_in_line,
    closed,
    quoted,
)

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

    from kehoach_cli.diagnostics import Finding

_TEXT_AFTER_QUOTE = re.compile(r"""^[^"'\[{]*(["'\[{]).*["'\]}]\s*\S""")


_OPENED = re.compile(r"""^ *(?:- +)*(?:[\w-]+: +|(?<=- ))(?P<quote>["'])(?P<rest>.*)$""")
_OPEN_QUOTE, _CLOSE_IT = "dấu ngoặc kép hoặc nháy mở ra mà không đóng", "thêm dấu đóng ở cuối giá trị"
_EXTRA = re.compile(r"(?P<right>[^\"'#]*[\]}])(?P<extra> *[,\]}]+) *")
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
        or too_deep(lines, line)
        or colons(failure, lines, line, column)
        or _structure(failure, lines, line, column)
        or _indentation(failure, line, column, lines)
        or Complaint(line, column, f"sai cú pháp YAML ({failure.problem})")
    )
    at = Location(file, complaint.line + 1, complaint.column + 1)
    right = quoted(lines, complaint.line) if complaint.mended is None else {complaint.line: complaint.mended}
    doubtful = complaint.doubtful or complaint.mended is None
    finding = rules.SYNTAX.finding(at, complaint.message, complaint.hint, for_line=doubtful)
    if right is None:
        return finding, None
    for number, line_meant in {**right, **complaint.below}.items():
        lines[number] = line_meant
    return finding, "\n".join(lines)


def _left_open(lines: list[str], end: int) -> Complaint | None:
    """Return the first quote above that its line leaves open while the next one begins something else."""
    for number in range(min(end + 1, len(lines) - 1)):
        match = _OPENED.match(lines[number])
        if match is None or not begins_something(next(filter(_says_something, lines[number + 1 :]), "")):
            continue
        rest = re.sub(r"\\.", "", match["rest"]) if match["quote"] == '"' else match["rest"].replace("''", "")
        if match["quote"] not in rest:
            mended = f"{lines[number].rstrip()}{match['quote']}"
            if match["rest"].startswith(("[", "{")):  # the quote itself is one too many
                mended = lines[number][: match.start("quote")] + match["rest"]
            return Complaint(number, match.start("quote"), _OPEN_QUOTE, _CLOSE_IT, mended)
    return None


def _says_something(line: str) -> bool:
    return not line.lstrip(" ").startswith("#") and bool(line.strip())


def _unclosed(failure: MarkedYAMLError, lines: list[str]) -> Complaint | None:
    problem, context = failure.problem or "", failure.context or ""
    mark = failure.context_mark or failure.problem_mark
    line, column = place(mark, 0, 0)
    if "quoted scalar" in context and ("end of stream" in problem or "unexpected document" in problem):
        is_last = not any(below.strip() for below in lines[line + 1 :])
        mended = f"{lines[line].rstrip()}{lines[line][column : column + 1]}" if is_last else None
        return Complaint(line, column, _OPEN_QUOTE, _CLOSE_IT, mended)
    if "flow" in context and ("expected ',' or" in problem or "did not find expected ',' or" in problem):
        closing = "]" if "sequence" in context else "}"
        return _open_bracket(line, column, closing, closed(lines, line, closing))
    if "escape" in problem or ("quoted scalar" in context and "decimal number" in problem):
        line, column = place(failure.problem_mark, line, column)
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


def _structure(failure: MarkedYAMLError, lines: list[str], line: int, column: int) -> Complaint | None:
    source = lines[line]
    problem, context = failure.problem or "", failure.context or ""
    quote = "đặt cả giá trị trong ngoặc kép"
    column = min(column, len(source))
    if source.startswith("%"):
        return Complaint(line, 0, "dòng mở đầu bằng `%` không được dùng", f"xóa dòng này, hoặc {quote}", "")
    if re.fullmatch(r" *(?:```|~~~)\w*\s*", source):
        return Complaint(line, column, f"dòng `{source.strip()}` mở đầu một khối của Markdown", "xóa dòng này", "")
    if any(words in problem for words in _BAD_START) or "tag" in context:
        begun = re.match(r" *(?:- +)*(?:[\w-]+: +)?(?P<sign>[!&*@`%?])", source[: column + 1])
        sign = begun["sign"] if begun else source[column : column + 1] or source[:1]
        column = begun.start("sign") if begun else column
        message, hint = f"giá trị không được bắt đầu bằng `{sign}`", f"xóa dấu này, hoặc {quote}"
        return Complaint(line, column, message, hint)
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
    return Complaint(line, column, OUT_OF_LINE, IN_LINE, mended, below, doubtful=True)
