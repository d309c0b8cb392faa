"""The elements of a list: where the line that begins one is missing, or stands twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.source import rules
from kehoach_cli.source.nodes import Mapping, Node, Reported, Scalar, said

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding

_FEWEST = 2  # keys; one that stands twice may be just that


def drop_copied_line(items: list[Node], item: Mapping, findings: list[Finding]) -> None:
    """Take out the last element where it is but the first line of the one behind it: that line stands twice."""
    last = items[-1] if items else None
    if not isinstance(last, Mapping) or len(last.values) != 1 or len(item.values) == 1:
        return
    name, value = next(iter(last.values.items()))
    if isinstance(value, Scalar) and value.value and name in item.values and said(item.values[name]) == value.value:
        key = item.key(name).at
        message = f"dòng `- {name}: {value.value}` đứng hai lần"
        findings.append(rules.DUPLICATE_KEY.finding(key, message, "xóa một dòng", see=last.key(name).at))
        items.pop()


def apart(item: Mapping, findings: list[Finding]) -> list[Node]:
    """Return an element of a list, or two of them where what stands in it twice is the whole of a second one.

    A dash is missing then, or the line that the second one begins with: one mistake, however many keys it repeats.
    """
    keys = list(item.values)
    key, _, finding = item.again[0]
    is_other = any(said(own) != said(item.values[str(one.value)]) for one, own, _ in item.again)
    without_dash, without_line = key.value == keys[0], is_other and keys[1:2] == [key.value]
    if len(item.again) < _FEWEST or not (without_dash or without_line):
        return [item]
    message, hint = finding.message, f"thêm `- ` trước `{key.value}`"
    if not without_dash:
        message = f"trước mục `{key.value}` này thiếu dòng mở đầu của phần tử"
        hint = f"thêm dòng `- {keys[0]}: …`, hoặc khôi phục từ git"
    for _, _, told in item.again:
        findings.remove(told)
    findings.append(rules.DUPLICATE_KEY.finding(key.at, message, hint, see=finding.see))
    first, more = _halves(item, keys)
    if not without_dash:
        at = (key.line, key.column, key.width)
        more.put(keys[0], Reported(item.file, at), at)
    return [first, more]


def _halves(item: Mapping, keys: list[str]) -> tuple[Mapping, Mapping]:
    """Return the element up to where its keys begin anew, and what stands from there on."""
    begin = item.again[0][0]
    first, more = Mapping(item.file, item.line, item.column), Mapping(item.file, begin.line, begin.column)
    item.lose_what_stands_again()
    for again, own, _ in item.again:
        if again.value is not None and again.value not in more.values:
            more.put(again.value, own, (again.line, again.column, again.width))
    for name in keys:
        at = item.key(name)
        half = first if at.line <= begin.line else more  # keys that only the second one has
        if name not in half.values:
            half.put(name, item.values[name], (at.line, at.column, at.width))
    return first, more
