"""Writes the progress entries of examples/phuong-mau: a made-up year, the same on every run.

`python scripts/example.py` writes them anew; a test fails when they are out of date.
"""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.loading.workspace import load
from kehoach_cli.model.entries import FOLDER, quarter_folder
from kehoach_cli.model.lookup import find_form, find_row, find_unit
from kehoach_cli.model.units import Units
from kehoach_cli.recording.draft import Said, draft
from kehoach_cli.recording.pack import plan_packing
from kehoach_cli.source.tree import WorkingTree
from kehoach_cli.storage import remove, write_new

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parent.parent / "examples/phuong-mau"
TODAY = date(2026, 11, 30)
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_LINKED = {"tin-bai", "bai-truong", "video"}
_SATURDAY = 5
# The public holidays of 2026 that fall on weekdays: nobody works, nothing is recorded.
_HOLIDAYS = {
    *(date(2026, 2, day) for day in range(16, 21)),
    date(2026, 4, 27),
    date(2026, 4, 30),
    date(2026, 5, 1),
    date(2026, 9, 1),
    date(2026, 9, 2),
}


class Told(NamedTuple):
    """What each of some units did between two days: how often, at most how much and how widely seen."""

    product: str
    units: str
    form: str
    first: str
    last: str
    times: int
    most: int
    reach: int
    titles: tuple[str, ...]


