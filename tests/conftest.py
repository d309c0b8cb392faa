"""A small workspace, the real one, and the door that a user takes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from kehoach_cli.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable

REPOSITORY = Path(__file__).resolve().parent.parent

SMALL_PLAN = """\
year: 2026
type: Kế hoạch
subject: Tuyên truyền về giáo dục phường Mẫu năm 2026
agency:
  unit: ubnd
  name:
    - ỦY BAN NHÂN DÂN
    - PHƯỜNG MẪU
  place: Mẫu
symbol: KH-UBND
date:
  month: 3
  year: 2026
bases:
  - Căn cứ Kế hoạch số 1/KH-SGDĐT ngày 13/02/2026 của Sở Giáo dục và Đào tạo
opening: Ủy ban nhân dân phường Mẫu xây dựng kế hoạch như sau
sections:
  - title: MỤC ĐÍCH
    items:
      - title: Mục đích
        paragraphs:
          - bullet: Cụ thể hóa kế hoạch của Sở.
      - title: Kênh
        paragraphs:
          - plain: Theo dõi thông tin tại
        insert: channels
  - title: TỔ CHỨC THỰC HIỆN
    insert: duties
channels:
  - id: cong
    text: Cổng thông tin điện tử phường Mẫu.
closing: Trên đây là kế hoạch của phường Mẫu
recipients:
  - Sở GDĐT
  - Các phòng, đơn vị, trường học
  - "Lưu: VT"
signature:
  authority:
    - TM. ỦY BAN NHÂN DÂN
    - CHỦ TỊCH
  name: Nguyễn Văn Mẫu
appendix:
  title: Tuyên truyền về giáo dục phường Mẫu năm 2026
  issued_by: UBND phường Mẫu
"""
SMALL_UNITS = """\
units:
  - id: vhxh
    name: Phòng Văn hóa - Xã hội
    kind: office
    aliases:
      - Phòng VHXH
    duties:
      - Chủ trì tham mưu.
  - id: ubnd
    name: UBND phường
    kind: agency
  - id: csgd
    name: Các cơ sở giáo dục
    kind: class
    aliases:
      - Các CSGD
    members: [mam-non]
  - id: mam-non
    name: Các cơ sở giáo dục mầm non
    kind: class
    members: [hoa-mau]
  - id: hoa-mau
    name: Trường Mầm non Hoa Mẫu
    kind: school
"""
SMALL_TOPICS = """\
title: Nhóm thứ nhất
topics:
  - id: chinh-sach
    title: Truyền thông chính sách
    lead: ubnd
    units: [vhxh, csgd]
    schedule: Quý I, II
    products:
      - id: tin-chinh-sach
        text: Tuyến thông tin về chính sách.
      - id: bai-chinh-sach
        text: Bài viết về chính sách.
  - id: mam-non-moi
    title: Giáo dục mầm non
    lead: vhxh
    units: [mam-non]
    schedule: Trước ngày 20/11
    products:
      - id: tin-mam-non
        text: Tuyến thông tin về mầm non.
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run left behind."""

    code: int
    out: str
    err: str


class Kehoach(Protocol):
    """Runs `kehoach` with these words."""

    def __call__(self, *words: str | Path) -> Result: ...


@pytest.fixture
def kehoach(capsys: pytest.CaptureFixture[str]) -> Kehoach:
    """The command line, in process."""

    def call(*words: str | Path) -> Result:
        capsys.readouterr()
        code = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture
def kehoach_process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """The command line as a process of its own, for what only a process shows."""

    def call(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "kehoach_cli", *map(str, words)]
        return subprocess.run(command, capture_output=True, check=False, env=os.environ | environment)

    return call


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small workspace with nothing to find, made-up names, in a folder of its own."""
    root = tmp_path / "so"
    (root / "topics").mkdir(parents=True)
    files = {"plan.yaml": SMALL_PLAN, "units.yaml": SMALL_UNITS, "topics/01-nhom.yaml": SMALL_TOPICS}
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    return root


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real workspace that a test may spoil."""
    root = tmp_path / "phuc-loi"
    root.mkdir()
    for name in ("plan.yaml", "units.yaml"):
        shutil.copy(REPOSITORY / name, root)
    for name in ("topics", "templates"):
        shutil.copytree(REPOSITORY / name, root / name)
    return root
