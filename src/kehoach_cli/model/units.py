"""Units: who leads, who does, who belongs to which class, and by which names they are called."""

from __future__ import annotations

from collections import deque
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen
from kehoach_cli.spelling import did_you_mean, fold, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.location import Located, Location, Text
    from kehoach_cli.model.acceptance import Acceptance


class UnitKind(Enum):
    """What sort of body a unit is; a class stands for all its members."""

    AGENCY = "agency"
    OFFICE = "office"
    CENTER = "center"
    SECRETARIAT = "secretariat"
    ORGANIZATION = "organization"
    SCHOOL = "school"
    CLASS = "class"


@frozen
class Unit:
    """A unit (đơn vị) of units.yaml."""

    id: Text
    name: Text
    kind: Located[UnitKind]
    aliases: tuple[Text, ...]
    members: tuple[Text, ...]
    heading: Text | None
    duties: tuple[Text, ...]
    at: Location
    accept: tuple[Acceptance, ...] = ()

    @property
    def label(self) -> tuple[str, str]:
        """Return the id and the name, which messages show side by side."""
        return self.id.value, self.name.value

    def names(self) -> Iterator[Text]:
        """Yield every name that the unit answers to: id, name, aliases, the heading of its duties."""
        yield self.id
        yield self.name
        yield from self.aliases
        if self.heading is not None:
            yield self.heading


@frozen
class Units:
    """All units in the file's order, and the ways to find one."""

    all: tuple[Unit, ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, Unit]:
        found: dict[str, Unit] = {}
        for unit in self.all:
            for name in unit.names():
                if name.value:
                    found.setdefault(name.value, unit)
        return found

    @cached_property
    def _by_fold(self) -> dict[str, list[Unit]]:
        found: dict[str, list[Unit]] = {}
        for name, unit in self._by_name.items():
            units = found.setdefault(fold(name), [])
            if not units or units[-1] is not unit:  # one unit's names follow one another
                units.append(unit)
        return found

    def named(self, name: str) -> Unit | None:
        """Return the unit with exactly this id, name or alias: how data files refer to a unit."""
        return self._by_name.get(name)

    def like(self, name: str) -> list[Unit]:
        """Return the units that a person may mean by `name`, marks and case optional; best match only."""
        exact = self._by_name.get(name)
        return [exact] if exact else self._by_fold.get(fold(name), [])

    def bodies_of(self, units: Iterable[Unit | None]) -> list[Unit]:
        """Return the bodies that are meant by units: a class gives its members, or itself while it has none."""
        found: dict[str, Unit] = {}
        waiting = deque(unit for unit in units if unit)
        seen: set[str] = set()
        while waiting:
            unit = waiting.popleft()
            if unit.id.value in seen:
                continue
            seen.add(unit.id.value)
            members = self.members_of(unit)
            # A class without any school yet answers for itself.
            if any(id(member) in self._with_bodies for member in members):
                waiting.extendleft(reversed(members))
            else:
                found[unit.id.value] = unit
        return list(found.values())

    def members_of(self, unit: Unit) -> list[Unit]:
        """Return the members of a unit that are there."""
        return [member for name in unit.members if (member := self.named(name.value))]

    @cached_property
    def _classes_of(self) -> dict[int, list[Unit]]:
        """Each unit's classes, those that name it as a member, by the unit's identity."""
        found: dict[int, list[Unit]] = {}
        for unit in self.all:
            for member in {id(member): member for member in self.members_of(unit)}:
                found.setdefault(member, []).append(unit)
        return found

    @cached_property
    def _with_bodies(self) -> set[int]:
        """The identities of the units that are bodies, and of the classes with one somewhere below them."""
        found: set[int] = set()
        waiting = [unit for unit in self.all if unit.kind.value is not UnitKind.CLASS]
        while waiting:
            unit = waiting.pop()
            if id(unit) not in found:
                found.add(id(unit))
                waiting += self._classes_of.get(id(unit), [])
        return found

    def did_you_mean(self, name: str) -> str:
        """Return the question whether a unit with a name near this one was meant, "" when there is none."""
        return did_you_mean(name, self.shown())

    def shown(self) -> dict[str, str]:
        """Return every id, name and alias, each with how messages show its unit."""
        return {known: named(*unit.label) for known, unit in self._by_name.items()}

    def classes_of(self, unit: Unit) -> list[Unit]:
        """Return the classes that contain the unit, directly or through other classes; cycles end."""
        found: dict[int, Unit] = {}
        wanted = [unit]
        while wanted:
            for candidate in self._classes_of.get(id(wanted.pop()), []):
                if candidate is not unit and id(candidate) not in found:
                    found[id(candidate)] = candidate
                    wanted.append(candidate)
        return list(found.values())
