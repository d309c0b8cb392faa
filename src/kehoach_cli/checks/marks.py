"""What the form prints by itself, typed into the data, and smaller parts that stand below nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import warning
from kehoach_cli.location import is_unread
from kehoach_cli.model.plan import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Place, Text
    from kehoach_cli.model.plan import Plan, Section
    from kehoach_cli.model.workspace import Workspace

FORM_MARK = warning(
    "KH107",
    "dấu thuộc về thể thức nằm trong dữ liệu",
    """
    Gạch đầu dòng của nơi nhận, dấu `;` và `.` cuối mỗi căn cứ, mỗi nơi nhận, và `./.` cuối văn bản do mẫu in ra theo
    thể thức (NĐ 30/2020, Phụ lục I, phần I, mục II.6.a và II.9.d); cũng vậy số của các mục, `a)`, `Kính gửi`, `Nơi
    nhận`, `Như trên`, chữ `Phụ lục` trước tên phụ lục, tên loại trước trích yếu, dấu phẩy sau địa danh. Có sẵn trong
    dữ liệu thì in ra hai lần. Tên của mục và trích yếu không có dấu chấm ở cuối.
    """,
)
ORPHAN = warning(
    "KH120",
    "ý nhỏ không đứng dưới gạch đầu dòng nào",
    """
    `sub` là ý nhỏ (in với dấu `+`) của gạch đầu dòng (`bullet`) đứng ngay trên nó. Đứng đầu một mục, hay sau một đoạn
    `plain`, `note`, thì in ra dấu `+` mà không có ý lớn.
    """,
)

_BULLETS = ("-", "–", "—", "•", "+", "*", "▪", "●", "■")


def check(workspace: Workspace, place: Place) -> Iterator[Finding]:
    """Yield what would be printed twice, or as a part of nothing."""
    if workspace.plan:
        yield from _form_marks(workspace, workspace.plan, place)
        yield from _printed(workspace.plan, place)
        yield from _numbered(workspace, place)


def _form_marks(workspace: Workspace, plan: Plan, place: Place) -> Iterator[Finding]:
    """Yield the marks that the form prints before or behind a text, and its end where no document ends."""
    marked: list[tuple[str, Text, tuple[str, ...], tuple[str, ...]]] = [
        *(("căn cứ", text, (), (";", ".", ",")) for text in plan.bases),
        *(("nơi nhận", text, _BULLETS, (";", ".")) for text in (*plan.recipients, *plan.reporting.recipients)),
        *(("nơi gửi", text, _BULLETS, (";", ".")) for text in plan.reporting.to),
        ("địa danh", plan.agency.place, (), (",", ".", ";")),
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


def _printed(plan: Plan, place: Place) -> Iterator[Finding]:
    """Yield the words that the form prints before a list, typed into its first line."""
    lists = (
        (plan.reporting.to, ("kính gửi",)),
        (plan.reporting.recipients, ("nơi nhận", "như trên")),
        (plan.recipients, ("nơi nhận",)),
        ((plan.appendix.title,), ("phụ lục",)),
        ((plan.subject,), (plan.type.value,) if plan.type.value else ()),
    )
    for texts, heads in lists:
        for line in texts[:1]:
            # Not a longer word: Kế hoạch hóa gia đình.
            begun = (re.match(rf"{re.escape(head)}\b(?! h(?:óa|oá)\b)", line.value, re.IGNORECASE) for head in heads)
            said = next(filter(None, begun), None)
            if said:
                message = f"dòng này mang sẵn chữ `{said.group()}`, mẫu sẽ in thêm một lần nữa"
                yield FORM_MARK.finding(place(line, *said.span()), message, "xóa chữ này khỏi dữ liệu")


def _numbered(workspace: Workspace, place: Place) -> Iterator[Finding]:
    """Yield the titles that carry the number which the form prints before them, and products with one of their own."""
    sections = workspace.plan.sections if workspace.plan else ()
    titles = [section.title for section in sections] + [item.title for section in sections for item in section.items]
    yield from _stops(workspace, titles, place)
    yield from _marked_parts(sections)
    yield from _orphans(sections)
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


def _orphans(sections: Iterable[Section]) -> Iterator[Finding]:
    """Yield the first of the smaller parts that stand below no bullet."""
    parts = [section.paragraphs for section in sections]
    parts += [item.paragraphs for section in sections for item in section.items]
    for paragraphs in parts:
        above = None
        for paragraph in paragraphs:
            if paragraph.mark is Mark.SUB and above not in {Mark.BULLET, Mark.SUB} and not is_unread(paragraphs):
                message = "ý nhỏ (`sub`) này không có gạch đầu dòng nào ở trên"
                yield ORPHAN.finding(paragraph.text.at, message, "viết `bullet: …`, hoặc thêm ý lớn ở trên")
            above = paragraph.mark
