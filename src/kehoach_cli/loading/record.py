"""The declarative field table of a record: decoder, findings and reference page in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kehoach_cli.loading import rules
from kehoach_cli.loading.refusals import need
from kehoach_cli.location import unread
from kehoach_cli.source.nodes import Mapping, Node, Reported, Scalar
from kehoach_cli.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.kinds import Kind
    from kehoach_cli.location import Location

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record; an optional key that is absent reads as `default` or its kind's neutral value."""

    key: str
    kind: Kind[Any]
    doc: str
    required: bool = True
    nothing: bool = False

    def absent(self, at: Location) -> object:
        """Return what the key reads as where it is not written."""
        return None if self.nothing else self.kind.neutral(at)


def optional(key: str, kind: Kind[Any], doc: str) -> Field:
    """Return a field that may be left out, and then reads as its kind's neutral value."""
    return Field(key, kind, doc, required=False)


def nullable(key: str, kind: Kind[Any], doc: str) -> Field:
    """Return a field that may be left out or left empty, and then reads as None."""
    return Field(key, kind, doc, required=False, nothing=True)


@dataclass(frozen=True, slots=True)
class Record(Generic[T_co]):
    """A table with known keys; `build` gets one argument a field, and `at`, the place of the table."""

    name: str
    build: Callable[..., T_co]
    fields: tuple[Field, ...]

    def read(self, node: Node, findings: list[Finding]) -> T_co:
        """Return the record; unknown, missing and wrong keys are all reported, in one go."""
        if not isinstance(node, Mapping):
            hint = f"viết `{self.fields[0].key}: …` rồi các mục khác, mỗi mục một dòng"
            need(node, f"bảng {self.name}", findings, hint)
            return self.neutral(node.at)
        values = self._values(node, findings)
        read: dict[str, object] = {}
        for field in self.fields:
            value = values.get(field.key)
            if value is None:
                read[field.key] = field.absent(node.at)
                if field.required and field.key not in values:
                    message = f"{self.name} thiếu mục `{field.key}` ({field.doc})"
                    findings.append(rules.MISSING_KEY.finding(node.at, message, f"thêm `{field.key}: …`"))
                    read[field.key] = unread(read[field.key])
            elif field.nothing and _is_empty(value):
                read[field.key] = None
            else:
                read[field.key] = field.kind.read(value, findings)
        return self.build(**read, at=node.at)

    def neutral(self, at: Location) -> T_co:
        """Return the record with no value read."""
        return self.build(**{field.key: unread(field.absent(at)) for field in self.fields}, at=at)

    def _values(self, node: Mapping, findings: list[Finding]) -> dict[str, Node]:
        """Return the values by known key: an unknown key that is surely a missing one mistyped stands for it."""
        known = [field.key for field in self.fields]
        values = {key: value for key, value in node.values.items() if key in known}
        for key, value in node.values.items():
            if key in known:
                continue
            near = nearest(key, [name for name in known if name not in values])
            if near:
                values[near] = value
                hint = f"có phải `{near}`?"
            else:
                again = nearest(key, known)
                hint = f"có phải `{again}`? mục đó đã có" if again else f"các mục của {self.name}: {', '.join(known)}"
            message = f"{self.name} không có mục `{key}`"
            findings.append(rules.UNKNOWN_KEY.finding(node.keys[key].at, message, hint))
        return values


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None and not isinstance(node, Reported)
