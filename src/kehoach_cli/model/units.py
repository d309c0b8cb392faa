"""Units: who leads, who does, who belongs to which class, and by which names they are called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.location import Located, Location, Text


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

    def names(self) -> Iterator[Text]:
        """Yield every name that the unit answers to: id, name, aliases, the heading of its duties."""
        yield self.id
        yield self.name
        yield from self.aliases
        if self.heading is not None:
            yield self.heading


@dataclass(frozen=True)
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
            if unit not in units:
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
        waiting = [unit for unit in units if unit]
        seen: set[str] = set()
        while waiting:
            unit = waiting.pop(0)
            if unit.id.value in seen:
                continue
            seen.add(unit.id.value)
            members = [member for name in unit.members if (member := self.named(name.value))]
            # A class without any school yet answers for itself.
            if any(self._holds_bodies(member) for member in members):
                waiting = [*members, *waiting]
            else:
                found[unit.id.value] = unit
        return list(found.values())

    def _holds_bodies(self, unit: Unit, above: tuple[Unit, ...] = ()) -> bool:
        """Return whether a unit is a body of its own, or a class with one somewhere below it; cycles end."""
        if unit.kind.value is not UnitKind.CLASS:
            return True
        below = [self.named(name.value) for name in unit.members]
        return any(self._holds_bodies(one, (*above, unit)) for one in below if one and one not in (*above, unit))

    def known_names(self) -> list[str]:
        """Return every id, name and alias, for a did-you-mean."""
        return list(self._by_name)

    def classes_of(self, unit: Unit) -> list[Unit]:
        """Return the classes that contain the unit, directly or through other classes; cycles end."""
        found: list[Unit] = []
        wanted = [unit]
        while wanted:
            member = wanted.pop()
            for candidate in self.all:
                holds = any(self.named(name.value) is member for name in candidate.members)
                if holds and candidate is not unit and candidate not in found:
                    found.append(candidate)
                    wanted.append(candidate)
        return found
