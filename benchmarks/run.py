"""Ratios against a peer or a floor, measured in the same run: commands take turns, medians are compared.

`python benchmarks/run.py [ROUNDS]` prints the table that benchmarks/RESULTS.md keeps.
"""

from __future__ import annotations

import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
KEHOACH = [sys.executable, "-m", "kehoach_cli"]

BARE_TYPER = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def one() -> None: ...
@app.command()
def two() -> None: ...
app()
"""
SAFE_LOAD = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
DOCX_FLOOR = """
import io, sys
from docx import Document
document = Document()
table = document.add_table(rows=0, cols=6)
for number in range(int(sys.argv[1])):
    cells = table.add_row().cells
    for cell in cells:
        cell.text = "Tuyến thông tin về triển khai"
document.save(io.BytesIO())
"""


def workspace(folder: Path, topics: int) -> Path:
    """Make a workspace of ten groups with this many topics, three products each, on the real plan's body."""
    root = folder / str(topics)
    (root / "topics").mkdir(parents=True)
    for name in ("plan.yaml", "units.yaml"):
        shutil.copy(REPOSITORY / name, root)
    for group in range(10):
        lines = [f"title: Nhóm nội dung thứ {group + 1}", "topics:"]
        for topic in range(topics // 10):
            lines += [
                f"  - id: t-{group}-{topic}",
                f"    title: Nội dung thứ {topic} của nhóm",
                "    lead: ubnd",
                "    units: [vhxh, csgd]",
                "    schedule: Quý I,II,III,IV",
                "    products:",
            ]
            for product in range(3):
                text = "Tuyến thông tin về triển khai thực hiện Nghị quyết Đại hội Đại biểu toàn quốc lần thứ XIV"
                lines += [f"      - id: p-{group}-{topic}-{product}", "        text: >-", f"          {text}."]
        path = root / "topics" / f"{group + 1:02d}-nhom-{group}.yaml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return root


def history(root: Path, copy: Path) -> Path:
    """Make a git repository of a copy of the workspace, with one edit in each group not committed yet."""
    shutil.copytree(root, copy)
    git = [shutil.which("git") or "git", "-c", "user.name=a", "-c", "user.email=a@vi-du.example"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "1"]):
        subprocess.run([*git, *words], cwd=copy, check=True)
    for path in (copy / "topics").iterdir():
        text = path.read_text(encoding="utf-8").replace("Nội dung thứ 5 của", "Nội dung số 5 của")
        path.write_text(text, encoding="utf-8", newline="\n")
    return copy


def seconds(command: list[str]) -> float:
    """Run the command once and return how long it took; a failure of the command is a failure here."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def compare(name: str, ours: list[str], floor: list[str], rounds: int) -> str:
    """Return one row: both medians, and the median and spread of the ratios pair by pair."""
    seconds(ours), seconds(floor)
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds)]
    ratios = sorted(a / b for a, b in pairs)
    ours_ms, floor_ms = (1000 * statistics.median(times) for times in zip(*pairs, strict=True))
    spread = f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
    return f"| {name} | {ours_ms:.0f} | {floor_ms:.0f} | {statistics.median(ratios):.2f} | {spread} |"


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    python = [sys.executable, "-c"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        thousand, two_thousand = workspace(folder, 1000), workspace(folder, 2000)
        out = str(folder / "ra.docx")
        edited = history(thousand, folder / "history")
        rows = [
            compare("`--help` / bare Typer `--help`", [*KEHOACH, "--help"], [*python, BARE_TYPER, "--help"], rounds),
            compare(
                "`check`, 1,000 topics / CSafeLoader alone, no positions, no checks",
                [*KEHOACH, "-C", str(thousand), "check"],
                [*python, SAFE_LOAD, str(thousand)],
                rounds,
            ),
            compare(
                "`diff`, 1,000 topics on both sides, ten edits / one `check` (2 is two checks)",
                [*KEHOACH, "-C", str(edited), "diff"],
                [*KEHOACH, "-C", str(edited), "check"],
                rounds,
            ),
            compare(
                "`plan`, 1,000 topics × 3 products / python-docx `add_row`, 1,000 rows × 6 cells",
                [*KEHOACH, "-C", str(thousand), "plan", "-o", out],
                [*python, DOCX_FLOOR, "1000"],
                rounds,
            ),
            compare(
                "`plan`, 2,000 topics / `plan`, 1,000 topics (2 is linear)",
                [*KEHOACH, "-C", str(two_thousand), "plan", "-o", out],
                [*KEHOACH, "-C", str(thousand), "plan", "-o", out],
                rounds,
            ),
        ]
    sys.stdout.write(f"Python {platform.python_version()}, {rounds} pairs a row, whole processes, ms.\n\n")
    sys.stdout.write("| ours / floor | ours | floor | ratio, median | ratio, spread |\n")
    sys.stdout.write("| --- | --- | --- | --- | --- |\n")
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
