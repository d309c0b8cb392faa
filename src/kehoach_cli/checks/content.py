"""Content: nothing that is in the data is missing from the document, and nothing stands in it twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import is_unread, place_of, unread
from kehoach_cli.model.plan import Insert, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Located, Location, Place, Text
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
FORM_MARK = warning(
    "KH107",
    "dấu thuộc về thể thức nằm trong dữ liệu",
    """
    Gạch đầu dòng của nơi nhận, dấu `;` và `.` cuối mỗi căn cứ, mỗi nơi nhận, và `./.` cuối văn bản do mẫu in ra
    theo thể thức (NĐ 30/2020, Phụ lục I, phần I, mục II.6.a và II.9.d); cũng vậy số của các mục, `a)`, `Kính gửi`, `Nơi
    nhận`, `Như trên`. Có sẵn trong dữ liệu thì in ra hai lần. Tên của mục và trích yếu không có dấu chấm ở cuối.
    """,
)


def check(workspace: Workspace, place: Place) -> Iterator[Finding]:
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
        yield from _form_marks(workspace, workspace.plan, place)
        yield from _printed(workspace.plan)
        yield from _numbered(workspace, place)


def _printed(plan: Plan) -> Iterator[Finding]:
    """Yield the words that the form prints before a list, typed into its first line."""
    lists = (
        (plan.reporting.to, ("kính gửi",)),
        (plan.reporting.recipients, ("nơi nhận", "như trên")),
        (plan.recipients, ("nơi nhận",)),
    )
    for texts, heads in lists:
        for line in texts[:1]:
            said = next((line.value[: len(head)] for head in heads if line.value.casefold().startswith(head)), "")
            if said:
                message = f"dòng này mang sẵn chữ `{said}`, mẫu sẽ in thêm một lần nữa"
                yield FORM_MARK.finding(line.at, message, "xóa chữ này khỏi dữ liệu")


def _stops(workspace: Workspace, titles: list[Text], place: Place) -> Iterator[Finding]:
    """Yield the titles that end with a full stop."""
    plan = workspace.plan
    for title in [*([plan.subject, plan.appendix.title] if plan else ()), *titles]:
        if title.value.endswith(".") and not title.value.endswith(("..", "v.v.")):
            at = place(title, len(title.value) - 1, len(title.value))
            yield FORM_MARK.finding(at, "tên, trích yếu có dấu chấm ở cuối", "xóa dấu chấm")


def _marked_parts(sections: Iterable[Section]) -> Iterator[Finding]:
    """Yield the paragraphs with a bullet of the form that carry one of their own, `a)` or `1.`."""
    for section in sections:
        for paragraph in (*section.paragraphs, *(one for item in section.items for one in item.paragraphs)):
            own = re.match(r"(?:[a-zđ]|\d{1,2})\) |\d{1,2}\. ", paragraph.text.value)
            if own and paragraph.mark in {Mark.BULLET, Mark.SUB}:
                message = f"đoạn mang sẵn `{own.group().strip()}`, mẫu in thêm một gạch đầu dòng"
                yield FORM_MARK.finding(paragraph.text.at, message, "xóa dấu này khỏi dữ liệu")


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


def _form_marks(workspace: Workspace, plan: Plan, place: Place) -> Iterator[Finding]:
    """Yield the marks that the form prints before or behind a text, and its end where no document ends."""
    marked: list[tuple[str, Text, tuple[str, ...], tuple[str, ...]]] = [
        *(("căn cứ", text, (), (";", ".", ",")) for text in plan.bases),
        *(("nơi nhận", text, ("-",), (";", ".")) for text in plan.recipients),
        ("câu kết", plan.closing, (), ("./.", "/")),
    ]
    for name, text, starts, ends in marked:
        first = next((mark for mark in starts if text.value.startswith(mark)), "")
        last = next((mark for mark in ends if text.value.endswith(mark)), "")
        if first or last:
            size = len(text.value)
            at = place(text, 0, len(first)) if first else place(text, size - len(last), size)
            message = f"{name} mang sẵn dấu `{first or last}`, mẫu sẽ in thêm một dấu nữa"
            hint = f"xóa dấu `{first}` ở đầu, dấu `{last}` ở cuối" if first and last else "xóa dấu này khỏi dữ liệu"
            yield FORM_MARK.finding(at, message, hint)
    paragraphs = [one.text for section in plan.sections for one in section.paragraphs]
    paragraphs += [one.text for section in plan.sections for item in section.items for one in item.paragraphs]
    duties = [duty for unit in (workspace.units.all if workspace.units else ()) for duty in unit.duties]
    for text in (*paragraphs, *duties, *(row.product.text for row in workspace.rows())):
        if text.value.endswith("./."):
            at = place(text, len(text.value) - len("./."), len(text.value))
            yield FORM_MARK.finding(at, "dấu `./.` chỉ đứng ở cuối văn bản, mẫu tự in", "viết `.`")


def _numbered(workspace: Workspace, place: Place) -> Iterator[Finding]:
    """Yield the titles that carry the number which the form prints before them, and products with one of their own."""
    sections = workspace.plan.sections if workspace.plan else ()
    titles = [section.title for section in sections] + [item.title for section in sections for item in section.items]
    yield from _stops(workspace, titles, place)
    yield from _marked_parts(sections)
    titles += [group.title for group in workspace.groups] + [topic.title for _, _, topic in workspace.topics()]
    for title in titles:
        number = re.match(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.)/] ?(?=\D)", title.value)
        if number:
            message = f"tên mang sẵn số `{number.group().strip()}`, mẫu sẽ in thêm một số nữa"
            yield FORM_MARK.finding(title.at, message, "xóa số này khỏi dữ liệu")
    for row in workspace.rows():
        own = re.match(r"(?:[a-zđ]\)|\d{1,2}[.)]) (?=\D)", row.product.text.value)
        if own:
            message = f"sản phẩm mang sẵn `{own.group().strip()}`, mẫu in thêm một gạch đầu dòng"
            yield FORM_MARK.finding(row.product.text.at, message, "xóa dấu này khỏi dữ liệu")
