"""Names that stand for units: each is one that a unit answers to, and those that have gone together are told once."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.frozen import replace
from kehoach_cli.language.letters import LATIN
from kehoach_cli.location import Located, doubled, is_lost, is_unread, unread
from kehoach_cli.model.units import Units
from kehoach_cli.spelling import Names, is_short_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Text
    from kehoach_cli.model.entries import Progress
    from kehoach_cli.model.topics import Topic
    from kehoach_cli.model.workspace import Workspace

UNKNOWN = error(
    "KH203",
    "đơn vị không có trong units.yaml",
    """
    Đơn vị được nhắc tới bằng mã, tên hay tên khác đúng như trong units.yaml. Tên lạ thì không ai nhận việc, nên
    kehoach không đoán.
    """,
)
TWICE = warning(
    "KH208",
    "đơn vị đứng hai lần trong một ô",
    """
    Cùng một đơn vị, có thể dưới hai tên, đứng hai lần trong cùng một danh sách của một nội dung, hoặc vừa thực hiện vừa
    phối hợp.
    """,
)

_HOME = "units.yaml"
_MANY = 3  # names; slips of the finger are not made so often


def check(workspace: Workspace, units: Units, progress: Progress) -> Iterator[Finding]:
    """Yield the names that no unit answers to, and those that stand twice; `progress` tells which many speak of."""
    known = _Known(units, workspace)
    for names in _lists(workspace, units):
        yield from _references(names, units, known)
    yield from _gone(known, progress)
    for _, _, topic in workspace.topics():
        yield from _both(topic, units)


def is_nobodys(name: str, bearers: Iterable[tuple[Text, str]], twice: set[str]) -> bool:
    """Return whether an id is certainly that of none of these, which are given with what they are called.

    Not so where the id of one could not be read, or stands `twice` and what bears it may have been called so.
    """
    return not any(
        is_unread(bearer) or (bearer.value in twice and is_short_for(name, text)) for bearer, text in bearers
    )


def have_gone_together(workspace: Workspace, progress: Progress) -> bool:
    """Return whether units that the plan names have gone with a part of units.yaml: that is told once, for all."""
    if workspace.units is None:
        return False
    known = _Known(workspace.units, workspace)
    for names in _lists(workspace, workspace.units):
        for _ in _references(names, workspace.units, known):
            pass
    return bool(known.lost(progress))


def _lists(workspace: Workspace, units: Units) -> Iterator[tuple[Text, ...]]:
    """Yield the lists of names that stand for units."""
    yield from (unit.members for unit in units.all)
    for _, _, topic in workspace.topics():
        yield from (topic.lead, topic.units, topic.partners)
    if workspace.plan and workspace.plan.agency.unit:
        yield (workspace.plan.agency.unit,)


def _gone(known: _Known, progress: Progress) -> Iterator[Finding]:
    """Yield the names that are no slips of a unit's; what many places name has gone, and is told once.

    So are several that have gone together, with a part of units.yaml.
    """
    gone, end = known.lost(progress), known.workspace.open_end(_HOME)
    if gone:
        who = "kế hoạch" if known.gone.keys() >= set(gone) else "kế hoạch và kết quả"
        message = f"không có {len(gone)} đơn vị mà {who} nhắc tới: {', '.join(f'`{name}`' for name in gone)}"
        first = next(iter(known.gone.values()))[0].at
        hint = "khôi phục phần bị mất của units.yaml từ git"
        if end:
            yield UNKNOWN.finding(end, f"tệp dừng ở đây, {message}", hint, see=first, for_line=True)
        else:
            yield UNKNOWN.finding(first, message, hint)
    for name, found in known.gone.items():
        hint = known.hint(name) or "sửa tên, hoặc thêm đơn vị này vào units.yaml"
        message = f"đơn vị `{name}` không có trong units.yaml"
        if name not in gone and len(found) >= _MANY:
            yield UNKNOWN.finding(found[0].at, f"{message} ({len(found)} chỗ nhắc tới)", hint)
        elif name not in gone:
            yield from (UNKNOWN.finding(place.at, message, hint) for place in found)


def meant(workspace: Workspace) -> Workspace:
    """Return the workspace with each name that no unit answers to read as the one near it: that is reported, once."""
    units = workspace.units
    topics = [topic for _, _, topic in workspace.topics()]
    names = (name.value for topic in topics for name in (*topic.lead, *topic.units, *topic.partners))
    if units is None:
        return workspace
    members = [name.value for unit in units.all for name in unit.members]
    plan = workspace.plan
    issuer = plan.agency.unit if plan else None
    if all(map(units.named, (*names, *members, *([issuer.value] if issuer else ())))):
        return workspace
    known = Names(units.shown())

    def right(names: tuple[Text, ...]) -> tuple[Text, ...]:
        if is_unread(names) or all(units.named(name.value) for name in names):
            return names
        found: list[Text] = []
        for name in names:
            meant = [name.value] if units.named(name.value) else _apart(name.value, units)
            if meant:
                found += (Located(one, name.at) for one in meant)
                continue
            guess = Located(known.nearest(name.value) or name.value, name.at)
            found.append(guess if known.holds_slip(name.value) else unread(guess))  # too far to judge a unit by
        return tuple(found)

    groups = [
        replace(
            group,
            topics=group.topics
            and tuple(
                replace(topic, lead=right(topic.lead), units=right(topic.units), partners=right(topic.partners))
                for topic in group.topics
            ),
        )
        for group in workspace.groups
    ]
    found = tuple(replace(unit, members=right(unit.members)) for unit in units.all)
    if plan and issuer:
        plan = replace(plan, agency=replace(plan.agency, unit=right((issuer,))[0]))
    all_units = Units(unread(found) if is_unread(units.all) else found)
    return replace(workspace, plan=plan, groups=tuple(groups), units=all_units)


class _Known:
    """The names of all units; `are_all` tells that every one could be read."""

    def __init__(self, units: Units, workspace: Workspace) -> None:
        self.workspace = workspace
        ids = [unit.id for unit in units.all]
        self.names = Names(units.shown())
        self.gone: dict[str, list[Text]] = {}  # names that are no slips of one of them, and where they stand
        others = [name for unit in units.all for name in (*unit.names(), unit.aliases) if name is not unit.id]
        # An id whose letters tell what it was meant to be is known, for all that.
        lost = any(map(is_lost, ids)) or any(map(is_unread, (units.all, *others)))
        self.are_all = not (workspace.units_end_early or lost)
        self.twice = doubled(ids)
        self.bearers = [(unit.id, unit.name.value) for unit in units.all if unit.id.value in self.twice]

    def lost(self, progress: Progress) -> list[str]:
        """Return the names that have gone together: many with many places that name them, or two where a file ends."""
        self.gone = {name: found for name, found in self.gone.items() if not self._is_hidden(name, found)}
        if not self.gone:
            return []
        counts = Counter(entry.unit.value for entry in progress.entries if entry.unit.value)
        often = [name for name, count in counts.items() if count >= _MANY and self._is_gone(name)]
        for name, found in self.gone.items():
            counts[name] += len(found)
        gone = [name for name in self.gone if counts[name] >= _MANY or not self.hint(name)]
        gone += [name for name in often if name not in gone]
        places = sum(counts[name] for name in gone)
        many = places >= _MANY * len(gone) or (len(gone) >= _MANY and places >= 2 * len(gone))
        return gone if len(gone) > 1 and (many or self.workspace.open_end(_HOME)) else []

    def _is_hidden(self, name: str, found: list[Text]) -> bool:
        """Return whether the unit of a name stands under another's id: that is said there."""
        is_the_one = len(self.gone) == 1 and len(found) > 1
        return bool(self.twice) and (is_the_one or not is_nobodys(name, self.bearers, self.twice))

    def _is_gone(self, name: str) -> bool:
        return self.workspace.units is not None and self.workspace.units.named(name) is None and not self.hint(name)

    def hint(self, name: str) -> str:
        """Return what was likely meant by a name that no unit answers to, "" where nobody knows."""
        return self.workspace.of_another_kind(name, "đơn vị") or self.names.did_you_mean(name)


