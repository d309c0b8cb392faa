"""An id or a year that the rest of the plan gainsays: one mistake, said once, where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.frozen import replace
from kehoach_cli.location import Located, is_lost, is_unread, unread
from kehoach_cli.model.units import Units
from kehoach_cli.spelling import numbers_of, slips, slips_allowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Place, Text
    from kehoach_cli.model.entries import Progress
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.topics import Topic
    from kehoach_cli.model.workspace import Workspace

MISTYPED = error(
    "KH110",
    "mã bị gõ nhầm ở chỗ nó được đặt",
    """
    Không nơi nào nhắc tới mã này, còn một mã gần giống được nhắc từ hai lần trở lên mà không có: gõ nhầm một lần ở chỗ
    đặt mã, không phải nhầm ở mọi chỗ nhắc tới. kehoach hiểu mã này là mã được nhắc để kiểm tra tiếp, nhưng không tự
    sửa.
    """,
)
OTHER_YEAR = warning(
    "KH304",
    "các phần của kế hoạch nói năm khác nhau",
    """
    Năm của kế hoạch (`year`), năm trong trích yếu và tên phụ lục, năm đề ở ngày ban hành (năm ấy, hoặc năm trước) phải
    hợp nhau. Khi `year` là chỗ sai thì những gì phụ thuộc vào năm chưa được kiểm tra.
    """,
)
_OFTEN = 2
_ALIKE = str.maketrans("lo", "10")  # th-mau-1, th-mau-l
_YEAR = re.compile(r"(?<!học )\bnăm ((?:19|20)\d\d)\b(?! ?[-–] ?\d)")


def mistyped(
    workspace: Workspace, progress: Progress, reports: Iterable[ReportText], place: Place
) -> tuple[Workspace, list[Finding]]:
    """Return the workspace as it was meant, each mistyped id replaced by the one that others use, and the findings."""
    findings: list[Finding] = []
    entries = list(progress.entries)
    topics = [topic for _, _, topic in workspace.topics()]
    if workspace.units and not any(is_lost(name) for unit in workspace.units.all for name in unit.names()):
        used = [*_unit_names(workspace, topics), *(entry.unit for entry in entries)]
        names = [name for unit in workspace.units.all for name in unit.names()]
        meant = _meant([unit.id for unit in workspace.units.all], names, used, findings)
        if meant:
            units = tuple(replace(unit, id=meant.get(unit.id.value, unit.id)) for unit in workspace.units.all)
            workspace = replace(workspace, units=Units(units))
    if workspace.whole and not any(map(is_lost, _products(topics))):
        ids = [product.id for topic in topics for product in topic.products]
        used = [*(entry.product for entry in entries), *_rated(reports)]
        meant = _meant(ids, ids, used, findings)
        if meant:
            groups = tuple(
                replace(group, topics=tuple(_renamed(topic, meant) for topic in group.topics))
                for group in workspace.groups
            )
            workspace = replace(workspace, groups=groups)
    if workspace.plan:
        plan = _of_one_year(workspace.plan, findings, place)
        workspace = replace(workspace, plan=_plan(plan, [entry.form for entry in entries], findings))
    return workspace, findings


def _of_one_year(plan: Plan, findings: list[Finding], place: Place) -> Plan:
    """Return the plan without the year, or with the year of its date, that its other parts gainsay."""
    if is_unread(plan.year) or not plan.year.value:
        return plan
    titles = [title for title in (plan.subject, plan.appendix.title) if len(set(_YEAR.findall(title.value))) == 1]
    said = [int(_YEAR.findall(title.value)[0]) for title in titles]
    dated = plan.date.year
    if not dated or not dated.value or is_unread(dated):
        dated = None
    own = plan.year.value
    dates_own = dated is None or own - 1 <= dated.value <= own
    if len(set(said)) == 1 and own not in said and (len(said) > 1 or not dates_own):
        year = said[0]
        if dated is None or year - 1 <= dated.value <= year:
            message = f"`year` là {own}, còn {_named(plan, titles[0])} nói năm {year}"
            findings.append(OTHER_YEAR.finding(plan.year.at, message, f"sửa thành {year}?", see=titles[0].at))
            return replace(plan, year=unread(Located(0, plan.year.at)))  # nothing is judged by it
    findings += _other_years(plan, titles, place)
    for title, year in zip(titles, said, strict=True):
        if year != own:
            message = f"{_named(plan, title)} nói năm {year}, còn kế hoạch là của năm {own} (`year`)"
            at = place(title, *_year_of(title).span())
            findings.append(OTHER_YEAR.finding(at, message, "sửa năm ở đây, hoặc `year`", see=plan.year.at))
    if dated and not dates_own:
        message = f"ngày ban hành đề năm {dated}, còn kế hoạch là của năm {own} (`year`)"
        findings.append(OTHER_YEAR.finding(dated.at, message, "sửa năm ở đây, hoặc `year`", see=plan.year.at))
        return replace(plan, date=replace(plan.date, year=Located(own, dated.at)))
    return plan


def _year_of(text: Text) -> re.Match[str]:
    return next(_YEAR.finditer(text.value))


def _other_years(plan: Plan, titles: list[Text], place: Place) -> Iterator[Finding]:
    """Yield an opening and a closing that speak of another year than the plan."""
    for text, name in ((plan.opening, "lời mở đầu (`opening`)"), (plan.closing, "câu kết (`closing`)")):
        years = set(_YEAR.findall(text.value))
        if len(years) == 1 and str(plan.year.value) not in years and titles:
            message = f"{name} nói năm {years.pop()}, còn kế hoạch là của năm {plan.year} (`year`)"
            at = place(text, *_year_of(text).span())
            yield OTHER_YEAR.finding(at, message, "sửa năm ở đây", see=plan.year.at)


def _named(plan: Plan, title: Text) -> str:
    return "trích yếu (`subject`)" if title is plan.subject else "tên phụ lục (`title`)"


def _plan(plan: Plan, used: Iterable[Text | None], findings: list[Finding]) -> Plan:
    """Return the plan with the forms and channels that were meant."""
    forms = [form.id for form in plan.forms]
    totals = [name for one in plan.reporting.checkpoints for name in one.totals]
    if not any(map(is_lost, [plan.forms, *forms])):
        meant = _meant(forms, forms, [*filter(None, used), *totals], findings)
        if meant:
            plan = replace(plan, forms=tuple(replace(one, id=meant.get(one.id.value, one.id)) for one in plan.forms))
    channels = [channel.id for channel in plan.channels]
    if not any(map(is_lost, [plan.channels, *channels])):
        meant = _meant(channels, channels, [form.channel for form in plan.forms if form.channel], findings)
        if meant:
            right = tuple(replace(one, id=meant.get(one.id.value, one.id)) for one in plan.channels)
            plan = replace(plan, channels=right)
    return plan


def _meant(ids: list[Text], names: list[Text], used: Iterable[Text], findings: list[Finding]) -> dict[str, Text]:
    """Return the ids to be read instead of those that were mistyped, and report each."""
    places: dict[str, list[Text]] = {}
    for one in used:
        if is_unread(one):
            continue
        places.setdefault(one.value, []).append(one)
    known = {name.value for name in names}
    missing = {name: found for name, found in places.items() if name and name not in known and len(found) >= _OFTEN}
    unused = {one.value: one for one in ids if one.value and one.value not in places} if missing else {}
    meant: dict[str, Text] = {}
    for name, found in missing.items():
        near = [one for one in unused if one not in meant and (_one_slip(name, one) or _is_cut(one, name))]
        # Another known name as near would say that it is the many places that are wrong.
        if len(near) == 1 and sum(_one_slip(name, one) or _is_cut(one, name) for one in known) == 1:
            at = unused[near[0]].at
            meant[near[0]] = Located(name, at)
            message = f"không nơi nào nhắc tới mã `{near[0]}`, còn `{name}` được nhắc {len(found)} lần mà không có"
            findings.append(MISTYPED.finding(at, message, f"có phải `{name}`?", see=found[0].at))
    return meant


def _is_cut(one: str, whole: str) -> bool:
    """Return whether an id is the begin of another, cut off past its half and inside a word: guong-nha-g."""
    return whole.startswith(one) and 2 * len(one) > len(whole) and whole[len(one) : len(one) + 1].isalpha()


def _one_slip(one: str, other: str) -> bool:
    """Return whether two ids are one but for a slip."""
    if one.translate(_ALIKE) == other.translate(_ALIKE):
        return True
    limit = min(slips_allowed(max(len(one), len(other))), 2)
    return numbers_of(one) == numbers_of(other) and limit > 0 and slips(one, other, limit) is not None


def _unit_names(workspace: Workspace, topics: Iterable[Topic]) -> Iterator[Text]:
    for topic in topics:
        yield from (*topic.lead, *topic.units, *topic.partners)
    for unit in workspace.units.all if workspace.units else ():
        yield from unit.members
    if workspace.plan and workspace.plan.agency.unit:
        yield workspace.plan.agency.unit


def _products(topics: Iterable[Topic]) -> Iterator[object]:
    for topic in topics:
        yield topic.products
        yield from (product.id for product in topic.products)


def _rated(reports: Iterable[ReportText]) -> Iterator[Text]:
    for report in reports:
        yield from report.ratings


def _renamed(topic: Topic, meant: dict[str, Text]) -> Topic:
    right = tuple(replace(product, id=meant.get(product.id.value, product.id)) for product in topic.products)
    return replace(topic, products=right)
