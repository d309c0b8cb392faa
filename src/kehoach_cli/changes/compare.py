"""Facts against facts: the edits between them, gathered into changes that a person can name."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.changes.facts import NAMED_BY, ORDERS, PARENTS, Fact, Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kehoach_cli.changes.facts import Value

# From this likeness on, a thing that is gone and a new one beside it are taken for one that was rewritten.
_ALIKE = 0.6


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


@dataclass(frozen=True, slots=True)
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


def changes_between(old: Mapping[Key, Fact], new: Mapping[Key, Fact]) -> list[Change]:
    """Return the changes from one workspace's facts to another's; together they hold every edit exactly once."""
    return _Gathering(old, new).changes()


class _Gathering:
    def __init__(self, old: Mapping[Key, Fact], new: Mapping[Key, Fact]) -> None:
        self.left = {edit.key: edit for edit in edits_between(old, new)}
        self.old, self.new = old, new
        self.found: list[Change] = []
        self.old_things, self.new_things = _things(old), _things(new)
        gone = [thing for thing in self.old_things if thing not in self.new_things]
        come = [thing for thing in self.new_things if thing not in self.old_things]
        self.renamed = self._renamed(gone, come)  # new thing -> old thing
        self.gone = [thing for thing in gone if thing not in self.renamed.values()]
        self.come = [thing for thing in come if thing not in self.renamed]

    def changes(self) -> list[Change]:
        for thing, before in self.renamed.items():
            self._rename(thing, before)
        for kind, things in ((ChangeKind.ADDED, self.come), (ChangeKind.REMOVED, self.gone)):
            for thing in things:
                self._whole(kind, thing, things)
        for key in list(self.left):
            self._single(key)
        return self.found

    def _take(self, kind: ChangeKind, key: Key, more: Iterable[Key] = (), old_id: str = "") -> None:
        edits = [self.left.pop(one) for one in (key, *more) if one in self.left]
        if edits:
            self.found.append(Change(kind, key.kind, key.id, key.field, tuple(edits), old_id))

    def _renamed(self, gone: list[_Thing], come: list[_Thing]) -> dict[_Thing, _Thing]:
        """Return which new thing is which old one: the same name first, then the most alike beside each other."""
        pairs = []
        for new in come:
            for old in gone:
                alike = self._likeness(old, new)
                if alike >= _ALIKE:
                    pairs.append((alike, old, new))
        found: dict[_Thing, _Thing] = {}
        for _, old, new in sorted(pairs, key=lambda pair: -pair[0]):
            if new not in found and old not in found.values():
                found[new] = old
        return found

    def _likeness(self, old: _Thing, new: _Thing) -> float:
        if old[0] != new[0] or old[0] not in NAMED_BY:
            return 0
        field = NAMED_BY[old[0]]
        before, after = self.old.get(Key(*old, field)), self.new.get(Key(*new, field))
        if before is None or after is None:
            return 0
        if before.value == after.value:
            return 1
        parent = PARENTS.get(old[0])
        same_place = parent and self.old[Key(*old, parent)].value == self.new[Key(*new, parent)].value
        if not same_place:
            return 0
        return SequenceMatcher(None, str(before.value).split(), str(after.value).split(), autojunk=False).ratio()

    def _rename(self, thing: _Thing, before: _Thing) -> None:
        """Take the facts that are the same under another id; those that differ as well are changes of their own."""
        fields = dict.fromkeys(key.field for key in (*self.left,) if key[:2] in {thing, before})
        same = [f for f in fields if _value(self.old, before, f) == _value(self.new, thing, f)]
        keys = [Key(*one, field) for field in same for one in (thing, before)]
        # What names it as its parent, and the list that it stands in, only follow.
        follow = [key for key, edit in self.left.items() if edit.values == (before[1], thing[1]) and key not in keys]
        follow += [key for key in self.left if self._follows(key, thing, before)]
        self._take(ChangeKind.RENAMED, Key(*thing, ""), [*keys, *follow], before[1])
        for field in fields:
            self._take(ChangeKind.CHANGED, Key(*thing, field), [Key(*before, field)], before[1])

    def _follows(self, key: Key, thing: _Thing, before: _Thing) -> bool:
        """Return whether a list differs only because the thing in it has another id."""
        if ORDERS.get((key.kind, key.field)) != thing[0]:
            return False
        old, new = self.left[key].values
        return new == tuple(thing[1] if name == before[1] else name for name in old or ())

    def _whole(self, kind: ChangeKind, thing: _Thing, things: list[_Thing]) -> None:
        """Take a thing that came or went with all that is in it, unless what it is in came or went, too."""
        side = self.new if kind is ChangeKind.ADDED else self.old
        parent = PARENTS.get(thing[0])
        if parent and (parent, str(side[Key(*thing, parent)].value)) in things:
            return
        inner = [one for one in things if self._is_in(one, thing, side)]
        keys = [key for key in self.left if key[:2] in {thing, *inner}]
        keys += [
            key for key in self.left if thing[0] == ORDERS.get((key.kind, key.field)) and self._differs(key, thing)
        ]
        self._take(kind, Key(*thing, ""), keys)

    def _is_in(self, one: _Thing, thing: _Thing, side: Mapping[Key, Fact]) -> bool:
        parent = PARENTS.get(one[0])
        if not parent:
            return False
        above = (parent, str(side[Key(*one, parent)].value))
        return above == thing or self._is_in(above, thing, side)

    def _differs(self, key: Key, thing: _Thing) -> bool:
        """Return whether a list has the thing on one side only, and the rest of it in the same order."""
        old, new = (set(value or ()) for value in self.left[key].values)
        return thing[1] in old ^ new and not self._reordered(key)

    def _reordered(self, key: Key) -> bool:
        old, new = (tuple(value or ()) for value in self.left[key].values)
        common = set(old) & set(new)
        return [name for name in old if name in common] != [name for name in new if name in common]

    def _single(self, key: Key) -> None:
        if key not in self.left:
            return
        if PARENTS.get(key.kind) == key.field:
            orders = [one for one in self.left if ORDERS.get((one.kind, one.field)) == key.kind]
            self._take(ChangeKind.MOVED, key, [one for one in orders if self._differs(one, (key.kind, key.id))])
        elif (key.kind, key.field) in ORDERS:
            waiting = [one for one in self.left if PARENTS.get(one.kind) == one.field]
            if not self._reordered(key) and waiting:
                for one in waiting:
                    self._single(one)  # what moved takes the lists that it moved between
            self._take(ChangeKind.REORDERED, key)
        elif key.kind == "topic" and key.field in {"schedule", "quarters"}:
            self._take(ChangeKind.CHANGED, Key(key.kind, key.id, "schedule"), [Key(key.kind, key.id, "quarters")])
        else:
            self._take(ChangeKind.CHANGED, key)


_Thing = tuple[str, str]


def _things(facts: Mapping[Key, Fact]) -> dict[_Thing, None]:
    return dict.fromkeys((key.kind, key.id) for key in facts if key.kind != "plan")


def _value(facts: Mapping[Key, Fact], thing: _Thing, field: str) -> Value | None:
    fact = facts.get(Key(*thing, field))
    return fact.value if fact else None
