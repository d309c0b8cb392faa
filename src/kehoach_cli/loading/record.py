"""The declarative field table of a record: decoder, findings and reference page in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kehoach_cli.frozen import field, frozen
from kehoach_cli.loading import rules
from kehoach_cli.loading.kinds import sparing
from kehoach_cli.loading.refusals import need
from kehoach_cli.location import unread
from kehoach_cli.source.nodes import Mapping, Node, Reported, Scalar, Sequence
from kehoach_cli.spelling import did_you_mean, fold, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.kinds import Kind, Schema
    from kehoach_cli.location import Location

T_co = TypeVar("T_co", covariant=True)
_SEVERAL = 2  # keys of one table; more are not forgotten one by one
_KEY = "cả mục"


@frozen
class Field:
    """One key of a record; an optional key that is absent reads as `default` or its kind's neutral value."""

    key: str
    kind: Kind[Any]
    doc: str
    required: bool = True
    nothing: bool = False
    examples: tuple[str | int, ...] = ()

    def absent(self, at: Location) -> object:
        """Return what the key reads as where it is not written."""
        return None if self.nothing else self.kind.neutral(at)

    def schema(self) -> Schema:
        """Return what an editor may accept and shows: the meaning, examples, what the absent key reads as."""
        inner = self.kind.schema()
        shown: Schema = {"description": self.doc}
        if self.examples:
            shown["examples"] = list(self.examples)
        words = inner.get("enum")
        if not self.required and not self.nothing and isinstance(words, list):
            shown["default"] = words[0]  # what the kind's neutral value is
        return inner | shown if not self.nothing else {"anyOf": [inner, {"type": "null"}]} | shown


def optional(key: str, kind: Kind[Any], doc: str, *examples: str | int) -> Field:
    """Return a field that may be left out, and then reads as its kind's neutral value."""
    return Field(key, sparing(kind, _KEY), doc, required=False, examples=examples)


def nullable(key: str, kind: Kind[Any], doc: str, *examples: str | int) -> Field:
    """Return a field that may be left out or left empty, and then reads as None."""
    return Field(key, sparing(kind, _KEY), doc, required=False, nothing=True, examples=examples)


