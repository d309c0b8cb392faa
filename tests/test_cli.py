"""The command line as a whole: help, exit codes, encodings, start-up, reading without writing."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kehoach_cli import __version__
from kehoach_cli.cli import overview
from tests.edit import replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Kehoach

    Process = Callable[..., subprocess.CompletedProcess[bytes]]

HEAVY = {"docx", "pypdf", "jinja2", "lxml", "rich", "yaml", "dateutil", "pydantic"}


def tree_hash(root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
        digest.update(str(path.stat().st_mtime_ns).encode())
    return digest.hexdigest()


def test_bare_kehoach_tells_the_state_and_the_next_command(kehoach: Kehoach, real: Path) -> None:
    result = kehoach("-C", real)
    assert result.code == 0
    assert "7 nhóm, 16 nội dung, 47 sản phẩm, 9 đơn vị" in result.out
    assert "I: 47, II: 47, III: 47, IV: 47" in result.out
    assert "kehoach plan" in result.out


def test_bare_kehoach_with_errors_points_to_check(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "lead: ubnd", "lead: ubdn")
    result = kehoach("-C", small)
    assert result.code == 1
    assert "1 lỗi trong 3 tệp" in result.out
    assert "kehoach check" in result.out


def test_help_is_vietnamese(kehoach: Kehoach) -> None:
    for words in (("-h",), ("--help",), ("list", "-h"), ("plan", "--help")):
        result = kehoach(*words)
        assert result.code == 0
        assert "Cách dùng: kehoach" in result.out
        assert "Hiện phần trợ giúp này rồi thoát." in result.out
        assert not {"Usage:", "Options:", "Commands:", "Show this", "[OPTIONS]"} & set(result.out.split())


def test_help_explains_arguments_too(kehoach: Kehoach) -> None:
    assert "Vị trí in trong phụ lục, mã, hoặc tên đơn vị." in kehoach("show", "-h").out
    assert "Chỉ báo những gì nằm trong các tệp này." in kehoach("check", "-h").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lits",), "không có lệnh `lits`"),
        (("list", "--formt", "json"), "không có tùy chọn '--formt'"),
        (("list", "--format", "xml"), "'xml' không phải là một trong: 'table', 'json', 'csv', 'markdown'"),
        (("list", "--unit"), "tùy chọn '--unit' cần một giá trị"),
        (("show",), "thiếu tham số"),
        (("explain", "KH203", "KH204"), "thừa tham số: KH204"),
    ],
)
def test_usage_errors_are_vietnamese_sentences_with_exit_code_2(
    kehoach: Kehoach, words: tuple[str, ...], said: str
) -> None:
    result = kehoach(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert "Error" not in result.err


def test_outside_a_workspace_is_refused(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KEHOACH_ROOT", raising=False)
    result = kehoach("check")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("lỗi: không thấy plan.yaml trong ")
    assert "-C THƯ_MỤC" in result.err


def test_the_root_is_found_upwards_or_named_by_the_environment(
    kehoach: Kehoach, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small / "topics")
    assert kehoach("check").code == 0
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KEHOACH_ROOT", str(small))
    assert kehoach("check").code == 0


def test_a_named_root_is_that_folder_never_one_above(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small / "topics", "check")
    assert (result.code, result.out) == (2, "")
    assert "không phải thư mục kế hoạch" in result.err
    inner = small / "con"
    (inner / "topics").mkdir(parents=True)
    assert "plan.yaml: lỗi[KH001]" in kehoach("-C", inner, "check").out


def test_check_of_single_files_reports_only_those(
    kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(small / "topics/01-nhom.yaml", "lead: ubnd", "lead: ubdn")
    replace(small / "plan.yaml", "recipients:\n  - Sở GDĐT\n", "recipients:\n  - Sở GDĐT;\n")
    monkeypatch.chdir(small / "topics")
    assert "KH203" not in kehoach("check", "../plan.yaml").out
    assert "KH107" in kehoach("check", "../plan.yaml").out
    assert kehoach("check", "01-nhom.yaml").code == 1
    result = kehoach("check", "khong-co.yaml")
    assert (result.code, result.out) == (2, "")
    assert "topics/khong-co.yaml" in result.err


def test_warnings_fail_only_when_strict(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "Quý I, II", "lúc nào cũng được")
    assert kehoach("-C", small, "check").code == 0
    assert kehoach("-C", small, "check", "--strict").code == 1


def test_explain_says_what_a_code_means(kehoach: Kehoach) -> None:
    result = kehoach("explain", "kh203")
    assert result.code == 0
    assert result.out.startswith("KH203 (lỗi): đơn vị không có trong units.yaml\n\n")
    assert kehoach("explain", "KH701").out.startswith("KH701 (lỗi)")
    assert "có phải" in kehoach("explain", "KH2003").err
    assert kehoach("explain", "hello").code == 2
    listed = kehoach("explain").out.splitlines()
    assert listed[0].split() == ["Mã", "Mức", "Nghĩa"]
    assert [line[:5] for line in listed[1:3]] == ["KH001", "KH002"]


def test_quiet_says_nothing_but_data_and_errors(kehoach: Kehoach, small: Path) -> None:
    assert kehoach("-C", small, "-q", "list").err == ""
    assert kehoach("-C", small, "-q", "plan", "-o", small / "x.docx").err == ""


def test_looking_never_writes(kehoach: Kehoach, small: Path) -> None:
    before = tree_hash(small)
    for words in ((), ("check",), ("list",), ("show", "I.1"), ("list", "--format", "json"), ("explain", "KH001")):
        kehoach("-C", small, *words)
    assert tree_hash(small) == before


def test_a_bug_is_a_short_message_and_a_file(
    kehoach: Kehoach, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> int:
        message = "hỏng"
        raise ZeroDivisionError(message)

    monkeypatch.setattr(overview, "overview", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = kehoach("-C", small)
    assert result.code == 3
    assert "Traceback" not in result.err
    (report,) = tmp_path.glob("kehoach-loi-*.txt")
    assert str(report) in result.err
    assert "ZeroDivisionError: hỏng" in report.read_text(encoding="utf-8")


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder that has been removed."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()


WHEREVER = [
    (["check"], 0),
    (["check", "--format", "github"], 0),
    (["check", "--format", "sarif"], 0),
    (["check", "{root}/plan.yaml"], 0),
    (["check", "plan.yaml"], 0),
    (["list"], 0),
    (["status"], 0),
    (["entries"], 0),
    (["register"], 0),
    (["show", "I"], 0),
    (["plan", "-o", "{root}/x.docx"], 0),
    (["plan", "-o", "x.docx"], 2),
    (["schema", "--out", "{root}/schemas"], 0),
    (["schema", "--out", "x"], 2),
    (["explain", "KH001"], 0),
    ([], 0),
]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder that somebody stands in")
@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize(("words", "code"), WHEREVER)
@pytest.mark.parametrize("by_option", [True, False])
def test_a_folder_that_is_gone_is_no_place_to_stand_but_none_is_needed(
    kehoach: Kehoach, small: Path, words: list[str], code: int, monkeypatch: pytest.MonkeyPatch, *, by_option: bool
) -> None:
    monkeypatch.setenv("KEHOACH_ROOT", "" if by_option else str(small))
    named = ["-C", str(small)] if by_option else []
    result = kehoach(*named, *(word.format(root=small) for word in words))
    assert (result.code, "của chính nó" in result.err) == (code, False), result.err


@pytest.mark.skipif(os.name == "nt", reason="the same")
@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize(
    "words", [["check"], ["check", "plan.yaml"], ["list"], ["-C", "x", "check"], ["-C", ".", "list"], []]
)
def test_a_folder_that_is_gone_is_told(kehoach: Kehoach, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KEHOACH_ROOT", raising=False)
    result = kehoach(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("lỗi: thư mục đang đứng không còn nữa\n   gợi ý: chuyển sang thư mục khác")


def test_an_interrupt_is_quiet(kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(overview, "overview", interrupted)
    result = kehoach("-C", small)
    assert (result.code, result.err) == (130, "Đã dừng.\n")


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "ascii"])
def test_output_is_utf8_whatever_the_console_says(kehoach_process: Process, small: Path, encoding: str) -> None:
    done = kehoach_process("-C", small, "list", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Tuyến thông tin về chính sách." in done.stdout.decode("utf-8")
    assert b"\r\n" not in done.stdout
    assert "2 nội dung" in done.stderr.decode("utf-8")


def test_csv_lines_end_as_excel_wants_them(kehoach_process: Process, small: Path) -> None:
    done = kehoach_process("-C", small, "list", "--format", "csv")
    assert done.stdout.startswith(b"\xef\xbb\xbf")
    assert done.stdout.count(b"\r\n") == 4
    assert done.stdout.count(b"\n") == 4


def test_version_is_answered_before_anything_is_imported(kehoach_process: Process, kehoach: Kehoach) -> None:
    done = kehoach_process("--version")
    assert done.stdout.decode() == f"kehoach {__version__}\n"
    assert kehoach("-q", "--version").out == f"kehoach {__version__}\n"


def test_help_imports_nothing_heavy() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "kehoach_cli", "--help"]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "typer" in imported
    assert not imported & HEAVY


def test_a_check_imports_neither_the_parser_nor_other_commands(real: Path) -> None:
    asked = (
        "import sys; there = {*sys.modules}; from kehoach_cli.cli.run import run; "
        "run(sys.argv[1:]); print(*{*sys.modules} - there)"
    )
    command = [sys.executable, "-c", asked, "-C", str(real), "check"]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    imported = set(done.stdout.splitlines()[-1].split())
    assert {"kehoach_cli.cli.checking", "kehoach_cli.source.simple"} <= imported
    assert not {name.partition(".")[0] for name in imported} & HEAVY
    assert not imported & {"kehoach_cli.cli.plan", "kehoach_cli.source.reader", "typer", "click", "inspect", "calendar"}


@pytest.mark.parametrize("before", [[], ["-C"]])
@pytest.mark.parametrize("state", ["sound", "faulty", "no workspace", "in GitHub Actions"])
def test_a_bare_check_says_what_typer_would_have_it_say(
    small: Path,
    tmp_path: Path,
    kehoach_process: Process,
    monkeypatch: pytest.MonkeyPatch,
    before: list[str],
    state: str,
) -> None:
    where = tmp_path / "empty" if state == "no workspace" else small
    where.mkdir(exist_ok=True)
    if state in {"faulty", "in GitHub Actions"}:
        (small / "units.yaml").write_text("units: [x]\nunits: []\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", str(state == "in GitHub Actions").lower())
    monkeypatch.setenv("KEHOACH_ROOT", "" if before else str(where))
    words = [*before, str(where)] if before else []
    bare = kehoach_process(*words, "check")
    wired = kehoach_process("--no-color", *words, "check")
    assert (bare.returncode, bare.stdout, bare.stderr) == (wired.returncode, wired.stdout, wired.stderr)
    assert bare.returncode == {"sound": 0, "no workspace": 2}.get(state, 1)


def test_a_closed_pipe_is_no_error(small: Path) -> None:
    topics = small / "topics/01-nhom.yaml"
    products = "".join(f"      - id: them-{n}\n        text: Sản phẩm thêm {'dài ' * 40}\n" for n in range(2000))
    topics.write_text(topics.read_text(encoding="utf-8") + products, encoding="utf-8")
    command = [sys.executable, "-m", "kehoach_cli", "-C", str(small), "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode("utf-8")
    assert process.returncode == 0
    assert "Traceback" not in said
    assert "lỗi" not in said


@pytest.mark.skipif(os.name == "nt", reason="pty is POSIX")
def test_a_terminal_gets_colours_and_a_table_that_fits(small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "lead: ubnd", "lead: ubdn")
    assert b"\x1b[" in on_terminal("-C", str(small), "check")
    assert b"\x1b[" not in on_terminal("-C", str(small), "--no-color", "check")
    assert b"\x1b[" not in on_terminal("-C", str(small), "check", NO_COLOR="1")
    table = re.sub(r"\x1b\[[0-9;]*m", "", on_terminal("-C", str(small), "-q", "list", COLUMNS="90").decode("utf-8"))
    assert "Tuyến thông tin" in table
    assert max(len(line) for line in table.splitlines() if "kehoach check" not in line) <= 90


@pytest.mark.skipif(os.name == "nt", reason="pty is POSIX")
@pytest.mark.parametrize("columns", ["60", "90", "100", "140"])
def test_a_table_on_a_terminal_loses_no_word(real: Path, columns: str) -> None:
    shown = on_terminal("-C", str(real), "-q", "list", "-g", "III", COLUMNS=columns).decode("utf-8")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    # The last column's lines, put together again; a long word may be broken over two lines.
    start = next(line for line in plain.splitlines() if "Sản phẩm" in line).index("Sản phẩm")
    column = "".join("".join(line[start:].split()) for line in plain.splitlines())
    text = (real / "topics/03-doi-ngu-nha-giao.yaml").read_text(encoding="utf-8")
    for product in re.findall(r"text: >-\n((?:          .*\n)+)", text):
        assert "".join(product.split()) in column


@pytest.mark.skipif(os.name == "nt", reason="pty is POSIX")
def test_long_lines_are_broken_between_words_on_a_terminal_only(kehoach: Kehoach, real: Path) -> None:
    shown = on_terminal("-C", str(real), "show", "I.1", COLUMNS="70").decode("utf-8").replace("\r\n", "\n")
    assert max(len(line) for line in shown.splitlines()) <= 70
    assert " ".join(shown.split()) == " ".join(kehoach("-C", real, "show", "I.1").out.split())


def on_terminal(*words: str, **environment: str) -> bytes:
    import pty  # noqa: PLC0415 - POSIX only

    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "kehoach_cli", *words]
    process = subprocess.Popen(
        command, stdout=writer, stderr=writer, stdin=writer, env=os.environ | {"TERM": "xterm-256color"} | environment
    )
    os.close(writer)
    shown = b""
    while True:
        try:
            piece = os.read(reader, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    process.wait()
    os.close(reader)
    return shown
