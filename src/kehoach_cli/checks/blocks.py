"""The blocks of the form around the text: issuing body, symbol, recipients."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import warning
from kehoach_cli.language.letters import DASHES
from kehoach_cli.location import is_unread
from kehoach_cli.model.citations import PAPERS, TYPES
from kehoach_cli.spelling import did_you_mean, fold, slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Text
    from kehoach_cli.model.workspace import Workspace

NOT_KEPT = warning(
    "KH113",
    "nơi nhận thiếu dòng Lưu, hoặc có dòng không trỏ tới đâu",
    """
    Dòng cuối của nơi nhận là chữ "Lưu", dấu hai chấm, chữ viết tắt "VT", rồi tên đơn vị soạn thảo và số bản lưu
    (NĐ 30/2020, Phụ lục I, phần I, mục II.9.d). Thiếu dòng này thì không ai giữ bản gốc; hai dòng thì gộp làm một.
    Dòng "Như trên" chỉ có ở văn bản có "Kính gửi": kế hoạch thì ghi tên từng nơi nhận.
    """,
)
SYMBOL = warning(
    "KH114",
    "ký hiệu không hợp với tên loại văn bản",
    """
    Ký hiệu bắt đầu bằng chữ viết tắt tên loại văn bản (NĐ 30/2020, Phụ lục III, mục I): kế hoạch là KH, báo cáo là BC.
    """,
)
PARENT = warning(
    "KH116",
    "cơ quan chủ quản đứng trên UBND, HĐND",
    """
    Trên tên cơ quan ban hành chỉ in cơ quan chủ quản trực tiếp, nếu có (NĐ 30/2020, Phụ lục I, phần I, mục II.2.a).
    UBND, HĐND không có cơ quan chủ quản: mẫu cũ còn ghi quận, huyện ở trên, mà cấp huyện không còn từ 01/7/2025.
    Trường học, phòng, trung tâm thì ghi cơ quan chủ quản.
    """,
)
TYPE = warning(
    "KH119",
    "không có tên loại văn bản này",
    """
    Tên loại văn bản hành chính là một trong các tên ở NĐ 30/2020, Phụ lục III, mục I: kế hoạch, báo cáo, quyết định,
    thông báo, hướng dẫn, chương trình, … Tên gõ sai vẫn được in hoa ở đầu văn bản.
    """,
)
_KINDS = {**TYPES, **PAPERS}


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield what is not written as the decree has it in the blocks around the text."""
    plan = workspace.plan
    if plan is None:
        return
    if plan.agency.is_council and plan.agency.parent and not any(map(is_unread, plan.agency.parent)):
        above = " ".join(line.value for line in plan.agency.parent)
        message = f"`{plan.agency.name[0]}` không có cơ quan chủ quản, ở đây ghi `{above}`"
        yield PARENT.finding(plan.agency.parent[0].at, message, "xóa mục `parent`")
    yield from _type(plan.type)
    yield from _as_above(plan.recipients)
    yield from _kept(plan.recipients)
    yield from _kept(plan.reporting.recipients)
    yield from _symbol(plan.symbol, plan.type.value)
    if plan.reporting.symbol:
        yield from _symbol(plan.reporting.symbol, "báo cáo")


def _type(name: Text) -> Iterator[Finding]:
    """Yield a type of document that the decree does not have."""
    if name.value and not is_unread(name) and name.value.casefold() not in _KINDS:
        known = [kind.capitalize() for kind, short in _KINDS.items() if short]
        hint = did_you_mean(name.value.capitalize(), known) or "xem các tên loại ở NĐ 30/2020/NĐ-CP, Phụ lục III"
        yield TYPE.finding(name.at, f"`{name}` không phải tên loại văn bản hành chính", hint)


def _as_above(recipients: tuple[Text, ...]) -> Iterator[Finding]:
    """Yield a line that means those whom a document is addressed to: a plan addresses nobody."""
    for line in recipients:
        if fold(line.value).strip(" -+;.,") == "nhu tren":
            message = f"`{line}` trỏ tới dòng “Kính gửi”, mà kế hoạch không có dòng đó"
            yield NOT_KEPT.finding(line.at, message, "ghi tên từng nơi nhận")


def _kept(recipients: tuple[Text, ...]) -> Iterator[Finding]:
    """Yield the last recipient where it does not say who keeps the original."""
    kept = [text for text in recipients if _keeps(text)]
    if not recipients:
        return
    if len(kept) > 1 and not any(map(is_unread, kept)):
        yield NOT_KEPT.finding(
            kept[-1].at,
            "dòng Lưu thứ hai trong nơi nhận",
            "bỏ một dòng, hoặc ghi cả hai nơi lưu trên một dòng",
            see=kept[0].at,
        )
    for line in kept:
        if re.match(r"[Ll]ưu\b(?! ?:)", line.value):
            yield NOT_KEPT.finding(line.at, f"dòng `{line}` thiếu dấu hai chấm sau `Lưu`", "viết `Lưu: VT, …`")
    if recipients[-1] in kept:
        words = re.findall(r"\w+", fold(recipients[-1].value))
        if words and not is_unread(recipients[-1]) and "vt" not in words and "van" not in words:
            message = f"dòng `{recipients[-1]}` không có `VT`: văn thư giữ bản gốc"
            yield NOT_KEPT.finding(recipients[-1].at, message, "viết `Lưu: VT, …`")
        return
    if kept:
        message = f"dòng `{kept[-1]}` không đứng cuối nơi nhận"
        yield NOT_KEPT.finding(kept[-1].at, message, "chuyển xuống cuối", see=recipients[-1].at)
    else:
        yield NOT_KEPT.finding(recipients[-1].at, "dòng cuối của nơi nhận không phải dòng Lưu", "thêm `Lưu: VT, …`")


def _keeps(recipient: Text) -> bool:
    """Return whether a line says who keeps the original, be it with a slip that its wording is told of."""
    words = re.findall(r"\w+", fold(recipient.value))
    return is_unread(recipient) or "vt" in words or bool(words and slips(words[0], "luu", 1) is not None)


def _symbol(symbol: Text, kind: str) -> Iterator[Finding]:
    """Yield a symbol that begins with the letters of another type of document, or of none."""
    wanted = _KINDS.get(kind.casefold())
    written = symbol.value.translate(dict.fromkeys(map(ord, DASHES), "-"))
    head, stroke, rest = map(str.strip, written.partition("-"))
    if not wanted or not symbol.value:
        return
    if head == wanted:
        odd = next((sign for sign in symbol.value if sign in DASHES), "")
        if odd or " " in written:
            what = f"dấu `{odd}` (U+{ord(odd):04X}), không phải dấu `-`" if odd else "dấu cách"
            yield SYMBOL.finding(symbol.at, f"ký hiệu `{symbol}` có {what}", f"viết `{written.replace(' ', '')}`")
        return
    own = next((name for name, short in _KINDS.items() if short == head), "")
    message = f"ký hiệu `{symbol}` là của {own}, còn văn bản này là {kind.casefold()}"
    if not own:
        message = f"ký hiệu `{symbol}` không bắt đầu bằng `{wanted}-`, chữ viết tắt của {kind.casefold()}"
    yield SYMBOL.finding(symbol.at, message, f"sửa thành `{wanted}-{rest}`?" if stroke else f"ví dụ `{wanted}-UBND`")
