"""Content: nothing that is in the data is missing from the document, and nothing stands in it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import is_unread, place_of, unread
from kehoach_cli.model.plan import Insert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Located, Location
    from kehoach_cli.model.plan import Plan, Section
    from kehoach_cli.model.units import Unit
    from kehoach_cli.model.workspace import Workspace

NO_PRODUCT = warning(
    "KH102",
    "nội dung chưa có sản phẩm, hoặc nhóm chưa có nội dung",
    """
    Một nội dung không có hình thức/sản phẩm nào, hoặc một nhóm không có nội dung nào: hàng đó in ra để trống và
    không ai báo cáo được kết quả.
    """,
)
INSERTS = error(
    "KH105",
    "phần lấy từ nơi khác không được in, hoặc in hai lần",
    """
    Các kênh (`channels` trong plan.yaml) và nhiệm vụ của các đơn vị (`duties` trong units.yaml) được in ở mục có
    `insert: channels` và `insert: duties`. Không mục nào gọi tới thì chữ bị mất khỏi văn bản; hai mục gọi tới
    thì in hai lần.
    """,
)
EMPTY_PART = warning(
    "KH106",
    "phần của văn bản để trống",
    """
    Văn bản cần có căn cứ, các mục, nơi nhận và quyền hạn của người ký (NĐ 30/2020, Phụ lục I, phần I, mục II.6,
    II.7, II.9); phần này đang trống, hoặc mục chỉ có tên. Văn bản vẫn được tạo, phần đó không in gì.
    """,
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield what would be lost, doubled or left empty in the document."""
    for group in workspace.groups:
        if not group.topics and not is_unread(group.topics):
            yield NO_PRODUCT.finding(place_of(group.topics, group.at), f"nhóm {group.number} chưa có nội dung nào")
        for order, topic in enumerate(group.topics, 1):
            if not topic.products and not is_unread(topic.products):
                message = f"nội dung {group.number}.{order} chưa có sản phẩm nào"
                yield NO_PRODUCT.finding(
                    place_of(topic.products, topic.at), message, "thêm vào `products`, hoặc xóa nội dung này"
                )
    if workspace.plan:
        yield from _inserts(workspace, workspace.plan)
        yield from _empty_parts(workspace.plan)


def _inserts(workspace: Workspace, plan: Plan) -> Iterator[Finding]:
    if _calls_unread(plan):
        return  # it is not known what is printed where
    called: dict[Insert, list[Located[Insert]]] = {insert: [] for insert in Insert}
    calls = [place for section in plan.sections for place in (section.insert, *(i.insert for i in section.items))]
    for call in calls:
        if call:
            called[call.value].append(call)
    units = workspace.units.all if workspace.units and not workspace.units_end_early else unread(())
    duties = [unit for unit in units if unit.duties]
    sources = {
        Insert.CHANNELS: ([channel.at for channel in plan.channels], "các kênh (`channels`)"),
        Insert.DUTIES: ([unit.at for unit in duties], "nhiệm vụ của các đơn vị (`duties` trong units.yaml)"),
    }
    swapped = _swapped(called, sources)
    if swapped:
        yield swapped
        return
    lost = False
    for insert, (values, name) in sources.items():
        if values and not called[insert]:
            message = f"{name} không được in ở mục nào"
            bare = next((one.title.at for one in plan.sections if _is_bare(one)), None)
            at, see = (bare, values[0]) if bare else (values[0], None)
            hint = f"thêm `insert: {insert.value}` vào mục cần in trong plan.yaml"
            yield INSERTS.finding(at, message, hint, see=see)
        for again in called[insert][1:]:
            first = called[insert][0].at
            message = f"{name} bị in hai lần"
            yield INSERTS.finding(again.at, message, "bỏ một trong hai", see=first)
        lost = lost or bool(values and not called[insert])
        unknown = is_unread(plan.channels) if insert is Insert.CHANNELS else _duties_unread(units)
        if called[insert] and not values and not unknown:
            yield EMPTY_PART.finding(called[insert][0].at, f"mục này in {name}, nhưng chưa có gì để in")
    yield from _bare(plan) if not lost else ()  # a section may be bare for what it does not call


def _bare(plan: Plan) -> Iterator[Finding]:
    for section in plan.sections:
        if _is_bare(section):
            message = f"mục “{section.title}” chỉ có tên"
            yield EMPTY_PART.finding(section.title.at, message, "thêm nội dung, hoặc xóa mục")


def _swapped(
    called: dict[Insert, list[Located[Insert]]], sources: dict[Insert, tuple[list[Location], str]]
) -> Finding | None:
    """Return the finding for a call of what is printed already where the other part is not printed at all."""
    missing = [insert for insert, (values, _) in sources.items() if values and not called[insert]]
    again = next((calls for calls in called.values() if len(calls) > 1), None)
    if len(missing) != 1 or again is None:
        return None
    message = f"{sources[again[1].value][1]} bị in hai lần, còn {sources[missing[0]][1]} không được in"
    return INSERTS.finding(again[1].at, message, f"có phải `{missing[0].value}`?", see=again[0].at)


def _is_bare(section: Section) -> bool:
    return not (section.paragraphs or section.items or section.insert)


def _duties_unread(units: tuple[Unit, ...]) -> bool:
    return is_unread(units) or any(is_unread(unit.duties) for unit in units)


def _calls_unread(plan: Plan) -> bool:
    values: list[object] = [plan.sections]
    for section in plan.sections:
        values += [section.insert, section.items, *(item.insert for item in section.items)]
        values += [item.title for item in section.items]
    return any(is_unread(value) for value in values)


def _empty_parts(plan: Plan) -> Iterator[Finding]:
    parts = {
        "căn cứ (`bases`)": (plan.bases, plan.at),
        "các mục (`sections`)": (plan.sections, plan.at),
        "nơi nhận (`recipients`)": (plan.recipients, plan.at),
        "tên cơ quan ban hành (`name`)": (plan.agency.name, plan.agency.at),
        "quyền hạn của người ký (`authority`)": (plan.signature.authority, plan.signature.at),
    }
    for name, (values, at) in parts.items():
        if not values and not is_unread(values):
            yield EMPTY_PART.finding(place_of(values, at), f"phần {name} đang trống")
