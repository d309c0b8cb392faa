"""Gathers the edits between two plans into changes that a person can name."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kehoach_cli.changes.edits import Change, ChangeKind, edits_between
from kehoach_cli.changes.facts import NAMED_BY, ORDERS, PARENTS, REFERENCES, Fact, Key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kehoach_cli.changes.facts import Value

# From this likeness on, a thing that is gone and a new one beside it are taken for one that was rewritten.
_ALIKE = 0.6


def changes_between(old: Mapping[Key, Fact], new: Mapping[Key, Fact]) -> list[Change]:
    """Return the changes from one workspace's facts to another's; together they hold every edit exactly once."""
    return _Gathering(old, new).changes()


class _Gathering:
    """Gathers the edits between two sides' facts into changes, each edit once."""

    def __init__(self, old: Mapping[Key, Fact], new: Mapping[Key, Fact]) -> None:
        self.left = {edit.key: edit for edit in edits_between(old, new)}
        self.old, self.new = old, new
        self.found: list[Change] = []
        before, after = _things(old), _things(new)
        gone = [thing for thing in before if thing not in after]
        come = [thing for thing in after if thing not in before]
        self.renamed = self._renamed(gone, come)  # new thing -> old thing
        taken = set(self.renamed.values())
        self.gone = [thing for thing in gone if thing not in taken]
        self.come = [thing for thing in come if thing not in self.renamed]
        self.new_ids = {old: new[1] for new, old in self.renamed.items()}
        self.keys: dict[_Thing, list[Key]] = {}
        self.moves: dict[tuple[str, Value | None, Value | None], list[Key]] = {}
        self.references: dict[_Thing, list[Key]] = {}  # by the old thing whose new id is all that differs
        for key, edit in self.left.items():
            self.keys.setdefault((key.kind, key.id), []).append(key)
            if PARENTS.get(key.kind) == key.field:
                self.moves.setdefault((key.field, *edit.values), []).append(key)
            self._note_reference(key, *edit.values)

    def changes(self) -> list[Change]:
        for thing, before in self.renamed.items():
            self._rename(thing, before)
        for kind, things, side in (
            (ChangeKind.ADDED, self.come, self.new),
            (ChangeKind.REMOVED, self.gone, self.old),
        ):
            inner = self._inner(things, side)
            for thing in inner:
                keys = [key for one in (thing, *inner[thing]) for key in self.keys.get(one, ())]
                self._take(kind, Key(*thing, ""), [*keys, *self._lists(thing)])
        for key in list(self.left):
            self._single(key)
        return sorted(self.found, key=self._order())

    def _order(self) -> Callable[[Change], float]:
        """Return the place of a change in the new plan; what is gone stands behind what it stood behind."""
        places: dict[_Thing, float] = {thing: number for number, thing in enumerate(_things(self.new))}
        last = -1.0
        for thing in _things(self.old):
            last = places.setdefault(thing, last + 0.5)
        return lambda change: places.get((change.thing, change.id), -1)

    def _take(self, kind: ChangeKind, key: Key, more: Iterable[Key] = (), old_id: str = "") -> None:
        edits = [self.left.pop(one) for one in (key, *more) if one in self.left]
        if edits:
            self.found.append(Change(kind, key.kind, key.id, key.field, tuple(edits), old_id))

    def _renamed(self, gone: list[_Thing], come: list[_Thing]) -> dict[_Thing, _Thing]:
        """Return which new thing is which old one: the same name first, then the most alike within one parent."""
        found: dict[_Thing, _Thing] = {}
        named: dict[tuple[str, Value | None], list[_Thing]] = {}
        # In the order of the ids, so that comparing the other way round finds the same pairs.
        for old in sorted(gone):
            named.setdefault((old[0], self._name(self.old, old)), []).append(old)
        for new in sorted(come):
            same = named.get((new[0], self._name(self.new, new)), [])
            if same and self._name(self.new, new) is not None:
                found[new] = same.pop(0)
        taken = set(found.values())
        beside: dict[tuple[str, Value | None], list[_Thing]] = {}
        for old in gone:
            if old not in taken and old[0] in PARENTS:
                beside.setdefault((old[0], _value(self.old, old, PARENTS[old[0]])), []).append(old)
        pairs = []
        for new in come:
            if new not in found and new[0] in PARENTS:
                near = beside.get((new[0], _value(self.new, new, PARENTS[new[0]])), [])
                pairs += [(self._likeness(old, new), old, new) for old in near]
        for alike, old, new in sorted(pairs, key=lambda pair: (-pair[0], sorted(pair[1:]))):
            if alike >= _ALIKE and new not in found and old not in taken:
                found[new] = old
                taken.add(old)
        return found

    @staticmethod
    def _name(side: Mapping[Key, Fact], thing: _Thing) -> Value | None:
        return _value(side, thing, NAMED_BY[thing[0]]) if thing[0] in NAMED_BY else None

    def _likeness(self, old: _Thing, new: _Thing) -> float:
        names = (str(self._name(self.old, old)).split(), str(self._name(self.new, new)).split())
        return SequenceMatcher(None, *names, autojunk=False).ratio()

    def _rename(self, thing: _Thing, before: _Thing) -> None:
        """Take the facts that are the same under another id; those that differ as well are changes of their own."""
        fields = dict.fromkeys(key.field for one in (thing, before) for key in self.keys.get(one, ()))
        same = [field for field in fields if self._same(thing, before, field)]
        keys = [Key(*one, field) for field in same for one in (thing, before)]
        # What names it as its parent, and the list that it stands in, only follow.
        keys += [*self.moves.get((thing[0], before[1], thing[1]), []), *self.references.get(before, [])]
        keys += [key for key in self._lists(thing, any_order=True) if self._follows(key)]
        self._take(ChangeKind.RENAMED, Key(*thing, ""), keys, before[1])
        for field in fields:
            self._take(ChangeKind.CHANGED, Key(*thing, field), [Key(*before, field)], before[1])

    def _note_reference(self, key: Key, old: Value | None, new: Value | None) -> None:
        """Keep a reference that differs only because what it refers to has another id."""
        kind = REFERENCES.get((key.kind, key.field))
        if kind and old is not None and new is not None:
            before, after = (value if isinstance(value, tuple) else (value,) for value in (old, new))
            if self._renewed(kind, before) == after:
                first = next(name for name in before if (kind, name) in self.new_ids)
                self.references.setdefault((kind, first), []).append(key)

    def _same(self, thing: _Thing, before: _Thing, field: str) -> bool:
        """Return whether a field says the same, other ids taken for what they were."""
        old, new = _value(self.old, before, field), _value(self.new, thing, field)
        if field == PARENTS.get(thing[0]):
            return new == self.new_ids.get((field, str(old)), old)
        kind = ORDERS.get((thing[0], field))
        return new == (self._renewed(kind, old) if kind else old)

    def _renewed(self, kind: str, names: Value | None) -> Value | None:
        return None if names is None else tuple(self.new_ids.get((kind, name), name) for name in names)

    def _follows(self, key: Key) -> bool:
        """Return whether a list differs only because things in it have other ids."""
        old, new = self.left[key].values
        return new == self._renewed(ORDERS[key.kind, key.field], old)

    def _inner(self, things: list[_Thing], side: Mapping[Key, Fact]) -> dict[_Thing, list[_Thing]]:
        """Return the outermost of the things that came or went, each with those that are in it."""
        among = set(things)
        found: dict[_Thing, list[_Thing]] = {}
        for thing in things:
            top = thing
            while (parent := PARENTS.get(top[0])) and (parent, str(side[Key(*top, parent)].value)) in among:
                top = (parent, str(side[Key(*top, parent)].value))
            inside = found.setdefault(top, [])
            inside += [thing] if thing != top else []
        return found

    def _lists(self, thing: _Thing, *, any_order: bool = False) -> list[Key]:
        """Return the lists that differ because the thing is in them on one side only, the rest in the same order."""
        parent = PARENTS.get(thing[0], "plan")
        field = next((field for (kind, field), inner in ORDERS.items() if (kind, inner) == (parent, thing[0])), "")
        above = [_value(side, thing, parent) for side in (self.old, self.new)] if parent != "plan" else [""]
        keys = [Key(parent, str(name), field) for name in above if name is not None]
        return [key for key in keys if key in self.left and (any_order or self._differs(key, thing))]

    def _differs(self, key: Key, thing: _Thing) -> bool:
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
            self._take(ChangeKind.MOVED, key, self._lists((key.kind, key.id)))
        elif (key.kind, key.field) in ORDERS:
            if not self._reordered(key):
                old, new = (set(value or ()) for value in self.left[key].values)
                inner = ORDERS[key.kind, key.field]
                for name in sorted(old ^ new):
                    if inner in PARENTS:
                        self._single(
                            Key(inner, name, PARENTS[inner])
                        )  # what moved takes the lists between which it did
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
