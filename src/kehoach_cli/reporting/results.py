"""Entries resolved against the plan, and the sums over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach_cli.model.entries import Entry, Progress
    from kehoach_cli.model.periods import Period
    from kehoach_cli.model.plan import Form
    from kehoach_cli.model.units import Unit
    from kehoach_cli.model.workspace import Row, Workspace


@dataclass(frozen=True, slots=True)
class Result:
    """An entry with the product, unit and form that it names."""

    entry: Entry
    row: Row
    unit: Unit
    form: Form | None


@dataclass(frozen=True, slots=True)
class Results:
    """The entries that can be counted, by date; `left_out` counts those that cannot: each has a finding."""

    all: tuple[Result, ...]
    left_out: int

    def tally(self, wanted: Callable[[Result], bool]) -> Tally:
        """Return the sums over the results that are wanted."""
        return Tally(tuple(result for result in self.all if wanted(result)))


@dataclass(frozen=True, slots=True)
class Tally:
    """Some results and their sums."""

    results: tuple[Result, ...] = ()

    @property
    def count(self) -> int:
        """Return the number of entries."""
        return len(self.results)

    def quantities(self) -> dict[str, int]:
        """Return the quantity of each form that occurs, by the form's id."""
        sums: dict[str, int] = {}
        for result in self.results:
            if result.form and result.entry.quantity:
                name = result.form.id.value
                sums[name] = sums.get(name, 0) + result.entry.quantity.value
        return sums

    def reaches(self) -> dict[str, int]:
        """Return the people reached by each form, by the form's id ("" for entries without a form)."""
        sums: dict[str, int] = {}
        for result in self.results:
            if result.entry.reach:
                name = result.form.id.value if result.form else ""
                sums[name] = sums.get(name, 0) + result.entry.reach.value
        return sums

    def of_form(self, form: Form | None) -> Tally:
        """Return the part with this form."""
        return Tally(tuple(result for result in self.results if result.form is form))

    def within(self, period: Period) -> Tally:
        """Return the part that lies in a period."""
        return Tally(tuple(result for result in self.results if period.holds(result.entry.date.value)))

    def files(self) -> list[str]:
        """Return the entry files that the sums come from, sorted."""
        return sorted({result.entry.file for result in self.results})


def results_of(workspace: Workspace, progress: Progress) -> Results:
    """Return what can be counted: an entry that names what is not there, or stands twice, is left out.

    So are those of a file that is read as it was likely meant: a guess does not go into a report.
    """
    mended = {file.path for file in progress.files if file.is_mended}
    rows = {row.product.id.value: row for row in workspace.rows()}
    units = {unit.id.value: unit for unit in workspace.units.all} if workspace.units else {}
    forms = {form.id.value: form for form in workspace.plan.forms} if workspace.plan else {}
    seen: set[str] = set()
    found: list[Result] = []
    left_out = len(progress.lost)
    for entry in progress.entries:
        row, unit = rows.get(entry.product.value), units.get(entry.unit.value)
        form = forms.get(entry.form.value) if entry.form else None
        paired = (entry.form is None) == (entry.quantity is None)
        known = entry.readable and paired and (entry.form is None or form is not None)
        if row is None or unit is None or not known or entry.id.value in seen or entry.file in mended:
            left_out += 1
            continue
        seen.add(entry.id.value)
        found.append(Result(entry, row, unit, form))
    found.sort(key=lambda result: (result.entry.date.value, result.entry.file, result.entry.id.value))
    return Results(tuple(found), left_out)


def by_product(results: Iterable[Result]) -> dict[str, Tally]:
    """Return the results of each product, by its id."""
    parts: dict[str, list[Result]] = {}
    for result in results:
        parts.setdefault(result.row.product.id.value, []).append(result)
    return {name: Tally(tuple(part)) for name, part in parts.items()}


def by_unit(results: Iterable[Result]) -> dict[str, Tally]:
    """Return the results of each unit, by its id."""
    parts: dict[str, list[Result]] = {}
    for result in results:
        parts.setdefault(result.unit.id.value, []).append(result)
    return {name: Tally(tuple(part)) for name, part in parts.items()}
