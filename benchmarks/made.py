"""What the benchmarks read: N results as a workspace, and as much for each tool that kehoach is held against.

`python benchmarks/made.py FOLDER N` makes all of it below a folder, each under the name of its tool.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from kehoach_cli.loading.workspace import load
from kehoach_cli.location import Located, Location
from kehoach_cli.model.entries import Entry, entry_path, wording
from kehoach_cli.model.tasks import doers
from kehoach_cli.recording.text import one
from kehoach_cli.source.tree import WorkingTree

REPOSITORY = Path(__file__).resolve().parent.parent
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def workspace(folder: Path, entries: int) -> Path:
    """Make a copy of the real plan with this many one-entry files, spread over the year, its products and doers."""
    root = folder / str(entries)
    root.mkdir()
    for name in ("plan.yaml", "units.yaml"):
        shutil.copy(REPOSITORY / name, root)
    shutil.copytree(REPOSITORY / "topics", root / "topics")
    plan = load(WorkingTree(root)).workspace
    rows = list(plan.rows())
    units = {id(row): [unit.id.value for unit in doers(row.topic, plan.units)] for row in rows} if plan.units else {}
    forms = [form.id.value for form in plan.plan.forms] if plan.plan else []
    pick = random.Random(1)  # noqa: S311 - made-up data
    at = Location("")
    for _ in range(entries):
        row, form = pick.choice(rows), pick.choice(forms)
        unit = pick.choice(units[id(row)])
        day = date(2026, 1, 1) + timedelta(days=pick.randrange(365))
        name = "".join(pick.choices(_LETTERS, k=8))
        entry = Entry(
            id=Located(name, at),
            date=Located(day, at),
            product=row.product.id,
            unit=Located(unit, at),
            form=Located(form, at),
            quantity=Located(pick.randrange(1, 20), at),
            reach=Located(pick.randrange(2000), at),
            title=Located(text(pick.randrange(1000)), at),
            links=(Located(f"https://vi-du.example/bai/{name}", at),),
            note=None,
            wording=Located(wording(row.product.text.value), at),
            at=at,
        )
        path = entry_path(day, unit, row.product.id.value, name)
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one(entry, path), encoding="utf-8", newline="\n")
    return root


def ledger(folder: Path, transactions: int) -> Path:
    """Make a ledger of this many transactions with two postings, over forty accounts."""
    pick = random.Random(1)  # noqa: S311 - made-up data
    accounts = [f"Expenses:Unit{number}" for number in range(40)]
    lines = ['option "operating_currency" "VND"', "2025-01-01 open Assets:Cash"]
    lines += [f"2025-01-01 open {account}" for account in accounts]
    for number in range(transactions):
        day = date(2026, 1, 1) + timedelta(days=pick.randrange(365))
        lines += [
            f'{day} * "Bài {number}" "Tuyên truyền"',
            f"  {pick.choice(accounts)}  {pick.randrange(1, 20)} VND",
            "  Assets:Cash",
            "",
        ]
    file = folder / f"{transactions}.beancount"
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return file


def text(number: int) -> str:
    """Return a text of the length that a result's title has."""
    return f"Tuyên truyền về nội dung số {number}"


def commit(folder: Path) -> Path:
    """Make a git repository of the folder, all in one commit: doorstop and reno ask for one."""
    git = [shutil.which("git") or "git", "-c", "user.name=a", "-c", "user.email=a@vi-du.example"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "1"]):
        subprocess.run([*git, *words], cwd=folder, check=True)
    return folder


def doorstop(folder: Path, items: int) -> Path:
    """Make a document of doorstop's with this many items, a file each."""
    reqs = folder / "reqs"
    reqs.mkdir(parents=True)
    head = "settings:\n  digits: 5\n  itemformat: yaml\n  prefix: REQ\n  sep: ''\n"
    (reqs / ".doorstop.yml").write_text(head, encoding="utf-8")
    for number in range(1, items + 1):
        lines = ["active: true", "derived: false", "header: ''", f"level: 1.1.{number}", "links: []", "normative: true"]
        lines += ["ref: ''", "reviewed: null", f"text: |\n  {text(number)}"]
        (reqs / f"REQ{number:05}.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return commit(folder)


def reno(folder: Path, notes: int) -> Path:
    """Make a repository with this many release notes, a file each."""
    place = folder / "releasenotes" / "notes"
    place.mkdir(parents=True)
    for number in range(1, notes + 1):
        lines = f"---\nfeatures:\n  - |\n    {text(number)}\n"
        (place / f"bai-{number:05}-{number:016x}.yaml").write_text(lines, encoding="utf-8")
    return commit(folder)


def strictdoc(folder: Path, requirements: int) -> Path:
    """Make a document of StrictDoc's with this many requirements."""
    folder.mkdir()
    blocks = ["[DOCUMENT]\nTITLE: Kế hoạch\n"]
    for number in range(1, requirements + 1):
        named = f"UID: REQ-{number}\nTITLE: Bài {number}\nSTATEMENT: {text(number)}"
        blocks.append(f"[REQUIREMENT]\n{named}\n")
    (folder / "ke-hoach.sdoc").write_text("\n".join(blocks), encoding="utf-8")
    return folder


if __name__ == "__main__":
    target, size = Path(sys.argv[1]), int(sys.argv[2])
    workspace(target, size)
    ledger(target, size)
    for make in (doorstop, reno, strictdoc):
        make(target / make.__name__, size)
