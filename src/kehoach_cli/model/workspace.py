"""A workspace: the plan, its units and its groups, and the tasks that follow from them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen
from kehoach_cli.location import is_missing, is_unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.location import Location, Text
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.topics import Group, Product, Topic
    from kehoach_cli.model.units import Units


@frozen
class Row:
    """A product with the topic and group that it stands in, and their printed positions (`I.1.3`)."""

    group: Group
    topic: Topic
    topic_order: int
    product: Product
    product_order: int

    @property
    def topic_position(self) -> str:
        """Return the topic's printed position, `I.1`."""
        return f"{self.group.number}.{self.topic_order}"

    @property
    def position(self) -> str:
        """Return the product's printed position, `I.1.3`."""
        return f"{self.topic_position}.{self.product_order}"


@frozen
class Workspace:
    """All that was read; `plan` or `units` is None where its file could not be read at all.

    `whole` is False where that befell a group: what looks missing may stand in its file. `hollow` are the names in
    topics/ that no topic was read from and none was lost with: a file that was emptied, something that is no group.
    `torn` are the last lines of the files that stop too early, or may, and whether a finding tells so.
    """

    plan: Plan | None
    units: Units | None
    groups: tuple[Group, ...]
    whole: bool = True
    hollow: tuple[str, ...] = ()
    torn: tuple[tuple[Location, bool], ...] = ()

    @property
    def year(self) -> int:
        """Return the plan's year, 0 where it is not known."""
        return self.plan.year.value if self.plan else 0

    def ids(self) -> Iterator[Text]:
        """Yield the ids that must be unlike: of channels, forms, topics and products."""
        if self.plan:
            yield from (channel.id for channel in self.plan.channels)
            yield from (form.id for form in self.plan.forms)
        for _, _, topic in self.topics():
            yield topic.id
            yield from (product.id for product in topic.products)

    def of_another_kind(self, name: str, wanted: str) -> str:
        """Return what the id that a reference bears is of, where it is not of the kind `wanted`; "" of no id."""
        bearer = self._bearers.get(name)
        return f"đây là mã của {bearer}, không phải của {wanted}" if bearer else ""

    @cached_property
    def _bearers(self) -> dict[str, str]:
        """Return what each id of the plan is of, as messages name it."""
        found = {unit.id.value: f"đơn vị “{unit.name}”" for unit in (self.units.all if self.units else ())}
        if self.plan:
            found |= {channel.id.value: f"kênh “{channel.text}”" for channel in self.plan.channels}
            found |= {form.id.value: f"loại sản phẩm “{form.name}”" for form in self.plan.forms}
        found |= {group.id: f"nhóm {group.number}" for group in self.groups}
        found |= {topic.id.value: f"nội dung {group.number}.{order}" for group, order, topic in self.topics()}
        return found | {row.product.id.value: f"sản phẩm {row.position}" for row in self.rows()}

    def open_end(self, home: str) -> Location | None:
        """Return the last line of a file, or of the first in a folder, that stops in mid-line; nobody tells so yet."""
        return next((end for end, told in self.torn if not told and end.file.startswith(home)), None)

    @property
    def is_all_there(self) -> bool:
        """Return whether no file is missing, and none stops too early."""
        return self.whole and not any(told for _, told in self.torn)

    def is_cut(self, file: str) -> bool:
        """Return whether a file stops too early, and a finding tells so."""
        return any(told and end.file == file for end, told in self.torn)

    @property
    def units_end_early(self) -> bool:
        """Return whether units.yaml stops where the last unit is not whole: others may be lost with its rest."""
        last = self.units.all[-1] if self.units and self.units.all else None
        return last is not None and (self.is_cut(last.at.file) or is_missing(last.kind, last.at))

    @property
    def products_read(self) -> bool:
        """Return whether all products could be read, each with its id, and no file may have been emptied of them."""
        topics = [topic for group in self.groups for topic in group.topics]
        lists = [*(group.topics for group in self.groups), *(topic.products for topic in topics)]
        return (
            self.whole
            and not self.hollow
            and not any(_ends_early(group) or self.is_cut(group.at.file) for group in self.groups)
            and not any(map(is_unread, [*lists, *(row.product.id for row in self.rows())]))
        )

    def topics(self) -> Iterator[tuple[Group, int, Topic]]:
        """Yield every topic with its group and its number in it."""
        for group in self.groups:
            for order, topic in enumerate(group.topics, 1):
                yield group, order, topic

    def rows(self) -> Iterator[Row]:
        """Yield every product in the order of the printed appendix."""
        for group, topic_order, topic in self.topics():
            for product_order, product in enumerate(topic.products, 1):
                yield Row(group, topic, topic_order, product, product_order)


def _ends_early(group: Group) -> bool:
    """Return whether the last topic of a group lacks products, or its last one its text: more may be lost with it."""
    products = group.topics[-1].products if group.topics else ()
    return not products or is_missing(products[-1].text, products[-1].at)
