"""Reporting periods: the windows of NĐ 09/2019/NĐ-CP and of the calendar, and the laws that hold for any year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.periods import (
    Period,
    before,
    following,
    free_range,
    half_period,
    nine_months,
    quarter_at,
    quarter_period,
    so_far,
    spoken,
    year_period,
)
from kehoach_cli.model.plan import Cutoff
from kehoach_cli.reporting.tasks import counted_for

CUTOFFS = st.sampled_from(Cutoff)
YEARS = st.integers(1946, 2199)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (quarter_period(2026, 1, Cutoff.DECREE), date(2025, 12, 15), date(2026, 3, 14)),
        (quarter_period(2026, 2, Cutoff.DECREE), date(2026, 3, 15), date(2026, 6, 14)),
        (quarter_period(2026, 3, Cutoff.DECREE), date(2026, 6, 15), date(2026, 9, 14)),
        (quarter_period(2026, 4, Cutoff.DECREE), date(2026, 9, 15), date(2026, 12, 14)),
        (half_period(2026, 1, Cutoff.DECREE), date(2025, 12, 15), date(2026, 6, 14)),
        (half_period(2026, 2, Cutoff.DECREE), date(2026, 6, 15), date(2026, 12, 14)),
        (nine_months(2026, Cutoff.DECREE), date(2025, 12, 15), date(2026, 9, 14)),
        (year_period(2026, Cutoff.DECREE), date(2025, 12, 15), date(2026, 12, 14)),
        (quarter_period(2024, 1, Cutoff.CALENDAR), date(2024, 1, 1), date(2024, 3, 31)),
        (quarter_period(2026, 4, Cutoff.CALENDAR), date(2026, 10, 1), date(2026, 12, 31)),
        (half_period(2026, 1, Cutoff.CALENDAR), date(2026, 1, 1), date(2026, 6, 30)),
        (nine_months(2026, Cutoff.CALENDAR), date(2026, 1, 1), date(2026, 9, 30)),
        (year_period(2028, Cutoff.CALENDAR), date(2028, 1, 1), date(2028, 12, 31)),
    ],
)
def test_the_windows_of_the_decree_and_of_the_calendar(period: Period, start: date, end: date) -> None:
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    ("day", "decree", "calendar"),
    [
        (date(2025, 12, 14), (2025, 4), (2025, 4)),
        (date(2025, 12, 15), (2026, 1), (2025, 4)),
        (date(2026, 1, 1), (2026, 1), (2026, 1)),
        (date(2024, 2, 29), (2024, 1), (2024, 1)),
        (date(2026, 3, 14), (2026, 1), (2026, 1)),
        (date(2026, 3, 15), (2026, 2), (2026, 1)),
        (date(2026, 3, 31), (2026, 2), (2026, 1)),
        (date(2026, 12, 31), (2027, 1), (2026, 4)),
    ],
)
def test_a_day_at_the_edge_of_a_quarter_or_year(day: date, decree: tuple[int, int], calendar: tuple[int, int]) -> None:
    assert quarter_at(day, Cutoff.DECREE) == decree
    assert quarter_at(day, Cutoff.CALENDAR) == calendar


@given(day=st.dates(date(1947, 1, 1), date(2199, 1, 1)), cutoff=CUTOFFS)
def test_every_day_lies_in_the_quarter_that_it_is_counted_in_and_in_no_other(day: date, cutoff: Cutoff) -> None:
    year, number = quarter_at(day, cutoff)
    around = [quarter_period(y, q, cutoff) for y in (year - 1, year, year + 1) for q in range(1, 5)]
    assert [period for period in around if period.holds(day)] == [quarter_period(year, number, cutoff)]


@given(year=YEARS, cutoff=CUTOFFS)
def test_quarters_halves_and_nine_months_make_up_the_year(year: int, cutoff: Cutoff) -> None:
    quarters = [quarter_period(year, number, cutoff) for number in range(1, 5)]
    halves = [half_period(year, number, cutoff) for number in (1, 2)]
    whole, nine = year_period(year, cutoff), nine_months(year, cutoff)
    for first, second in pairwise([*quarters, quarter_period(year + 1, 1, cutoff)]):
        assert first.end + DAY == second.start
    assert (quarters[0].start, quarters[3].end) == (whole.start, whole.end)
    assert (halves[0].start, halves[0].end) == (quarters[0].start, quarters[1].end)
    assert (halves[1].start, halves[1].end) == (quarters[2].start, quarters[3].end)
    assert (nine.start, nine.end) == (whole.start, quarters[2].end)
    assert (whole.end - whole.start).days in {364, 365}


@given(year=YEARS, number=st.integers(1, 4), cutoff=CUTOFFS)
def test_the_period_before_and_after_adjoin_and_the_year_so_far_holds_both(
    year: int, number: int, cutoff: Cutoff
) -> None:
    period = quarter_period(year, number, cutoff)
    total = so_far(period, cutoff)
    assert (total.start, total.end) == (year_period(year, cutoff).start, period.end)
    assert following(period, cutoff).start == period.end + DAY
    earlier = before(period, cutoff)
    assert (earlier is None) == (number == 1)
    if earlier:
        assert earlier.end + DAY == period.start
        assert total.start <= earlier.start


@given(start=st.dates(date(2020, 1, 1), date(2030, 1, 1)), length=st.integers(0, 900), cutoff=CUTOFFS)
def test_a_free_range_is_part_of_its_year_so_far(start: date, length: int, cutoff: Cutoff) -> None:
    period = free_range(start, start + timedelta(days=length))
    total = so_far(period, cutoff)
    assert total.start <= period.start <= period.end == total.end
    assert following(period, cutoff).start <= period.end + timedelta(days=93)
    assert before(period, cutoff) is None


@given(planned=st.sets(st.integers(1, 4)).map(lambda found: tuple(sorted(found))), quarter=st.integers(1, 4))
def test_a_result_counts_for_its_own_quarter_else_late_else_early(planned: tuple[int, ...], quarter: int) -> None:
    found = counted_for(planned, quarter)
    earlier = [number for number in planned if number <= quarter]
    if not planned:
        assert found is None
    elif earlier:
        assert found == max(earlier)
    else:
        assert found == min(planned)


@pytest.mark.parametrize(
    ("period", "name", "key"),
    [
        (quarter_period(2026, 2, Cutoff.DECREE), "quý II năm 2026", "2026-Q2"),
        (half_period(2026, 1, Cutoff.DECREE), "6 tháng đầu năm 2026", "2026-H1"),
        (half_period(2026, 2, Cutoff.DECREE), "6 tháng cuối năm 2026", "2026-H2"),
        (nine_months(2026, Cutoff.DECREE), "9 tháng đầu năm 2026", "2026-9M"),
        (year_period(2026, Cutoff.DECREE), "năm 2026", "2026"),
        (
            free_range(date(2026, 2, 5), date(2026, 11, 20)),
            "từ ngày 05/02/2026 đến ngày 20/11/2026",
            "2026-02-05_2026-11-20",
        ),
    ],
)
def test_a_period_has_a_name_for_people_and_one_for_files(period: Period, name: str, key: str) -> None:
    assert (period.name, period.key) == (name, key)


@pytest.mark.parametrize(("day", "said"), [(date(2026, 1, 5), "05/01/2026"), (date(2026, 3, 15), "15/3/2026")])
def test_days_are_padded_as_the_decree_says(day: date, said: str) -> None:
    assert spoken(day) == said
