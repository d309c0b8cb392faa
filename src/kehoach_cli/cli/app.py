"""Wires the commands together and turns whatever they raise into one sentence and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import click
import typer

from kehoach_cli import __version__
from kehoach_cli.cli import vietnamese
from kehoach_cli.cli.commands import OPTIONS, SETTINGS, Commands
from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError
from kehoach_cli.spelling import printable

BUG = 3
_INTERRUPTED = 130


app = typer.Typer(
    help="Kế hoạch thông tin, tuyên truyền của phường: kiểm tra, liệt kê, tạo văn bản đúng thể thức.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
    options_metavar=OPTIONS,
    subcommand_metavar="LỆNH ...",
    cls=Commands,
    suggest_commands=False,
)
vietnamese.install()


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    root: Annotated[
        Path | None,
        typer.Option("--root", "-C", metavar="THƯ_MỤC", help="Thư mục kế hoạch; mặc định tìm từ chỗ đang đứng lên."),
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="Không tô màu.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Chỉ in dữ liệu và lỗi.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Hiện phiên bản rồi thoát.")] = False,
) -> int:
    """Return the exit code of bare `kehoach`; with a command, keep the global options for it."""
    context.obj = Session(root, no_color, quiet)
    if version:
        click.echo(f"kehoach {__version__}")
        raise typer.Exit
    if context.invoked_subcommand:
        return 0
    from kehoach_cli.cli.overview import overview

    return overview(context.obj)


def run(arguments: list[str] | None = None) -> int:
    """Return the exit code: 0 fine, 1 findings, 2 cannot do that, 3 a bug. The only place that catches all."""
    try:
        code = app(arguments, standalone_mode=False, prog_name="kehoach")
    except click.ClickException as refusal:
        refusal.show()
        return refusal.exit_code
    except RefusalError as refusal:
        said = f"lỗi: {refusal.message}" + (f"\n   gợi ý: {refusal.hint}" if refusal.hint else "")
        click.echo("\n".join(map(printable, said.split("\n"))), err=True)
        return refusal.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    except BrokenPipeError:
        # `kehoach list | head`: the reader has what it wants; Python's own flush at exit must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001 - the error boundary: a bug must not look like a traceback
        return _report_bug()
    if code == _INTERRUPTED:
        click.echo("Đã dừng.", err=True)
    return code if isinstance(code, int) else 0


def _report_bug() -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="kehoach-loi-", suffix=".txt", delete=False, encoding="utf-8", newline="\n"
    ) as file:
        file.write(f"kehoach {__version__}, Python {sys.version}\n{traceback.format_exc()}")
    click.echo("lỗi: kehoach gặp lỗi của chính nó; dữ liệu của bạn không bị thay đổi", err=True)
    click.echo(f"   gợi ý: gửi tệp này cho người phát triển: {file.name}", err=True)
    return BUG
