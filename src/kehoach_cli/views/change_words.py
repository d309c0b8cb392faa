"""Changes in Vietnamese sentences, in the plan's own words; what came and what went is marked word by word."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.changes.edits import Change, ChangeKind
from kehoach_cli.changes.facts import NAMED_BY
from kehoach_cli.model.topics import roman
from kehoach_cli.model.units import Units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.changes.edits import Edit
    from kehoach_cli.changes.facts import Value
    from kehoach_cli.model.workspace import Workspace

_SHORT = 60  # texts up to this length are shown whole, one after the other
_TITLE = 80
FIELDS = {
    ("plan", "year"): "năm kế hoạch", ("plan", "type"): "tên loại", ("plan", "subject"): "trích yếu",
    ("plan", "agency"): "đơn vị ban hành", ("plan", "place"): "địa danh", ("plan", "number"): "số",
    ("plan", "symbol"): "ký hiệu", ("plan", "day"): "ngày ban hành", ("plan", "month"): "tháng ban hành",
    ("plan", "date_year"): "năm ban hành", ("plan", "opening"): "câu mở đầu", ("plan", "closing"): "câu kết",
    ("plan", "signer"): "người ký", ("plan", "appendix"): "tên phụ lục", ("plan", "issued_by"): "cơ quan ban hành",
    ("plan", "report_symbol"): "ký hiệu báo cáo", ("plan", "agency_parent"): "cơ quan chủ quản",
    ("plan", "agency_name"): "tên cơ quan", ("plan", "bases"): "căn cứ", ("plan", "recipients"): "nơi nhận",
    ("plan", "authority"): "quyền hạn, chức vụ người ký", ("plan", "report_to"): "nơi gửi báo cáo",
    ("plan", "report_recipients"): "nơi nhận báo cáo", ("plan", "cutoff"): "cách chốt số liệu",
    ("plan", "body"): "lời văn", ("plan", "checkpoints"): "mốc đối chiếu", ("plan", "groups"): "thứ tự các nhóm",
    ("plan", "units"): "thứ tự các đơn vị", ("plan", "channels"): "thứ tự các kênh",
    ("plan", "forms"): "thứ tự các loại sản phẩm", ("group", "title"): "tên nhóm", ("group", "number"): "số của nhóm",
    ("group", "topics"): "thứ tự các nội dung", ("topic", "title"): "tên nội dung", ("topic", "lead"): "đơn vị chủ trì",
    ("topic", "units"): "đơn vị thực hiện", ("topic", "partners"): "đơn vị phối hợp",
    ("topic", "schedule"): "thời gian", ("topic", "products"): "thứ tự các sản phẩm", ("product", "text"): "lời",
    ("unit", "name"): "tên", ("unit", "kind"): "loại", ("unit", "heading"): "tên ở phần phân công",
    ("unit", "aliases"): "tên khác", ("unit", "members"): "thành viên", ("unit", "duties"): "nhiệm vụ",
    ("channel", "text"): "tên", ("form", "name"): "tên", ("form", "unit"): "đơn vị tính",
    ("form", "phrase"): "câu trong báo cáo", ("form", "reach"): "tên lượt tiếp cận", ("form", "channel"): "kênh",
    ("entry", "date"): "ngày", ("entry", "product"): "sản phẩm", ("entry", "unit"): "đơn vị", ("entry", "form"): "loại",
    ("entry", "quantity"): "số lượng", ("entry", "reach"): "lượt tiếp cận", ("entry", "title"): "tiêu đề",
    ("entry", "links"): "minh chứng", ("entry", "note"): "ghi chú", ("entry", "wording"): "dấu lời sản phẩm",
    **{(thing, "accept"): "cảnh báo được giữ" for thing in ("plan", "group", "topic", "product", "unit", "entry")},
}  # fmt: skip
_KINDS = {"unit": "đơn vị", "channel": "kênh", "form": "loại sản phẩm", "entry": "kết quả"}
_UNIT_LISTS = {"lead", "units", "partners", "members"}


class Piece(NamedTuple):
    """A part of a sentence; `mark` is "old" for words that went, "new" for words that came, "" for the others."""

    text: str
    mark: str = ""


class Speaker:
    """Says changes between two workspaces."""

    def __init__(self, old: Workspace, new: Workspace) -> None:
        self._sides = (old, new)
        self._units = tuple(side.units or Units() for side in self._sides)
        self._titles = tuple(_titles(side) for side in self._sides)

    def place(self, change: Change) -> str:
        """Return what a change is about: `II.2 Giáo dục phổ thông`, `đơn vị Phòng …`, `kế hoạch`."""
        if change.thing == "plan":
            return "kế hoạch"
        side = 0 if change.kind is ChangeKind.REMOVED else 1
        title = self._title(change.thing, change.id, side)
        return f"{_KINDS[change.thing]} {title}" if change.thing in _KINDS else title

    def _title(self, thing: str, name: str, side: int) -> str:
        return self._titles[side].get((thing, name)) or self._titles[1 - side].get((thing, name)) or name

    def sentence(self, change: Change) -> list[Piece]:
        """Return what happened, without the place."""
        if change.kind in {ChangeKind.ADDED, ChangeKind.REMOVED}:
            return self._whole(change)
        if change.kind is ChangeKind.RENAMED:
            return [Piece("đổi mã "), Piece(change.old_id, "old"), Piece(" → "), Piece(change.id, "new")]
        edit = change.edits[0]
        if change.kind is ChangeKind.MOVED:
            above = edit.key.field
            old, new = (self._title(above, str(value), side) for side, value in enumerate(edit.values))
            return [Piece("chuyển từ "), Piece(old, "old"), Piece(" sang "), Piece(new, "new")]
        return [Piece(f"{FIELDS.get((change.thing, change.field), change.field)}: "), *self._value(change, edit)]

    def sides(self, change: Change) -> tuple[list[Piece], list[Piece]]:
        """Return the words now in force and the amended ones, whole, each with what differs marked."""
        label = (
            Piece(f"{FIELDS[change.thing, change.field]}: ") if (change.thing, change.field) in FIELDS else Piece("")
        )
        if change.kind in {ChangeKind.ADDED, ChangeKind.REMOVED}:
            added = change.kind is ChangeKind.ADDED
            texts = [edit for edit in change.edits if edit.key.field == NAMED_BY.get(edit.key.kind)]
            said = [Piece("; ".join(str(edit.values[added]) for edit in texts), "new" if added else "old")]
            return ([Piece("(không có)")], said) if added else (said, [Piece("(bỏ)")])
        edit = change.edits[0]
        old, new = change.values
        if change.kind is ChangeKind.MOVED:
            old, new = (self._title(edit.key.field, str(value), side) for side, value in enumerate((old, new)))
        if isinstance(old or new, tuple):
            old, new = tuple(old or ()), tuple(new or ())
            if change.field in _UNIT_LISTS:
                old, new = (self._names(names, side) for side, names in enumerate((old, new)))
            if change.field == "body":
                old, new = tuple(x for x in old if x not in new), tuple(x for x in new if x not in old)
        pieces = marked(value_said(old), value_said(new))
        before = [piece for piece in pieces if piece.mark != "new"]
        after = [piece for piece in pieces if piece.mark != "old"]
        return [label, *before], [label, *after]

    def _whole(self, change: Change) -> list[Piece]:
        added = change.kind is ChangeKind.ADDED
        if change.thing == "entry":
            return [Piece("thêm mới: " if added else "bỏ: "), Piece(self._entry(change), "new" if added else "old")]
        inner = [edit for edit in change.edits if edit.key.kind == "product" and edit.key.field == "text"]
        more = f" ({len(inner)} sản phẩm)" if change.thing in {"topic", "group"} else ""
        pieces = [Piece(("thêm mới" if added else "bỏ") + more)]
        texts = [edit for edit in inner if change.thing != "product"]
        for edit in texts:
            pieces += [Piece("; "), Piece(_short(str(edit.values[added])), "new" if added else "old")]
        if change.thing == "product" and inner:
            pieces += [Piece(": "), Piece(str(inner[0].values[added]), "new" if added else "old")]
        return pieces

    def _entry(self, change: Change) -> str:
        """Return an entry that came or went: when, who, what, how much."""
        side = int(change.kind is ChangeKind.ADDED)
        said = {edit.key.field: str(edit.values[side]) for edit in change.edits if edit.key.field != "links"}
        parts = [said.get("date", "")]
        parts += [self._title(kind, said[kind], side) for kind in ("unit", "product") if kind in said]
        parts += (
            [f"{said['quantity']} {self._title('form', said['form'], side)}"]
            if {"quantity", "form"} <= set(said)
            else []
        )
        return ", ".join(part for part in parts if part)

    def _value(self, change: Change, edit: Edit) -> list[Piece]:
        old, new = change.values
        if change.thing == "topic" and change.field == "schedule" and edit.key.field == "quarters":
            old, new = (tuple(roman(int(number)) for number in value or ()) for value in (old, new))
        if isinstance(old or new, tuple):
            return self._lists(change.field, tuple(old or ()), tuple(new or ()))
        return compared(str(old or ""), str(new or ""))

    def _lists(self, field: str, old: tuple[str, ...], new: tuple[str, ...]) -> list[Piece]:
        if field in _UNIT_LISTS:
            old, new = (self._names(names, side) for side, names in enumerate((old, new)))
        if old == new:
            return [Piece("cách ghi khác, in ra như cũ")]
        if sorted(old) == sorted(new):
            return [Piece("thứ tự mới "), Piece("; ".join(map(_short, new)), "new")]
        return list(_line_changes(old, new))

    def _names(self, names: tuple[str, ...], side: int) -> tuple[str, ...]:
        found = (self._units[side].named(name) for name in names)
        return tuple(
            unit.name.value if unit and unit.id.value == name else name for unit, name in zip(found, names, strict=True)
        )


def _titles(workspace: Workspace) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for group in workspace.groups:
        found["group", group.id] = f"nhóm {group.number} {_short(group.title.value)}"
    for group, order, topic in workspace.topics():
        found["topic", topic.id.value] = f"{group.number}.{order} {_short(topic.title.value)}"
    for row in workspace.rows():
        found["product", row.product.id.value] = f"{row.position} {_short(row.product.text.value)}"
    for unit in workspace.units.all if workspace.units else ():
        found["unit", unit.id.value] = unit.name.value
    for form in workspace.plan.forms if workspace.plan else ():
        found["form", form.id.value] = form.name.value
    for channel in workspace.plan.channels if workspace.plan else ():
        found["channel", channel.id.value] = _short(channel.text.value)
    return found


def _short(text: str) -> str:
    """Return a text as a name inside a sentence: without its full stop, and not too long."""
    return text.rstrip(" .;") if len(text) <= _TITLE else f"{text[:_TITLE].rstrip()}…"


def compared(old: str, new: str) -> list[Piece]:
    """Return two texts side by side where they are short, else one text with the words that went and came marked."""
    if not old or not new:
        return [Piece(f"thêm “{new}”", "new")] if new else [Piece(f"bỏ “{old}”", "old")]
    if len(old) <= _SHORT and len(new) <= _SHORT:
        return [Piece(f"“{old}”", "old"), Piece(" → "), Piece(f"“{new}”", "new")]
    return marked(old, new)


def marked(old: str, new: str) -> list[Piece]:
    """Return one text with what went and what came marked; Vietnamese syllables are never cut."""
    before, after = old.split(" "), new.split(" ")
    pieces: list[Piece] = []
    for tag, i, j, m, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for mark, words in (("old", before[i:j]), ("new", after[m:n])):
            if tag == "equal" and mark == "new":
                continue
            if words:
                pieces += [Piece(" ")] if pieces else []
                pieces.append(Piece(" ".join(words), "" if tag == "equal" else mark))
    return pieces


def _line_changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Yield what went and came in a list; lines that took each other's place are compared word by word."""
    first = True
    for tag, i, j, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = list(old[i:j]), list(new[m:n])
        while gone or come:
            if not first:
                yield Piece("; ")
            first = False
            if gone and come and _alike(gone[0], come[0]):
                yield Piece("sửa ")
                yield from marked(gone.pop(0), come.pop(0))
            elif gone:
                yield Piece("bỏ ")
                yield Piece(f"“{gone.pop(0)}”", "old")
            else:
                yield Piece("thêm ")
                yield Piece(f"“{come.pop(0)}”", "new")


def _alike(old: str, new: str) -> bool:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() > 0.5  # noqa: PLR2004 - more the same than not


def value_said(value: Value | None) -> str:
    """Return a value as one text."""
    return "" if value is None else value if isinstance(value, str) else "; ".join(value)
