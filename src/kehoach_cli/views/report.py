"""A report's figures for programs and for whoever checks them: each with the entry files that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen
from kehoach_cli.model.periods import spoken
from kehoach_cli.views.json_document import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.model.periods import Period
    from kehoach_cli.reporting.figures import Figures
    from kehoach_cli.reporting.results import Tally


@frozen
class Traced:
    """One figure of the report: what it is, in which window (`inside`, `total`, `before`), and its files."""

    of: str
    name: str
    window: str
    measure: str
    value: int
    files: tuple[str, ...]


def traced(figures: Figures) -> Iterator[Traced]:
    """Yield every figure of the report that comes from entries."""
    windows = {"before": figures.before, "inside": figures.inside, "total": figures.total}
    for window, tally in windows.items():
        if tally is not None:
            yield from _sums("all", "Cả kỳ", window, tally)
    for form in figures.forms:
        tallies = {"before": form.before, "inside": form.inside, "total": form.total}
        for window, tally in tallies.items():
            if tally is not None:
                yield from _sums(f"form:{form.form.id}", form.form.name.value, window, tally)
    for product in figures.products:
        name = f"{product.row.position} {product.row.product.text}"
        for window, tally in (("inside", product.inside), ("total", product.total)):
            yield from _sums(f"product:{product.row.product.id}", name, window, tally)
    for unit in figures.units:
        for window, tally in (("inside", unit.inside), ("total", unit.total)):
            yield from _sums(f"unit:{unit.unit.id}", unit.unit.name.value, window, tally)


def _sums(of: str, name: str, window: str, tally: Tally) -> Iterator[Traced]:
    yield Traced(of, name, window, "entries", tally.count, tuple(tally.files()))
    for measure, sums in (("quantity", tally.quantities()), ("reach", tally.reaches())):
        for form, value in sums.items():
            files = sorted({
                result.entry.file
                for result in tally.results
                if (result.form.id.value if result.form else "") == form
                and (result.entry.quantity if measure == "quantity" else result.entry.reach)
            })
            yield Traced(of, name, window, f"{measure}:{form}" if form else measure, value, tuple(files))


_WINDOWS = {"before": "kỳ trước", "inside": "trong kỳ", "total": "lũy kế"}
_MEASURES = {"entries": "số kết quả", "quantity": "số lượng", "reach": "lượt tiếp cận"}


def as_trace(figures: Figures) -> str:
    r"""Return every figure that is not zero with its files below it, and the account, ended by \n."""
    lines = []
    for figure in traced(figures):
        if figure.value:
            measure, _, form = figure.measure.partition(":")
            said = f"{_MEASURES[measure]} `{form}`" if form else _MEASURES[measure]
            lines.append(f"{figure.name} | {_WINDOWS[figure.window]} | {said} = {figure.value}")
            lines += [f"    {file}" for file in figure.files]
    return "\n".join([*lines, account_said(figures)]) + "\n"


def account_said(figures: Figures) -> str:
    """Return the account in one line: what must add up."""
    account = figures.account
    return (
        f"Đối chiếu: {account.planned} sản phẩm phải thực hiện = {account.with_result} có kết quả + {account.without} "
        f"chưa có; {account.entries} kết quả đã ghi = {account.counted} trong kỳ + {account.outside} ngoài kỳ + "
        f"{account.left_out} bỏ ra ngoài"
    )


def as_json(figures: Figures, subject: str, owed: Sequence[str]) -> str:
    """Return all figures with their files as JSON, version 1."""
    account = figures.account
    return dumps(
        "report",
        {
            "subject": subject,
            "period": _period(figures.period),
            "cumulative": _period(figures.total_period),
            "previous": _period(figures.before_period) if figures.before_period else None,
            "scope": str(figures.scope.id) if figures.scope else None,
            "account": {
                "planned": account.planned,
                "with_result": account.with_result,
                "without": account.without,
                "entries": account.entries,
                "counted": account.counted,
                "outside": account.outside,
                "left_out": account.left_out,
            },
            "figures": [
                {
                    "of": figure.of,
                    "name": figure.name,
                    "window": figure.window,
                    "measure": figure.measure,
                    "value": figure.value,
                    "files": list(figure.files),
                }
                for figure in traced(figures)
            ],
            "owed": list(owed),
        },
    )


def _period(period: Period) -> dict[str, object]:
    return {
        "key": period.key,
        "name": period.name,
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "words": f"từ ngày {spoken(period.start)} đến hết ngày {spoken(period.end)}",
    }
