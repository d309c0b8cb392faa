"""The commands by name: each is imported and wired when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, cast

import click
import typer
from typer.core import TyperGroup

from kehoach_cli.errors import RefusalError
from kehoach_cli.spelling import did_you_mean

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
OPTIONS = "[TÙY_CHỌN]..."

# In the order of `--help`. A command's function is called as its module.
_MODULES = {
    "check": "check",
    "list": "list_tasks",
    "show": "show",
    "record": "record",
    "entries": "entries",
    "status": "status",
    "due": "due",
    "report": "report",
    "pack": "pack",
    "plan": "plan",
    "sign": "sign",
    "diff": "diff",
    "issue": "issue",
    "verify": "verify",
    "lint-docx": "lint_docx",
    "register": "register",
    "text": "text",
    "schema": "schema",
    "explain": "explain",
    "doctor": "doctor",
}


class _OnDemand(Mapping[str, click.Command]):
    def __getitem__(self, name: str) -> click.Command:
        word = _MODULES[name]
        module = import_module(f"kehoach_cli.cli.{word}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name, help=module.HELP, context_settings=SETTINGS, options_metavar=OPTIONS)(getattr(module, word))
        return typer.main.get_command(app)

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


class Commands(TyperGroup):
    """The group of all commands; who runs one does not wait for the others."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - whatever Typer gives its group
        super().__init__(**settings)
        self.commands = cast("dict[str, click.Command]", _OnDemand())

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's own signature
        """Return the names in the order of `--help`."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named. Raises RefusalError with the nearest name when there is none."""
        if not args[0].startswith("-") and args[0] not in _MODULES:
            message = f"không có lệnh `{args[0]}`"
            raise RefusalError(message, did_you_mean(args[0], list(_MODULES)) or "xem các lệnh: kehoach -h")
        return super().resolve_command(ctx, args)
