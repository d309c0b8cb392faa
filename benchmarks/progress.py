"""The progress commands on many entries, against beancount's bean-check on a ledger of as many transactions.

`python benchmarks/progress.py [ENTRIES] [ROUNDS]` prints the table that benchmarks/RESULTS.md keeps. Beancount is
fetched into a folder of its own for the run (`pip install --target`): the project does not depend on it.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from kehoach_cli.loading.workspace import load
from kehoach_cli.location import Located, Location
from kehoach_cli.model.entries import Entry, entry_path, wording
from kehoach_cli.recording.text import one
from kehoach_cli.source.tree import WorkingTree

REPOSITORY = Path(__file__).resolve().parent.parent
BEANCOUNT = "beancount==3.2.3"
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def workspace(folder: Path, entries: int) -> Path:
    """Make a copy of the real plan with this many one-entry files, spread over the year, its units and products."""
    root = folder / str(entries)
    root.mkdir()
    for name in ("plan.yaml", "units.yaml"):
        shutil.copy(REPOSITORY / name, root)
    shutil.copytree(REPOSITORY / "topics", root / "topics")
    plan = load(WorkingTree(root)).workspace
    rows = list(plan.rows())
    units = [unit.id.value for unit in plan.units.all] if plan.units else []
    forms = [form.id.value for form in plan.plan.forms] if plan.plan else []
    pick = random.Random(1)  # noqa: S311 - made-up data
    at = Location("")
    for _ in range(entries):
        row, unit, form = pick.choice(rows), pick.choice(units), pick.choice(forms)
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
            title=Located(f"Tuyên truyền về nội dung số {pick.randrange(1000)}", at),
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


def timed(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return how many seconds a command took, and its peak memory in MiB."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main() -> None:
    """Print a row for each command: seconds, ratio to bean-check, memory."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5  # noqa: PLR2004 - the second argument
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        target = folder / "beancount"
        pip = shutil.which("pip") or sys.exit("pip is not on PATH: bean-check cannot be fetched")
        subprocess.run([pip, "install", "-q", "--target", str(target), BEANCOUNT], check=True)
        root, book = workspace(folder, entries), ledger(folder, entries)
        kehoach = [sys.executable, "-m", "kehoach_cli", "-C", str(root)]
        commands = {
            "bean-check": [sys.executable, "-m", "beancount.scripts.check", "--no-cache", str(book)],
            "check": [*kehoach, "check"],
            "status": [*kehoach, "status"],
            "entries --format json": [*kehoach, "entries", "--format", "json"],
            "report --year": [*kehoach, "report", "--year", "--force", "-o", str(folder / "bao-cao.docx")],
        }
        environment = os.environ | {"PYTHONPATH": str(target)}
        times: dict[str, list[float]] = {name: [] for name in commands}
        memory: dict[str, float] = {}
        for _ in range(rounds):
            for name, command in commands.items():
                seconds, memory[name] = timed(command, environment)
                times[name].append(seconds)
        floor = statistics.median(times["bean-check"])
        print(f"{entries} entries, {rounds} rounds, CPython {sys.version.split()[0]}")  # noqa: T201 - its output
        for name, spent in times.items():
            median = statistics.median(spent)
            print(  # noqa: T201 - its output
                f"| {name} | {median:.2f} s | {median / floor:.2f} x bean-check | "
                f"{min(spent):.2f}-{max(spent):.2f} s | {memory[name]:.0f} MiB |"
            )


if __name__ == "__main__":
    main()
