"""The options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

At = Annotated[
    str | None,
    typer.Option("--at", metavar="BẢN", help="Đọc kế hoạch ở một bản git (nhánh, thẻ, commit) thay vì tệp đang có."),
]

Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="TỆP", help="Ghi vào tệp này thay vì in ra.")]
