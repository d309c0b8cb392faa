"""The docs tell the truth: shell blocks run, generated pages are fresh, links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.reference import pages
from tests.conftest import REPOSITORY

IGNORED = {".git", ".venv", "dist", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__"}
DOCS = sorted(
    path
    for path in REPOSITORY.rglob("*.md")
    if not IGNORED & set(path.relative_to(REPOSITORY).parts) and "reference" not in path.parts
)
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(*kinds: str) -> list[tuple[str, int, str]]:
    found = []
    for path in DOCS:
        text = path.read_text(encoding="utf-8")
        for match in BLOCK.finditer(text):
            if match["kind"] in kinds:
                line = text.count("\n", 0, match.start()) + 1
                found.append((path.relative_to(REPOSITORY).as_posix(), line, match["body"]))
    return found


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the workspace in which the docs' commands may write."""
    root = tmp_path_factory.mktemp("docs") / "kehoach"
    root.mkdir()
    for name in ("plan.yaml", "units.yaml"):
        shutil.copy(REPOSITORY / name, root)
    for name in ("topics", "templates", "examples"):
        shutil.copytree(REPOSITORY / name, root / name)
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        [*identity, "commit", "-qm", "1"],
        [*identity, "commit", "-q", "--allow-empty", "-m", "2"],
    ):
        subprocess.run(["git", *words], cwd=root, check=True)
    return root


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=os.environ | {"PATH": path, "NO_COLOR": "1"},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.skipif(os.name == "nt", reason="the docs' shell blocks are for a POSIX shell")
@pytest.mark.parametrize(("file", "line", "body"), blocks("bash", "shell"))
def test_every_shell_block_runs(file: str, line: int, body: str, checkout: Path) -> None:
    done = shell(body, checkout)
    assert done.returncode == 0, f"{file}:{line}\n{done.stdout}{done.stderr}"


@pytest.mark.skipif(os.name == "nt", reason="the docs' shell blocks are for a POSIX shell")
@pytest.mark.parametrize(("file", "line", "body"), blocks("sh"))
def test_every_shell_block_that_changes_the_workspace_runs_in_a_copy_of_its_own(
    file: str, line: int, body: str, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(checkout, tmp_path / "kehoach")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "a")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@b.example")
    done = shell(body, tmp_path / "kehoach")
    assert done.returncode == 0, f"{file}:{line}\n{done.stdout}{done.stderr}"


@pytest.mark.skipif(os.name == "nt", reason="the docs' shell blocks are for a POSIX shell")
@pytest.mark.parametrize(("file", "line", "body"), blocks("console"))
def test_every_transcript_shows_what_is_really_printed(file: str, line: int, body: str, checkout: Path) -> None:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        done = shell(f"{command} 2>&1", checkout)
        # A line that is only "…" stands for any lines left out.
        wanted = expected.rstrip("\n").split("\n")
        pattern = "".join("(?:.*\n)*?" if text == "…" else f"{re.escape(text)}\n" for text in wanted)
        shown = "".join(f"{text.rstrip()}\n" for text in done.stdout.rstrip("\n").split("\n"))
        assert re.fullmatch(pattern, shown), f"{file}:{line}\n$ {command}\n{done.stdout}"


def test_generated_pages_are_fresh() -> None:
    stale = [name for name, text in pages().items() if (REPOSITORY / name).read_text(encoding="utf-8") != text]
    assert not stale, "run: python -m scripts.reference"


def test_links_lead_somewhere() -> None:
    broken = []
    for path in [*DOCS, *(REPOSITORY / "docs/reference").glob("*.md")]:
        targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8"))
        here = [target for target in targets if not target.startswith(("http:", "https:", "mailto:"))]
        broken += [
            f"{path.relative_to(REPOSITORY)}: {target}" for target in here if not (path.parent / target).exists()
        ]
    assert not broken


def test_every_command_is_in_the_guide() -> None:
    guide = (REPOSITORY / "docs/huong-dan.md").read_text(encoding="utf-8")
    for command in re.findall(r"^## kehoach (\w+)$", pages()["docs/reference/commands.md"], re.MULTILINE):
        assert f"kehoach {command}" in guide


def test_the_readme_is_short() -> None:
    assert len((REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()) <= 150