_SCHOOLS = "mn-vi-du mn-hoa-giay th-mau-1 th-mau-2 thcs-minh-hoa thcs-tuong-tuong"
_PUPILS = "th-mau-1 th-mau-2 thcs-minh-hoa thcs-tuong-tuong"
_LAW = ("Những điểm mới của Luật Nhà giáo", "Hỏi đáp về Luật Nhà giáo", "Nhà giáo được hưởng những chính sách gì")
_FEES = ("Chính sách miễn, hỗ trợ học phí", "Hồ sơ, thủ tục hỗ trợ học phí", "Giải đáp thắc mắc về học phí")
_READING = ("Ngày hội đọc sách của {}", "Mỗi tuần một cuốn sách", "Góc đọc sách mở của {}", "Thư viện xanh của {}")
# In the titles `{}` is the unit. What is left out is the story, too: nobody tells of drowning (phong-chong-duoi-nuoc),
# nobody of digital school records (hoc-ba-so) in quarter II, mn-hoa-giay of anything in quarter II,
# thcs-tuong-tuong of the writing contest; of quarter IV some is still to come.
_STORY = (
    Told("luat-nha-giao", "vhxh", "tin-bai", "2026-01-20", "2026-03-13", 4, 3, 900, _LAW),
    Told("luat-nha-giao", "vhxh", "tin-bai", "2026-03-16", "2026-06-12", 3, 2, 800, _LAW),
    Told("luat-nha-giao", "vhxh", "tin-bai", "2026-06-15", "2026-09-11", 2, 2, 700, _LAW),
    Told("luat-nha-giao", "vhxh", "tin-bai", "2026-09-15", "2026-11-30", 3, 3, 950, _LAW),
    Told("luat-nha-giao", "vp", "tin-bai", "2026-01-21", "2026-03-13", 1, 2, 400, _LAW[1:]),
    Told("luat-nha-giao", "vp", "tin-bai", "2026-03-16", "2026-06-12", 1, 2, 400, _LAW[2:]),
    Told("luat-nha-giao", "vp", "tin-bai", "2026-06-15", "2026-09-11", 1, 1, 350, _LAW),
    Told("luat-nha-giao", "vp", "tin-bai", "2026-09-15", "2026-11-27", 1, 2, 420, _LAW),
    Told("ho-tro-hoc-phi", "vhxh", "tin-bai", "2026-01-26", "2026-03-13", 1, 2, 1200, _FEES),
    Told("ho-tro-hoc-phi", "vhxh", "tin-bai", "2026-03-16", "2026-06-12", 1, 2, 1100, _FEES[1:]),
    Told("ho-tro-hoc-phi", "vhxh", "tin-bai", "2026-08-03", "2026-09-11", 2, 3, 1500, _FEES),
    Told("ho-tro-hoc-phi", "vhxh", "tin-bai", "2026-09-16", "2026-11-20", 1, 2, 900, _FEES[2:]),
    Told("ho-tro-hoc-phi", "vp", "video", "2026-02-02", "2026-03-13", 1, 1, 500, _FEES[1:]),
    Told("ho-tro-hoc-phi", "vp", "tin-bai", "2026-03-16", "2026-06-12", 1, 1, 450, _FEES),
    Told("ho-tro-hoc-phi", "vp", "tin-bai", "2026-08-03", "2026-09-11", 1, 2, 600, _FEES[2:]),
    Told("hoc-ba-so", "vhxh vp", "tin-bai", "2026-02-23", "2026-03-13", 1, 2, 640, ("Học bạ số: lợi ích và lộ trình",)),
    Told("hoc-ba-so", "vhxh vp", "video", "2026-07-06", "2026-07-31", 1, 1, 1300,
         ("Hướng dẫn phụ huynh tra cứu học bạ số",)),
    Told("hoc-ba-so", "vhxh", "tin-bai", "2026-07-13", "2026-09-11", 1, 2, 760, ("Hỏi đáp nhanh về học bạ số",)),
    Told("hoc-ba-so", "vhxh vp", "tin-bai", "2026-10-05", "2026-11-20", 1, 2, 580, ("Học bạ số trong năm học mới",)),
    Told("huong-dan-tuyen-sinh", "ttvh", "phat-thanh", "2026-04-06", "2026-06-12", 4, 12, 0,
         ("Bản tin hướng dẫn tuyển sinh đầu cấp",)),
    Told("huong-dan-tuyen-sinh", "ttvh", "phat-thanh", "2026-06-15", "2026-07-24", 2, 12, 0,
         ("Các bước đăng ký tuyển sinh trực tuyến",)),
    Told("huong-dan-tuyen-sinh", _PUPILS, "hoi-nghi", "2026-05-04", "2026-06-12", 1, 1, 240,
         ("Hội nghị phụ huynh: đăng ký tuyển sinh trực tuyến",)),
    Told("huong-dan-tuyen-sinh", "th-mau-1 th-mau-2", "bai-truong", "2026-05-04", "2026-06-12", 1, 2, 520,
         ("{} hướng dẫn tuyển sinh lớp 1",)),
    Told("huong-dan-tuyen-sinh", _PUPILS, "to-roi", "2026-06-15", "2026-07-03", 1, 2, 300,
         ("Năm bước đăng ký tuyển sinh trực tuyến",)),
    Told("lich-tuyen-sinh", "ttvh", "phat-thanh", "2026-05-18", "2026-06-12", 3, 10, 0,
         ("Thông báo lịch tuyển sinh các cấp học",)),
    Told("lich-tuyen-sinh", "ttvh", "phat-thanh", "2026-06-22", "2026-07-31", 1, 8, 0,
         ("Thông báo kết quả tuyển sinh",)),
    Told("lich-tuyen-sinh", _PUPILS, "bai-truong", "2026-05-18", "2026-06-12", 1, 1, 650,
         ("{} thông báo chỉ tiêu và lịch tuyển sinh",)),
    Told("lich-tuyen-sinh", _PUPILS, "bai-truong", "2026-07-06", "2026-07-31", 1, 1, 700,
         ("{} công bố kết quả tuyển sinh",)),
    Told("ngay-hoi-doc-sach", _SCHOOLS, "bai-truong", "2026-02-02", "2026-03-13", 1, 2, 260, _READING),
    Told("ngay-hoi-doc-sach", "mn-vi-du " + _PUPILS, "bai-truong", "2026-04-13", "2026-05-29", 2, 2, 420, _READING),
    Told("ngay-hoi-doc-sach", "th-mau-1 thcs-minh-hoa", "cuoc-thi", "2026-04-20", "2026-04-24", 1, 1, 320,
         ("Thi kể chuyện theo sách", "Thi giới thiệu sách")),
    Told("ngay-hoi-doc-sach", "th-mau-1 thcs-tuong-tuong", "video", "2026-05-04", "2026-05-29", 1, 1, 640,
         ("Một giờ ra chơi ở thư viện",)),
    Told("ngay-hoi-doc-sach", _SCHOOLS, "bai-truong", "2026-08-24", "2026-09-11", 1, 2, 300, _READING[1:]),
    Told("ngay-hoi-doc-sach", "mn-vi-du th-mau-1 thcs-minh-hoa thcs-tuong-tuong", "bai-truong", "2026-10-05",
         "2026-11-13", 1, 3, 340, _READING),
    Told("an-toan-giao-thong", _SCHOOLS, "pa-no", "2026-03-02", "2026-03-12", 1, 4, 0, ("Cổng trường an toàn",)),
    Told("an-toan-giao-thong", "ttvh", "phat-thanh", "2026-03-02", "2026-03-31", 4, 9, 0,
         ("Bản tin an toàn giao thông khu vực cổng trường",)),
    Told("tin-khai-giang", _SCHOOLS, "bai-truong", "2026-09-05", "2026-09-05", 1, 1, 900,
         ("{} khai giảng năm học 2026-2027",)),
    Told("tin-khai-giang", "vhxh", "tin-bai", "2026-09-05", "2026-09-05", 2, 4, 2600,
         ("Các trường đồng loạt khai giảng năm học mới", "Lãnh đạo phường dự lễ khai giảng tại các trường")),
    Told("video-khai-giang", "vhxh " + _SCHOOLS, "video", "2026-08-24", "2026-09-11", 1, 1, 1100,
         ("Sẵn sàng cho năm học mới", "{}: ngày đầu tựu trường")),
    Told("le-phat-dong", "vhxh", "tin-bai", "2026-01-22", "2026-01-30", 1, 2, 700,
         ("Phát động phong trào thi đua dạy tốt, học tốt",)),
    Told("le-phat-dong", "mttq", "hoi-nghi", "2026-01-22", "2026-01-30", 1, 1, 160,
         ("Hội nghị hưởng ứng phong trào thi đua dạy tốt, học tốt",)),
    Told("quyen-gop-sach", "vhxh", "tin-bai", "2026-02-24", "2026-03-12", 1, 2, 480,
         ("Trao một cuốn sách, gửi vạn niềm vui",)),
    Told("quyen-gop-sach", "mttq", "to-roi", "2026-02-24", "2026-03-12", 1, 1, 400,
         ("Thư ngỏ quyên góp sách cho thư viện trường học",)),
    Told("quy-khuyen-hoc", "vhxh", "tin-bai", "2026-02-02", "2026-03-12", 1, 1, 390,
         ("Khuyến học từ mỗi gia đình",)),
    Told("toa-dam-20-11", "vhxh mttq " + _PUPILS, "hoi-nghi", "2026-11-12", "2026-11-19", 1, 1, 180,
         ("Tọa đàm kỷ niệm Ngày Nhà giáo Việt Nam",)),
    Told("cuoc-thi-viet-thay-co", "vhxh mttq th-mau-1 th-mau-2 thcs-minh-hoa", "cuoc-thi", "2026-11-02", "2026-11-17",
         1, 1, 260, ("Cuộc thi viết về thầy cô và mái trường",)),
    Told("guong-nha-giao", "vhxh mttq", "tin-bai", "2026-10-19", "2026-11-18", 1, 2, 950,
         ("Người thầy giữ lửa phong trào đọc sách", "Cô giáo Minh Họa và lớp học hạnh phúc")),
    Told("guong-nha-giao", _PUPILS, "bai-truong", "2026-10-26", "2026-11-18", 1, 2, 480,
         ("Thầy cô của em", "Người lái đò thầm lặng", "Lớp học không khoảng cách")),
)  # fmt: skip
# What cannot be counted: product, unit, day, note.
_NOTES = (
    ("luat-nha-giao", "vhxh", "2026-02-10", "Cấp tài liệu hỏi đáp Luật Nhà giáo cho 6 trường"),
    ("quy-khuyen-hoc", "mttq", "2026-03-05", "Vận động các hộ kinh doanh ủng hộ Quỹ Khuyến học"),
    ("lich-tuyen-sinh", "vhxh", "2026-05-12", "Họp thống nhất thông điệp, lịch truyền thông tuyển sinh đầu cấp"),
    ("ngay-hoi-doc-sach", "th-mau-2", "2026-09-08", "Mở cửa thư viện cho phụ huynh vào chiều thứ Ba"),
)


