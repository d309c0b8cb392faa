"""Two ways of writing one thing: the one that stands less often in the document is told, with a place of the other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.checks.wording.prose import Passage
    from kehoach_cli.diagnostics import Rule

    Place = tuple[Passage, int, int]


def rarer(
    rule: Rule, usual: list[Place], rare: list[Place], name: str = "", look: Callable[[str], str] = fold
) -> Iterator[Found]:
    """Yield the places of the form that stands less often; of `rare` where both stand as often.

    `look` returns words so that both ways of writing them are one.
    """
    if len(rare) > len(usual):
        usual, rare = rare, usual
    if not usual:
        return
    by_look: dict[str, list[Place]] = defaultdict(list)
    for one in usual:
        by_look[look(_said(one))].append(one)
    shown: set[Place] = set()
    for place in rare:
        alike = by_look.get(look(_said(place)), [])
        ends = fold(_said(place))[-2:]
        is_loud = _said(place).isupper()
        twins = sorted(alike or usual, key=lambda one: _said(one).isupper() != is_loud)  # `ủy` rather than `ỦY`
        twin = next((one for one in twins if fold(_said(one)).endswith(ends)), twins[0])  # `hóa` for `khoá`, not `Ủy`
        what = f"{name}: " if name else ""
        how = "" if alike else "như "
        message = f"{what}ở đây viết `{_said(place)}`, {len(twins)} chỗ khác viết {how}`{_said(twin)}`"
        yield Found(rule, *place, message, "chọn một cách cho cả văn bản", None if twin in shown else twin)
        shown.add(twin)


def _said(place: Place) -> str:
    passage, start, end = place
    return passage.value[start:end]
