"""Runs what was asked and turns whatever it raises into one sentence and an exit code."""

from __future__ import annotations

import os
import sys

from kehoach_cli import __version__
from kehoach_cli.errors import RefusalError

BUG = 3
_INTERRUPTED = 130


def run(arguments: list[str] | None = None) -> int:
    """Return the exit code: 0 fine, 1 findings, 2 cannot do that, 3 a bug. The only place that catches all."""
    try:
        return _answer(sys.argv[1:] if arguments is None else arguments)
    except RefusalError as refusal:
        from kehoach_cli.spelling import printable

        said = f"lỗi: {refusal.message}" + (f"\n   gợi ý: {refusal.hint}" if refusal.hint else "")
        _say("\n".join(map(printable, said.split("\n"))))
        return refusal.exit_code
    except KeyboardInterrupt:
        _say("Đã dừng.")
        return _INTERRUPTED
    except BrokenPipeError:
        # `kehoach list | head`: the reader has what it wants; Python's own flush at exit must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001 - the error boundary: a bug must not look like a traceback
        return _report_bug()


def _answer(words: list[str]) -> int:
    """Return the exit code of a bare `[-C FOLDER] check` without Typer, which takes a sixth of it; of the rest with."""
    match words:
        case ["check"]:
            root = None
        case ["-C", folder, "check"]:
            root = folder
        case _:
            from kehoach_cli.cli.app import command_line

            return command_line(words)
    from kehoach_cli.cli.checking import check_all
    from kehoach_cli.cli.session import Session

    return check_all(Session(root))


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _report_bug() -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="kehoach-loi-", suffix=".txt", delete=False, encoding="utf-8", newline="\n"
    ) as file:
        file.write(f"kehoach {__version__}, Python {sys.version}\n{traceback.format_exc()}")
    _say("lỗi: kehoach gặp lỗi của chính nó; dữ liệu của bạn không bị thay đổi")
    _say(f"   gợi ý: gửi tệp này cho người phát triển: {file.name}")
    return BUG
