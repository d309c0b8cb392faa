"""Content: nothing that is in the data is missing from the document, and nothing stands in it twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import is_unread, place_of, unread
from kehoach_cli.model.citations import TYPES
from kehoach_cli.model.plan import Insert
from kehoach_cli.spelling import fold, slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Located, Text
    from kehoach_cli.model.plan import Plan
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
    II.7, II.9); phần này đang trống. Văn bản vẫn được tạo, phần đó không in gì.
    """,
)
FORM_MARK = warning(
    "KH107",
    "dấu thuộc về thể thức nằm trong dữ liệu",
    """
    Gạch đầu dòng của nơi nhận, dấu `;` và `.` cuối mỗi căn cứ, mỗi nơi nhận, và `./.` cuối văn bản do mẫu in ra
    theo thể thức (NĐ 30/2020, Phụ lục I, phần I, mục II.6.a và II.9.d). Có sẵn trong dữ liệu thì in ra hai lần.
    """,
)
NOT_KEPT = warning(
    "KH113",
    "nơi nhận không kết thúc bằng dòng Lưu",
    """
    Dòng cuối của nơi nhận là chữ "Lưu", dấu hai chấm, chữ viết tắt "VT", rồi tên đơn vị soạn thảo và số bản lưu
    (NĐ 30/2020, Phụ lục I, phần I, mục II.9.d). Thiếu dòng này thì không ai giữ bản gốc.
    """,
)
SYMBOL = warning(
    "KH114",
    "ký hiệu không hợp với tên loại văn bản",
    """
    Ký hiệu bắt đầu bằng chữ viết tắt tên loại văn bản (NĐ 30/2020, Phụ lục III, mục I): kế hoạch là KH, báo cáo là BC.
    """,
)
SIGNED = warning(
    "KH115",
    "khối chữ ký viết sai",
    """
    `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` có dấu chấm, `TM.` đứng trước `KT.`; trước họ tên người ký không ghi học hàm, học
    vị và các danh hiệu, sau họ tên không có dấu (NĐ 30/2020, Phụ lục I, phần I, mục II.7).
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
        yield from _form_marks(workspace.plan)
        yield from _numbered(workspace)
        yield from _signature(workspace.plan)
        yield from _kept(workspace.plan.recipients)
        yield from _kept(workspace.plan.reporting.recipients)
        yield from _symbol(workspace.plan.symbol, workspace.plan.type.value)
        if workspace.plan.reporting.symbol:
            yield from _symbol(workspace.plan.reporting.symbol, "báo cáo")


def _inserts(workspace: Workspace, plan: Plan) -> Iterator[Finding]:
    if _calls_unread(plan):
        return  # it is not known what is printed where
    called: dict[Insert, list[Located[Insert]]] = {insert: [] for insert in Insert}
    calls = [place for section in plan.sections for place in (section.insert, *(i.insert for i in section.items))]
    for call in calls:
        if call:
            called[call.value].append(call)
    units = workspace.units.all if workspace.units else unread(())
    duties = [unit for unit in units if unit.duties]
    sources = {
        Insert.CHANNELS: ([channel.at for channel in plan.channels], "các kênh (`channels`)"),
        Insert.DUTIES: ([unit.at for unit in duties], "nhiệm vụ của các đơn vị (`duties` trong units.yaml)"),
    }
    for insert, (values, name) in sources.items():
        if values and not called[insert]:
            message = f"{name} không được in ở mục nào"
            yield INSERTS.finding(values[0], message, f"thêm `insert: {insert.value}` vào mục cần in trong plan.yaml")
        for again in called[insert][1:]:
            first = called[insert][0].at
            message = f"{name} bị in hai lần"
            yield INSERTS.finding(again.at, message, "bỏ một trong hai", see=first)
        unknown = is_unread(plan.channels) if insert is Insert.CHANNELS else _duties_unread(units)
        if called[insert] and not values and not unknown:
            yield EMPTY_PART.finding(called[insert][0].at, f"mục này in {name}, nhưng chưa có gì để in")


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


def _form_marks(plan: Plan) -> Iterator[Finding]:
    marked: list[tuple[str, Text, tuple[str, ...], tuple[str, ...]]] = [
        *(("căn cứ", text, (), (";", ".", ",")) for text in plan.bases),
        *(("nơi nhận", text, ("-",), (";", ".")) for text in plan.recipients),
        ("câu kết", plan.closing, (), ("./.", "/")),
    ]
    for name, text, starts, ends in marked:
        found = [mark for mark in starts if text.value.startswith(mark)]
        found += [mark for mark in ends if text.value.endswith(mark)]
        if found:
            message = f"{name} mang sẵn dấu `{found[0]}`, mẫu sẽ in thêm một dấu nữa"
            yield FORM_MARK.finding(text.at, message, "xóa dấu này khỏi dữ liệu")


def _numbered(workspace: Workspace) -> Iterator[Finding]:
    """Yield the titles that carry the number which the form prints before them."""
    sections = workspace.plan.sections if workspace.plan else ()
    titles = [section.title for section in sections] + [item.title for section in sections for item in section.items]
    titles += [group.title for group in workspace.groups] + [topic.title for _, _, topic in workspace.topics()]
    for title in titles:
        number = re.match(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.)/] ?(?=\D)", title.value)
        if number:
            message = f"tên mang sẵn số `{number.group().strip()}`, mẫu sẽ in thêm một số nữa"
            yield FORM_MARK.finding(title.at, message, "xóa số này khỏi dữ liệu")


def _signature(plan: Plan) -> Iterator[Finding]:
    """Yield what of the signature block is not written as the decree has it."""
    ranks: list[tuple[str, Text]] = []
    for line in plan.signature.authority:
        match = re.match(r"(TM|KT|TL|TUQ|Q)(\.?)(?= ?[A-ZÀ-ỸĐ])", line.value)
        if match and match[1] not in {rank for rank, _ in ranks}:
            ranks.append((match[1], line))
            if not match[2]:
                message = f"`{match[1]}` trong quyền hạn của người ký thiếu dấu chấm"
                yield SIGNED.finding(line.at, message, f"viết `{match[1]}.`")
    order = [rank for rank, _ in ranks]
    if "KT" in order and "TM" in order[order.index("KT") :]:
        message = "dòng `KT.` đứng trước dòng `TM.`"
        yield SIGNED.finding(ranks[order.index("KT")][1].at, message, "đổi chỗ hai dòng", see=dict(ranks)["TM"].at)
    name = plan.signature.name
    titled = re.match(r"(?:GS|PGS|TS|ThS|BS|CN|KS|LS|NGND|NGƯT|Ông|Bà)(?:\.|\b)", name.value)
    if titled:
        message = f"họ tên người ký không kèm `{titled.group()}`"
        yield SIGNED.finding(name.at, message, "chỉ viết họ, tên đệm và tên")
    elif name.value.endswith((".", ",", ";", ":")):
        yield SIGNED.finding(name.at, f"họ tên người ký có dấu `{name.value[-1]}` ở cuối", "xóa dấu này")


def _kept(recipients: tuple[Text, ...]) -> Iterator[Finding]:
    """Yield the last recipient where it does not say who keeps the original."""
    kept = [text for text in recipients if _keeps(text)]
    if not recipients:
        return
    if recipients[-1] in kept:
        words = re.findall(r"\w+", fold(recipients[-1].value))
        if words and not is_unread(recipients[-1]) and "vt" not in words and "van" not in words:
            message = f"dòng `{recipients[-1]}` không có `VT`: văn thư giữ bản gốc"
            yield NOT_KEPT.finding(recipients[-1].at, message, "viết `Lưu: VT, …`")
        return
    if kept:
        message = f"dòng `{kept[-1]}` không đứng cuối nơi nhận"
        yield NOT_KEPT.finding(kept[-1].at, message, "chuyển xuống cuối", see=recipients[-1].at)
    else:
        yield NOT_KEPT.finding(recipients[-1].at, "dòng cuối của nơi nhận không phải dòng Lưu", "thêm `Lưu: VT, …`")


def _keeps(recipient: Text) -> bool:
    """Return whether a line says who keeps the original, be it with a slip that its wording is told of."""
    words = re.findall(r"\w+", fold(recipient.value))
    return is_unread(recipient) or "vt" in words or bool(words and slips(words[0], "luu", 1) is not None)


def _symbol(symbol: Text, kind: str) -> Iterator[Finding]:
    """Yield a symbol that begins with the letters of another type of document, or of none."""
    wanted = TYPES.get(kind.casefold())
    head, stroke, rest = symbol.value.partition("-")
    if not wanted or not symbol.value or head == wanted:
        return
    own = next((name for name, short in TYPES.items() if short == head), "")
    message = f"ký hiệu `{symbol}` là của {own}, còn văn bản này là {kind.casefold()}"
    if not own:
        message = f"ký hiệu `{symbol}` không bắt đầu bằng `{wanted}-`, chữ viết tắt của {kind.casefold()}"
    yield SYMBOL.finding(symbol.at, message, f"sửa thành `{wanted}-{rest}`?" if stroke else f"ví dụ `{wanted}-UBND`")
