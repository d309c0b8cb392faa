"""How the tasks stand: the matrix of done and overdue by quarter, and the list of what is due."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach_cli.model.topics import roman
from kehoach_cli.reporting.tasks import State
from kehoach_cli.views.json_document import dumps
from kehoach_cli.views.tables import in_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from kehoach_cli.model.workspace import Row
    from kehoach_cli.reporting.tasks import Due

_BAR = 8
_OWED = {State.OVERDUE: "quá hạn", State.OPEN: "sắp đến hạn", State.LATER: "sắp đến hạn"}
STATES = {State.DONE: "đã có kết quả", State.OPEN: "đang mở", State.OVERDUE: "quá hạn", State.LATER: "chưa tới kỳ"}
DUE_HEAD = ("Đơn vị", "Tình trạng", "Hạn", "Vị trí")
_DUE_CSV_HEAD = ("Đơn vị", "Tình trạng", "Hạn", "Quý", "Vị trí", "Sản phẩm")


@dataclass(slots=True)
class Line:
    """A row of the matrix: what it is, and how many tasks are in which state in each quarter."""

    key: str
    title: str
    counts: dict[int, dict[State, int]] = field(default_factory=dict)

    def add(self, task: Due) -> None:
        """Count a task."""
        quarter = self.counts.setdefault(task.quarter, dict.fromkeys(State, 0))
        quarter[task.state] += 1

    def total(self, quarters: Sequence[int]) -> dict[State, int]:
        """Return the counts of these quarters together."""
        parts = [self.counts[quarter] for quarter in quarters if quarter in self.counts]
        return {state: sum(part[state] for part in parts) for state in State}


def matrix(tasks: Iterable[Due], *, by_unit: bool) -> list[Line]:
    """Return a line for each group or unit, in the order of the plan, then one for all."""
    lines: dict[str, Line] = {}
    every = Line("", "Cả kế hoạch")
    for task in tasks:
        if by_unit and task.unit:
            key, title = task.unit.id.value, task.unit.name.value
        else:
            key, title = task.row.group.number, task.row.group.title.value
        lines.setdefault(key, Line(key, title)).add(task)
        every.add(task)
    return [*lines.values(), every]


def head(quarters: Sequence[int], *, by_unit: bool) -> tuple[str, ...]:
    """Return the matrix's column names."""
    names = [f"Quý {roman(quarter)}" for quarter in quarters]
    return (("Đơn vị" if by_unit else "Nhóm"), *names, *(["Cả năm"] if len(quarters) > 1 else []))


def matrix_rows(lines: Iterable[Line], quarters: Sequence[int], *, by_unit: bool, bars: bool) -> list[tuple[str, ...]]:
    """Return the matrix's cells: `3/12`, with a bar on a terminal, and `!9` for nine that are overdue."""
    rows = []
    for line in lines:
        name = line.title if by_unit or not line.key else line.key
        parts = [line.counts.get(quarter, {}) for quarter in quarters]
        parts += [line.total(quarters)] if len(quarters) > 1 else []
        rows.append((name, *(_cell(part, bars=bars) for part in parts)))
    return rows


def _cell(counts: Mapping[State, int], *, bars: bool) -> str:
    total = sum(counts.values())
    if not total:
        return "-"
    done, late = counts[State.DONE], counts[State.OVERDUE]
    filled = done * _BAR // total
    bar = f"{'█' * filled}{'░' * (_BAR - filled)} " if bars else ""
    return f"{bar}{done}/{total}{f' !{late}' if late else ''}"


def matrix_in_form(form: str, lines: Sequence[Line], quarters: Sequence[int], today: date, *, by_unit: bool) -> str:
    r"""Return the matrix as `table`, `json`, `csv` or `markdown`, ended by \n."""
    if form != "json":
        return in_table(
            form, head(quarters, by_unit=by_unit), matrix_rows(lines, quarters, by_unit=by_unit, bars=False)
        )
    rows = [
        {
            "unit" if by_unit else "group": line.key or None,
            "title": line.title,
            "quarters": {
                str(quarter): {state.value: count for state, count in line.counts[quarter].items()}
                for quarter in quarters
                if quarter in line.counts
            },
        }
        for line in lines
    ]
    return dumps("status", {"as_of": today.isoformat(), "rows": rows}) + "\n"


def legend(lines: Sequence[Line], quarters: Sequence[int], today: date) -> str:
    """Return the line under the matrix: what its numbers mean, and how all stands."""
    total = lines[-1].total(quarters)
    said = ", ".join(f"{count} {STATES[state]}" for state, count in total.items() if count)
    return f"Tính đến {today:%d/%m/%Y}: {said or 'không có việc nào'}. Ô ghi: có kết quả/phải làm, `!` là quá hạn."


def due_rows(tasks: Sequence[Due]) -> list[tuple[str, ...]]:
    """Return a row for each unit and day, the overdue first, with the positions that are owed."""
    merged: dict[tuple[str, str, date], list[Row]] = {}
    for task in tasks:
        name = task.unit.name.value if task.unit else ""
        merged.setdefault((name, _OWED[task.state], task.day), []).append(task.row)
    return [(name, state, f"{day:%d/%m/%Y}", positions(rows)) for (name, state, day), rows in merged.items()]


def positions(rows: Iterable[Row]) -> str:
    """Return the positions of products in short: `I.1.1-6, I.2.3`."""
    topics: dict[str, list[int]] = {}
    for row in rows:
        topics.setdefault(row.topic_position, []).append(row.product_order)
    said = []
    for topic, orders in topics.items():
        runs: list[list[int]] = []
        for order in orders:
            if runs and order == runs[-1][-1] + 1:
                runs[-1].append(order)
            else:
                runs.append([order])
        said += [f"{topic}.{run[0]}-{run[-1]}" if len(run) > 1 else f"{topic}.{run[0]}" for run in runs]
    return ", ".join(said)


def due_in_form(form: str, tasks: Sequence[Due], today: date, within: int) -> str:
    r"""Return what is due as `table`, `json`, `csv` or `markdown`, ended by \n ("" for an empty table)."""
    if form == "json":
        return (
            dumps("due-list", {"as_of": today.isoformat(), "within": within, "tasks": [_due(t) for t in tasks]}) + "\n"
        )
    if form == "csv":
        rows = [
            (
                task.unit.name.value if task.unit else "",
                _OWED[task.state],
                f"{task.day:%d/%m/%Y}",
                roman(task.quarter),
                task.row.position,
                task.row.product.text.value,
            )
            for task in tasks
        ]
        return in_table(form, _DUE_CSV_HEAD, rows)
    return in_table(form, DUE_HEAD, due_rows(tasks)) if tasks else ""


def due_line(tasks: Sequence[Due], today: date, within: int) -> str:
    """Return the line that counts what is owed."""
    late = sum(task.state is State.OVERDUE for task in tasks)
    soon = f"{len(tasks) - late} việc đến hạn trong {within} ngày tới"
    return f"Tính đến {today:%d/%m/%Y}: {late} việc quá hạn, {soon}. Xem một việc: kehoach show VỊ_TRÍ"


def _due(task: Due) -> dict[str, object]:
    return {
        "unit": task.unit.id.value if task.unit else None,
        "state": task.state.value,
        "due": task.day.isoformat(),
        "quarter": task.quarter,
        "position": task.row.position,
        "product": task.row.product.id.value,
        "text": task.row.product.text.value,
    }
