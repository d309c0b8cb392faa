"""The elements of a list of records as they were meant, where a dash or a line has parted, mixed or lost some."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kehoach_cli.loading import rules
from kehoach_cli.source import rules as source_rules
from kehoach_cli.source.nodes import Mapping, Node, Reported, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.record import Record


def rejoined(items: list[Node], record: Record[Any], findings: list[Finding]) -> list[Node]:
    """Return the elements of a list of records as they were meant, and report what has parted or mixed them.

    Two that a dash too many has parted are one again, what two have exchanged is given back, and of what stands twice
    in an element of two keys the second belongs to one whose first line is lost.
    """
    required = {one.key for one in record.fields if one.required}
    if all(isinstance(item, Mapping) and required <= item.values.keys() and not item.again for item in items):
        return items
    for one, other in pairwise(items):
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            _exchange(one, other, required, findings)
    found: list[Node] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(last, Mapping) and isinstance(item, Mapping) and _are_halves(last, item, required):
            name = next(iter(item.values))
            message = f"dấu `-` trước `{name}` tách {record.name} này làm hai"
            findings.append(rules.MISSING_KEY.finding(item.at, message, "xóa dấu `-`, thụt dòng vào cho thẳng hàng"))
            found[-1] = last.with_more(item)
        else:
            found.append(item)
        found += _without_first(item) if isinstance(item, Mapping) and len(item.again) == 1 else ()
    return found


def _without_first(item: Mapping) -> Iterator[Mapping]:
    """Yield the element of what stands twice in one of two keys; what its first key says is not known."""
    (key, own, _), (first, *others) = item.again[0], item.values
    if others != [key.value] or said(own) == said(item.values[others[0]]):
        return
    item.lose_what_stands_again()
    other = Mapping(item.file, key.line, key.column)
    at = (key.line, key.column, key.width)
    other.put(first, Reported(item.file, at), at)
    other.put(str(key.value), own, at)
    yield other


def _exchange(one: Mapping, other: Mapping, required: set[str], findings: list[Finding]) -> None:
    """Give a key that stands twice in one of two elements to the other, which lacks it: two lines changed places."""
    for has, lacks in ((one, other), (other, one)):
        for key, own, told in has.again if len(has.again) == 1 else ():
            name = str(key.value)
            if name not in required or name in lacks.values:
                continue
            first = has.values[name], has.key(name)
            (mine, _), (theirs, wrong) = (first, (own, key)) if has is one else ((own, key), first)
            findings.remove(told)
            message = f"mục `{name}` này đứng ngoài phần tử của nó"
            hint = "chuyển xuống" if has is one else "chuyển lên"
            hint = f"{hint} phần tử có `{next(iter(lacks.values))}` ở dòng {lacks.line}"
            findings.append(source_rules.DUPLICATE_KEY.finding(wrong.at, message, hint))
            has.values[name] = mine
            lacks.put(name, theirs, (wrong.line, wrong.column, wrong.width))
            has.again.clear()
            return


def _are_halves(one: Mapping, other: Mapping, required: set[str]) -> bool:
    """Return whether each of two tables has just what the other lacks."""
    missing = required - one.values.keys(), required - other.values.keys()
    return (
        all(missing)
        and missing[0] <= other.values.keys()
        and missing[1] <= one.values.keys()
        and one.values.keys().isdisjoint(other.values.keys())
    )
