"""The hook of pre-commit in a real git repository: a fault is stopped, a sound plan passes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY, SMALL_PLAN, SMALL_TOPICS, SMALL_UNITS
from tests.edit import replace

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = "ke-hoach/topics/01-nhom.yaml"
OFFLINE = ("Could not find a version", "NewConnectionError", "Temporary failure", "No matching distribution")
SHIPPED = ("src", "templates", "rules", ".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE")


def git(folder: Path, *words: str) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        ["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True, env=environment
    ).stdout.strip()


def repository(folder: Path) -> str:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "1")
    return git(folder, "rev-parse", "HEAD")


def pre_commit(folder: Path) -> tuple[int, str]:
    git(folder, "add", "-A")
    result = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--color=never"],
        cwd=folder,
        env=os.environ | {"PRE_COMMIT_HOME": str(folder.parent / "cache"), "GITHUB_ACTIONS": ""},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    return result.returncode, result.stdout + result.stderr


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A repository with a plan in one of its folders, beside other files."""
    root = tmp_path / "phuong"
    (root / "ke-hoach/topics").mkdir(parents=True)
    (root / "ghi-chu.txt").write_text("x\n", encoding="utf-8")
    for name, text in {"plan.yaml": SMALL_PLAN, "units.yaml": SMALL_UNITS, "topics/01-nhom.yaml": SMALL_TOPICS}.items():
        (root / "ke-hoach" / name).write_text(text, encoding="utf-8", newline="\n")
    return root


def judged(root: Path) -> None:
    """Hold the hook to what it promises: it stops the fault, passes the mended plan, and skips other files."""
    repository(root)
    replace(root / TOPICS, "lead: ubnd", "lead: ubdn")
    code, said = pre_commit(root)
    if any(sign in said for sign in OFFLINE):
        pytest.skip("no package index to install the hook from")
    assert code == 1, said
    assert "topics/01-nhom.yaml:5:11: lỗi[KH203] đơn vị `ubdn` không có trong units.yaml" in said
    assert "gợi ý: có phải `ubnd` (UBND phường)?" in said
    replace(root / TOPICS, "lead: ubdn", "lead: vhxh")
    code, said = pre_commit(root)
    assert (code, "Passed" in said) == (0, True), said
    git(root, "commit", "-qm", "2")
    (root / "ghi-chu.txt").write_text("y\n", encoding="utf-8")
    code, said = pre_commit(root)
    assert (code, "Skipped" in said) == (0, True), said


def test_the_installed_kehoach_as_a_local_hook(office: Path) -> None:
    (office / ".pre-commit-config.yaml").write_text(
        "repos:\n  - repo: local\n    hooks:\n      - id: kehoach-check\n        name: kehoach check\n"
        f'        entry: "{sys.executable} -m kehoach_cli -C ke-hoach check"\n        language: system\n'
        "        files: ^(.*/)?(plan\\.yaml|units\\.yaml|(topics|progress|reports|issued)/.*)$\n"
        "        pass_filenames: false\n",
        encoding="utf-8",
    )
    judged(office)


@pytest.mark.slow
def test_the_hook_as_this_repository_offers_it(office: Path, tmp_path: Path) -> None:
    project = tmp_path / "kehoach"
    project.mkdir()
    for name in SHIPPED:
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        copy(REPOSITORY / name, project / name)
    revision = repository(project)
    (office / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: '{project.as_posix()}'\n    rev: {revision}\n    hooks:\n"
        "      - id: kehoach-check\n        entry: kehoach -C ke-hoach check\n",
        encoding="utf-8",
    )
    judged(office)
