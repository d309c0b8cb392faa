"""`kehoach check`: is the plan sound."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.checking import FindingFormat, check_all
from kehoach_cli.cli.options import At

HELP = "Kiểm tra kế hoạch: báo mọi lỗi và cảnh báo cùng lúc, đúng tệp, dòng, cột."


def check(
    context: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[TỆP]...", help="Chỉ báo những gì nằm trong các tệp này.")
    ] = None,
    form: Annotated[
        FindingFormat | None,
        typer.Option("--format", help="Dạng in ra; mặc định text, trong GitHub Actions là github."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Coi cảnh báo như lỗi.")] = False,
    against: Annotated[
        str | None,
        typer.Option("--against", metavar="BẢN", help="Báo lỗi khi kế hoạch đã ban hành ở bản git này bị sửa."),
    ] = None,
    at: At = None,
) -> int:
    """Return 1 when there is an error (with `strict`, a warning too), 0 otherwise."""
    return check_all(context.obj, files=files or (), form=form, strict=strict, against=against, at=at)
