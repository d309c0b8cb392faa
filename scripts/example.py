"""Writes the progress entries of examples/phuong-mau: a made-up year, the same on every run.

`python scripts/example.py` writes them anew; a test fails when they are out of date.
"""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.loading.workspace import load
from kehoach_cli.model.entries import FOLDER, quarter_folder
from kehoach_cli.model.lookup import find_form, find_row, find_unit
from kehoach_cli.model.units import Units
from kehoach_cli.recording.draft import Said, draft
from kehoach_cli.recording.pack import plan_packing
from kehoach_cli.source.tree import WorkingTree
from kehoach_cli.storage import remove, write_new

if TYPE_CHECKING:
    from kehoach_cli.model.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parent.parent / "examples/phuong-mau"
TODAY = date(2026, 11, 30)
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
# Product, units, form, first and last day, how many, greatest quantity, greatest reach, titles.
_STORY: tuple[tuple[str, str, str, str, str, int, int, int, tuple[str, ...]], ...] = (
    ("luat-nha-giao", "vhxh", "tin-bai", "2026-01-20", "2026-11-25", 9, 3, 900,
     ("Những điểm mới của Luật Nhà giáo", "Hỏi đáp về Luật Nhà giáo", "Nhà giáo được hưởng chính sách gì")),
    ("luat-nha-giao", "th-mau-1 th-mau-2 thcs-minh-hoa", "bai-truong", "2026-02-02", "2026-11-20", 9, 2, 350,
     ("Sinh hoạt chuyên đề Luật Nhà giáo", "Thầy cô tìm hiểu Luật Nhà giáo")),
    ("ho-tro-hoc-phi", "vhxh", "tin-bai", "2026-01-25", "2026-11-20", 8, 2, 1500,
     ("Chính sách miễn, hỗ trợ học phí", "Hồ sơ hỗ trợ học phí gồm những gì")),
    ("ho-tro-hoc-phi", "mn-vi-du", "bai-truong", "2026-01-28", "2026-11-20", 6, 2, 260,
     ("Thông tin hỗ trợ học phí cho trẻ mầm non",)),
    ("huong-dan-tuyen-sinh", "ttvh", "phat-thanh", "2026-04-01", "2026-06-12", 8, 12, 0,
     ("Bản tin tuyển sinh đầu cấp",)),
    ("huong-dan-tuyen-sinh", "th-mau-1 thcs-minh-hoa", "hoi-nghi", "2026-04-10", "2026-06-10", 4, 1, 240,
     ("Hội nghị phụ huynh: đăng ký tuyển sinh trực tuyến",)),
    ("huong-dan-tuyen-sinh", "th-mau-1 th-mau-2 thcs-minh-hoa", "to-roi", "2026-06-20", "2026-08-20", 5, 300, 0,
     ("Tờ rơi hướng dẫn đăng ký tuyển sinh",)),
    ("lich-tuyen-sinh", "ttvh", "phat-thanh", "2026-05-05", "2026-08-10", 7, 8, 0, ("Thông báo lịch tuyển sinh",)),
    ("ngay-hoi-doc-sach", "th-mau-1", "cuoc-thi", "2026-04-15", "2026-04-25", 2, 1, 320,
     ("Thi kể chuyện theo sách", "Thi giới thiệu sách")),
    ("ngay-hoi-doc-sach", "mn-vi-du th-mau-1 th-mau-2 thcs-minh-hoa", "bai-truong", "2026-02-20", "2026-11-15", 14, 2,
     420, ("Ngày hội đọc sách", "Góc đọc sách của lớp em", "Mỗi tuần một cuốn sách")),
    ("thu-vien-than-thien", "th-mau-2 thcs-minh-hoa", "bai-truong", "2026-03-16", "2026-11-10", 9, 2, 180,
     ("Thư viện xanh giữa sân trường", "Thư viện lưu động đến từng lớp")),
    ("an-toan-giao-thong", "mn-vi-du mn-hoa-giay th-mau-1 th-mau-2", "pa-no", "2026-03-02", "2026-03-12", 4, 3, 0,
     ("Băng rôn cổng trường an toàn",)),
    ("an-toan-giao-thong", "ttvh", "phat-thanh", "2026-03-01", "2026-03-12", 3, 6, 0,
     ("Bản tin an toàn giao thông cổng trường",)),
    ("tin-khai-giang", "vhxh", "tin-bai", "2026-09-04", "2026-09-08", 3, 4, 2600,
     ("Các trường tưng bừng khai giảng", "Lễ khai giảng năm học 2026-2027")),
    ("tin-khai-giang", "mn-vi-du th-mau-1 th-mau-2 thcs-minh-hoa", "bai-truong", "2026-09-05", "2026-09-07", 4, 2, 700,
     ("Lễ khai giảng của trường",)),
    ("guong-nha-giao", "vhxh", "tin-bai", "2026-04-20", "2026-06-05", 4, 1, 800,
     ("Cô giáo Ví Dụ và lớp học hạnh phúc", "Người thầy giữ lửa phong trào đọc sách")),
    ("guong-nha-giao", "vhxh", "tin-bai", "2026-10-20", "2026-11-18", 4, 2, 950, ("Tấm gương nhà giáo tiêu biểu",)),
    ("guong-hoc-sinh", "vhxh", "tin-bai", "2026-10-05", "2026-11-10", 2, 1, 600, ("Vượt khó học giỏi",)),
    ("toa-dam-20-11", "vhxh thcs-minh-hoa", "hoi-nghi", "2026-11-12", "2026-11-19", 3, 1, 180,
     ("Tọa đàm kỷ niệm Ngày Nhà giáo Việt Nam",)),
    ("cuoc-thi-viet-thay-co", "th-mau-1 th-mau-2 thcs-minh-hoa", "cuoc-thi", "2026-11-03", "2026-11-14", 3, 1, 260,
     ("Cuộc thi viết về thầy cô và mái trường",)),
)  # fmt: skip
# What cannot be counted: product, unit, day, note.
_NOTES = (
    ("luat-nha-giao", "vhxh", "2026-02-10", "Cấp tài liệu hỏi đáp Luật Nhà giáo cho các trường"),
    ("lich-tuyen-sinh", "vhxh", "2026-05-20", "Họp thống nhất lịch tuyển sinh với các trường"),
    ("thu-vien-than-thien", "vhxh", "2026-08-18", "Khảo sát mô hình thư viện tại hai trường"),
)


