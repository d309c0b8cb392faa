"""The cases of the gallery of diagnostics: reads the folders of tests/cases, builds workspaces, runs commands."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from kehoach_cli.cli.run import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

REPOSITORY = Path(__file__).resolve().parent.parent
CASES = REPOSITORY / "tests/cases"
BASE = CASES / "base"
WRONG, NEAR_MISS = "wrong", "near-miss"
TRANSCRIPT = "transcript.txt"
_BROUGHT_ALONG = ("templates/", "rules/")
_COMMIT = "git commit"
_DOCUMENT = "kehoach plan -o ke-hoach.docx"
# What is run, by the hundred of the code; the last command is the one that speaks.
_RUNS = {"6": (_DOCUMENT, "kehoach lint-docx ke-hoach.docx"), "7": (_DOCUMENT,)}
_CHECK = ("kehoach check",)
# What would change the answer from machine to machine.
_UNWANTED = ("KEHOACH_ROOT", "GITHUB_ACTIONS")
_HASH = re.compile(r"[0-9a-f]{64}")
_DAY = "2026-03-01T08:00:00+07:00"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a file: the first `old` behind `after` becomes `new`; or the file goes away, or gets another name."""

    file: str
    old: str = ""
    new: str = ""
    after: str = ""
    remove: bool = False
    rename: str = ""


class Answer(NamedTuple):
    """What a command printed, and its exit code."""

    text: str
    code: int


@dataclass(frozen=True, slots=True)
class Case:
    """A case folder: what is laid over the base, what is run, and where the finding must stand."""

    folder: Path
    at: str
    silent: str
    before: tuple[str, ...]
    run: tuple[str, ...]
    edits: Mapping[str, tuple[Edit, ...]]

    @property
    def code(self) -> str:
        """Return the code of the rule that the case is for."""
        return self.folder.name.partition("-")[0]

    @property
    def transcript(self) -> Path:
        """Return the file of the transcript."""
        return self.folder / TRANSCRIPT


def cases() -> Iterator[Case]:
    """Yield every case, by code. Raises TypeError where a case.yaml says what no case knows."""
    for folder in sorted(CASES.glob("KH*")):
        said = yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
        edits = {side: tuple(Edit(**edit) for edit in said.pop(side, ())) for side in (WRONG, NEAR_MISS)}
        before, commands = said.pop("before", ()), said.pop("run", _RUNS.get(folder.name[2], _CHECK))
        yield Case(folder=folder, before=tuple(before), run=tuple(commands), edits=edits, **said)


def build(case: Case, side: str, root: Path) -> None:
    """Make a workspace of the base and of what one side of the case lays over it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for step in case.before:
        if step == _COMMIT:
            _commit(root)
        elif step.startswith("kehoach "):
            said = _call(step, root)
            assert said.code == 0, said.text  # noqa: S101 - a mistake in the case itself
        else:
            lay(case.folder / step, root)
    lay(case.folder / side, root)
    for edit in case.edits[side]:
        _edit(root, edit)


def lay(folder: Path, root: Path) -> None:
    """Copy the files of a folder over a workspace; a folder may take the place of a file."""
    for path in sorted(folder.rglob("*")):
        there = root / path.relative_to(folder)
        if path.is_dir():
            if there.is_file():
                there.unlink()
            there.mkdir(exist_ok=True)
        else:
            shutil.copyfile(path, there)


def sound(root: Path, name: str) -> Path:
    """Return a file of that name before it is edited: the workspace's own, or the one that kehoach brings along."""
    ours = root / name
    return REPOSITORY / name if name.startswith(_BROUGHT_ALONG) and not ours.exists() else ours


def edited(text: str, edit: Edit) -> str:
    """Return the text with the edit made."""
    head, anchor, tail = text.partition(edit.after) if edit.after else ("", "", text)
    before, old, after = tail.partition(edit.old)
    assert old, f"{edit.file}: no {edit.old!r} after {edit.after!r}"  # noqa: S101 - a mistake in the case itself
    return f"{head}{anchor}{before}{edit.new}{after}"


def _edit(root: Path, edit: Edit) -> None:
    path = root / edit.file
    if edit.remove:
        path.unlink()
    elif edit.rename:
        path.rename(root / edit.rename)
    else:
        text = edited(sound(root, edit.file).read_text(encoding="utf-8"), edit)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def answer(case: Case, side: str) -> Answer:
    """Return what the last command of a case says about one side of it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        build(case, side, root)
        return [_call(command, root) for command in case.run][-1]


def transcript(command: str, said: Answer) -> str:
    """Return a run as the gallery shows it: the command, what it printed, the exit code.

    A hash changes with every template and every version: its digits are all x.
    """
    text = _HASH.sub(lambda digits: "x" * len(digits.group()), said.text.rstrip())
    return f"$ {command}\n{text}\n(mã thoát {said.code})\n"


def _call(command: str, root: Path) -> Answer:
    """Run a command line of kehoach in a workspace, as a person at a terminal without colours would."""
    printed = StringIO()
    kept = {name: os.environ.pop(name) for name in _UNWANTED if name in os.environ}
    try:
        with chdir(root), redirect_stdout(printed), redirect_stderr(printed):
            code = run(shlex.split(command)[1:])
    finally:
        os.environ.update(kept)
    return Answer(printed.getvalue(), code)


def _commit(root: Path) -> None:
    """Commit everything, under a name and on a day that are always the same."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    people = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    days = {f"GIT_{who}_DATE": _DAY for who in ("AUTHOR", "COMMITTER")} | {"GIT_CONFIG_GLOBAL": os.devnull}
    first = () if (root / ".git").exists() else ("init -q -b main",)
    for words in (*first, "add -A", "commit -qm 1"):
        order = ["git", *words.split()]
        subprocess.run(order, cwd=root, check=True, env=clean | people | days)
