"""The words of the plan are judged in a process beside: what is said is the same, whatever becomes of that process."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.cli import beside
from kehoach_cli.cli.beside import Beside
from tests.conftest import REPOSITORY
from tests.edit import replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here: nothing is done beside")
# What is asked for where one processor is to be had: nothing is done beside.
_ALONE = """
from kehoach_cli.cli import beside
beside._processors = lambda: 1
from kehoach_cli.__main__ import main
main()
"""


def _alone(root: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", _ALONE, "-C", str(root), "check"]
    return subprocess.run(command, capture_output=True, check=False)


def test_the_real_plan_is_judged_alike_beside_and_alone(
    kehoach_process: Callable[..., subprocess.CompletedProcess[bytes]],
) -> None:
    together, alone = kehoach_process("-C", REPOSITORY, "check"), _alone(REPOSITORY)
    assert together.stdout.count(b"KH5") > 40
    assert (together.stdout, together.returncode, together.stderr) == (alone.stdout, alone.returncode, alone.stderr)


def test_the_titles_of_entries_are_judged_alike_beside_and_alone(
    tmp_path: Path, kehoach_process: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    ward = shutil.copytree(REPOSITORY / "examples/phuong-mau", tmp_path / "ward")
    for file in sorted((ward / "progress").rglob("*.yaml"))[::7]:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("title: ", "title: Hổ trợ học sinh; ", 1), encoding="utf-8", newline="\n")
    together, alone = kehoach_process("-C", ward, "check"), _alone(ward)
    assert together.stdout.count(b"KH503]") > 5
    assert together.stdout == alone.stdout


def test_a_plan_whose_year_is_read_otherwise_is_judged_anew(
    small: Path, kehoach_process: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    # The rest of the plan tells that the year of its date is wrong; when the judges beside began nobody knew.
    replace(small / "plan.yaml", "  year: 2026\n", "  year: 2027\n")
    replace(small / "topics/01-nhom.yaml", "Bài viết", "Bài bài viêt")
    together, alone = kehoach_process("-C", small, "check"), _alone(small)
    assert b"KH304" in together.stdout
    assert b"KH503" in together.stdout
    assert together.stdout == alone.stdout


def test_of_two_compounds_as_near_the_same_is_offered_in_every_run(
    small: Path, kehoach_process: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    # Python's sets have another order in each process: nông nghiệp or công nghiệp, mua sắm or may sắm.
    replace(small / "topics/01-nhom.yaml", "Bài viết", "Hội ông dân, ông nghiệp, ma sắm, ặt hàng, bài viết")
    outs = {kehoach_process("-C", small, "check", PYTHONHASHSEED=str(seed)).stdout for seed in range(6)}
    assert len(outs) == 1
    assert outs.pop().count(b"KH503") > 1


@pytest.fixture
def _copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let work be done beside, though the tests' own workers have threads and may have one processor."""
    monkeypatch.setattr(beside, "can_work_beside", lambda: True)


@needs_fork
@pytest.mark.usefixtures("_copied")
def test_the_work_is_done_in_another_process() -> None:
    work: Beside[str, str, tuple[str, int]] = Beside(lambda value, more: (value + more(), os.getpid()))
    work.begin("chữ")
    work.add(" nghĩa")
    value, process = work.result()
    assert value == "chữ nghĩa"
    assert process != os.getpid()


@needs_fork
@pytest.mark.usefixtures("_copied")
@pytest.mark.parametrize("when", ["before it is told more", "behind it"])
@pytest.mark.parametrize("end", ["raises", "is killed", "leaves what is no plain value", "ends without a word"])
def test_what_the_other_process_cannot_do_is_done_here(end: str, when: str, capfd: pytest.CaptureFixture[str]) -> None:
    here = os.getpid()

    def work(value: int, more: Callable[[], list[int]]) -> object:
        if os.getpid() == here:
            return value + len(more())
        if when == "behind it":
            more()
        if end == "raises":
            raise ValueError
        if end == "is killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if end == "ends without a word":
            os._exit(0)
        return object()

    beside_us: Beside[int, list[int], object] = Beside(work)
    beside_us.begin(1)
    beside_us.add([0] * 100_000)  # more than a pipe holds
    assert beside_us.result() == 100_001
    assert capfd.readouterr() == ("", "")


@needs_fork
@pytest.mark.usefixtures("_copied")
def test_where_no_more_processes_may_be_made_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    work: Beside[int, int, int] = Beside(lambda value, more: value + more())
    work.begin(1)
    work.add(2)
    assert work.result() == 3


@needs_fork
@pytest.mark.usefixtures("_copied")
def test_more_than_a_pipe_holds_comes_through_both_ways() -> None:
    work: Beside[int, list[str], list[str]] = Beside(lambda count, more: more() * count)
    work.begin(2)
    work.add(["chữ" * 100] * 5_000)
    assert work.result() == ["chữ" * 100] * 10_000