def write_example(root: Path) -> None:
    """Write the year's entries below the example workspace `root`, quarters I and II packed."""
    shutil.rmtree(root / FOLDER, ignore_errors=True)
    workspace = load(WorkingTree(root)).workspace
    pick = random.Random(2026)  # noqa: S311 - a story, not a secret
    for said in _said(workspace, pick):
        name = "".join(pick.choices(_LETTERS, k=8))
        entry = draft(said, workspace, TODAY, name=name)
        write_new(root / entry.path, entry.text.encode())
    for first in (date(2026, 1, 1), date(2026, 4, 1)):
        loaded = load(WorkingTree(root), progress=True)
        texts = {file.path: (root / file.path).read_text(encoding="utf-8") for file in loaded.progress.files}
        for bundle in plan_packing(loaded.progress, quarter_folder(first), texts.__getitem__).bundles:
            write_new(root / bundle.path, bundle.text.encode())
            for old in bundle.old:
                remove(root / old)


def _said(workspace: Workspace, pick: random.Random) -> list[Said]:
    units, forms = workspace.units or Units(), workspace.plan.forms if workspace.plan else ()
    found = []
    for product, names, form, first, last, count, quantity, reach, titles in _STORY:
        row, kind = find_row(workspace, product), find_form(forms, form)
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        for number in range(count):
            unit = find_unit(units, names.split()[number % len(names.split())])
            day = start + timedelta(days=pick.randrange((end - start).days + 1))
            link = f"https://vi-du.example/{unit.id}/{day:%Y%m%d}-{number + 1}"
            found.append(
                Said(
                    row,
                    unit,
                    day,
                    kind,
                    pick.randrange(1, quantity + 1),
                    pick.randrange(reach // 4, reach) if reach else None,
                    pick.choice(titles),
                    (link,) if form in {"tin-bai", "bai-truong"} else (),
                )
            )
    for product, name, day_, note in _NOTES:
        found.append(Said(find_row(workspace, product), find_unit(units, name), date.fromisoformat(day_), note=note))
    return found


if __name__ == "__main__":
    write_example(EXAMPLE)
