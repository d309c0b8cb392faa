"""Days and reporting periods as people type them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from kehoach_cli.model.periods import Period
    from kehoach_cli.model.workspace import Workspace

Quarter = Annotated[str | None, typer.Option("--quarter", metavar="QUÝ", help="Quý: I, II, III, IV, hoặc 1-4.")]
Half = Annotated[
    int | None, typer.Option("--half", metavar="1|2", min=1, max=2, help="6 tháng đầu năm (1), cuối năm (2).")
]
NineMonths = Annotated[bool, typer.Option("--nine-months", help="9 tháng đầu năm.")]
Year = Annotated[bool, typer.Option("--year", help="Cả năm.")]
From = Annotated[str | None, typer.Option("--from", metavar="NGÀY", help="Từ ngày này, cùng với --to.")]
To = Annotated[str | None, typer.Option("--to", metavar="NGÀY", help="Đến hết ngày này, cùng với --from.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="NGÀY", help="Tính như vào cuối ngày này.")]

_DAYS_AGO = {"hom nay": 0, "today": 0, "hom qua": 1, "yesterday": 1, "hom kia": 2}


def find_day(text: str) -> date:
    """Return the day that `15/4/2026`, `2026-04-15`, `hôm nay` or `hôm qua` names. Raises RefusalError."""
    from kehoach_cli.loading.days import day_of
    from kehoach_cli.spelling import fold

    ago = _DAYS_AGO.get(fold(text))
    found = day_of(text.strip()) if ago is None else date.today() - timedelta(days=ago)  # noqa: DTZ011 - the user's own day
    if found is None:
        message = f"không có ngày `{text}`"
        raise RefusalError(message, "viết 15/4/2026, 2026-04-15, hoặc hôm nay")
    return found


def today(as_of: str | None) -> date:
    """Return the day that a command looks from. Raises RefusalError."""
    return find_day(as_of or "hôm nay")


def find_period(
    workspace: Workspace,
    *,
    quarter: str | None = None,
    half: int | None = None,
    nine: bool = False,
    year: bool = False,
    start: str | None = None,
    end: str | None = None,
) -> Period | None:
    """Return the one period that the options name, None where they name none. Raises RefusalError."""
    from kehoach_cli.model import periods
    from kehoach_cli.model.lookup import find_quarter
    from kehoach_cli.model.plan import Cutoff

    cutoff = workspace.plan.reporting.cutoff.value if workspace.plan else Cutoff.DECREE
    if sum(map(bool, (quarter, half, nine, year, start or end))) > 1:
        message = "nhiều kỳ báo cáo cùng lúc"
        raise RefusalError(message, "chọn một trong --quarter, --half, --nine-months, --year, hoặc --from và --to")
    if quarter:
        return periods.quarter_period(workspace.year, find_quarter(quarter), cutoff)
    if half:
        return periods.half_period(workspace.year, half, cutoff)
    if nine:
        return periods.nine_months(workspace.year, cutoff)
    if year:
        return periods.year_period(workspace.year, cutoff)
    if not start and not end:
        return None
    if not start or not end:
        message = f"thiếu {'--from' if not start else '--to'}"
        raise RefusalError(message, "viết cả --from NGÀY và --to NGÀY")
    first, last = find_day(start), find_day(end)
    if first > last:
        message = f"khoảng thời gian ngược: từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
        raise RefusalError(message, "đổi chỗ --from và --to")
    return periods.free_range(first, last)
