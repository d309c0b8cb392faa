"""Hostile input: whatever a file, a folder or a git repository holds ends in findings, soon, and harms no screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli.diagnostics import MOST, Severity, error, fewer, warning
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.location import Location
from kehoach_cli.model.loops import loops_of
from kehoach_cli.model.schedule_text import read as read_time
from kehoach_cli.source.builder import MAX_VALUES
from kehoach_cli.source.events import PythonParser
from kehoach_cli.source.found import MOST_ERRORS
from kehoach_cli.source.reader import read
from kehoach_cli.source.text import MAX_BYTES, decode, heap
from kehoach_cli.spelling import Names
from scripts.fuzz import VALUES, edited, judged, record_of, samples
from tests.conftest import SMALL_PLAN, SMALL_TOPICS, SMALL_UNITS
from tests.test_git import git

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach_cli.diagnostics import Finding
    from tests.conftest import Kehoach, Result

TOPICS = "topics/01-nhom.yaml"
SMALL = {"plan.yaml": SMALL_PLAN.encode(), "units.yaml": SMALL_UNITS.encode(), TOPICS: SMALL_TOPICS.encode()}
ENTRY = "- id: {}\n  date: 2026-04-15\n  product: tin-chinh-sach\n  unit: vhxh\n"
COMMANDS: tuple[list[str], ...] = (
    ["check"],
    ["list"],
    ["status"],
    ["due"],
    ["entries"],
    ["register"],
    ["report", "--quarter", "II"],
    [],
)
STEADY = settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine")
on_posix = pytest.mark.skipif(os.name == "nt", reason="POSIX names, links and pipes")


def judged_with(**files: str) -> list[Finding]:
    """Return the findings of the small workspace with other texts in plan.yaml, units.yaml or its group."""
    places = {"plan": "plan.yaml", "units": "units.yaml", "topics": TOPICS}
    return judged(SMALL | {places.get(name, name): text.encode() for name, text in files.items()}, with_wording=False)


def chance_of(seed: int) -> Random:
    """Return the chance that a failing test can be run with again."""
    return Random(seed)  # noqa: S311 - no secret


def unharmed(result: Result) -> Result:
    """Return what a run left behind, which is no bug and holds nothing that a terminal would obey."""
    assert result.code in {0, 1, 2}, result.err
    assert f"{result.out}{result.err}".replace("\n", "").isprintable()
    return result


# Bytes


@settings(STEADY, max_examples=150)
@given(st.sampled_from(sorted(samples())), st.binary(max_size=300))
def test_any_bytes_in_any_file(path: str, data: bytes) -> None:
    value, _, findings = read_record(data, path, record_of(path))
    assert value is not None or findings
    assert all(finding.at.file == path for finding in findings)


@settings(STEADY, max_examples=25)
@given(st.sampled_from(sorted(samples())), st.binary(max_size=60), st.integers(0, 10**6), st.integers(0, 40))
def test_any_bytes_within_any_file(path: str, data: bytes, place: int, cut: int) -> None:
    whole = samples()[path]
    place %= len(whole)
    judged(samples() | {path: whole[:place] + data + whole[place + cut :]}, with_wording=False)


@settings(STEADY, max_examples=150)
@given(st.sampled_from(sorted(samples())), st.integers(0, 2**32), st.integers(1, 4))
def test_any_edits_of_any_file(path: str, seed: int, times: int) -> None:
    chance, text = chance_of(seed), samples()[path].decode()
    for _ in range(times):
        text = edited(text, chance)
    judged(samples() | {path: text.encode("utf-8", "replace")}, with_wording=False)


@settings(STEADY, max_examples=12)
@given(st.sampled_from(sorted(samples())), st.integers(0, 2**32))
def test_any_edits_before_the_wording_checks(path: str, seed: int) -> None:
    judged(samples() | {path: edited(samples()[path].decode(), chance_of(seed)).encode("utf-8", "replace")})


@pytest.mark.slow
@settings(STEADY, max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(sorted(samples())), st.integers(0, 2**32)), min_size=1, max_size=5))
def test_any_edits_of_several_files(edits: list[tuple[str, int]]) -> None:
    files = dict(samples())
    for path, seed in edits:
        files[path] = edited(files[path].decode("utf-8", "replace"), chance_of(seed)).encode("utf-8", "replace")
    judged(files)


@pytest.mark.parametrize("element", [False, True])
def test_a_long_list_that_stands_twice(*, element: bool) -> None:
    one, other = ("".join(f"    - {sign}{number}\n" for number in range(20_000)) for sign in "ab")
    text = f"- k: 1\n  m:\n{one}  k: 2\n  m:\n{other}" if element else f"m:\n{one}m:\n{other}"
    assert [finding.code for finding in read(text.encode(), TOPICS)[2]] == ["KH010"]


@pytest.mark.parametrize("path", sorted(samples()))
def test_a_file_cut_short(path: str) -> None:
    whole = samples()[path]
    for end in range(0, len(whole), 41):
        value, _, findings = read_record(whole[:end], path, record_of(path))
        assert value is not None or findings


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(samples()))
def test_a_workspace_with_a_file_cut_short(path: str) -> None:
    whole = samples()[path]  # scripts/fuzz.py cuts it everywhere
    for end in range(0, len(whole), max(len(whole) // 40, 1)):
        judged(samples() | {path: whole[:end]}, with_wording=False)


PARTS = st.sampled_from(["topics", "progress", "reports", "issued", "2026", "Q1", "a", "01-a.yaml", "x.yml", "é.yaml"])
PATHS = st.lists(PARTS, min_size=1, max_size=5).map("/".join)
CONTENTS = st.one_of(st.binary(max_size=30), st.sampled_from(sorted(samples().values())))


@settings(STEADY, max_examples=60)
@given(st.dictionaries(st.one_of(PATHS, st.sampled_from(sorted(samples()))), CONTENTS, max_size=8))
def test_any_tree(files: dict[str, bytes]) -> None:
    assert judged(files, with_wording=False)


@settings(STEADY, max_examples=150)
@given(st.lists(st.sampled_from(["[", "{", "- ", "? ", "a: ", "[a, ", "{a: ", "\n", "\n  ", "&a ", "*a", '"'])))
def test_nesting_is_read_alike_by_both_parsers(parts: list[str]) -> None:
    data = ("title: a\ntopics: " + "".join(parts * 9)).encode()
    fast, _, found = read(data, TOPICS)
    slow, _, found_slowly = read(data, TOPICS, PythonParser)
    assert (fast is None) == (slow is None)
    assert [finding.code for finding in found] == [finding.code for finding in found_slowly]


def test_values_that_break_readers() -> None:
    for path, content in samples().items():
        lines = content.decode("utf-8").split("\n")
        for value in VALUES:
            text = "\n".join(f"{line.partition(': ')[0]}: {value}" if ": " in line else line for line in lines)
            _, _, findings = read_record(text.encode(), path, record_of(path))
            assert all(finding.at.file == path for finding in findings)


@pytest.mark.parametrize(
    "text", ["tháng 12/9999", "năm 0000", "quý I/0000", "1/1/0000", "năm học 9999-10000", "9" * 5000]
)
def test_times_outside_of_any_calendar(text: str) -> None:
    for year in (1945, 2026, 2200):
        read_time(text, year)


# Files of nothing but mistakes


MISTAKES = {
    "not tables": "title: a\ntopics:\n" + "- x\n" * 20_000,
    "unknown keys": "title: a\ntopics: []\n" + "".join(f"k{number}: x\n" for number in range(10_000)),
    "aliases": "title: a\ntopics: [" + "*a, " * 20_000 + "]",
    "the same key": "title: a\ntopics: []\n" + "title: a\n" * 10_000,
    "escapes": "title: a\ntopics: [" + r'"\u200b", ' * 10_000 + "]",
    "empty tables": "title: a\ntopics: [" + "{}, " * 20_000 + "]",
}


@pytest.mark.parametrize("text", MISTAKES.values(), ids=MISTAKES)
def test_reading_stops_where_errors_are_too_many(text: str) -> None:
    findings = judged_with(topics=text)
    assert len(findings) <= 2 * MOST
    assert any("kehoach dừng đọc ở đây" in finding.message for finding in findings if finding.code == "KH007")
    assert any(finding.message.startswith("còn ") for finding in findings)
    value, _, all_findings = read_record(text.encode(), TOPICS, record_of(TOPICS))
    assert value is None
    assert len(all_findings) <= MOST_ERRORS + 2


def test_warnings_stop_no_reading_and_hide_no_error() -> None:
    text = SMALL_TOPICS + "".join(f"      - id: p{number}\n        text: a #b\n" for number in range(2000))
    findings = judged_with(topics=text + "      - id: p1\n        text: b\n")
    assert [finding.code for finding in findings if finding.severity is Severity.ERROR] == ["KH101"]
    lost = [finding for finding in findings if finding.code == "KH014"]
    assert len(lost) == MOST + 1
    assert lost[-1].message == f"còn {2000 - MOST} chỗ như vậy nữa trong tệp này"


def test_fewer_findings_stay_as_many_errors_and_become_no_fewer() -> None:
    wrong, odd = error("KH001", "a", "a"), warning("KH015", "b", "b")
    many = [rule.finding(Location("a.yaml", line, 1), "m") for line in range(1, 1000) for rule in (wrong, odd)]
    many += [wrong.finding(Location(f"topics/{number}.yml"), "m") for number in range(1000)]
    once = fewer(many)
    assert fewer(once) == once
    assert len([finding for finding in once if finding.at.file == "a.yaml"]) == 2 * (MOST + 1)
    assert len(once) == 2 * (MOST + 1) + 1000
    by_folder = fewer(once, by_folder=True)
    assert len(by_folder) == 3 * (MOST + 1)
    assert by_folder[-1].message == f"còn {1000 - MOST} tệp như vậy nữa trong thư mục này"
    assert fewer(by_folder, by_folder=True) == by_folder


def test_too_many_values_are_one_finding() -> None:
    root, _, findings = read(b"title: [" + b"a," * (MAX_VALUES + 10) + b"]", TOPICS)
    assert root is None
    assert [finding.code for finding in findings] == ["KH007"]


def test_a_heap_of_marks_is_a_finding_and_no_hour() -> None:
    start = time.process_time()
    for marks in ("\u0323\u0301", "\u0301", "\u0f73", "\u0301\u0323\u0f73"):
        text, findings = decode(("title: a" + marks * 200_000).encode(), TOPICS)
        assert text is None
        assert [(str(finding.at), finding.code) for finding in findings] == [(f"{TOPICS}:1:9", "KH003")]
    escaped = 'title: "a' + r"\u0323\u0301" * 50_000 + '"\ntopics: []\n'
    assert "KH003" in {finding.code for finding in judged_with(topics=escaped)}
    judged(SMALL | {TOPICS: b"title: a" + b"\xf2\xec" * 200_000}, with_wording=False)
    assert time.process_time() - start < 5
    assert heap("ắ\u0323" * 100 + "한국어中文" * 100) is None


def test_long_values_are_cut_in_messages() -> None:
    for text in (
        f"title: {'a b:c ' * 9000}\n",
        f"{'k' * 900}: b\n",
        f'title: "{"ế" * 9000}\n',
        "title: " + "a: " * 9000,
    ):
        assert all(len(finding.message) < 1100 for finding in judged_with(topics=text))
    assert "KH013" in {finding.code for finding in judged_with(topics=f"title: {'a' * 20_000}\ntopics: []\n")}


LONG = ("é", "(", "“", "– ", "1", "a", "-", "của của ", "thưc ", "ỦY BAN ", "số 1/KH-UBND ", "1/1/2020 ", "1.", "ngày ")


@pytest.mark.parametrize("part", LONG)
def test_a_long_paragraph_is_judged_soon(part: str) -> None:
    text = SMALL_TOPICS.replace("Truyền thông chính sách", '"' + (part * 9000)[:9000] + '."')
    start = time.process_time()
    judged(SMALL | {TOPICS: text.encode()})
    assert time.process_time() - start < 3


@pytest.mark.parametrize("letters", ["abcdeghiklmnopqrstuvxy", "aăâeêoôơuưthnghđếộạ"])
def test_a_paragraph_of_mistakes_alone_is_judged_soon(letters: str) -> None:
    pick = Random(1)  # noqa: S311 - made-up words
    text = " ".join("".join(pick.choices(letters, k=pick.randint(3, 6))) for _ in range(1800))
    start = time.process_time()
    judged(SMALL | {TOPICS: SMALL_TOPICS.replace("Truyền thông chính sách", f'"{text}."').encode()})
    assert time.process_time() - start < 20  # without bounds ten times as long


# Graphs


def test_loops_of_a_graph() -> None:
    assert len(set(loops_of([[1], [2], [0], [0], []]))) == 3
    assert loops_of([[1], [2], [0], [0], []])[0] == loops_of([[1], [2], [0], [0], []])[2]
    chain = [[number + 1] for number in range(50_000)] + [[0]]
    assert len(set(loops_of(chain))) == 1


@settings(STEADY, max_examples=100)
@given(st.lists(st.lists(st.integers(0, 7), max_size=3), min_size=8, max_size=8))
def test_loops_are_those_that_walking_finds(below: list[list[int]]) -> None:
    def reached(start: int) -> set[int]:
        found: set[int] = set()
        waiting = [start]
        while waiting:
            for other in below[waiting.pop()]:
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    loops = loops_of(below)
    for one in range(8):
        for other in range(8):
            together = one == other or (other in reached(one) and one in reached(other))
            assert (loops[one] == loops[other]) == together


def test_classes_of_classes_without_end() -> None:
    head = "units:\n"
    chain = "".join(f"  - id: a{n}\n    name: B{n}\n    kind: class\n    members: [a{n + 1}]\n" for n in range(3000))
    lattice = "".join(
        f"  - id: {side}{n}\n    name: {side.upper()}{n}\n    kind: class\n    members: [c{n + 1}, d{n + 1}]\n"
        for n in range(60)
        for side in "cd"
    )
    last = "".join(f"  - id: {name}\n    name: {name.upper()}\n    kind: class\n" for name in ("a3000", "c60", "d60"))
    findings = judged_with(units=head + chain + lattice + last + SMALL_UNITS.removeprefix(head))
    assert findings == []
    back = SMALL_UNITS + "  - id: a3000\n    name: B3000\n    kind: class\n    members: [a0]\n"
    assert {finding.code for finding in judged_with(units=head + chain + back.removeprefix(head))} == {"KH204"}


def test_mistyped_names_end_no_patience() -> None:
    start = time.process_time()
    names = Names([f"don-vi-{number}" for number in range(20_000)])
    asked = [names.nearest(f"don-vj-{number}") for number in range(20_000)]
    assert asked[0] == "don-vi-0"
    assert names.nearest("Đơn-vị-19999") == "don-vi-19999"
    assert names.nearest("x" * 10_000) is None
    assert time.process_time() - start < 20  # without bounds ten times as long


# Folders and names


def spoil(root: Path, name: bytes, content: bytes = b"title: x\ntopics: []\n") -> None:
    """Write a file whose name is bytes."""
    place = os.path.join(os.fsencode(root), name)  # noqa: PTH118 - a name that is no text
    os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120 - the same
    with open(place, "wb") as file:  # noqa: PTH123 - the same
        file.write(content)


HOSTILE_NAMES = (
    b"topics/05-\x1b[31mdo\n.yaml",
    b"topics/06-\xff\xfe.yaml",
    b"topics/06-\xfe\xff.yaml",
    b"topics/" + b"a" * 250 + b".yaml",
    b"topics/07-\xe2\x80\xaeabc.yaml",
    b"progress/2026/Q1/\xff.yaml",
    b"progress/2026/Q1/\xfe.yaml",
    b"progress/2026/Q1/e\xcc\x81.yaml",
    b"progress/2026/Q1/\xc3\xa9.yaml",
    b"\x1b]0;x\x07.yaml",
    b"reports/\r.yaml",
    b"issued/\xc2\x9b31m.yaml",
    b"progress/\x07.txt",
    b"topics/\\x1b.yaml",
)


@pytest.mark.skipif(sys.platform != "linux", reason="names that only Linux takes")
def test_hostile_names_in_the_tree(kehoach: Kehoach, small: Path) -> None:
    for name in HOSTILE_NAMES:
        spoil(small, name)
    for words in COMMANDS:
        unharmed(kehoach("-C", small, *words))
    for form in ("text", "json", "github", "sarif"):
        unharmed(kehoach("-C", small, "check", "--format", form))
    shown = json.loads(kehoach("-C", small, "check", "--format", "json").out)["findings"]
    files = {finding["file"] for finding in shown}
    assert {r"topics/05-\x1b[31mdo\n.yaml", r"progress/2026/Q1/\udcff.yaml", r"progress/2026/Q1/\udcfe.yaml"} <= files
    twins = [finding for finding in shown if "cùng tên" in finding["message"]]
    assert [finding["file"] for finding in twins] == ["progress/2026/Q1/é.yaml"]


@on_posix
def test_pipes_devices_and_loops_hang_nothing(kehoach: Kehoach, small: Path) -> None:
    (small / "units.yaml").unlink()
    os.mkfifo(small / "units.yaml")
    (small / "progress").mkdir()
    os.mkfifo(small / "progress/a.yaml")
    (small / "progress/b").symlink_to(small)
    (small / "reports").symlink_to("reports")
    (small / "topics/02-khong.yaml").symlink_to("/dev/zero")
    for words in COMMANDS:
        assert unharmed(kehoach("-C", small, *words)).code in {0, 1}
    out = kehoach("-C", small, "check").out
    assert "units.yaml: lỗi[KH001] không đọc được: không phải tệp thường" in out
    assert "progress/a.yaml: lỗi[KH001] không đọc được: không phải tệp thường" in out
    assert "topics/02-khong.yaml: lỗi[KH001] không đọc được: là liên kết" in out
    assert "reports: lỗi[KH001]" in out
    assert "progress/b" in out


@on_posix
def test_a_root_that_cannot_be_entered_is_refused(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vong").symlink_to("vong")
    assert unharmed(kehoach("-C", tmp_path / "vong", "check")).code == 2
    (tmp_path / "mat").mkdir()
    monkeypatch.chdir(tmp_path / "mat")
    (tmp_path / "mat").rmdir()
    assert unharmed(kehoach("check")).code == 2
    monkeypatch.chdir(tmp_path)


def test_a_huge_file_is_not_read_whole(kehoach: Kehoach, small: Path) -> None:
    with (small / "topics/02-to.yaml").open("wb") as file:
        file.truncate(100_000_000)
    result = unharmed(kehoach("-C", small, "check"))
    assert (result.code, "topics/02-to.yaml:1:1: lỗi[KH007]" in result.out) == (1, True)


def test_strays_beyond_number_are_counted(kehoach: Kehoach, small: Path) -> None:
    (small / "progress").mkdir()
    for number in range(600):
        (small / f"progress/{number}.txt").touch()
        (small / f"topics/{number}.yml").touch()
    result = unharmed(kehoach("-C", small, "check"))
    assert result.code == 1
    assert result.out.count(f"còn {600 - MOST} tệp như vậy nữa trong thư mục này") == 2
    assert len(result.out) < 100_000
    # What is counted only is still there for whoever asks for it.
    assert kehoach("-C", small, "check", small / "topics/599.yml").code == 1
    assert len(json.loads(kehoach("-C", small, "check", "--format", "json").out)["findings"]) == 1200


@pytest.mark.slow
def test_ten_thousand_files(kehoach: Kehoach, small: Path) -> None:
    (small / "progress").mkdir()
    for number in range(10_000):
        (small / f"progress/{number}.txt").touch()
        (small / f"topics/{number}.yml").touch()
    start = time.process_time()
    for words in COMMANDS:
        assert len(unharmed(kehoach("-C", small, *words)).out) < 200_000
    assert time.process_time() - start < 30


# Git


@needs_git
def test_hostile_names_and_blobs_in_a_revision(kehoach: Kehoach, small: Path) -> None:
    git(small, "init", "-q", "-b", "main")
    files: dict[bytes, bytes] = {name.encode(): content for name, content in SMALL.items()}
    files |= dict.fromkeys(HOSTILE_NAMES, b"title: x\ntopics: []\n")
    files[b"topics/" + b"n" * 5000 + b".yaml"] = b"title: x\ntopics: []\n"
    files[b"issued/" + b"n" * 5000 + b".yaml"] = b"kind: plan\n"
    files[b"topics/08-a" + "\u0323\u0301".encode() * 2000 + b".yaml"] = b"title: x\ntopics: []\n"
    files[b"topics/09-to.yaml"] = b"a" * (MAX_BYTES + 1)
    stream = b"commit refs/heads/main\ncommitter a <a@b.example> 0 +0000\ndata 0\n"
    for name, content in files.items():
        quoted = b"".join(
            b"\\%03o" % byte if byte < 32 or byte in b'"\\' or byte > 126 else bytes([byte]) for byte in name
        )
        stream += b'M 100644 inline "%s"\ndata %d\n%s\n' % (quoted, len(content), content)
    stream += b"M 120000 inline topics/10-lien-ket.yaml\ndata 1\n.\n"
    stream += b"M 160000 %s topics/11-con.yaml\n" % (b"1" * 40)
    fast_import(small, stream)
    for words in (["check", "--at", "main"], ["list", "--at", "main"], ["diff", "main"], ["diff", "main..main"]):
        result = unharmed(kehoach("-C", small, *words))
        assert result.code == 1
    out = kehoach("-C", small, "check", "--at", "main").out
    assert "topics/09-to.yaml: lỗi[KH001] không đọc được: tệp quá lớn" in out
    assert "topics/10-lien-ket.yaml: lỗi[KH001]" in out
    assert "topics/11-con.yaml: lỗi[KH001]" in out


def fast_import(root: Path, stream: bytes) -> None:
    """Give a repository a commit that no `git add` would make."""
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, check=True, capture_output=True)


REVISIONS = ("--", "-", "--all", "main..", "..", "...", "@{-1}", "@{999}", ":/x", ":plan.yaml", "^main", "main^{tree}")
MORE_REVISIONS = (
    "main:topics",
    "refs/heads/",
    "\x1b[31m",
    "a\nb",
    "x" * 5000,
    "é" * 300,
    "HEAD^{blob}",
    "main@{1.year}",
    "*",
)


@needs_git
@pytest.mark.parametrize("revision", REVISIONS + MORE_REVISIONS)
def test_hostile_revisions(kehoach: Kehoach, small: Path, revision: str) -> None:
    git(small, "init", "-q", "-b", "main")
    git(small, "add", "-A")
    git(small, "commit", "-qm", "1")
    unharmed(kehoach("-C", small, "check", f"--at={revision}"))
    unharmed(kehoach("-C", small, "diff", "--", revision))
    assert sorted(path.name for path in small.iterdir()) == [".git", "plan.yaml", "topics", "units.yaml"]


@needs_git
def test_refs_that_lead_nowhere(kehoach: Kehoach, small: Path) -> None:
    git(small, "init", "-q", "-b", "main")
    git(small, "add", "-A")
    git(small, "commit", "-qm", "1")
    heads = small / ".git/refs/heads"
    (heads / "vong").write_text("ref: refs/heads/vong\n", encoding="utf-8")
    (heads / "rac").write_bytes(b"\xff\x00\x1b[31m")
    (heads / "khong").write_text("1" * 40 + "\n", encoding="utf-8")
    for name in ("vong", "rac", "khong"):
        assert unharmed(kehoach("-C", small, "check", "--at", name)).code == 2
        assert unharmed(kehoach("-C", small, "diff", name)).code == 2
    shutil.rmtree(small / ".git/objects")
    assert unharmed(kehoach("-C", small, "check", "--at", "main")).code == 2