def _unknown(name: Text, units: Units, known: _Known) -> Iterator[Finding]:
    """Yield the finding for a name that no unit answers to, with the unit that was meant; keep one that is no slip."""
    apart = _apart(name.value, units)
    if not apart and not known.names.holds_slip(name.value):
        known.gone.setdefault(name.value, []).append(name)
        return
    hint = f"thiếu dấu phẩy? viết `{', '.join(apart)}`" if apart else known.hint(name.value)
    if sign := next((sign for sign in name.value if ord(sign) in LATIN), ""):  # the two look the same
        hint = f"gõ lại chữ `{LATIN[ord(sign)]}`: chữ `{sign}` ở đây là U+{ord(sign):04X}"
    if any(" " in one for one in apart):  # such a text is likely quoted: a comma in it would part nothing
        hint = f"tách thành {len(apart)} phần tử: {', '.join(f'`{one}`' for one in apart)}"
    yield UNKNOWN.finding(name.at, f"đơn vị `{name}` không có trong units.yaml", hint)


def _apart(text: str, units: Units) -> list[str]:
    """Return the names that stand in a text without the commas of a list; none where it is no such text."""
    for between in (r"\s*[,;/&+，、]\s*|\s+và\s+", r"[\s,;/&+，、]+"):
        parts = [part for part in re.split(between, text.strip()) if part]
        if len(parts) > 1 and all(map(units.named, parts)):
            return parts
    return []


def _references(names: tuple[Text, ...], units: Units, known: _Known) -> Iterator[Finding]:
    """Yield the names that no unit answers to, and those that stand twice."""
    seen: dict[str, Text] = {}
    for name in names:
        if not name.value:
            continue
        unit = units.named(name.value)
        if unit is None:
            if known.are_all or known.names.holds_slip(name.value):
                yield from _unknown(name, units, known)
            continue
        first = seen.setdefault(unit.id.value, name)
        if first is not name:
            message = f"đơn vị `{name}` đứng hai lần trong cùng một danh sách"
            yield TWICE.finding(name.at, message, "bỏ một lần", see=first.at)


def _both(topic: Topic, units: Units) -> Iterator[Finding]:
    """Yield the partners of a topic that are among those who do it, too."""
    doing = {unit.id.value: name for name in topic.units if (unit := units.named(name.value))}
    for name in topic.partners:
        unit = units.named(name.value)
        if unit and unit.id.value in doing:
            message = f"đơn vị `{name}` vừa thực hiện (`units`) vừa phối hợp (`partners`)"
            yield TWICE.finding(name.at, message, "bỏ ở một trong hai chỗ", see=doing[unit.id.value].at)
