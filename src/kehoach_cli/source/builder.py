"""Text to nodes in one pass over the parser's events; duplicates, aliases and tags are findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kehoach_cli.location import Location
from kehoach_cli.source import events, features, rules
from kehoach_cli.source.elements import apart, drop_copied_line
from kehoach_cli.source.found import FileFindings, TooManyErrorsError
from kehoach_cli.source.mending import mended_lines
from kehoach_cli.source.nodes import Mapping, Node, Reported, Scalar, Sequence, TooDeep
from kehoach_cli.source.outdent import SWALLOWED, swallowed
from kehoach_cli.source.text import HIDDEN, MOST_MARKS, heap, hidden_hint, nfc, seen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from yaml.error import Mark
    from yaml.events import Event, NodeEvent

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.source.nodes import Span

MAX_DEPTH = 32
MAX_VALUES = 500_000  # ten bytes of the largest file for each; the shortest entries take twelve
_LOST = re.compile(r" +#(?=[^\s#])")
_NOTHING = {"", "~", "null"}
_SPLIT = "chia thành nhiều tệp nhỏ hơn"
SECOND_PART, ONE_PART = "tệp bị chia làm hai: dòng `{}` ở giữa", "xóa dòng này, mỗi tệp chỉ một phần"


def _mark(mark: object) -> Mark:
    return cast("Mark", mark)  # the type stubs know events without marks, the parsers do not


class _StopError(Exception):
    pass


class Builder:
    """Turns one file's events into nodes; `failure` is what the parser said where it gave up.

    `too_deep` is the finding for what is nested too deep, where its end was not found.
    Places are those of the text as it is `written`, line by line, where the one that is read has lines mended, or one
    `more`, of that number from 0.
    """

    def __init__(self, text: str, file: str, written: str | None = None, more: int | None = None) -> None:
        self.text = text
        self.file = file
        self._more = more
        self._mended = {} if written is None or written == text else mended_lines(written, text)
        self.findings = FileFindings()
        self.failure: YAMLError | None = None
        self.too_deep: Finding | None = None
        self._has_hash = " #" in text
        self._room = MAX_VALUES

    def build(self, parser: Callable[[str], events.EventParser]) -> Node | None:
        """Return the root node, None where the text is empty, nested too deep without an end, or no YAML."""
        reading = parser(self.text)
        try:
            return self._document(reading)
        except (_StopError, TooManyErrorsError):
            return None
        except YAMLError as failure:
            self.failure = failure
            return None
        finally:
            reading.dispose()

    def _document(self, parser: events.EventParser) -> Node | None:
        self._next = parser.get_event
        root: Node | None = None
        seen = False
        while (event := self._next()) is not None and not isinstance(event, StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                if seen:
                    self._report(rules.DOCUMENTS, event, SECOND_PART.format("---"), ONE_PART)
                    break
                seen = True
            elif isinstance(event, AliasEvent | ScalarEvent | MappingStartEvent | SequenceStartEvent):
                root = self._node(event, 0)
        empty = isinstance(root, Scalar) and root.value is None
        return None if empty else root

    def _span(self, event: Event) -> Span:
        """Return where an event's text stands: a text of several lines is shown by its first character."""
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        width = end.column - start.column if end.line == start.line else 1
        return self._line(start), self._written(start) + 1, max(width, 1)

    def _line(self, mark: Mark) -> int:
        """Return the number from 1 of a mark's line in the file as it is written."""
        return mark.line + 1 - (self._more is not None and mark.line > self._more)

    def _written(self, mark: Mark) -> int:
        """Return the column of a mark in the file as it is written, where its line is read mended."""
        if mark.line not in self._mended:
            return mark.column
        place, more = self._mended[mark.line]
        return mark.column if mark.column <= place else max(mark.column - more, place)

    def _report(self, rule: Rule, event: Event, message: str, hint: str = "") -> None:
        at = Location(self.file, *self._span(event)[:2])
        self.findings.append(rule.finding(at, message, hint))

    def _node(self, event: Event | None, depth: int) -> Node:
        self._room -= 1
        if not self._room:
            self._report(rules.LIMITS, cast("Event", event), f"tệp có hơn {MAX_VALUES // 1000} nghìn giá trị", _SPLIT)
            raise _StopError
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            self.findings.append(features.alias(str(event.anchor), Location(self.file, *self._span(event)[:2])))
            return Reported(self.file, self._span(event))
        assert isinstance(event, MappingStartEvent | SequenceStartEvent)  # noqa: S101 - the parser's grammar
        if depth >= MAX_DEPTH:
            self._report(rules.LIMITS, event, f"lồng nhau quá {MAX_DEPTH} cấp")
            if not events.skip(self._next):
                self.too_deep = self.findings[-1]
                raise _StopError
            return TooDeep(self.file, self._span(event))
        self._plain_features(event)
        return self._mapping(event, depth) if isinstance(event, MappingStartEvent) else self._sequence(event, depth)

    def _plain_features(self, event: NodeEvent) -> None:
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            at = Location(self.file, *self._span(event)[:2])
            start, is_text = _mark(event.start_mark).index, isinstance(event, ScalarEvent)
            for finding in features.before(self.text, start, at, is_text=is_text):
                self.findings.append(finding)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        value: str | None = event.value
        if event.anchor is not None or event.tag is not None:
            self._plain_features(event)
            if not value:
                return Reported(self.file, self._span(event))
        if not event.style:
            lost = self._has_hash and self._lost_after_hash(_mark(event.end_mark))
            if lost and not value:
                return Reported(self.file, self._span(event))
            if value in _NOTHING:
                value = None
            elif self._has_swallowed(event):
                return Reported(self.file, self._span(event))
        elif event.style == '"':
            value = self._unescaped(event)
        return Scalar(self.file, self._span(event), value)

    def _has_swallowed(self, event: ScalarEvent) -> bool:
        """Report an element of a list that is further in than the one above, of which YAML makes the end of that."""
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        if start.line == end.line:
            return False
        above, *lines = self.text[start.index - start.column : end.index].split("\n")
        number = swallowed(above, lines)
        if number is not None:
            line, column = start.line + 1 + number, len(lines[number]) - len(lines[number].lstrip(" "))
            at = Location(self.file, line + 1 - (self._more is not None and line > self._more), column + 1)
            self.findings.append(rules.SYNTAX.finding(at, *SWALLOWED, see=Location(self.file, *self._span(event)[:2])))
        return number is not None

    def _unescaped(self, event: ScalarEvent) -> str:
        """Return the text; what an escape brought in is judged like what is typed."""
        for sign in dict.fromkeys(re.findall(HIDDEN, event.value)):
            message = f"ký tự ẩn U+{ord(sign):04X} viết bằng dấu `\\` không được dùng"
            self._report(rules.HIDDEN, event, message, hidden_hint(sign))
        if heap(event.value) is not None:
            self._report(rules.HIDDEN, event, f"quá {MOST_MARKS} dấu phụ chồng lên một chữ", "gõ lại chữ này")
        return nfc(seen(event.value))

    def _lost_after_hash(self, end: Mark) -> bool:
        """Report what a `#` makes a comment though it was likely meant, and return whether there is such."""
        lost = _LOST.match(self.text, end.index)
        if lost:
            at = Location(self.file, self._line(end), end.column + lost.end() - lost.start())
            hint = "đặt cả giá trị trong ngoặc kép; nếu là ghi chú thì thêm dấu cách sau `#`"
            self.findings.append(
                rules.HASH.finding(at, "phần từ dấu `#` trở đi bị coi là ghi chú", hint, for_line=True)
            )
        return bool(lost)

    def _sequence(self, start: SequenceStartEvent, depth: int) -> Node:
        node = Sequence(self.file, *self._span(start)[:2])
        while not isinstance(event := self._next(), SequenceEndEvent):
            item = self._node(event, depth + 1)
            if isinstance(item, Mapping):
                drop_copied_line(node.items, item, self.findings)
            node.items += apart(item, self.findings) if isinstance(item, Mapping) and item.again else [item]
        return self._all_too_deep(node.items, start) or node

    def _mapping(self, start: MappingStartEvent, depth: int) -> Node:
        node = Mapping(self.file, *self._span(start)[:2])
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._node(event, depth + 1)
            self._put(key, self._node(self._next(), depth + 1), node)
        return self._all_too_deep(node.values.values(), start) or node

    def _all_too_deep(self, inside: Collection[Node], start: Event) -> TooDeep | None:
        """Return what stands for a list or table of nothing but what is nested too deep: that is one mistake."""
        is_so = bool(inside) and all(isinstance(one, TooDeep) for one in inside)
        return TooDeep(self.file, self._span(start)) if is_so else None

    def _put(self, key: Node, value: Node, node: Mapping) -> None:
        if isinstance(key, Reported):
            return
        if not isinstance(key, Scalar) or key.value is None:
            self.findings.append(rules.FEATURES.finding(key.at, "tên mục phải là chữ", features.QUOTE))
        elif key.value not in node.values:
            node.put(key.value, value, (key.line, key.column, key.width))
        else:
            first = node.key(key.value).at
            message = f"mục `{key.value}` bị lặp"
            finding = rules.DUPLICATE_KEY.finding(key.at, message, "xóa một trong hai", see=first)
            self.findings.append(finding)
            node.again.append((key, value, finding))
            twin = node.values[key.value]
            if isinstance(twin, Scalar) and not twin.value:
                node.values[key.value] = value  # the one that says something
            if isinstance(twin, Sequence) and isinstance(value, Sequence):
                twin.add_new(value)  # judged too: what stands in it is not missing, and has its own mistakes
