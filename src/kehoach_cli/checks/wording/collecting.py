"""Collects the texts of a plan with its appendix, or of a report, in the order in which they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Passage, Prose, Role
from kehoach_cli.location import Located
from kehoach_cli.model.plan import Insert, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.location import Text
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.plan import Item, Plan, Section
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.topics import Group, Product, Topic
    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Workspace


class _Collector:
    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.lists: list[tuple[Passage, ...]] = []
        self.products: list[Passage] = []
        self.leading: set[Passage] = set()
        self.inserted: set[Insert | None] = set()

    def add(self, text: Text | None, role: Role, accepted: tuple[Acceptance, ...]) -> Passage | None:
        if text is None or not text.value:
            return None
        passage = Passage(text, role, accepted)
        self.passages.append(passage)
        return passage

    def add_list(self, texts: Sequence[Text], role: Role, accepted: tuple[Acceptance, ...]) -> list[Passage]:
        made = [passage for text in texts if (passage := self.add(text, role, accepted))]
        self.lists.append(tuple(made))
        return made

    def close(self, made: list[Passage]) -> None:
        """End a list that was gathered one by one."""
        if made:
            self.lists.append(tuple(made))
            made.clear()


_ROLES = {Mark.BULLET: Role.BULLET, Mark.SUB: Role.BULLET, Mark.PLAIN: Role.SENTENCE, Mark.NOTE: Role.SENTENCE}


def prose_of_plan(workspace: Workspace) -> Prose:
    """Return the plan with its appendix as one document."""
    book, plan = _Collector(), workspace.plan
    if plan:
        _body(book, plan, workspace.units)
    for group in workspace.groups:
        book.add(group.title, Role.TITLE, group.accept)
        for topic in group.topics:
            accepted = group.accept + topic.accept
            book.add(topic.title, Role.TITLE, accepted)
            book.add(Located(topic.schedule.text, topic.schedule.at), Role.SCHEDULE, accepted)
            made = [
                passage
                for product in topic.products
                if (passage := book.add(product.text, Role.BULLET, accepted + product.accept))
            ]
            book.products += made
            book.close(made)
    for unit in workspace.units.all if workspace.units else ():
        for name in (unit.name, *unit.aliases):
            book.add(name, Role.NAME, unit.accept)
    return Prose(tuple(book.passages), tuple(book.lists), tuple(book.products), workspace, frozenset(book.leading))


def _body(book: _Collector, plan: Plan, units: Units | None) -> None:
    accepted = plan.accept
    parent = () if plan.agency.is_council else plan.agency.parent  # what a council has no use for is told elsewhere
    for line in (*parent, *plan.agency.name, plan.agency.place):
        book.add(line, Role.NAME, accepted)
    book.add(plan.subject, Role.TITLE, accepted)
    for basis in plan.bases:
        book.add(basis, Role.BASIS, accepted)
    book.add(plan.opening, Role.SENTENCE, accepted)
    for section in plan.sections:
        book.add(section.title, Role.HEADING, accepted + section.accept)
        _part(book, plan, units, section, accepted + section.accept)
        for item in section.items:
            inside = accepted + section.accept + item.accept
            book.add(item.title, Role.TITLE, inside)
            _part(book, plan, units, item, inside)
    calls = [section.insert for section in plan.sections] + [one.insert for part in plan.sections for one in part.items]
    if units and Insert.DUTIES not in {call.value for call in calls if call}:
        _duties(book, units)  # that nothing prints them is told elsewhere
    book.add(plan.closing, Role.SENTENCE, accepted)
    for recipient in (*plan.recipients, *plan.reporting.to, *plan.reporting.recipients):
        book.add(recipient, Role.RECIPIENT, accepted)
    for line in (*plan.signature.authority, plan.signature.name):
        book.add(line, Role.NAME, accepted)
    for form in plan.forms:
        for text in (form.name, form.unit, form.phrase, form.reach):
            book.add(text, Role.NAME, accepted)
    book.add(plan.appendix.title, Role.TITLE, accepted)
    book.add(plan.appendix.issued_by, Role.NAME, accepted)


def _part(
    book: _Collector, plan: Plan, units: Units | None, part: Section | Item, accepted: tuple[Acceptance, ...]
) -> None:
    """Add the paragraphs of a section or an item, and what it prints from elsewhere."""
    bullets: list[Passage] = []
    subs: list[Passage] = []
    for paragraph in part.paragraphs:
        if paragraph.mark is not Mark.SUB:
            book.close(subs)
        if paragraph.mark not in {Mark.SUB, Mark.BULLET}:
            book.close(bullets)
        passage = book.add(paragraph.text, _ROLES[paragraph.mark], accepted)
        if passage and paragraph.mark is Mark.SUB:
            book.leading.update(bullets[-1:])
        if passage and passage.role is Role.BULLET:
            (subs if paragraph.mark is Mark.SUB else bullets).append(passage)
    book.close(subs)
    book.close(bullets)
    insert = part.insert.value if part.insert else None
    if insert in book.inserted:
        return  # that it is printed twice is told elsewhere
    book.inserted.add(insert)
    if insert is Insert.CHANNELS:
        book.add_list([channel.text for channel in plan.channels], Role.BULLET, accepted)
    if insert is Insert.DUTIES and units:
        _duties(book, units)


def _duties(book: _Collector, units: Units) -> None:
    for unit in units.all:
        if unit.duties:
            book.add(unit.heading, Role.TITLE, unit.accept)
            book.add_list(unit.duties, Role.BULLET, unit.accept)


def prose_of_report(report: ReportText, names: tuple[str, ...] = ()) -> Prose:
    """Return what a person wrote for one report as a document of its own; `names` are those of the plan's units."""
    book = _Collector()
    book.add(report.title, Role.TITLE, report.accept)
    for texts in (report.direction, report.results, report.limits, report.causes, report.plans, report.proposals):
        book.add_list(texts, Role.BULLET, report.accept)
    for rating in report.ratings.values():
        book.add(rating, Role.NAME, report.accept)
    prose = Prose(tuple(book.passages), tuple(book.lists))
    prose.names = names
    return prose


def acceptances(workspace: Workspace, reports: Sequence[ReportText]) -> Iterator[Acceptance]:
    """Yield every acceptance of the plan, its units, its appendix and the report texts."""
    plan = workspace.plan
    owners: list[Plan | Section | Item | Unit | Group | Topic | Product | ReportText] = []
    if plan:
        owners += [plan, *plan.sections, *(item for section in plan.sections for item in section.items)]
    owners += workspace.units.all if workspace.units else ()
    for group in workspace.groups:
        owners += [group, *group.topics, *(product for topic in group.topics for product in topic.products)]
    owners += reports
    for owner in owners:
        yield from owner.accept
