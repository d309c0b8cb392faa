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
from hypothesis import settings

from kehoach_cli.cli.run import run

if TYPE_CHECKING:
    from collections.abc import Callable

# A run says the same of the same code; `--hypothesis-profile=search` looks for what no run has tried yet.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("steady")

REPOSITORY = Path(__file__).resolve().parent.parent

# The sound workspace under every case of the gallery; what it says of forms and reports, only some tests want.
BASE = REPOSITORY / "tests/cases/base"
SMALL_PLAN, FORMS_HEAD, FORMS_REST = (BASE / "plan.yaml").read_text(encoding="utf-8").partition("forms:\n")
FORMS = FORMS_HEAD + FORMS_REST
SMALL_UNITS, SMALL_TOPICS = (
    (BASE / name).read_text(encoding="utf-8") for name in ("units.yaml", "topics/01-nhom.yaml")
)


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
