"""A workspace as facts: every value that it holds, under a name that outlives moving and reordering."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.plan import Mark
from kehoach_cli.model.topics import roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kehoach_cli.location import Located, Location, Text
    from kehoach_cli.model.entries import Entry
    from kehoach_cli.model.plan import Item, Plan, Section
    from kehoach_cli.model.topics import Group, Product, Topic
    from kehoach_cli.model.units import Unit
    from kehoach_cli.model.workspace import Workspace

    Owner = Plan | Section | Item | Unit | Group | Topic | Product | Entry
    Value = str | tuple[str, ...]


class Key(NamedTuple):
    """What a fact is about: a kind of thing, which one (by id, "" for the plan itself), and which of its fields."""

    kind: str
    id: str
    field: str


class Fact(NamedTuple):
    """A value and the place that it was read from."""

    value: Value
    at: Location


# Which field says what a thing is called: by it a thing with another id is known again.
NAMED_BY = {
    "group": "title",
    "topic": "title",
    "product": "text",
    "unit": "name",
    "channel": "text",
    "form": "name",
}
# The lists that only say in which order things stand, and the kind of those things.
ORDERS = {
    ("plan", "groups"): "group",
    ("plan", "units"): "unit",
    ("plan", "channels"): "channel",
    ("plan", "forms"): "form",
    ("group", "topics"): "topic",
    ("topic", "products"): "product",
}
# The fields that refer to things by their ids.
REFERENCES = {
    ("plan", "agency"): "unit",
    ("topic", "lead"): "unit",
    ("topic", "units"): "unit",
    ("topic", "partners"): "unit",
    ("unit", "members"): "unit",
    ("form", "channel"): "channel",
    ("entry", "unit"): "unit",
    ("entry", "product"): "product",
    ("entry", "form"): "form",
}
# The fields that say where a thing belongs.
PARENTS = {"topic": "group", "product": "topic"}


def facts_of(workspace: Workspace, entries: Iterable[Entry] = ()) -> dict[Key, Fact]:
    """Return every fact of a workspace and of its entries; two workspaces that say the same have equal facts."""
    book = _Book()
    if workspace.plan:
        _plan(book, workspace.plan)
    for unit in workspace.units.all if workspace.units else ():
        _unit(book, unit)
    for group in workspace.groups:
        _group(book, group, workspace.year)
    for entry in entries:
        _entry(book, entry)
    return book.close()


class _Book:
    def __init__(self) -> None:
        self.facts: dict[Key, Fact] = {}
        self.orders: dict[Key, list[str]] = {}
        self.places: dict[Key, Location] = {}
        self.seen: set[tuple[str, str]] = set()

    def thing(self, kind: str, name: str, order: Key | None, at: Location) -> str:
        """Return the name that a thing goes by - `x#2` for a second one with this id - and note its place in a list."""
        count, unique = 1, name
        while (kind, unique) in self.seen:
            count += 1
            unique = f"{name}#{count}"
        self.seen.add((kind, unique))
        if order:
            self.orders.setdefault(order, []).append(unique)
            self.places.setdefault(order, at)
        return unique

    def put(self, kind: str, name: str, field: str, value: Located[object] | Text | None) -> None:
        if value is not None:
            self.facts[Key(kind, name, field)] = Fact(str(value.value), value.at)

    def put_all(self, kind: str, name: str, field: str, values: tuple[Text, ...]) -> None:
        if values:
            self.facts[Key(kind, name, field)] = Fact(tuple(value.value for value in values), values[0].at)

    def accept(self, kind: str, name: str, owner: Owner) -> None:
        """Note the owner's acceptances behind those that the thing has already."""
        if owner.accept:
            key = Key(kind, name, "accept")
            before = self.facts.get(key)
            told = tuple(one.said for one in owner.accept)
            self.facts[key] = Fact((*(before.value if before else ()), *told), owner.accept[0].at)

    def close(self) -> dict[Key, Fact]:
        for key, names in self.orders.items():
            self.facts[key] = Fact(tuple(names), self.places[key])
        return self.facts


