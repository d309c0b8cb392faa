"""The texts of a document in the order in which they are printed, each with what it is and what is accepted in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.location import Located
from kehoach_cli.model.plan import Insert, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.diagnostics import Rule
    from kehoach_cli.location import Text
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.plan import Item, Plan, Section
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.topics import Group, Product, Topic
    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Workspace

WORD = re.compile(r"[^\W\d_]+")


class Role(Enum):
    """What a text is in its document; `form` ends some of them, and sets some in capitals."""

    HEADING = auto()
    TITLE = auto()
    BASIS = auto()
    SENTENCE = auto()
    BULLET = auto()
    RECIPIENT = auto()
    SCHEDULE = auto()
    NAME = auto()
    ENTRY = auto()


class Passage:
    """One text, its role, and the acceptances that hold in it; two are one only when they are the same."""

    __slots__ = ("accepted", "role", "text", "value")

    def __init__(self, text: Text, role: Role, accepted: tuple[Acceptance, ...] = ()) -> None:
        self.text = text
        self.role = role
        self.accepted = accepted
        self.value = text.value


class Found(NamedTuple):
    """What a rule has to say of passage.value[start:end]; `see` is another such place that it speaks of."""

    rule: Rule
    passage: Passage
    start: int
    end: int
    message: str
    hint: str = ""
    see: tuple[Passage, int, int] | None = None

    @property
    def words(self) -> str:
        """Return the words that the finding points at."""
        return self.passage.value[self.start : self.end]


class Word(NamedTuple):
    """A word of letters and where it stands in its passage."""

    text: str
    passage: Passage
    start: int

    @property
    def end(self) -> int:
        """Return where the word ends in its passage."""
        return self.start + len(self.text)


class Prose:
    """A document's passages in printed order, and the lists that they form.

    `dated` are the first and last day that the document can bear, `names` the names of the plan's units.
    """

    def __init__(
        self,
        passages: tuple[Passage, ...],
        lists: tuple[tuple[Passage, ...], ...] = (),
        products: tuple[Passage, ...] = (),
        workspace: Workspace | None = None,
    ) -> None:
        self.passages = passages
        self.lists = lists
        self.products = products
        self.year = workspace.year if workspace else 0
        self.dated = workspace.plan.date.span if workspace and workspace.plan else None
        units = workspace.units.all if workspace and workspace.units else ()
        self.names = tuple(unit.name.value for unit in units)

    @cached_property
    def words(self) -> dict[Passage, list[Word]]:
        """Return the words of each passage."""
        return {
            passage: [Word(match.group(), passage, match.start()) for match in WORD.finditer(passage.value)]
            for passage in self.passages
        }

    @cached_property
    def small(self) -> dict[Passage, list[str]]:
        """Return the words of each passage in small letters."""
        return {passage: [word.text.casefold() for word in words] for passage, words in self.words.items()}

    @cached_property
    def text(self) -> str:
        r"""Return all passages, a line each: one search through it says which of them are worth a closer look."""
        return "\n".join(passage.value for passage in self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for passage in self.passages:
            starts.append(starts[-1] + len(passage.value) + 1)
        return starts

    def holding(self, patterns: Iterable[re.Pattern[str]]) -> set[Passage]:
        """Return the passages in which any of the patterns is found."""
        places = {match.start() for pattern in patterns for match in pattern.finditer(self.text)}
        return {self.passages[bisect_right(self._starts, place) - 1] for place in places}

    def naming(self, words: Iterable[str]) -> set[Passage]:
        """Return the passages that hold any of these words, letter by letter."""
        found: set[Passage] = set()
        for word in words:
            place = self.text.find(word)
            while place >= 0:
                at = bisect_right(self._starts, place) - 1
                found.add(self.passages[at])
                place = self.text.find(word, self._starts[at + 1])
        return found

    @cached_property
    def running(self) -> tuple[Passage, ...]:
        """Return the passages that are not set in capitals throughout."""
        return tuple(passage for passage in self.passages if not passage.value.isupper())


class _Collector:
    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.lists: list[tuple[Passage, ...]] = []
        self.products: list[Passage] = []

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
    return Prose(tuple(book.passages), tuple(book.lists), tuple(book.products), workspace)


def _body(book: _Collector, plan: Plan, units: Units | None) -> None:
    accepted = plan.accept
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
    book.add(plan.closing, Role.SENTENCE, accepted)
    for recipient in plan.recipients:
        book.add(recipient, Role.RECIPIENT, accepted)
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
        if passage and passage.role is Role.BULLET:
            (subs if paragraph.mark is Mark.SUB else bullets).append(passage)
    book.close(subs)
    book.close(bullets)
    insert = part.insert.value if part.insert else None
    if insert is Insert.CHANNELS:
        book.add_list([channel.text for channel in plan.channels], Role.BULLET, accepted)
    if insert is Insert.DUTIES and units:
        for unit in units.all:
            if unit.duties:
                book.add(unit.heading, Role.TITLE, unit.accept)
                book.add_list(unit.duties, Role.BULLET, unit.accept)


def prose_of_report(report: ReportText) -> Prose:
    """Return what a person wrote for one report as a document of its own."""
    book = _Collector()
    book.add(report.title, Role.TITLE, report.accept)
    for texts in (report.direction, report.results, report.limits, report.causes, report.plans, report.proposals):
        book.add_list(texts, Role.BULLET, report.accept)
    for rating in report.ratings.values():
        book.add(rating, Role.NAME, report.accept)
    return Prose(tuple(book.passages), tuple(book.lists))


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
