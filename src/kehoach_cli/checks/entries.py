"""Progress: every entry points to something that is there, lies where it belongs, and stands once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks import naming
from kehoach_cli.diagnostics import error, note
from kehoach_cli.location import doubled, is_unread
from kehoach_cli.model.entries import Progress, wording
from kehoach_cli.spelling import Names, by_id_and_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.location import Text
    from kehoach_cli.model.entries import Entry, EntryFile
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
_CUT = "dòng cuối tệp không có dấu xuống dòng: nếu tệp bị cắt thì khôi phục từ git, không thì sửa mã"
_MANY = 3  # entries; a slip of the finger is not made so often
_SEVERAL = 2  # names; one alone may have been left out
_HOMES = {
    PRODUCT.code: ("topics/", "topics/"),
    UNIT.code: ("units.yaml", "units.yaml"),
    FORM.code: ("plan.yaml", "`forms` trong plan.yaml"),
}


def check(workspace: Workspace, progress: Progress) -> Iterator[Finding]:
    """Yield what is wrong with the entries, one finding a mistake."""
    judge = _Judge(workspace, progress)
    for file in progress.files:
        for entry in file.entries:
            yield from judge.entry(entry, file)
    yield from judge.missing()
    yield from judge.reworded()


def check_totals(workspace: Workspace) -> Iterator[Finding]:
    """Yield the forms that checkpoints speak of and the plan does not have."""
    plan = workspace.plan
    forms = {form.id.value for form in plan.forms} if plan else set()
    for checkpoint in plan.reporting.checkpoints if plan else ():
        for name in checkpoint.totals:
            if name.value not in forms:
                judge = _Judge(workspace, Progress())
                judge.told[FORM] = set()
                judge.unknown(name, FORM, "loại sản phẩm")
                yield from judge.missing()


class _Judge:
    def __init__(self, workspace: Workspace, progress: Progress) -> None:
        self.workspace = workspace
        self.unended = progress.unended
        self.products = {row.product.id.value: row.product.text.value for row in workspace.rows()}
        self.texts = {row.product.id.value: row.product.text for row in workspace.rows()}
        twice = doubled(workspace.ids())
        # Of two products with one id nobody knows which was meant, nor what the other is called.
        self.wordings = {name: wording(text) for name, text in self.products.items() if text and name not in twice}
        self.nameless = {wording(row.product.text.value) for row in workspace.rows() if row.product.id.value in twice}
        self.units = {unit.id.value: unit.name.value for unit in workspace.units.all} if workspace.units else {}
        self.forms = {form.id.value: form.name.value for form in workspace.plan.forms} if workspace.plan else {}
        self.bearers = {fingerprint: name for name, fingerprint in self.wordings.items()}
        self.gone: dict[tuple[Rule, str, str], list[Text]] = {}
        self.older: dict[str, list[Text]] = {}  # by product: the fingerprints of a wording that it had before
        # What the plan itself names and does not have is told there, once for all entries.
        self.told = {UNIT: _unknown_units(workspace), FORM: _unknown_forms(workspace), PRODUCT: set[str]()}
        known = {PRODUCT: self.products, UNIT: self.units, FORM: self.forms}
        self.meant = {rule: Names(by_id_and_name(names.items())) for rule, names in known.items()}
        # Where a part of the plan could not be read, what looks unknown may stand in it: that is said there.
        self.sure = {
            PRODUCT: workspace.products_read,
            UNIT: workspace.units is not None
            and not workspace.units_end_early
            and not (self.told[UNIT] and naming.have_gone_together(workspace, progress)),
            FORM: workspace.plan is not None and not is_unread(workspace.plan.forms),
        }
        units = workspace.units.all if workspace.units else ()
        forms = workspace.plan.forms if workspace.plan else ()
        self.bearing = {
            PRODUCT: [(row.product.id, row.product.text.value) for row in workspace.rows()],
            UNIT: [(unit.id, unit.name.value) for unit in units],
            FORM: [(form.id, form.name.value) for form in forms],
        }
        self.twice = twice | doubled(unit.id for unit in units)

    def entry(self, entry: Entry, file: EntryFile) -> Iterator[Finding]:
        """Yield what is wrong with an entry of a file."""
        # What is right is passed over first: there are ten thousand entries, and each question of them counts.
        if entry.product.value not in self.products and not self._is_nameless(entry):
            self.unknown(entry.product, PRODUCT, "sản phẩm")
        if entry.unit.value not in self.units:
            self.unknown(entry.unit, UNIT, "đơn vị")
        if entry.form is not None and entry.form.value not in self.forms:
            self.unknown(entry.form, FORM, "loại sản phẩm")
        if (entry.form is None) != (entry.quantity is None) and not file.is_mended:
            if entry.form is None:
                message, hint = "có số lượng mà không có loại sản phẩm", "thêm `form: …`"
            else:
                message, hint = f"có loại sản phẩm `{entry.form}` mà không có số lượng", "thêm `quantity: …`"
            found = entry.quantity or entry.form
            yield QUANTITY.finding(found.at if found else entry.at, message, hint)
        known = self.wordings.get(entry.product.value)
        if known and entry.wording and entry.wording.value != known and not is_unread(entry.wording):
            yield from self._older(entry, entry.wording, file)

    def _older(self, entry: Entry, fingerprint: Text, file: EntryFile) -> Iterator[Finding]:
        """Yield an entry made for another product; one made for other words of its own is kept for `reworded`."""
        other = self.bearers.get(fingerprint.value)
        if not re.fullmatch(r"[0-9a-f]{12}", fingerprint.value) and not file.is_mended:
            message = f"`{fingerprint}` không phải dấu vân tay mà kehoach ghi (12 chữ số và chữ cái a-f)"
            yield OLD_WORDING.finding(fingerprint.at, message, "khôi phục tệp từ git, hoặc xóa mục `wording`")
        elif other is None and not file.is_mended:
            self.older.setdefault(entry.product.value, []).append(fingerprint)
        elif other and (file.is_list or file.expected_path == file.path):  # else the name of the file tells, too
            message = f"kết quả này ghi theo lời của sản phẩm `{other}`, còn `product` là `{entry.product}`"
            hint = f"sửa thành `{other}`? nếu đúng là `{entry.product}` thì xóa mục `wording`"
            yield OLD_WORDING.finding(entry.product.at, message, hint, see=fingerprint.at)

    def reworded(self) -> Iterator[Finding]:
        """Yield each product whose text has changed since it was recorded against, once, at the first such entry."""
        for product, wordings in self.older.items():
            which = "kết quả này" if len(wordings) == 1 else f"kết quả này và {len(wordings) - 1} kết quả khác"
            message = f"lời của sản phẩm `{product}` đã sửa sau khi ghi {which}"
            hint = f"đã xem lại thì ghi `wording: {self.wordings[product]}`"
            yield OLD_WORDING.finding(wordings[0].at, message, hint, see=self.texts[product].at)

    def unknown(self, name: Text, rule: Rule, what: str) -> None:
        """Keep an id that nothing bears, where that is certain."""
        if not name.value or is_unread(name) or name.value in self.told[rule]:
            return
        sure = self.sure[rule] and naming.is_nobodys(name.value, self.bearing[rule], self.twice)
        if sure or self.meant[rule].holds_slip(name.value):
            self.gone.setdefault((rule, name.value, what), []).append(name)

    def missing(self) -> Iterator[Finding]:
        """Yield the ids that nothing bears; one that many entries name has gone from the plan, and is told once.

        So are several that have gone together, with the end of a file.
        """
        for rule, bearing in self.bearing.items():
            gone = [key for key in self.gone if key[0] is rule]
            is_hidden = any(one.value in self.twice for one, _ in bearing)
            if is_hidden and len(gone) == 1 and len(self.gone[gone[0]]) > 1:
                del self.gone[gone[0]]  # it stands under another's id, which is told there
        hints = {
            (rule, name, what): self.workspace.of_another_kind(name, what) or self.meant[rule].did_you_mean(name)
            for rule, name, what in self.gone
        }
        for rule in (PRODUCT, UNIT, FORM):
            home, shown = _HOMES[rule.code]
            end = self.workspace.open_end(home)
            gone = [key for key in self.gone if key[0] is rule and not hints[key]]
            often = [key for key in gone if len(self.gone[key]) >= _MANY]
            # One that a single entry names may be a slip of that entry.
            gone = gone if end else [key for key in gone if len(self.gone[key]) >= _SEVERAL]
            if len(gone if end else often) >= _SEVERAL:
                message = f"không có {len(gone)} {gone[0][2]} mà kết quả nhắc tới: " + ", ".join(
                    f"`{key[1]}`" for key in gone
                )
                first, hint = self.gone[gone[0]][0].at, f"khôi phục phần bị mất của {shown} từ git"
                if end:
                    yield rule.finding(end, f"tệp dừng ở đây, {message}", hint, see=first, for_line=True)
                else:
                    yield rule.finding(first, message, hint)
                hints = {key: hint for key, hint in hints.items() if key not in gone}
        for key, near in hints.items():
            (rule, name, what), places = key, self.gone[key]
            hint = near or f"sửa mã, hoặc thêm {what} này vào kế hoạch"
            message = f"không có {what} `{name}`"
            if len(places) < _MANY:
                yield from (rule.finding(place.at, message, self._hint(place, hint)) for place in places)
            else:
                yield rule.finding(places[0].at, f"{message} ({len(places)} kết quả nhắc tới)", hint)

    def _hint(self, name: Text, hint: str) -> str:
        """Return the hint for a name, or that its file may have been cut there."""
        return _CUT if name.at.file in self.unended else hint

    def _is_nameless(self, entry: Entry) -> bool:
        """Return whether the entry was made for one of two products that now have one id."""
        return entry.wording is not None and entry.wording.value in self.nameless


def _unknown_units(workspace: Workspace) -> set[str]:
    """Return the names of units that topics and classes use and nothing bears."""
    if workspace.units is None:
        return set()
    used = {name.value for unit in workspace.units.all for name in unit.members}
    for _, _, topic in workspace.topics():
        used.update(name.value for name in (*topic.lead, *topic.units, *topic.partners))
    return {name for name in used if workspace.units.named(name) is None}


def _unknown_forms(workspace: Workspace) -> set[str]:
    """Return the forms that checkpoints speak of and the plan does not have."""
    plan = workspace.plan
    forms = {form.id.value for form in plan.forms} if plan else set[str]()
    return {name.value for one in (plan.reporting.checkpoints if plan else ()) for name in one.totals} - forms
