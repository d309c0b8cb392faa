"""`kehoach pack`: a closed quarter's entry files become one list file for each unit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import click
import typer

from kehoach_cli.cli.days import today
from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.recording.pack import Bundle

HELP = "Gói các tệp kết quả của một quý đã qua: mỗi đơn vị một tệp danh sách, không mất kết quả nào."


def pack(
    context: typer.Context,
    quarter: Annotated[str, typer.Option("--quarter", metavar="QUÝ", help="Quý theo lịch (thư mục Q1-Q4): I … IV.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Gói luôn, không hỏi lại.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Gói cả khi quý chưa hết.")] = False,
) -> int:
    """Return 0 after packing or showing what would be packed; 1 when the entries have errors."""
    from kehoach_cli.model.entries import quarter_folder
    from kehoach_cli.model.lookup import find_quarter
    from kehoach_cli.model.schedule import quarter_span
    from kehoach_cli.recording.pack import plan_packing

    session: Session = context.obj
    checked = session.check(progress=True)
    first, last = quarter_span(checked.loaded.workspace.year or 1, find_quarter(quarter))
    folder = quarter_folder(first)
    wrong = [finding for finding in checked.findings if _stops(finding, folder)]
    if wrong:
        session.show(wrong, err=True)
        session.say("Chưa gói gì: sửa các lỗi trên rồi chạy lại.")
        return 1
    if today(None) <= last and not force:
        message = f"quý này chưa hết (đến {last:%d/%m/%Y}): kết quả còn được ghi thêm"
        raise RefusalError(message, "đợi hết quý, hoặc thêm --force")
    planned = plan_packing(checked.loaded.progress, folder, lambda path: checked.loaded.texts_of([path])[path])
    for path in planned.kept:
        session.say(f"giữ nguyên {path}: tệp đã được sửa bằng tay")
    for bundle in planned.bundles:
        session.print(_described(bundle))
    if not planned.bundles:
        session.say(f"{folder}: không có gì để gói")
        return 0
    if not yes and not (sys.stdin.isatty() and click.confirm("Gói như trên?", err=True)):
        session.say("Chưa gói gì. Gói thật: thêm --yes")
        return 0
    _carry_out(planned.bundles, session.folder())
    after = session.check(progress=True)
    session.say(f"Đã gói {sum(len(bundle.entries) for bundle in planned.bundles)} kết quả của {folder}")
    return int(not after.sound)


def _stops(finding: Finding, folder: str) -> bool:
    """Return whether a finding stops packing.

    An interrupted run leaves the same entry in its list and in its old file: that is what this run finishes.
    """
    from kehoach_cli.checks.copies import TWICE
    from kehoach_cli.diagnostics import Severity

    unfinished = finding.code == TWICE.code and finding.at.file.startswith(f"{folder}/")
    return finding.severity is Severity.ERROR and not unfinished


def _described(bundle: Bundle) -> str:
    count = len(bundle.entries)
    if not bundle.path:
        return f"{bundle.unit}: {count} tệp đã có trong danh sách, xóa tệp cũ"
    total = sum(entry.quantity.value for entry in bundle.entries if entry.quantity)
    return f"{bundle.unit}: {count} tệp, tổng số lượng {total} -> {bundle.path}"


def _carry_out(bundles: tuple[Bundle, ...], root: Path) -> None:
    """Write every list whole, read it back from the disk, and only then remove the files that it replaces."""
    from kehoach_cli.recording.text import prove
    from kehoach_cli.storage import remove, write_new

    for bundle in bundles:
        if bundle.path:
            write_new(root / bundle.path, bundle.text.encode("utf-8"))
            prove((root / bundle.path).read_text(encoding="utf-8"), bundle.path, bundle.entries)
        for old in bundle.old:
            remove(root / old)
