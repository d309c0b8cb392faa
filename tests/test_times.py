"""Time expressions: those of real plans are read, the impossible ones are refused, the rest stays text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.location import Location
from kehoach_cli.model.schedule import MilestoneKind, Schedule, month_span, quarter_of, quarter_span
from kehoach_cli.model.schedule_text import excel_serial, read
from kehoach_cli.model.topics import roman

HERE = Location("topics/01.yaml", 1, 1)
STEADY = settings(derandomize=True, deadline=None, max_examples=150)


def quarters(text: str, year: int = 2026) -> tuple[int, ...]:
    milestones, problem = read(text, year)
    assert not problem
    return Schedule(text, HERE, milestones).quarters(year)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quý I,II,III,IV", (1, 2, 3, 4)),
        ("Quý I, II, III, IV", (1, 2, 3, 4)),
        ("Quý I và quý III", (1, 3)),
        ("quý 2", (2,)),
        ("Quý II-IV", (2, 3, 4)),
        ("Quý II đến quý IV", (2, 3, 4)),
        ("Quý II/2026", (2,)),
        ("Quý IV/2027", ()),
        ("Từ Quý III/2026", (3, 4)),
        ("Quý I/2026 lựa chọn nhiệm vụ. Quý IV/2026 báo cáo kết quả", (1, 4)),
        ("Trong tháng 01/2026", (1,)),
        ("Tháng 01/ 2026", (1,)),
        ("12/2026 báo cáo kết quả", (4,)),
        ("Từ tháng 3 – tháng 5/2026", (1, 2)),
        ("Từ tháng 3 đến hết tháng 5", (1, 2)),
        ("Từ Quý I đến hết Quý III", (1, 2, 3)),
        ("Từ tháng 3 – tháng 5/2018", ()),
        ("từ tháng 9/2025", (1, 2, 3, 4)),
        ("tháng 3, 4, 5", (1, 2)),
        ("30/8/2026", (3,)),
        ("31/03/2026", (1,)),
        ("2026-09-30", (3,)),
        ("2026-09-30T00:00:00", (3,)),
        ("ngày 05 tháng 3 năm 2026", (1,)),
        ("Trước 10/02/2026", (1,)),
        ("trước ngày 20/11", (4,)),
        ("chậm nhất ngày 31/3/2026", (1,)),
        ("Từ ngày 01/1 đến ngày 31/12", (1, 2, 3, 4)),
        ("15/12/2025 – 14/3/2026", (1,)),
        ("từ ngày 5 đến ngày 10/7/2026", (3,)),
        ("Thường xuyên trong năm", (1, 2, 3, 4)),
        ("Cả năm", (1, 2, 3, 4)),
        ("trong năm 2027", ()),
        ("năm học 2025-2026", (1, 2)),
        ("năm học 2026 - 2027", (3, 4)),
        ("giai đoạn 2026-2027", (1, 2, 3, 4)),
        ("Hằng tuần / Hàng tháng", (1, 2, 3, 4)),
        ("Định kỳ 02 tuần một lần (trước 16 giờ thứ Sáu)", (1, 2, 3, 4)),
        ("Thường xuyên, định kỳ báo cáo theo Quý", (1, 2, 3, 4)),
        ("hằng năm (trước ngày 20/11)", (4,)),
        ("30/4/2026 (mô hình thử nghiệm). Vận hành ổn định trong năm 2026", (1, 2, 3, 4)),
        ("QUÝ II", (2,)),
        ("Quí I, Quí III", (1, 3)),
        ("Hằng quí", (1, 2, 3, 4)),
    ],
)
def test_times_of_real_plans_are_read(text: str, expected: tuple[int, ...]) -> None:
    assert quarters(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("100 ngày kể từ ngày ban hành Kế hoạch", MilestoneKind.RELATIVE),
        ("10 ngày làm việc sau khi Nghị quyết được ban hành", MilestoneKind.RELATIVE),
        ("100 ngày", MilestoneKind.RELATIVE),
        ("Theo kế hoạch", MilestoneKind.CONDITIONAL),
        ("Khi phát sinh", MilestoneKind.CONDITIONAL),
        ("Đột xuất", MilestoneKind.CONDITIONAL),
    ],
)
def test_times_that_hang_on_an_event_are_known_but_have_no_quarter(text: str, kind: MilestoneKind) -> None:
    milestones, problem = read(text, 2026)
    assert not problem
    assert {milestone.kind for milestone in milestones} == {kind}
    assert not Schedule(text, HERE, milestones).dated


@pytest.mark.parametrize("text", ["", "bao giờ xong thì thôi", "quý mến", "46058", "sớm nhất có thể"])
def test_what_is_no_time_stays_text(text: str) -> None:
    assert read(text, 2026) == ((), "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Quý V", "không có quý V"),
        ("Quý I, II, VI", "không có quý VI"),
        ("Quý 0", "không có quý 0"),
        ("Quý IV-II", "ngược"),
        ("tháng 13", "không có tháng 13"),
        ("tháng 0/2026", "không có tháng 0"),
        ("tháng 5 - tháng 3", "ngược"),
        ("30/02/2026", "không có ngày 30/2/2026"),
        ("29/2/2026", "không có ngày 29/2/2026"),
        ("2026-13-01", "không có ngày 1/13/2026"),
        ("10/3 - 5/3/2026", "ngược"),
        ("năm học 2025-2027", "không phải hai năm liền nhau"),
        ("giai đoạn 2027-2026", "ngược"),
    ],
)
def test_times_that_no_calendar_has_are_refused(text: str, said: str) -> None:
    milestones, problem = read(text, 2026)
    assert said in problem
    assert not milestones


def test_a_leap_day_exists_in_a_leap_year() -> None:
    assert quarters("29/2", 2028) == (1,)


def test_an_excel_serial_is_the_day_that_was_typed() -> None:
    assert excel_serial("46058") == date(2026, 2, 5)
    assert excel_serial("2026") is None
    assert excel_serial("Quý I") is None


@STEADY
@given(st.text(), st.integers(1945, 2200))
def test_reading_never_raises(text: str, year: int) -> None:
    milestones, problem = read(text, year)
    assert isinstance(problem, str)
    assert all(m.start is None or m.end is None or m.start <= m.end for m in milestones)


@STEADY
@given(st.sets(st.integers(1, 4), min_size=1), st.integers(1945, 2200), st.sampled_from([",", ", ", "; ", " và "]))
def test_quarters_written_out_are_read_back(numbers: set[int], year: int, join: str) -> None:
    text = "Quý " + join.join(roman(number) for number in sorted(numbers))
    assert quarters(text, year) == tuple(sorted(numbers))


@STEADY
@given(st.dates(date(1945, 1, 1), date(2200, 12, 31)))
def test_every_day_is_read_back_and_lies_in_its_quarter(day: date) -> None:
    milestones, problem = read(f"trước ngày {day.day:02d}/{day.month}/{day.year}", day.year)
    assert not problem
    assert [(milestone.start, milestone.end) for milestone in milestones] == [(day, day)]
    first, last = quarter_span(day.year, quarter_of(day))
    assert first <= day <= last
    assert month_span(day.year, day.month)[0] <= day <= month_span(day.year, day.month)[1]
