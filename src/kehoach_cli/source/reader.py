"""Text to nodes in one pass over the parser's events; duplicates, aliases and tags are findings."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, cast

from yaml.error import MarkedYAMLError, YAMLError
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
from kehoach_cli.source import events, rules
from kehoach_cli.source.nodes import Mapping, Node, Reported, Scalar, Sequence
from kehoach_cli.source.syntax import explain
from kehoach_cli.source.text import HIDDEN, cleaned, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import Mark
    from yaml.events import Event, NodeEvent

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.source.nodes import Span

MAX_DEPTH = 32
_LOST = re.compile(r" +#(?=[^\s#])")
_NOTHING = {"", "~", "null"}
_QUOTE = "đặt cả giá trị trong ngoặc kép nếu đó là nội dung"


def _mark(mark: object) -> Mark:
    return cast("Mark", mark)  # the type stubs know events without marks, the parsers do not


def _span(event: Event) -> Span:
    """Return where an event's text stands: a text of several lines is shown by its first character."""
    start, end = _mark(event.start_mark), _mark(event.end_mark)
    width = end.column - start.column if end.line == start.line else 1
    return start.line + 1, start.column + 1, max(width, 1)


class _TooDeepError(Exception):
    pass


def read(
    data: bytes, file: str, parser: Callable[[str], events.EventParser] | None = None
) -> tuple[Node | None, str, list[Finding]]:
    """Return the root node (None where the file cannot be trusted), its text, and the findings.

    Never raises on any bytes. Libyaml stops at the first mistake of syntax, so a file has at most one KH005;
    everything found before it is reported with it. Behind a hidden character or a tab reading goes on with that
    character taken out, and a mistake of syntax is then not reported: it may well be the same one.
    """
    text, findings = decode(data, file)
    if text is None or any(finding.code == rules.CONFLICT.code for finding in findings):
        return None, text or "", findings
    builder = _Builder(cleaned(text) if findings else text, file)
    root: Node | None = None
    try:
        root = builder.document((parser or events.parser)(builder.text))
    except _TooDeepError:
        pass
    except MarkedYAMLError as failure:
        if not findings:
            builder.findings.append(explain(text, failure, file))
    except YAMLError as failure:
        builder.findings.append(rules.SYNTAX.finding(Location(file, 1, 1), f"không đọc được tệp: {failure}"))
    finally:
        if builder.parser is not None:
            builder.parser.dispose()
    builder.findings[:0] = findings
    if root is None and not builder.findings:
        at = Location(file, 1, 1)
        builder.findings.append(rules.DOCUMENTS.finding(at, "tệp trống", "xóa tệp, hoặc điền nội dung"))
    return root, text, builder.findings


class _Builder:
    """Turns one file's events into nodes."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.findings: list[Finding] = []
        self.parser: events.EventParser | None = None
        self._has_hash = " #" in text

    def document(self, parser: events.EventParser) -> Node | None:
        self.parser, self._next = parser, parser.get_event
        root: Node | None = None
        seen = False
        while (event := self._next()) is not None and not isinstance(event, StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                if seen:
                    message = "tệp có nhiều phần: dấu `---` thứ hai"
                    self._report(rules.DOCUMENTS, event, message, "xóa dòng `---`, mỗi tệp chỉ một phần")
                    break
                seen = True
            elif isinstance(event, AliasEvent | ScalarEvent | MappingStartEvent | SequenceStartEvent):
                root = self._node(event, 0)
        empty = isinstance(root, Scalar) and root.value is None
        return None if empty else root

    def _report(self, rule: Rule, event: Event, message: str, hint: str = "") -> None:
        at = Location(self.file, *_span(event)[:2])
        self.findings.append(rule.finding(at, message, hint))

    def _node(self, event: Event | None, depth: int) -> Node:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            self._report(rules.FEATURES, event, f"không dùng bí danh `*{event.anchor}`", _QUOTE)
            return Reported(self.file, _span(event))
        assert isinstance(event, MappingStartEvent | SequenceStartEvent)  # noqa: S101 - the parser's grammar
        if depth >= MAX_DEPTH:
            self._report(rules.LIMITS, event, f"lồng nhau quá {MAX_DEPTH} cấp")
            raise _TooDeepError
        self._plain_features(event)
        return self._mapping(event, depth) if isinstance(event, MappingStartEvent) else self._sequence(event, depth)

    def _plain_features(self, event: NodeEvent) -> None:
        if event.anchor is not None:
            self._report(rules.FEATURES, event, f"không dùng neo `&{event.anchor}`", _QUOTE)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._report(rules.FEATURES, event, f"không dùng nhãn kiểu `{tag}`", _QUOTE)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        value: str | None = event.value
        if event.anchor is not None or event.tag is not None:
            self._plain_features(event)
            if not value:
                return Reported(self.file, _span(event))
        if not event.style:
            if self._has_hash:
                self._lost_after_hash(_mark(event.end_mark))
            if value in _NOTHING:
                value = None
        elif event.style == '"':
            value = self._unescaped(event)
        return Scalar(self.file, _span(event), value)

    def _unescaped(self, event: ScalarEvent) -> str:
        """Return the text; what an escape brought in is judged like what is typed."""
        for sign in dict.fromkeys(HIDDEN.findall(event.value)):
            message = f"ký tự ẩn U+{ord(sign):04X} viết bằng dấu `\\` không được dùng"
            self._report(rules.HIDDEN, event, message, "xóa nó khỏi giá trị")
        return unicodedata.normalize("NFC", HIDDEN.sub("", event.value))

    def _lost_after_hash(self, end: Mark) -> None:
        lost = _LOST.match(self.text, end.index)
        if lost:
            at = Location(self.file, end.line + 1, end.column + lost.end() - lost.start())
            hint = "đặt cả giá trị trong ngoặc kép; nếu là ghi chú thì thêm dấu cách sau `#`"
            self.findings.append(rules.HASH.finding(at, "phần từ dấu `#` trở đi bị coi là ghi chú", hint))

    def _sequence(self, start: SequenceStartEvent, depth: int) -> Sequence:
        node = Sequence(self.file, *_span(start)[:2])
        while not isinstance(event := self._next(), SequenceEndEvent):
            node.items.append(self._node(event, depth + 1))
        return node

    def _mapping(self, start: MappingStartEvent, depth: int) -> Mapping:
        node = Mapping(self.file, *_span(start)[:2])
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._node(event, depth + 1)
            self._put(key, self._node(self._next(), depth + 1), node)
        return node

    def _put(self, key: Node, value: Node, node: Mapping) -> None:
        if isinstance(key, Reported):
            return
        if not isinstance(key, Scalar) or key.value is None:
            self.findings.append(rules.FEATURES.finding(key.at, "tên mục phải là chữ", _QUOTE))
        elif key.value not in node.values:
            node.put(key.value, value, (key.line, key.column, key.width))
        else:
            first = node.key(key.value).at
            message = f"mục `{key.value}` bị lặp, đã có ở dòng {first.line}"
            self.findings.append(rules.DUPLICATE_KEY.finding(key.at, message, "xóa một trong hai", see=first))
            twin = node.values[key.value]
            if isinstance(twin, Sequence) and isinstance(value, Sequence):
                twin.items += value.items  # judged too: what stands in it is not missing, and has its own mistakes
