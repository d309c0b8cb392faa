"""Facts against facts: what differs, and the changes that stand for it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kehoach_cli.changes.facts import Fact, Key, Value


class ChangeKind(Enum):
    """What happened to a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"
    REORDERED = "reordered"


class Edit(NamedTuple):
    """One fact that differs; None where it was not there before, or is no more."""

    key: Key
    old: Fact | None
    new: Fact | None

    @property
    def values(self) -> tuple[Value | None, Value | None]:
        """Return what it was and what it is."""
        return (self.old.value if self.old else None, self.new.value if self.new else None)


@frozen
class Change:
    """What happened to one thing, or to one field of it; `old_id` is what a renamed thing was called.

    `edits` are all facts that it stands for; the first one is the one to look at.
    """

    kind: ChangeKind
    thing: str
    id: str
    field: str
    edits: tuple[Edit, ...]
    old_id: str = ""

    @property
    def values(self) -> tuple[Value | None, Value | None]:
        """Return what the field was and what it is, also where the thing has another id now."""
        if not self.old_id:
            return self.edits[0].values
        old = next((edit.old.value for edit in self.edits if edit.old), None)
        return old, next((edit.new.value for edit in self.edits if edit.new), None)


def edits_between(old: Mapping[Key, Fact], new: Mapping[Key, Fact]) -> list[Edit]:
    """Return every fact whose value differs, in the order of the new facts, then those that are gone."""
    keys = [*new, *(key for key in old if key not in new)]
    pairs = ((key, old.get(key), new.get(key)) for key in keys)
    return [Edit(*pair) for pair in pairs if (pair[1] and pair[1].value) != (pair[2] and pair[2].value)]


def applied(facts: Mapping[Key, Value], changes: Iterable[Change]) -> dict[Key, Value]:
    """Return the values that result when the changes are made to these."""
    result = dict(facts)
    for change in changes:
        for edit in change.edits:
            if edit.new is None:
                result.pop(edit.key, None)
            else:
                result[edit.key] = edit.new.value
    return result
