"""The register of issued documents: each line untouched, in its place, under a number of its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import Location, is_unread
from kehoach_cli.model.plan import Series
from kehoach_cli.model.register import IssuedKind, full_document, register_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.register import Issued

MISNAMED = error(
    "KH802",
    "tệp trong sổ văn bản đi sai tên hoặc sai chỗ",
    """
    Mỗi văn bản đã ban hành là một tệp issued/<năm>/<số>-<ký hiệu>.yaml. Không khớp nghĩa là tên hoặc nội dung đã bị sửa
    sau khi ghi.
    """,
)
BROKEN_SEAL = error(
    "KH803",
    "dòng trong sổ văn bản đi bị sửa",
    """
    Những gì kehoach ghi khi ban hành (số, ngày, trích yếu, người ký, nơi nhận, bản git, các dấu) không được sửa về sau;
    `seal` là dấu của chúng. Chỉ `sent` (ngày chuyển), `received` (ký nhận) và `note` (ghi chú) là để ghi thêm.
    """,
)
TAKEN = error(
    "KH804",
    "hai văn bản cùng số",
    """
    Số và ký hiệu của văn bản là duy nhất trong một năm (NĐ 30/2020/NĐ-CP, Điều 15.1). Khi số cấp chung cho mọi loại
    (`series: all` trong plan.yaml) thì riêng số cũng không được lặp lại.
    """,
)
DISORDER = warning(
    "KH805",
    "số và ngày của văn bản ngược nhau",
    """
    Số chạy theo thứ tự ban hành trong năm (NĐ 30/2020/NĐ-CP, Điều 15.1): số lớn hơn mà ngày lại sớm hơn thì một trong
    hai đã ghi nhầm.
    """,
)
UNKNOWN_BASE = error(
    "KH806",
    "văn bản sửa đổi một văn bản không có trong sổ",
    """
    `amends` của văn bản sửa đổi hoặc thay thế là số, ký hiệu của một văn bản đã ban hành có trong sổ.
    """,
)
CONTRADICTION = error(
    "KH807",
    "plan.yaml ghi số, ngày khác với sổ văn bản đi",
    """
    Số và ngày của kế hoạch đã ban hành lấy từ sổ issued/; plan.yaml không cần ghi lại, và không được ghi khác.
    """,
)


def check(written: Plan | None, register: Sequence[Issued]) -> Iterator[Finding]:
    """Yield what is wrong with the register, and where the plan as written contradicts it."""
    readable = [one for one in register if one.readable]
    names = Counter(one.name for one in readable)
    placed = {one.file: one for one in readable if one.file == _path(one)}
    copies = {one.file for one in readable if one.file not in placed and _path(one) in placed}
    for issued in readable:
        path = _path(issued)
        if issued.file in copies:
            message = f"số {issued.name} bị cấp hai lần: tệp đúng tên của nó đã có"
            hint = "xóa bản chép này; nếu là văn bản khác bị sửa số, ký hiệu hay năm thì khôi phục từ git"
            yield TAKEN.finding(issued.number.at, message, hint, see=placed[path].number.at)
        elif issued.file != path:
            message = "tên tệp không khớp số, ký hiệu và năm ghi bên trong"
            yield MISNAMED.finding(Location(issued.file), message, f"đúng ra là {path}; khôi phục từ git, hoặc đổi tên")
        if not is_unread(issued.seal) and issued.seal.value != issued.sealed():
            message = f"dòng sổ của văn bản số {issued.name} đã bị sửa sau khi ban hành"
            yield BROKEN_SEAL.finding(issued.seal.at, message, "khôi phục tệp này từ git")
        if issued.amends and names[issued.amends.value] <= (issued.name == issued.amends.value):
            message = f"không có văn bản số {issued.amends} trong sổ"
            yield UNKNOWN_BASE.finding(issued.amends.at, message, "khôi phục tệp của văn bản đó từ git")
    shared = bool(written and written.series.value is Series.ALL)
    yield from _numbers([one for one in readable if one.file not in copies], shared=shared)
    if written:
        yield from _contradictions(written, full_document(register, written.year.value))


def _path(issued: Issued) -> str:
    """Return where the file of a document belongs by its content."""
    return register_path(issued.date.value.year, issued.number.value, issued.symbol.value)


def _numbers(register: list[Issued], *, shared: bool) -> Iterator[Finding]:
    """Yield the numbers given twice, and those against the order of the dates, within one series."""
    series: dict[tuple[int, str], list[Issued]] = {}
    for issued in sorted(register, key=lambda one: (one.date.value.year, one.number.value, one.date.value, one.file)):
        name = "" if shared else issued.symbol.value
        series.setdefault((issued.date.value.year, name), []).append(issued)
    for documents in series.values():
        last = None
        for issued in documents:
            if last is not None and issued.number.value == last.number.value:
                message = f"số {issued.name} bị cấp hai lần"
                yield TAKEN.finding(issued.number.at, message, "mỗi số chỉ dùng một lần trong năm", see=last.number.at)
            elif last is not None and issued.date.value < last.date.value:
                day = f"{last.date.value:%d/%m/%Y}"
                message = f"số {issued.name} lớn hơn số {last.name} nhưng ngày lại sớm hơn ngày {day}"
                yield DISORDER.finding(issued.date.at, message, "xem lại số và ngày với văn thư", see=last.date.at)
            last = issued


def _contradictions(plan: Plan, issued: Issued | None) -> Iterator[Finding]:
    if issued is None:
        return
    given = issued.date.value
    pairs = [(plan.number, issued.number.value, "số")]
    if issued.kind.value is IssuedKind.PLAN:
        # A replaced plan's own date may still stand in plan.yaml; its day alone says that it was meant to be exact.
        pairs += [(plan.date.day, given.day, "ngày")]
    for value, wanted, what in pairs:
        if value is not None and value.value and value.value != wanted:
            message = f"plan.yaml ghi {what} {value}, sổ văn bản đi ghi số {issued.name} ngày {given:%d/%m/%Y}"
            yield CONTRADICTION.finding(value.at, message, "xóa mục này khỏi plan.yaml")
