"""What the plan says in one place and its own data contradict in another: duties, tasks, recipients, classes, dates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import deadlines, levels
from kehoach_cli.checks.wording.prose import WORD, Found, Passage, Role
from kehoach_cli.diagnostics import note, warning
from kehoach_cli.language.letters import LOOK_ALIKES
from kehoach_cli.language.syllables import is_odd
from kehoach_cli.location import doubled, is_lost, is_unread
from kehoach_cli.model.units import UnitKind
from kehoach_cli.spelling import fold, is_short_for, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Rule
    from kehoach_cli.location import Text
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.topics import Topic
    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Workspace

    # Where a unit is named, and the topic, with what is accepted there.
    _Task = tuple[Text, Topic, tuple[Acceptance, ...]]

IDLE = note(
    "KH561",
    "đơn vị có nhiệm vụ mà không có việc nào trong phụ lục",
    """
    Phần tổ chức thực hiện giao nhiệm vụ cho đơn vị (`duties`), nhưng không nội dung nào của phụ lục có đơn vị này (hay
    lớp, thành viên của nó): không việc nào được theo dõi và báo cáo.
    """,
)
NOT_SENT = warning(
    "KH562",
    "đơn vị có việc mà không có trong nơi nhận",
    """
    Đơn vị chủ trì, thực hiện hoặc phối hợp một nội dung nhưng nơi nhận (`recipients`) không có tên nào của đơn vị hay
    của lớp chứa nó: văn bản không được gửi tới người phải làm.
    """,
)
NOT_TOLD = warning(
    "KH563",
    "đơn vị được giao nhiệm vụ mà không có trong nơi nhận",
    """
    Phần tổ chức thực hiện giao nhiệm vụ cho đơn vị, nhưng nơi nhận (`recipients`) không có tên nào của đơn vị.
    """,
)
RULES = (IDLE, NOT_SENT, NOT_TOLD)

_MANY = 3  # units; fewer may each have been forgotten
_ANY = "_"  # a word that cannot be
_EVERYONE = re.compile(r"\bcac (?:phong|ban|don vi|co quan|doan the|to chuc)\b|\bnhu (?:tren|dieu|muc)\b")


def check(workspace: Workspace) -> Iterator[Found]:
    """Yield what two parts of the plan say against each other."""
    plan, units = workspace.plan, workspace.units
    if units:
        yield from _units(workspace, plan, units)
        yield from levels.check(workspace, units)
    if plan:
        yield from deadlines.of_schedules(workspace, plan)


def _units(workspace: Workspace, plan: Plan | None, units: Units) -> Iterator[Found]:
    tasks: dict[str, _Task] = {}
    unknown = False
    for group, _, topic in workspace.topics():
        for name in (*topic.lead, *topic.units, *topic.partners):
            unit = units.named(name.value)
            unknown = unknown or unit is None
            if unit:
                tasks.setdefault(unit.id.value, (name, topic, group.accept + topic.accept))
    busy = [unit for unit in units.all if unit.id.value in tasks]
    family = {one.id.value for unit in busy for one in _family(unit, units)}
    # A name that is reported as unknown may be the unit that seems to have nothing; a list that could not be read, too.
    all_busy_known = not unknown and workspace.whole and not workspace.hollow and not _tasks_unread(workspace, units)
    recipients = _recipients(plan)
    issuer = plan.agency.unit and units.named(plan.agency.unit.value) if plan else None
    issuers = (issuer,) if issuer else (unit for unit in units.all if unit.kind.value is UnitKind.AGENCY)
    sent = {unit.id.value for unit in (*issuers, *(one for one in units.all if _reached(one, units, recipients)))}
    twice = doubled(name for unit in units.all for name in {one.value: one for one in unit.names()}.values())
    left_out: list[Found] = []
    for unit in units.all:
        parts = (unit.id, unit.name, unit.aliases, unit.members, unit.duties, *unit.aliases)
        if any(name.value in twice for name in unit.names()) or any(map(is_lost, parts)):
            continue
        if all_busy_known and unit.duties and unit.id.value not in family:
            yield _found(unit, IDLE, "không có việc nào trong phụ lục", "thêm vào `units` hay `partners` của nội dung")
        if not recipients or unit.id.value in sent:
            continue
        if plan and (almost := _almost_sent(unit, plan)):
            yield almost
        elif found := _left_out(unit, tasks.get(unit.id.value), is_certain=all_busy_known):
            left_out.append(found)
    yield from _together(left_out, plan)


def _left_out(unit: Unit, task: _Task | None, *, is_certain: bool) -> Found | None:
    """Return the finding for a unit that no recipient names, which has a task, or certainly none but duties."""
    hint = "thêm vào `recipients` của plan.yaml"
    if task:
        name, topic, accepted = task
        message = f"đơn vị `{name}` ({unit.name}) có việc ở “{topic.title}” mà không có trong nơi nhận"
        return Found(NOT_SENT, Passage(name, Role.NAME, accepted + unit.accept), 0, len(name.value), message, hint)
    if unit.duties and is_certain:
        return _found(unit, NOT_TOLD, "được giao nhiệm vụ mà không có trong nơi nhận", hint)
    return None


def _together(left_out: list[Found], plan: Plan | None) -> Iterator[Found]:
    """Yield the units left out of the recipients; many of them are one line that is missing there."""
    several = [one for one in left_out if all(one.rule.code != other.code.value for other in one.passage.accepted)]
    if len(several) < _MANY or plan is None:
        yield from left_out
        return
    yield from (one for one in left_out if one not in several)
    names = ", ".join(f"`{one.words}`" for one in several)
    passage = Passage(plan.recipients[0], Role.RECIPIENT, plan.accept)
    message = f"{len(several)} đơn vị có việc hay nhiệm vụ mà không có trong nơi nhận: {names}"
    hint = "thêm vào `recipients`; có phải thiếu một dòng chỉ nhiều đơn vị?"
    yield Found(NOT_SENT, passage, 0, len(passage.value), message, hint)


def _tasks_unread(workspace: Workspace, units: Units) -> bool:
    """Return whether a unit that seems to have no task may have one that could not be read."""
    lists: list[object] = [units.all, *(unit.members for unit in units.all)]
    for group in workspace.groups:
        lists.append(group.topics)
        lists += [names for topic in group.topics for names in (topic.lead, topic.units, topic.partners)]
    emptied = not all(group.topics for group in workspace.groups)
    return emptied or any(map(is_unread, lists)) or any(map(is_lost, (unit.id for unit in units.all)))


def _recipients(plan: Plan | None) -> tuple[str, ...]:
    """Return the words of each recipient; nothing where everyone is meant, or one could not be read."""
    if plan is None or any(map(is_unread, (plan.recipients, *plan.recipients))):
        return ()
    lines = tuple(_line(name.value) for name in plan.recipients)
    return () if any(_EVERYONE.search(line) for line in lines) else lines


def _almost_sent(unit: Unit, plan: Plan) -> Found | None:
    """Return the recipient that is almost a unit's name, which no recipient is."""
    near = nearest(unit.name.value, [name.value for name in plan.recipients])
    if near is None:
        return None
    line = next(name for name in plan.recipients if name.value == near)
    message = f"nơi nhận `{near}` gần giống mà không phải tên đơn vị `{unit.id}`, {unit.name}"
    see = Passage(unit.name, Role.NAME, unit.accept), 0, len(unit.name.value)
    passage = Passage(line, Role.RECIPIENT, plan.accept)
    return Found(NOT_SENT, passage, 0, len(near), message, "sửa một trong hai cho khớp", see)