def write_example(root: Path) -> None:
    """Write the year's entries below the example workspace `root`, quarters I and II packed."""
    shutil.rmtree(root / FOLDER, ignore_errors=True)
    workspace = load(WorkingTree(root)).workspace
    for number, said in enumerate(_said(workspace)):
        pick = random.Random(f"{number} {said.row.product.id} {said.unit.id}")  # noqa: S311 - a name, not a secret
        name = "".join(_LETTERS[_below(pick, len(_LETTERS))] for _ in range(8))
        entry = draft(said, workspace, TODAY, name=name)
        write_new(root / entry.path, entry.text.encode())
    for first in (date(2026, 1, 1), date(2026, 4, 1)):
        loaded = load(WorkingTree(root), progress=True)
        texts = {file.path: (root / file.path).read_text(encoding="utf-8") for file in loaded.progress.files}
        for bundle in plan_packing(loaded.progress, quarter_folder(first), texts.__getitem__).bundles:
            write_new(root / bundle.path, bundle.text.encode())
            for old in bundle.old:
                remove(root / old)


def _said(workspace: Workspace) -> Iterator[Said]:
    units, forms = workspace.units or Units(), workspace.plan.forms if workspace.plan else ()
    for told in _STORY:
        row, form = find_row(workspace, told.product), find_form(forms, told.form)
        # A seed for each line of the story: a line that is changed leaves the days and numbers of the others.
        pick = random.Random(" ".join(map(str, told)))  # noqa: S311 - a story, not a secret
        for place, unit in enumerate(find_unit(units, name) for name in told.units.split()):
            for day, turn in zip(_days(pick, told), range(told.times), strict=True):
                link = f"https://vi-du.example/{unit.id}/{told.product}-{told.form}-{day:%Y%m%d}-{turn + 1}"
                title = told.titles[(place + turn) % len(told.titles)].replace("{}", unit.name.value)
                quantity = 1 + _below(pick, told.most)
                reach = told.reach // 4 + _below(pick, told.reach - told.reach // 4) if told.reach else None
                links = (link,) if told.form in _LINKED else ()
                yield Said(row, unit, day, form, quantity, reach, title, links)
    for product, name, day_, note in _NOTES:
        yield Said(find_row(workspace, product), find_unit(units, name), date.fromisoformat(day_), note=note)


def _days(pick: random.Random, told: Told) -> list[date]:
    first, last = date.fromisoformat(told.first), date.fromisoformat(told.last)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    # The school year begins on a Saturday, 5 September: a single day is meant as it stands.
    working = [day for day in days if len(days) == 1 or (day.weekday() < _SATURDAY and day not in _HOLIDAYS)]
    return sorted(working[_below(pick, len(working))] for _ in range(told.times))


def _below(pick: random.Random, count: int) -> int:
    """Return a number from 0; only random() is promised to be the same in every version of Python."""
    return int(pick.random() * count)


if __name__ == "__main__":
    write_example(EXAMPLE)
