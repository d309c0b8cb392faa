"""Questions for what is missing of a result; never asked when nobody sits at the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import click

from kehoach_cli.cli.days import find_day
from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kehoach_cli.model.plan import Form
    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Row, Workspace
    from kehoach_cli.recording.draft import Said

T = TypeVar("T")
_SHOWN = 12
_WIDTH = 88
_LINE_DIGITS = 2  # a longer number is searched for


@dataclass(frozen=True, slots=True)
class _Option(Generic[T]):
    """A line to choose, and what else it is found by."""

    line: str
    more: str
    value: T

    @property
    def short(self) -> str:
        return self.line if len(self.line) <= _WIDTH else f"{self.line[:_WIDTH]}…"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of a result; None and "" are still to be asked."""

    product: str | None
    unit: str | None
    day: str | None
    form: str | None
    quantity: int | None
    reach: int | None
    title: str
    links: tuple[str, ...]
    note: str

    @property
    def complete(self) -> bool:
        """Return whether enough is said for an entry that counts."""
        return bool(self.product and self.unit and self.form and self.quantity is not None)


def ask(asked: Asked, workspace: Workspace, *, terminal: bool) -> Said:
    """Return the whole result; on a terminal what is missing is asked for. Raises RefusalError."""
    from kehoach_cli.model.lookup import find_form, find_row, find_unit
    from kehoach_cli.model.units import Units
    from kehoach_cli.recording.draft import Said

    units, forms = workspace.units or Units(), workspace.plan.forms if workspace.plan else ()
    missing = [name for name, given in (("SẢN_PHẨM", asked.product), ("--unit", asked.unit)) if not given]
    if missing and not terminal:
        message = f"thiếu {' và '.join(missing)}"
        raise RefusalError(message, "ví dụ: kehoach record I.1.1 --unit MÃ_ĐƠN_VỊ --form MÃ_LOẠI --quantity 2")
    questions = terminal and not asked.complete
    row = find_row(workspace, asked.product) if asked.product else _ask_row(workspace)
    unit = find_unit(units, asked.unit) if asked.unit else _ask_unit(row, units)
    form = find_form(forms, asked.form) if asked.form else None
    day, quantity, reach, title, links = asked.day, asked.quantity, asked.reach, asked.title, asked.links
    if questions:
        day = day or _until(lambda: click.prompt("Ngày làm (15/4/2026, hôm qua)", default="hôm nay"), find_day)
        form = form or _ask_form(forms, required=quantity is not None)
        if form and quantity is None:
            quantity = click.prompt(f"Số lượng ({form.unit})", type=click.IntRange(min=1))
        if form and form.reach and reach is None:
            reach = _number(click.prompt(f"Số {form.reach} (Enter để bỏ qua)", default="", show_default=False))
        title = title or _title(required=not (form or links or asked.note))
        links = links or tuple(click.prompt("Đường dẫn (Enter để bỏ qua)", default="", show_default=False).split())
    return Said(row, unit, find_day(day or "hôm nay"), form, quantity, reach, title, links, asked.note)


def _until(question: Callable[[], str], judge: Callable[[str], object]) -> str:
    """Ask until the answer can be used, and return it as it was typed."""
    while True:
        answer = question()
        try:
            judge(answer)
        except RefusalError as refusal:
            click.echo(f"  {refusal.message}; {refusal.hint}", err=True)
        else:
            return answer


def _title(*, required: bool) -> str:
    """Ask for the title: of work that is not counted, it is what tells what was done."""
    question = "Tiêu đề: đã làm gì" if required else "Tiêu đề (Enter để bỏ qua)"
    answer: str = click.prompt(question, default=None if required else "", show_default=False)
    return answer


def _number(text: str) -> int | None:
    digits = text.replace(".", "").strip()
    if digits and not digits.isdecimal():
        click.echo(f"  `{text}` không phải là số, bỏ qua", err=True)
    return int(digits) if digits.isdecimal() else None


def _ask_row(workspace: Workspace) -> Row:
    options = [
        _Option(f"{row.position:<8}{row.product.text}", f"{row.product.id} {row.topic.title}", row)
        for row in workspace.rows()
    ]
    return _choose("Sản phẩm nào? Gõ vị trí (I.1.3) hoặc vài chữ để tìm", options)


def _ask_unit(row: Row, units: Units) -> Unit:
    from kehoach_cli.model.tasks import doers

    expected = doers(row.topic, units)
    others = [unit for unit in units.all if unit not in expected]
    options = [
        _Option(f"{unit.id.value:<16}{unit.name}", " ".join(name.value for name in unit.names()), unit)
        for unit in (*expected, *others)
    ]
    return _choose("Đơn vị nào đã làm?", options)


def _ask_form(forms: Sequence[Form], *, required: bool) -> Form | None:
    options: list[_Option[Form | None]] = [
        _Option(f"{form.id.value:<20}{form.name} ({form.unit})", "", form) for form in forms
    ]
    if not required:
        options.append(_Option(f"{'không':<20}chỉ ghi việc, không tính số lượng", "", None))
    return _choose("Loại sản phẩm nào?", options)


def _choose(question: str, options: Sequence[_Option[T]]) -> T:
    """Return what is chosen: a number of the list shown, the first word of a line, or words to search by."""
    from kehoach_cli.spelling import fold

    click.echo(f"\n{question}", err=True)
    shown = list(options)
    _list(shown)
    while True:
        typed = click.prompt("Chọn số, hoặc gõ chữ để tìm", err=True)
        answer = fold(typed)
        exact = [option.value for option in options if fold(option.line.split(" ")[0]) == answer]
        if exact:
            return exact[0]
        if answer.isdecimal() and len(answer) <= _LINE_DIGITS:
            if 0 < int(answer) <= min(len(shown), _SHOWN):
                return shown[int(answer) - 1].value
            click.echo(f"  không có dòng {typed} trong danh sách trên", err=True)
            continue
        words = answer.split()
        found = [option for option in options if all(word in fold(f"{option.line} {option.more}") for word in words)]
        if len(found) == 1:
            click.echo(f"  -> {found[0].short}", err=True)
            return found[0].value
        if found:
            shown = found
            _list(shown)
        else:
            click.echo(f"  không thấy gì có `{typed}`: gõ chữ khác, hoặc một số ở danh sách trên", err=True)


def _list(shown: Sequence[_Option[T]]) -> None:
    for number, option in enumerate(shown[:_SHOWN], 1):
        click.echo(f"  {number:>2}) {option.short}", err=True)
    if len(shown) > _SHOWN:
        click.echo(f"      … còn {len(shown) - _SHOWN} dòng nữa: gõ vài chữ để tìm", err=True)
