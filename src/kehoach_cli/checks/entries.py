"""Progress: every entry points to something that is there, lies where it belongs, and stands once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Severity, error, note, warning
from kehoach_cli.frozen import replace
from kehoach_cli.location import Located, are_certain, doubled, is_unread
from kehoach_cli.model.entries import wording
from kehoach_cli.model.periods import free_range, year_period
from kehoach_cli.model.schedule import month_span
from kehoach_cli.spelling import Names, by_id_and_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.location import Text
    from kehoach_cli.model.entries import Entry, Progress
    from kehoach_cli.model.plan import Checkpoint, Plan
    from kehoach_cli.model.workspace import Workspace

PRODUCT = error(
    "KH401",
    "kết quả của một sản phẩm không có trong kế hoạch",
    """
    Mục `product` của một kết quả là mã của một sản phẩm trong topics/. Mã lạ thì kết quả không được tính cho việc nào.
    """,
)
UNIT = error(
    "KH402",
    "kết quả của một đơn vị không có trong units.yaml",
    """
    Mục `unit` của một kết quả là mã của một đơn vị trong units.yaml.
    """,
)
FORM = error(
    "KH403",
    "loại sản phẩm không có trong plan.yaml",
    """
    Mục `form` của một kết quả là mã của một loại sản phẩm trong `forms` của plan.yaml: số lượng được cộng theo đó.
    """,
)
TWICE = error(
    "KH407",
    "một kết quả ghi hai lần",
    """
    Hai kết quả mang cùng một mã: một lần thực hiện bị chép thành hai. kehoach chỉ tính lần đầu. Nếu `kehoach pack` bị
    ngắt giữa chừng, chạy lại lệnh đó là xong.
    """,
)
OUTSIDE = warning(
    "KH408",
    "ngày của kết quả nằm ngoài năm kế hoạch",
    """
    Kết quả thực hiện ngoài năm của kế hoạch: thường là gõ nhầm năm. Kết quả chỉ vào báo cáo nào có ngày đó.
    """,
)
QUANTITY = error(
    "KH409",
    "số lượng và loại sản phẩm không đi cùng nhau",
    """
    Số lượng chỉ cộng được khi biết là số lượng của cái gì, và loại sản phẩm không kèm số lượng thì không cộng được gì.
    """,
)
OLD_WORDING = note(
    "KH410",
    "kết quả ghi theo lời cũ của sản phẩm",
    """
    Lời của sản phẩm trong kế hoạch đã sửa sau khi kết quả này được ghi. Xem lại kết quả có còn đúng với lời mới.
    """,
)
CHECKPOINT = error(
    "KH411",
    "số liệu không khớp mốc đối chiếu",
    """
    Cộng các kết quả từ đầu năm báo cáo đến ngày của mốc (`checkpoints` trong plan.yaml) không ra con số ghi ở mốc:
    có kết quả bị xóa, sửa hoặc thêm vào sau khi số liệu đã chốt. Nếu chỉ vì một kết quả gõ nhầm năm thì lỗi này đứng
    ngay ở ngày của kết quả ấy.
    """,
)


def check(workspace: Workspace, progress: Progress) -> Iterator[Finding]:
    """Yield what is wrong with the entries, one finding a mistake."""
    judge = _Judge(workspace)
    wrong = bool(progress.lost) or any(file.is_mended for file in progress.files)
    for file in progress.files:
        for entry in file.entries:
            for finding in judge.entry(entry):
                wrong = wrong or finding.severity is Severity.ERROR
                yield finding
    yield from judge.reworded()
    plan = workspace.plan
    # An entry that cannot be counted is said already, and may be what a checkpoint misses.
    if plan is None or wrong or not all(entry.readable for entry in progress.entries):
        yield from map(judge.outside_year, judge.outside)
        return
    missed = None
    for checkpoint in plan.reporting.checkpoints:
        found = list(_checkpoint(checkpoint, workspace, plan, progress.entries))
        if found and judge.outside and not any(_checkpoint(checkpoint, workspace, plan, judge.in_year(progress))):
            missed = checkpoint
        else:
            yield from found
    for entry in judge.outside:
        yield judge.outside_year(entry, missed)


class _Judge:
    def __init__(self, workspace: Workspace) -> None:
        self.year = workspace.year
        self.products = {row.product.id.value: row.product.text.value for row in workspace.rows()}
        twice = doubled(workspace.ids())
        # Of two products with one id nobody knows which was meant, nor what the other is called.
        self.wordings = {name: wording(text) for name, text in self.products.items() if text and name not in twice}
        self.nameless = {wording(row.product.text.value) for row in workspace.rows() if row.product.id.value in twice}
        self.units = {unit.id.value: unit.name.value for unit in workspace.units.all} if workspace.units else {}
        self.forms = {form.id.value: form.name.value for form in workspace.plan.forms} if workspace.plan else {}
        self.seen: dict[str, Entry] = {}
        self.outside: list[Entry] = []
        self.older: dict[str, list[Text]] = {}  # by product: the fingerprints of a wording that it had before
        known = {PRODUCT: self.products, UNIT: self.units, FORM: self.forms}
        self.meant = {rule: Names(by_id_and_name(names.items())) for rule, names in known.items()}
        # Where a part of the plan could not be read, what looks unknown may stand in it: that is said there.
        self.sure = {
            PRODUCT: workspace.products_read,
            UNIT: workspace.units is not None and _ids_certain([unit.id for unit in workspace.units.all]),
            FORM: _forms_certain(workspace),
        }

    def entry(self, entry: Entry) -> Iterator[Finding]:
        # What is right is passed over first: there are ten thousand entries, and each question of them counts.
        if entry.product.value not in self.products and not self._is_nameless(entry):
            yield from self._unknown(entry.product, PRODUCT, "sản phẩm")
        if entry.unit.value not in self.units:
            yield from self._unknown(entry.unit, UNIT, "đơn vị")
        if entry.form is not None and entry.form.value not in self.forms:
            yield from self._unknown(entry.form, FORM, "loại sản phẩm")
        if (entry.form is None) != (entry.quantity is None):
            if entry.form is None:
                message, hint = "có số lượng mà không có loại sản phẩm", "thêm `form: …`"
            else:
                message, hint = f"có loại sản phẩm `{entry.form}` mà không có số lượng", "thêm `quantity: …`"
            found = entry.quantity or entry.form
            yield QUANTITY.finding(found.at if found else entry.at, message, hint)
        if self.year and entry.date.value.year != self.year and not is_unread(entry.date):
            self.outside.append(entry)
        known = self.wordings.get(entry.product.value)
        if known and entry.wording and entry.wording.value != known and not is_unread(entry.wording):
            self.older.setdefault(entry.product.value, []).append(entry.wording)
        if entry.id.value and not is_unread(entry.id):
            first = self.seen.setdefault(entry.id.value, entry)
            if first is not entry:
                message = f"kết quả `{entry.id}` bị ghi hai lần"
                yield TWICE.finding(entry.id.at, message, "xóa một trong hai", see=first.id.at)

    def reworded(self) -> Iterator[Finding]:
        """Yield each product whose text has changed since it was recorded against, once, at the first such entry."""
        for product, wordings in self.older.items():
            which = "kết quả này" if len(wordings) == 1 else f"kết quả này và {len(wordings) - 1} kết quả khác"
            message = f"lời của sản phẩm `{product}` đã sửa sau khi ghi {which}"
            yield OLD_WORDING.finding(
                wordings[0].at, message, f"đã xem lại thì ghi `wording: {self.wordings[product]}`"
            )

    def outside_year(self, entry: Entry, missed: Checkpoint | None = None) -> Finding:
        """Return the finding for an entry of another year; an error where a checkpoint misses just such entries."""
        message = f"ngày {entry.date.value:%d/%m/%Y} nằm ngoài năm {self.year} của kế hoạch"
        hint = "sửa ngày nếu gõ nhầm"
        if missed is None:
            return OUTSIDE.finding(entry.date.at, message, hint)
        message = f"{message}, mà mốc {missed.date.value:%d/%m/%Y} có tính kết quả này"
        return CHECKPOINT.finding(entry.date.at, message, hint, see=missed.date.at)

    def in_year(self, progress: Progress) -> Iterator[Entry]:
        """Yield the entries as they would be if only the years of their dates were wrong."""
        for entry in progress.entries:
            day = entry.date.value
            last = min(day.day, month_span(self.year, day.month)[1].day)
            yield replace(entry, date=Located(day.replace(year=self.year, day=last), entry.date.at))

    def _unknown(self, name: Text, rule: Rule, what: str) -> Iterator[Finding]:
        if not name.value or is_unread(name) or not (self.sure[rule] or self.meant[rule].holds_slip(name.value)):
            return
        hint = self.meant[rule].did_you_mean(name.value) or f"sửa mã, hoặc thêm {what} này vào kế hoạch"
        yield rule.finding(name.at, f"không có {what} `{name}`", hint)

    def _is_nameless(self, entry: Entry) -> bool:
        """Return whether the entry was made for one of two products that now have one id."""
        return entry.wording is not None and entry.wording.value in self.nameless


def _ids_certain(ids: list[Text]) -> bool:
    return are_certain(ids, doubled(ids))


def _forms_certain(workspace: Workspace) -> bool:
    plan = workspace.plan
    if plan is None or is_unread(plan.forms):
        return False
    return are_certain((form.id for form in plan.forms), doubled(workspace.ids()))


def _checkpoint(
    checkpoint: Checkpoint, workspace: Workspace, plan: Plan, entries: Iterable[Entry]
) -> Iterator[Finding]:
    if is_unread(checkpoint.date) or is_unread(plan.year):
        return
    opens = year_period(plan.year.value, plan.reporting.cutoff.value).start
    day = checkpoint.date.value
    if day < opens:
        message = f"mốc {day:%d/%m/%Y} đứng trước ngày đầu năm báo cáo, {opens:%d/%m/%Y}"
        yield CHECKPOINT.finding(checkpoint.date.at, message, "sửa ngày của mốc")
        return
    known = {form.id.value for form in plan.forms}
    for name, total in checkpoint.totals.items():
        if name not in known and _forms_certain(workspace):
            yield FORM.finding(total.at, f"mốc đối chiếu nhắc tới loại sản phẩm không có: `{name}`")
    window = free_range(opens, day)
    counted = list(_once(entry for entry in entries if window.holds(entry.date.value)))
    if (
        checkpoint.entries is not None
        and not is_unread(checkpoint.entries)
        and len(counted) != checkpoint.entries.value
    ):
        message = f"đến ngày {day:%d/%m/%Y} có {len(counted)} kết quả, mốc ghi {checkpoint.entries}"
        yield CHECKPOINT.finding(checkpoint.entries.at, message, "tìm thay đổi bằng git log progress/")
    for name, total in checkpoint.totals.items():
        found = sum(e.quantity.value for e in counted if e.form and e.quantity and e.form.value == name)
        if name in known and found != total.value and not is_unread(total):
            message = f"đến ngày {day:%d/%m/%Y} cộng được {found} `{name}`, mốc ghi {total}"
            yield CHECKPOINT.finding(total.at, message, "tìm thay đổi bằng git log progress/")


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id.value not in seen:
            seen.add(entry.id.value)
            yield entry
