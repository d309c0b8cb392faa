"""`kehoach record`: one result, one new file."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.session import Session

HELP = "Ghi một kết quả: hỏi những gì còn thiếu, rồi ghi thành một tệp mới trong progress/."


def record(
    context: typer.Context,
    product: Annotated[
        str | None, typer.Argument(metavar="[SẢN_PHẨM]", help="Vị trí in trong phụ lục (I.1.3) hoặc mã sản phẩm.")
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", "-u", metavar="ĐƠN_VỊ", help="Đơn vị đã làm: mã, tên hoặc tên khác.")
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", "-d", metavar="NGÀY", help="Ngày làm: 15/4/2026, hôm qua; mặc định hôm nay.")
    ] = None,
    form: Annotated[str | None, typer.Option("--form", "-f", metavar="LOẠI", help="Mã loại sản phẩm.")] = None,
    quantity: Annotated[
        int | None, typer.Option("--quantity", "-n", metavar="SỐ", help="Số lượng, theo đơn vị tính của loại.")
    ] = None,
    reach: Annotated[int | None, typer.Option("--reach", metavar="SỐ", help="Số lượt người dự, lượt xem …")] = None,
    title: Annotated[str, typer.Option("--title", "-t", metavar="CHỮ", help="Tên bài, tên hội nghị …")] = "",
    link: Annotated[
        list[str] | None, typer.Option("--link", metavar="URL", help="Minh chứng; ghi được nhiều lần.")
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="CHỮ", help="Ghi chú.")] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Ghi cả khi ngày ở tương lai hoặc ngoài năm kế hoạch.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ hiện tệp sẽ ghi.")] = False,
) -> int:
    """Return 0 after writing the entry; 1 when the plan has errors, for then a position may mean another product."""
    from kehoach_cli.cli.asking import Asked, ask
    from kehoach_cli.cli.days import today
    from kehoach_cli.recording.draft import draft
    from kehoach_cli.storage import write_new

    session: Session = context.obj
    checked = session.check()
    if not checked.sound:
        session.show(checked.findings, err=True)
        session.say("Chưa ghi gì: sửa các lỗi trên rồi chạy lại.")
        return 1
    asked = Asked(product, unit, day, form, quantity, reach, title, tuple(link or ()), note)
    said = ask(asked, checked.loaded.workspace, terminal=sys.stdin.isatty())
    entry = draft(said, checked.loaded.workspace, today(None), force=force)
    for warning in entry.warnings:
        session.say(f"cảnh báo: {warning}")
    if dry_run:
        session.print(f"# {entry.path}\n{entry.text}".rstrip("\n"))
        return 0
    write_new(session.folder() / entry.path, entry.text.encode("utf-8"))
    session.say(f"Đã ghi {entry.path}")
    return 0
