"""The options that stand before a command, and the commands that stand behind them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import click
import typer

from kehoach_cli import __version__
from kehoach_cli.cli import vietnamese
from kehoach_cli.cli.commands import OPTIONS, SETTINGS, Commands
from kehoach_cli.cli.session import Session

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


def command_line(arguments: list[str]) -> int:
    """Return the exit code of the command that the arguments name. Raises RefusalError, KeyboardInterrupt."""
    try:
        code = app(arguments, standalone_mode=False, prog_name="kehoach")
    except click.ClickException as refusal:
        refusal.show()
        return refusal.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    if code == _INTERRUPTED:  # what Typer makes of Ctrl+C
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0
