"""`kehoach schema`: JSON Schemas of the data files, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError

HELP = "In hoặc ghi JSON Schema của các tệp dữ liệu, để trình soạn thảo gợi ý và báo lỗi khi gõ."


def schema(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[LOẠI]", help="plan, units, topics, progress, reports, issued hoặc config."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="THƯ_MỤC", help="Ghi mọi loại vào thư mục này, mỗi loại một tệp.")
    ] = None,
) -> int:
    """Return 0 after printing one schema, or writing all."""
    from kehoach_cli.loading.schemas import schema_files, schemas
    from kehoach_cli.spelling import did_you_mean
    from kehoach_cli.storage import make_folder, write_whole

    session: Session = context.obj
    known = schemas()
    if out is not None:
        make_folder(out)
        for file, text in schema_files().items():
            write_whole(out / file, text.encode("utf-8"))
        session.say(f"Đã ghi {len(known)} tệp vào {out}")
        return 0
    if name not in known:
        listed = ", ".join(f"`{kind}`" for kind in known)
        message = f"không có loại tệp `{name}`" if name else "chưa nói loại tệp nào"
        hint = did_you_mean(name or "", list(known)) or f"chọn một trong các loại: {listed}; hoặc thêm --out THƯ_MỤC"
        raise RefusalError(message, hint)
    session.print_or_write(schema_files()[f"{name}.schema.json"], None)
    return 0