def _plan(book: _Book, plan: Plan) -> None:
    texts: Mapping[str, Located[object] | Text | None] = {
        "year": plan.year,
        "type": plan.type,
        "subject": plan.subject,
        "agency": plan.agency.unit,
        "place": plan.agency.place,
        "number": plan.number,
        "symbol": plan.symbol,
        "day": plan.date.day,
        "month": plan.date.month,
        "date_year": plan.date.year,
        "opening": plan.opening,
        "closing": plan.closing,
        "signer": plan.signature.name,
        "appendix": plan.appendix.title,
        "issued_by": plan.appendix.issued_by,
        "report_symbol": plan.reporting.symbol,
    }
    for field, value in texts.items():
        book.put("plan", "", field, value)
    lists = {
        "agency_parent": plan.agency.parent,
        "agency_name": plan.agency.name,
        "bases": plan.bases,
        "recipients": plan.recipients,
        "authority": plan.signature.authority,
        "report_to": plan.reporting.to,
        "report_recipients": plan.reporting.recipients,
    }
    for field, values in lists.items():
        book.put_all("plan", "", field, values)
    cutoff = plan.reporting.cutoff
    book.facts[Key("plan", "", "cutoff")] = Fact(cutoff.value.value, cutoff.at)
    body = tuple(line for number, section in enumerate(plan.sections, 1) for line in _section(section, number))
    book.facts[Key("plan", "", "body")] = Fact(body, plan.sections[0].at if plan.sections else plan.at)
    book.accept("plan", "", plan)
    for section in plan.sections:
        book.accept("plan", "", section)
        for item in section.items:
            book.accept("plan", "", item)
    checkpoints = tuple(
        f"{point.date}: {point.entries or ''} {' '.join(f'{n}={v}' for n, v in point.totals.items())}".strip()
        for point in plan.reporting.checkpoints
    )
    if checkpoints:
        book.facts[Key("plan", "", "checkpoints")] = Fact(checkpoints, plan.reporting.at)
    for channel in plan.channels:
        name = book.thing("channel", channel.id.value, Key("plan", "", "channels"), channel.at)
        book.put("channel", name, "text", channel.text)
    for form in plan.forms:
        name = book.thing("form", form.id.value, Key("plan", "", "forms"), form.at)
        for field in ("name", "unit", "phrase", "reach", "channel"):
            book.put("form", name, field, getattr(form, field))


_SIGNS = {Mark.BULLET: "- ", Mark.SUB: "+ ", Mark.PLAIN: "", Mark.NOTE: "* "}


def _section(section: Section, number: int) -> Iterable[str]:
    """Yield the lines of a part of the body, each behind its printed place: `mục II.1: - text`."""
    yield f"mục {roman(number)}. {section.title}"
    yield from _inside(roman(number), section)
    for order, item in enumerate(section.items, 1):
        yield f"mục {roman(number)}.{order}. {item.title}"
        yield from _inside(f"{roman(number)}.{order}", item)


def _inside(place: str, part: Section | Item) -> Iterable[str]:
    for paragraph in part.paragraphs:
        yield f"mục {place}: {_SIGNS[paragraph.mark]}{paragraph.text}"
    if part.insert:
        yield f"mục {place}: in {part.insert.value.value}"


def _unit(book: _Book, unit: Unit) -> None:
    name = book.thing("unit", unit.id.value, Key("plan", "", "units"), unit.at)
    book.put("unit", name, "name", unit.name)
    book.facts[Key("unit", name, "kind")] = Fact(unit.kind.value.value, unit.kind.at)
    book.put("unit", name, "heading", unit.heading)
    for field in ("aliases", "members", "duties"):
        book.put_all("unit", name, field, getattr(unit, field))
    book.accept("unit", name, unit)


def _group(book: _Book, group: Group, year: int) -> None:
    name = book.thing("group", group.id, Key("plan", "", "groups"), group.at)
    book.put("group", name, "title", group.title)
    book.put("group", name, "number", group.explicit)
    book.accept("group", name, group)
    for topic in group.topics:
        _topic(book, topic, name, year)


def _topic(book: _Book, topic: Topic, group: str, year: int) -> None:
    name = book.thing("topic", topic.id.value, Key("group", group, "topics"), topic.at)
    book.put("topic", name, "title", topic.title)
    book.facts[Key("topic", name, "group")] = Fact(group, topic.at)
    for field in ("lead", "units", "partners"):
        book.put_all("topic", name, field, getattr(topic, field))
    book.facts[Key("topic", name, "schedule")] = Fact(topic.schedule.text, topic.schedule.at)
    quarters = tuple(map(str, topic.schedule.quarters(year)))
    book.facts[Key("topic", name, "quarters")] = Fact(quarters, topic.schedule.at)
    book.accept("topic", name, topic)
    for product in topic.products:
        product_name = book.thing("product", product.id.value, Key("topic", name, "products"), product.at)
        book.put("product", product_name, "text", product.text)
        book.facts[Key("product", product_name, "topic")] = Fact(name, product.at)
        book.accept("product", product_name, product)


def _entry(book: _Book, entry: Entry) -> None:
    # Not its file: packing changes no result.
    name = book.thing("entry", entry.id.value, None, entry.at)
    for field in ("date", "product", "unit", "form", "quantity", "reach", "title", "note", "wording"):
        book.put("entry", name, field, getattr(entry, field))
    book.put_all("entry", name, "links", entry.links)
    book.accept("entry", name, entry)
