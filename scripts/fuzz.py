"""Coverage-guided search for bytes that end in a traceback or a hang: every kind of file, every check, the text.

`pip install atheris` (no dependency of the project: it is built for few Pythons), then
`python scripts/fuzz.py -max_total_time=600 -timeout=20 [FOLDER]`. The first byte of an input chooses the file and
how it is read, the others are its bytes. Inputs that reach new code are kept in FOLDER; one that breaks something is
written into the current folder, and `python scripts/fuzz.py crash-…` runs it again. Other words are libFuzzer's own.
`python -m scripts.fuzz cut` needs no atheris: it judges the sample workspace with each file cut short everywhere.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.record import Record
    from kehoach_cli.source.place import Entry

EXAMPLE = Path(__file__).resolve().parent.parent / "examples/phuong-mau"
YEAR = 2026
_MODES = 16  # the low half of an input's first byte chooses the file, the high half how it is read
_WORDED, _RAW = {0, 1, 2}, 15  # wording checks take ten times as long as all others
ISSUED = """\
kind: plan
plan_year: 2026
type: Kế hoạch
number: 7
symbol: KH-UBND
date: 2026-03-05
subject: Truyền thông về giáo dục năm 2026
authority: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]
signer: Nguyễn Văn Mẫu
recipients: [Sở Giáo dục và Đào tạo]
copies: 5
commit: 0123456789abcdef0123456789abcdef01234567
content: sha256:00
words: sha256:00
parts:
  word/document.xml: sha256:00
writer: kehoach 1
seal: sha256:00
"""
# What breaks readers of numbers, days, names, texts and YAML.
VALUES = (
    *("", "~", "0", "-1", "007", "9" * 30, "1e9", "٣", "²", "2026", "0000", "9999", "10000", "20.000", "45678"),
    *("2026-02-30", "0001-01-01", "9999-12-31", "31/12/9999", "1/1/0000", "00/00/0000", "2026-04-15T00:00", "29/2"),
    *("Quý I, II", "Quý 0", "quý IV/9999", "quý I/0000", "Quý I - IV", "Quý IV - I", "Từ quý II", "Từ tháng 12/9999"),
    *("năm 0000", "năm học 9999-10000", "năm học 0000-0001", "giai đoạn 0000-9999", "trước ngày 31/12/9999"),
    *("tháng 13", "tháng 0/2026", "tháng 1-12/9999", "1-31/12", "20/11/0000", "thường xuyên", "3 ngày kể từ"),
    *(
        "[]",
        "{}",
        "[[]]",
        "{a: b}",
        "[a, b",
        '"a',
        "'",
        "*a",
        "&a",
        "!a b",
        "|",
        ">-",
        "- ",
        "? a",
        "%",
        "@",
        "`",
        "#x",
    ),
    *(
        "---",
        "...",
        "<<<<<<< a",
        "=======",
        "\u200b",
        "\u202e",
        "\x1b[31m",
        "\x00",
        "\ufeff",
        "\t",
        "\u00a0",
        "a\u0301",
    ),
    *(
        '"\\ud800"',
        '"\\x1b[2J"',
        '"\\u202e"',
        "ﬁ",
        "İ",
        "ß",
        "𝒳",
        "\U000e0001",
        "a" * 300,
        "a " * 200,
        "(" * 60,
        "…" * 9,
    ),
    *("{0}", "{a.b}", "%s", "{{ x }}", "</w:t>", "&amp;", "../../etc", "số 1/KH-UBND ngày 31/02/2026", "KH501"),
)
NAMES = (
    "id",
    "title",
    "accept",
    "code",
    "text",
    "schedule",
    "quarters",
    "members",
    "number",
    "checkpoints",
    "totals",
    "é",
)


@dataclass(frozen=True, slots=True)
class Memory:
    """A source of files that are nowhere but here."""

    files: Mapping[str, bytes]

    def entries(self, folder: str) -> list[Entry]:
        """Return what the folder holds."""
        from kehoach_cli.source.place import Entry, EntryKind  # noqa: PLC0415 - after the instrumentation

        prefix = f"{folder}/" if folder else ""
        found: dict[str, EntryKind] = {}
        for path in self.files:
            if path.startswith(prefix):
                name, slash, _ = path[len(prefix) :].partition("/")
                found[name] = EntryKind.FOLDER if slash else EntryKind.FILE
        return [Entry(name, found[name]) for name in sorted(found)]

    def read(self, path: str) -> bytes | None:
        """Return the file's bytes."""
        return self.files.get(path)


@cache
def samples() -> dict[str, bytes]:
    """Return a sound file of each kind: the example's plan, units, groups, some of its entries, its report texts."""
    entries = sorted(EXAMPLE.glob("progress/*/*/*.yaml"), key=lambda path: path.stat().st_size)
    single = next(path for path in entries if b"- id:" not in path.read_bytes())
    several = next(path for path in entries if b"- id:" in path.read_bytes())
    chosen = [EXAMPLE / "plan.yaml", EXAMPLE / "units.yaml", *sorted(EXAMPLE.glob("topics/*.yaml")), single, several]
    chosen += sorted(EXAMPLE.glob("reports/*.yaml"))
    found = {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in chosen}
    return found | {"issued/2026/07-KH-UBND.yaml": ISSUED.encode()}


