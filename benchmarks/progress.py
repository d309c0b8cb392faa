"""The progress commands on many entries, against beancount's bean-check on a ledger of as many transactions.

`python benchmarks/progress.py [ENTRIES] [ROUNDS]` prints the table that benchmarks/RESULTS.md keeps. Beancount is
fetched into a folder of its own for the run (`pip install --target`): the project does not depend on it.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from made import ledger, workspace
from timed import timed

BEANCOUNT = "beancount==3.2.3"


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
                run = timed(command, environment=environment)
                times[name].append(run.seconds)
                memory[name] = run.memory
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