@frozen
class Record(Generic[T_co]):
    """A table with known keys; `build` gets one argument a field, and `at`, the place of the table."""

    name: str
    build: Callable[..., T_co]
    fields: tuple[Field, ...]
    _known: frozenset[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", frozenset(one.key for one in self.fields))

    def read(self, node: Node, findings: list[Finding]) -> T_co:
        """Return the record; unknown, missing and wrong keys are all reported, in one go."""
        if not isinstance(node, Mapping):
            hint = f"viết `{self.fields[0].key}: …` rồi các mục khác, mỗi mục một dòng"
            need(node, f"bảng {self.name}", findings, hint)
            return self.neutral(node.at)
        values = self._values(node, findings)
        read: dict[str, object] = {}
        at = node.at
        missing = [one for one in self.fields if one.required and one.key not in values]
        # What is not there of a table that ends too early is not left out: nobody knows it.
        ends = self._ends_early(node.values, missing)
        self._report(missing, node.key(ends).at if ends else at, ends, findings)
        for one in self.fields:
            value = values.get(one.key)
            if value is None:
                read[one.key] = unread(one.absent(at)) if ends or one in missing else one.absent(at)
            elif one.nothing and _is_empty(value):
                read[one.key] = None
            else:
                before = len(findings)
                found = one.kind.read(value, findings)
                read[one.key] = found
                if one.key == ends:
                    _drop_cut(value, findings, before)
                    read[one.key] = unread(found)
        return self.build(**read, at=at)

    def _ends_early(self, values: dict[str, Node], missing: list[Field]) -> str:
        """Return the last key of a table that lacks all required ones behind it, several; "" for others."""
        last = next(reversed(values), "")
        if len(missing) < _SEVERAL or last not in self._known:
            return ""
        keys = [one.key for one in self.fields]
        first = keys.index(missing[0].key)
        required = sum(one.required for one in self.fields[first:])
        # Of two keys that are lost nothing behind them is left; many are lost together whatever is.
        behind = [key for key in keys[first:] if key in values]
        return last if len(missing) == required and (not behind or len(missing) > _SEVERAL) else ""

    def _report(self, missing: list[Field], at: Location, ends: str, findings: list[Finding]) -> None:
        """Report the keys that are missing; many of them, or with all that stood behind them, at once."""
        if len(missing) > _SEVERAL or (missing and ends):
            names = ", ".join(f"`{one.key}`" for one in missing)
            message = f"{self.name} thiếu {len(missing)} mục: {names}"
            hint = "khôi phục phần bị mất từ git, hoặc viết lại"
            # Where the table ends nothing is known of its last key, either.
            findings.append(rules.MISSING_KEY.finding(at, message, hint, for_line=bool(ends)))
            return
        for one in missing:
            message = f"{self.name} thiếu mục `{one.key}` ({one.doc})"
            findings.append(rules.MISSING_KEY.finding(at, message, f"thêm `{one.key}: …`"))

    def neutral(self, at: Location) -> T_co:
        """Return the record with no value read."""
        return self.build(**{one.key: unread(one.absent(at)) for one in self.fields}, at=at)

    def schema(self) -> Schema:
        """Return the table: its keys with their meaning, which an editor shows, and which of them must be there."""
        return {
            "type": "object",
            "title": self.name,
            "properties": {one.key: one.schema() for one in self.fields},
            "required": [one.key for one in self.fields if one.required],
            "additionalProperties": False,
        }

    def _values(self, node: Mapping, findings: list[Finding]) -> dict[str, Node]:
        """Return the values by known key: an unknown key that is surely a missing one mistyped stands for it."""
        if node.values.keys() <= self._known:
            return node.values
        known = [one.key for one in self.fields]
        values = {key: value for key, value in node.values.items() if key in known}
        strange = [key for key in node.values if key not in known]
        missing = [one.key for one in self.fields if one.required and one.key not in values]
        for key, value in node.values.items():
            if key in known:
                continue
            near = nearest(key, [name for name in known if name not in values]) or self._called(key, values)
            near = near or (missing[0] if len(strange) == len(missing) == 1 else None)
            if near:
                values[near] = value
                hint = f"có phải `{near}`?"
            else:
                again = did_you_mean(key, known)
                listed = ", ".join(f"`{name}`" for name in known)
                hint = f"{again} mục đó đã có" if again else f"chọn một trong các mục: {listed}"
            message = f"{self.name} không có mục `{key}`"
            findings.append(rules.UNKNOWN_KEY.finding(node.key(key).at, message, hint))
        return values

    def _called(self, key: str, taken: Iterable[str]) -> str | None:
        """Return the key whose meaning begins with, or alone has, these Vietnamese words: `so_luong` is `quantity`."""
        words = re.sub(r"[^a-z0-9]+", " ", fold(key)).strip()
        meanings = {one.key: fold(one.doc) for one in self.fields if one.key not in taken}
        holding = [name for name, doc in meanings.items() if re.search(rf"\b{words}\b", doc)] if words else []
        begun = [name for name in holding if meanings[name].startswith(words)]
        return next((found[0] for found in (begun, holding) if len(found) == 1), None)


def _drop_cut(value: Node, findings: list[Finding], before: int) -> None:
    """Take out what is missing in the last element of a table that ends too early: that is told of the table."""
    end = value
    while isinstance(end, Mapping | Sequence) and (values := _values_of(end)):
        end = values[-1]
    missing = [one for one in findings[before:] if one.code == rules.MISSING_KEY.code]
    last = max((one.at.line for one in missing), default=0)
    empty = [one for one in findings[before:] if one.code == rules.WRONG_VALUE.code and _is_empty(end)]
    for one in [*(one for one in missing if one.at.line == last), *(one for one in empty if one.at.line == end.line)]:
        findings.remove(one)


def _values_of(node: Mapping | Sequence) -> list[Node]:
    return list(node.values.values()) if isinstance(node, Mapping) else node.items


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None and not isinstance(node, Reported)