@lru_cache(maxsize=1024)  # a class's names are asked for with each unit that it holds
def _as_meant(text: str) -> str:
    """Return the words of a name or a line, folded, without the slips that other rules tell of: it is known yet."""
    words = re.findall(r"\w+", fold("".join(LOOK_ALIKES.get(sign, sign) for sign in text)))
    return re.sub(r"\b(\w+)(?: \1\b)+", r"\1", " ".join(words))


def _line(text: str) -> str:
    """Return a line's words so, one that cannot be a word, and no abbreviation, as any."""

    def known(match: re.Match[str]) -> str:
        word = match.group()
        return _ANY if is_odd(word.casefold()) and not word.isupper() else word

    return _as_meant(WORD.sub(known, text))


def _found(unit: Unit, rule: Rule, what: str, hint: str) -> Found:
    passage = Passage(unit.id, Role.NAME, unit.accept)
    return Found(rule, passage, 0, len(unit.id.value), f"đơn vị `{unit.id}` ({unit.name}) {what}", hint)


def _family(unit: Unit, units: Units) -> list[Unit]:
    """Return the unit, the classes around it and, for a class, all that it holds."""
    inside = [one for one in units.all if unit in units.classes_of(one)]
    return [unit, *units.classes_of(unit), *inside]


def _reached(unit: Unit, units: Units, recipients: tuple[str, ...]) -> bool:
    """Return whether a line of the recipients names the unit or a class that holds it."""
    names = [name.value for one in (unit, *units.classes_of(unit)) for name in one.names() if name is not one.id]
    # Who has drafted the document keeps it: Lưu: VT, VHXH.
    keepers = {word for line in recipients if line.startswith("luu ") for word in line.split()[1:]} - {"vt", "luu"}
    if any(len(word) > 1 and is_short_for(word, name.value) for word in keepers for name in (unit.name, *unit.aliases)):
        return True
    return any(_named_in(_as_meant(name), line) for name in names for line in recipients)


def _named_in(name: str, line: str) -> bool:
    """Return whether a name's words stand in a line; one that is no word at all may be any of them."""
    if f" {name} " in f" {line} ":
        return True
    words, wanted = line.split(), name.split()
    return _ANY in words and any(
        len(wanted) > 1 and all(word in {_ANY, one} for word, one in zip(words[at:], wanted, strict=False))
        for at in range(len(words) - len(wanted) + 1)
    )
