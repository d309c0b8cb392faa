"""`kehoach record`: one new file, whole or not at all, with what was said and nothing else."""

from __future__ import annotations

import errno
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli import storage
from kehoach_cli.cli import days
from kehoach_cli.cli.run import run
from kehoach_cli.errors import RefusalError
from tests.edit import replace
from tests.progress import with_forms

if TYPE_CHECKING:
    from tests.conftest import Kehoach

PRODUCT = ("I.1.1", "--unit", "vhxh", "--form", "tin-bai", "--quantity", "2")
NAME = re.compile(r"progress/2026/Q2/20260415-vhxh-tin-chinh-sach-[a-z2-7]{8}\.yaml")


@pytest.fixture
def root(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small workspace with forms, on 1 May 2026."""
    monkeypatch.setattr(days, "date", type("Day", (date,), {"today": classmethod(lambda _: date(2026, 5, 1))}))
    return with_forms(small)


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def listed(kehoach: Kehoach, root: Path) -> list[dict[str, object]]:
    result = kehoach("-C", root, "entries", "--format", "json")
    assert result.code == 0, result.out
    entries = json.loads(result.out)["entries"]
    assert isinstance(entries, list)
    return entries


def test_one_entry_is_one_new_file_where_it_belongs(kehoach: Kehoach, root: Path) -> None:
    before = files(root)
    result = kehoach(
        "-C", root, "record", *PRODUCT, "--date", "15/4/2026", "--reach", "1200", "-t", "Ngày hội: đọc #1",
        "--link", "https://vi-du.example/a?b=1", "--link", "https://vi-du.example/2", "--note", "- đã đăng",
    )  # fmt: skip
    assert (result.code, result.out) == (0, "")
    (new,) = set(files(root)) - set(before)
    assert NAME.fullmatch(new)
    assert f"Đã ghi {new}" in result.err
    (entry,) = listed(kehoach, root)
    assert entry["id"] == new[-13:-5]
    assert {key: value for key, value in entry.items() if key not in {"id", "links", "file", "line"}} == {
        "date": "2026-04-15", "position": "I.1.1", "product": "tin-chinh-sach", "unit": "vhxh", "form": "tin-bai",
        "quantity": 2, "reach": 1200, "title": "Ngày hội: đọc #1", "note": "- đã đăng",
    }  # fmt: skip
    assert entry["links"] == ["https://vi-du.example/a?b=1", "https://vi-du.example/2"]
    assert kehoach("-C", root, "check", "--strict").code == 0


@pytest.mark.parametrize(
    ("product", "unit", "day", "written"),
    [
        ("1.1.1", "phong vhxh", "2026-04-15", "2026-04-15"),
        ("tin-chinh-sach", "Phòng Văn hóa - Xã hội", "hôm nay", "2026-05-01"),
        ("i.1.1", "VHXH", "hom qua", "2026-04-30"),
    ],
)
def test_names_positions_and_days_as_people_write_them(
    kehoach: Kehoach, root: Path, product: str, unit: str, day: str, written: str
) -> None:
    words = ("record", product, "-u", unit, "-f", "Tin, bài", "-n", "1", "-d", day)
    assert kehoach("-C", root, *words).code == 0
    (entry,) = listed(kehoach, root)
    assert (entry["product"], entry["unit"], entry["date"]) == ("tin-chinh-sach", "vhxh", written)


def test_a_dry_run_shows_the_file_and_writes_nothing(kehoach: Kehoach, root: Path) -> None:
    before = files(root)
    result = kehoach("-C", root, "record", *PRODUCT, "-d", "15/4/2026", "--dry-run")
    assert result.code == 0
    assert NAME.search(result.out.split("\n")[0])
    assert "\nquantity: 2\n" in result.out
    assert files(root) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-n", "-1", "-f", "tin-bai"], ["số lượng -1 không thể có"]),
        (["-n", "0", "-f", "tin-bai"], ["số lượng 0 không thể có"]),
        (["--reach", "-5"], ["lượt tiếp cận -5 không thể có"]),
        (["-n", "3"], ["có số lượng mà không nói là của loại sản phẩm nào", "thêm --form"]),
        (["-f", "tin-bai"], ["chưa nói bao nhiêu tin bài", "thêm --quantity"]),
        ([], ["chưa nói đã làm gì", "--title hoặc --note"]),
        (["-t", " ", "--link", ""], ["chưa nói đã làm gì"]),
        (["-d", "2/5/2026"], ["còn ở tương lai", "--force"]),
        (["-d", "31/12/2025"], ["nằm ngoài năm 2026", "--force"]),
        (["-d", "30/2/2026"], ["không có ngày `30/2/2026`"]),
        (["-f", "tin-baii", "-n", "1"], ["không có loại sản phẩm `tin-baii`", "có phải `tin-bai` ("]),
        (["-n", "-1", "-d", "1/1/2027"], ["số lượng -1", "không nói là của loại", "tương lai", "nằm ngoài năm"]),
        (["-t", "a\u200bb"], ["ký tự ẩn"]),
    ],
)
def test_what_is_impossible_is_refused_in_one_go_and_nothing_is_written(
    kehoach: Kehoach, root: Path, words: list[str], said: list[str]
) -> None:
    before = files(root)
    result = kehoach("-C", root, "record", "I.1.1", "-u", "vhxh", *words)
    assert (result.code, result.out) == (2, "")
    assert not [text for text in said if text not in result.err]
    assert files(root) == before


@pytest.mark.parametrize(
    ("product", "said"),
    [
        ("I.1", "là nội dung, không phải sản phẩm"),
        ("I", "là nhóm, không phải sản phẩm"),
        ("vhxh", "là đơn vị, không phải sản phẩm"),
        ("I.9.9", "không có `I.9.9` trong kế hoạch"),
        ("tin-chinh-sac", "có phải `tin-chinh-sach` ("),
    ],
)
def test_what_is_no_product_is_told_what_it_is(kehoach: Kehoach, root: Path, product: str, said: str) -> None:
    result = kehoach("-C", root, "record", product, "-u", "vhxh")
    assert (result.code, said in result.err) == (2, True)


def test_force_lets_a_day_through_and_check_only_warns(kehoach: Kehoach, root: Path) -> None:
    assert kehoach("-C", root, "record", *PRODUCT, "-d", "20/12/2025", "--force").code == 0
    assert kehoach("-C", root, "record", *PRODUCT, "-d", "20/6/2026", "--force").code == 0
    result = kehoach("-C", root, "check")
    assert (result.code, result.out.count("KH408")) == (0, 2)  # the finding and its "explain"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("II.1.1", "-u", "vhxh"), "không có `II.1.1`"),
        (("I.2.1", "-u", "vhxh"), "chỉ có trong kế hoạch quý IV"),
        (("I.2.1", "-u", "ubnd"), "UBND phường không có trong các đơn vị của nội dung I.2"),
    ],
)
def test_what_a_person_should_look_at_is_a_warning(
    kehoach: Kehoach, root: Path, words: tuple[str, ...], said: str
) -> None:
    result = kehoach("-C", root, "record", *words, "-d", "15/4/2026", "-t", "Họp nhóm")
    assert said in result.err


def test_a_school_may_do_what_its_class_is_to_do(kehoach: Kehoach, root: Path) -> None:
    result = kehoach("-C", root, "record", "I.1.1", "-u", "hoa-mau", "-f", "tin-bai", "-n", "1", "-d", "15/4/2026")
    assert (result.code, "cảnh báo" in result.err) == (0, False)


def test_nothing_is_asked_when_nobody_sits_there(kehoach: Kehoach, root: Path) -> None:
    result = kehoach("-C", root, "record")
    assert (result.code, result.out) == (2, "")
    assert "thiếu SẢN_PHẨM và --unit" in result.err


def test_a_plan_with_errors_is_not_recorded_for(kehoach: Kehoach, root: Path) -> None:
    replace(root / "topics/01-nhom.yaml", "lead: ubnd", "lead: ai-do")
    before = files(root)
    result = kehoach("-C", root, "record", *PRODUCT, "-d", "15/4/2026")
    assert (result.code, "KH203" in result.err, files(root)) == (1, True, before)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=st.text(max_size=30)
    | st.sampled_from(["no", "null", "~", "- a", "a: b", "#b", "'", '"', "{x}", "[y]", "0671"]),
    link=st.sampled_from(["https://a.b/c", "x # y", "không có giao thức", "a:b"]),
)
def test_any_text_comes_back_word_for_word_or_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], title: str, link: str
) -> None:
    before = files(root)
    code = run(["-C", str(root), "record", *PRODUCT, "-d", "15/4/2026", f"--title={title}", f"--link={link}"])
    new = set(files(root)) - set(before)
    assert code == (0 if new else 2)
    capsys.readouterr()
    run(["-C", str(root), "entries", "--format", "json"])
    entries = json.loads(capsys.readouterr().out)["entries"]
    for name in new:
        (entry,) = [entry for entry in entries if entry["file"] == name]
        assert (entry["title"] or "") == " ".join(unicodedata.normalize("NFC", title).split())
        assert entry["links"] == [link]
        (root / name).unlink()


# Crashes, many at once, merges.


def fail(number: int) -> object:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize(
    ("where", "name"), [(os, "fsync"), (tempfile, "NamedTemporaryFile"), (Path, "mkdir"), (Path, "chmod")]
)
def test_a_full_disk_leaves_nothing_behind(
    kehoach: Kehoach, root: Path, monkeypatch: pytest.MonkeyPatch, where: object, name: str
) -> None:
    before = files(root)
    monkeypatch.setattr(where, name, fail(errno.ENOSPC))
    result = kehoach("-C", root, "record", *PRODUCT, "-d", "15/4/2026")
    monkeypatch.undo()
    assert (result.code, "không ghi được" in result.err) == (2, True)
    assert files(root) == before


def test_a_disk_without_hard_links_is_written_to_all_the_same(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del root
    monkeypatch.setattr(Path, "hardlink_to", fail(errno.EPERM))
    storage.write_new(tmp_path / "a/b.yaml", b"1")
    assert (tmp_path / "a/b.yaml").read_bytes() == b"1"
    with pytest.raises(RefusalError, match="đã có tệp"):
        storage.write_new(tmp_path / "a/b.yaml", b"2")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.yaml"]


def test_a_taken_name_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"old")
    with pytest.raises(RefusalError, match="đã có tệp"):
        storage.write_new(tmp_path / "x.yaml", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def command(root: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "kehoach_cli", "-C", str(root), "record", *words]


@pytest.mark.slow
def test_fifty_processes_at_once_lose_nothing(kehoach: Kehoach, small: Path) -> None:
    with_forms(small)
    yesterday = date(2026, 1, 5)
    script = (
        "import sys; from kehoach_cli.cli.run import run\n"
        "for number in range(4):\n"
        "    assert run(sys.argv[1:] + ['--note', str(number)]) == 0\n"
    )
    words = ["-C", str(small), "record", *PRODUCT, "-d", f"{yesterday:%d/%m/%Y}"]
    with ThreadPoolExecutor(50) as pool:
        runs = list(pool.map(lambda _: subprocess.run([sys.executable, "-c", script, *words], check=False), range(50)))
    assert {done.returncode for done in runs} == {0}
    assert len([name for name in files(small) if name.startswith("progress/")]) == 200
    entries = listed(kehoach, small)
    assert (len(entries), sum(int(str(entry["quantity"])) for entry in entries)) == (200, 400)
    assert kehoach("-C", small, "check").code == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")
def test_a_kill_at_any_moment_leaves_a_clean_folder(kehoach: Kehoach, small: Path) -> None:
    with_forms(small)
    picks = random.Random(1)  # noqa: S311 - moments, not secrets
    started = time.perf_counter()
    subprocess.run(command(small, *PRODUCT, "-d", "5/1/2026"), check=True, capture_output=True)
    whole = time.perf_counter() - started
    for _ in range(24):
        process = subprocess.Popen(command(small, *PRODUCT, "-d", "5/1/2026"), stderr=subprocess.DEVNULL)
        time.sleep(whole * picks.uniform(0.6, 1.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
    result = kehoach("-C", small, "check")
    assert result.code == 0, result.out
    assert 1 <= len(listed(kehoach, small)) <= 25


def test_two_branches_that_record_for_one_product_merge_and_both_count(kehoach: Kehoach, small: Path) -> None:
    with_forms(small)

    def git(*words: str) -> None:
        identity = ["-c", "user.name=a", "-c", "user.email=a@vi-du.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *words], cwd=small, check=True, capture_output=True)

    git("init", "-q", "-b", "chinh")
    git("add", "-A")
    git("commit", "-qm", "1")
    for branch in ("mot", "hai"):
        git("checkout", "-q", "-b", branch, "chinh")
        assert kehoach("-C", small, "record", *PRODUCT, "-d", "5/1/2026").code == 0
        git("add", "-A")
        git("commit", "-qm", branch)
    git("merge", "-q", "--no-edit", "mot")
    assert len(listed(kehoach, small)) == 2
    old = json.loads(kehoach("-C", small, "entries", "--at", "mot", "--format", "json").out)
    assert len(old["entries"]) == 1
    assert kehoach("-C", small, "check").code == 0


# A person at a terminal.


def answer(root: Path, dialogue: list[tuple[str, str]]) -> str:
    """Sit at a terminal and answer each question as it comes; return all that was shown."""
    import pty  # noqa: PLC0415 - POSIX only

    main, end = pty.openpty()
    process = subprocess.Popen(
        command(root), stdin=end, stdout=end, stderr=end, env=os.environ | {"TERM": "dumb"}, close_fds=True
    )
    os.close(end)
    shown = b""
    deadline = time.monotonic() + 30
    for mark, typed in dialogue:
        seen = len(shown)
        while not re.search(rf"{mark}.*: ?$|tìm: ?$", shown[seen:].decode("utf-8", "ignore"), re.DOTALL):
            assert time.monotonic() < deadline, shown.decode()
            shown += os.read(main, 4096)
        os.write(main, f"{typed}\n".encode())
    while process.poll() is None:
        try:
            shown += os.read(main, 4096)
        except OSError:  # Linux says so when the other end is closed
            break
    assert process.wait(10) == 0, shown.decode()
    return shown.decode()


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is POSIX's")
def test_a_person_is_asked_for_what_is_missing(kehoach: Kehoach, small: Path) -> None:
    dialogue = [
        ("Sản phẩm", "bai viet"),
        ("Đơn vị", "truong mam non"),
        ("Ngày làm", "31/2/2026"),
        ("Ngày làm", "5/1/2026"),
        ("Loại", "hoi nghi"),
        ("Số lượng", "không"),
        ("Số lượng", "0"),
        ("Số lượng", "3"),
        ("Số lượt", "450"),
        ("Tiêu đề", ""),
        ("Đường dẫn", ""),
    ]
    text = answer(with_forms(small), dialogue)
    assert "không có ngày `31/2/2026`" in text
    assert "Số lượng (cuộc)" in text
    (entry,) = listed(kehoach, small)
    assert {k: entry[k] for k in ("product", "unit", "date", "form", "quantity", "reach", "title")} == {
        "product": "bai-chinh-sach", "unit": "hoa-mau", "date": "2026-01-05", "form": "hoi-nghi", "quantity": 3,
        "reach": 450, "title": None,
    }  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is POSIX's")
def test_a_person_must_say_what_was_done_where_nothing_is_counted(kehoach: Kehoach, small: Path) -> None:
    dialogue = [("Sản phẩm", "bai viet"), ("Đơn vị", "truong mam non"), ("Ngày làm", "5/1/2026"), ("Loại", "không")]
    answer(with_forms(small), [*dialogue, ("Tiêu đề", ""), ("Tiêu đề", "Họp nhóm"), ("Đường dẫn", "")])
    (entry,) = listed(kehoach, small)
    assert (entry["form"], entry["title"]) == (None, "Họp nhóm")
