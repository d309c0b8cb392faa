"""Reading a git revision: the same plan as in the tree of that commit, and git is left alone."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.edit import replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine")


def git(root: Path, *words: str | Path) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "protocol.file.allow=always"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *identity, *words], cwd=root, check=True, capture_output=True, env=environment, encoding="utf-8"
    )
    return done.stdout.strip()


@pytest.fixture
def committed(small: Path) -> Path:
    """The small workspace, committed once, then spoiled in the tree."""
    git(small, "init", "-q", "-b", "main")
    git(small, "add", "-A")
    git(small, "commit", "-qm", "1")
    replace(small / "topics/01-nhom.yaml", "lead: ubnd", "lead: ubdn")
    return small


def test_a_revision_is_read_as_it_was(kehoach: Kehoach, committed: Path) -> None:
    assert kehoach("-C", committed, "check").code == 1
    assert kehoach("-C", committed, "check", "--at", "HEAD").code == 0
    assert "Truyền thông chính sách" in kehoach("-C", committed, "show", "I.1", "--at", "main").out
    listed = kehoach("-C", committed, "list", "--at", "HEAD", "--format", "csv").out
    git(committed, "checkout", "-q", "--", ".")
    assert kehoach("-C", committed, "list", "--format", "csv").out == listed


def test_a_document_of_a_revision_is_that_of_its_tree(kehoach: Kehoach, committed: Path) -> None:
    assert kehoach("-C", committed, "plan", "--at", "HEAD", "-o", committed / "a.docx").code == 0
    git(committed, "checkout", "-q", "--", ".")
    assert kehoach("-C", committed, "plan", "-o", committed / "b.docx").code == 0
    assert (committed / "a.docx").read_bytes() == (committed / "b.docx").read_bytes()


def test_nothing_in_git_changes(kehoach: Kehoach, committed: Path) -> None:
    def state() -> str:
        digest = hashlib.sha256()
        for path in sorted((committed / ".git").rglob("*")):
            digest.update(path.as_posix().encode() + (path.read_bytes() if path.is_file() else b""))
        return digest.hexdigest()

    before = state()
    kehoach("-C", committed, "check", "--at", "HEAD")
    assert state() == before


def test_a_workspace_below_the_repository_s_root_and_in_a_worktree(
    kehoach: Kehoach, committed: Path, tmp_path: Path
) -> None:
    outer = tmp_path / "kho"
    outer.mkdir()
    git(outer, "init", "-q", "-b", "main")
    (outer / "phường").mkdir()
    for name in ("plan.yaml", "units.yaml"):
        shutil.copy(committed / name, outer / "phường")
    shutil.copytree(committed / "topics", outer / "phường/topics")
    git(outer, "add", "-A")
    git(outer, "commit", "-qm", "1")
    assert "KH203" in kehoach("-C", outer / "phường", "check", "--at", "HEAD").out
    git(outer, "worktree", "add", "-q", tmp_path / "nhanh", "-b", "nhanh")
    assert "KH203" in kehoach("-C", tmp_path / "nhanh/phường", "check", "--at", "nhanh").out


def test_variables_that_a_hook_sets_do_not_point_elsewhere(
    kehoach: Kehoach, committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "khong-co"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "khong-co-index"))
    assert kehoach("-C", committed, "check", "--at", "HEAD").code == 0


@pytest.mark.parametrize("revision", ["khong-co", "--output=x", "-h", "HEAD~9", "HEAD:plan.yaml", ""])
def test_a_revision_that_is_not_there_is_refused(kehoach: Kehoach, committed: Path, revision: str) -> None:
    result = kehoach("-C", committed, "check", f"--at={revision}")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("lỗi: ")
    assert not (committed / "x").exists()


def test_outside_git_is_refused(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small, "check", "--at", "HEAD")
    assert (result.code, result.out) == (2, "")
    assert "không nằm trong kho git" in result.err


def test_without_git_is_refused(kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = kehoach("-C", small, "check", "--at", "HEAD")
    assert result.code == 2
    assert "chưa có git" in result.err


def test_a_revision_without_the_workspace_is_findings(kehoach: Kehoach, small: Path) -> None:
    git(small, "init", "-q", "-b", "main")
    git(small, "commit", "-q", "--allow-empty", "-m", "0")
    result = kehoach("-C", small, "check", "--at", "HEAD")
    assert result.code == 1
    assert [line.partition(":")[0] for line in result.out.splitlines() if "KH001]" in line] == [
        "plan.yaml",
        "topics",
        "units.yaml",
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_submodules_and_hostile_names_in_a_revision_are_findings(
    kehoach: Kehoach, small: Path, tmp_path: Path
) -> None:
    other = tmp_path / "khac"
    other.mkdir()
    git(other, "init", "-q", "-b", "main")
    git(other, "commit", "-q", "--allow-empty", "-m", "0")
    git(small, "init", "-q", "-b", "main")
    (small / "topics/02-lien-ket.yaml").symlink_to("01-nhom.yaml")
    (small / "topics/03-dòng\nmới \x1b[31m.yaml").write_text("title: x\ntopics: []\n", encoding="utf-8")
    git(small, "submodule", "--quiet", "add", other, "topics/04-con.yaml")
    git(small, "add", "-A")
    git(small, "commit", "-qm", "1")
    result = kehoach("-C", small, "check", "--at", "HEAD")
    assert result.code == 1
    assert "topics/02-lien-ket.yaml: lỗi[KH001]" in result.out
    assert "topics/04-con.yaml: lỗi[KH001]" in result.out
    assert "\x1b[31m" not in result.out