def record_of(path: str) -> Record[Any]:
    """Return the field table of a file."""
    from kehoach_cli.loading.entries import ENTRY  # noqa: PLC0415 - after the instrumentation
    from kehoach_cli.loading.plan import PLAN  # noqa: PLC0415 - the same
    from kehoach_cli.loading.register import ISSUED as LINE  # noqa: PLC0415 - the same
    from kehoach_cli.loading.reports import report_record  # noqa: PLC0415 - the same
    from kehoach_cli.loading.topics import group_record  # noqa: PLC0415 - the same
    from kehoach_cli.loading.units import UNITS  # noqa: PLC0415 - the same

    named: dict[str, Record[Any]] = {"plan.yaml": PLAN, "units.yaml": UNITS, "topics": group_record(path, 1, YEAR)}
    named |= {"progress": ENTRY, "reports": report_record(path), "issued": LINE}
    return named[path.partition("/")[0]]


def judged(files: Mapping[str, bytes], *, with_wording: bool = True) -> list[Finding]:
    """Return all findings of a workspace made of these files, and prove that they can be shown."""
    from kehoach_cli.changes.content import content_of  # noqa: PLC0415 - after the instrumentation
    from kehoach_cli.checks.run import findings_of  # noqa: PLC0415 - the same
    from kehoach_cli.loading.workspace import load  # noqa: PLC0415 - the same
    from kehoach_cli.model.tasks import choose  # noqa: PLC0415 - the same
    from kehoach_cli.model.units import Units  # noqa: PLC0415 - the same
    from kehoach_cli.reporting.results import results_of  # noqa: PLC0415 - the same
    from kehoach_cli.views.findings import as_text  # noqa: PLC0415 - the same
    from kehoach_cli.views.findings_formats import as_json  # noqa: PLC0415 - the same

    loaded = load(Memory(files), progress=True)
    findings = findings_of(loaded, with_wording=with_wording)
    shown = as_text(findings, len(files))
    if not shown.replace("\n", "").isprintable():
        message = "a control character reached the screen"
        raise AssertionError(message)
    as_json(findings, len(files))
    workspace = loaded.workspace
    choose(workspace)
    results_of(workspace, loaded.progress)
    content_of(workspace)
    (workspace.units or Units()).bodies_of((workspace.units or Units()).all)
    return findings


def one_input(data: bytes) -> None:
    """Read a record, and judge the sample workspace with that record's file in it."""
    from kehoach_cli.loading.nodes import read_record  # noqa: PLC0415 - after the instrumentation

    paths = list(samples())
    first = data[0] if data else 0
    path, content = paths[first % _MODES % len(paths)], data[1:]
    mode = first // _MODES
    if mode != _RAW:  # most inputs are to get past the decoder
        content = content.decode("utf-8", "ignore").encode()
    value, _, findings = read_record(content, path, record_of(path))
    if value is None and not findings:
        message = f"{path} vanished without a word"
        raise AssertionError(message)
    if value is not None or mode == _RAW:
        judged(samples() | {path: content}, with_wording=mode in _WORDED)


def edited(text: str, chance: Random) -> str:
    """Return the text after an edit that a hand, a merge or malice could make."""
    lines = text.split("\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[at]
    head, colon, value = line.partition(": ")
    lead = line[: len(line) - len(line.lstrip(" -"))]
    value = chance.choice(VALUES) if chance.randrange(2) else lines[other].partition(": ")[2] or value
    changed = {
        0: [f"{head}{colon or ': '}{value}"],
        1: [f"{lead}{value}"],
        2: [line, lines[other]],
        3: [],
        4: [" " * chance.randrange(8) + line.lstrip(" ")],
        5: [f"{lead}{chance.choice(NAMES)}: {value}", line],
        6: [f"{head}:", f"{' ' * len(lead)}  - {value}"],
        7: lines[min(at, other) : max(at, other) + 1] * 2,
    }[chance.randrange(8)]
    return "\n".join([*lines[:at], *changed, *lines[at + 1 :]])


def _mutate(data: bytes, most: int, seed: int) -> bytes:
    """Return another input: an edited line half of the time, libFuzzer's own way the other."""
    chance = Random(seed)  # noqa: S311 - no secret
    if chance.randrange(2):
        mutated: bytes = import_module("atheris").Mutate(data, most)
        return mutated
    return (data[:1] + edited(data[1:].decode("utf-8", "ignore"), chance).encode())[:most]


def cut_everywhere() -> None:
    """Judge the sample workspace with each of its files ended behind each of its bytes."""
    for path, whole in samples().items():
        for end in range(len(whole)):
            judged(samples() | {path: whole[:end]}, with_wording=False)


def main() -> None:
    """Fuzz until libFuzzer is told to stop."""
    if sys.argv[1:] == ["cut"]:
        cut_everywhere()
        return
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["kehoach_cli"]):
        one_input(b"")
        for number, content in enumerate(samples().values()):
            one_input(bytes([number]) + content)
    with tempfile.TemporaryDirectory() as seeds:
        for number, content in enumerate(samples().values()):
            Path(seeds, str(number)).write_bytes(bytes([number]) + content)
        again = any(Path(word).is_file() for word in sys.argv[1:])
        atheris.Setup([*sys.argv, *([] if again else [seeds])], one_input, custom_mutator=_mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
