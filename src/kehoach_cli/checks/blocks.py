"""The blocks of the form around the text: issuing body, symbol, recipients, signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import warning
from kehoach_cli.language.letters import DASHES
from kehoach_cli.location import is_unread
from kehoach_cli.model.citations import TYPES
from kehoach_cli.spelling import fold, slips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Text
    from kehoach_cli.model.plan import Signature
    from kehoach_cli.model.reports import ReportText
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
SIGNED = warning(
    "KH115",
    "khối chữ ký viết sai",
    """
    `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` có dấu chấm, `TM.` đứng trước `KT.`; trước họ tên người ký không ghi học hàm, học
    vị và các danh hiệu, sau họ tên không có dấu. Quyền hạn, chức vụ viết in hoa, dưới dòng `KT.` có dòng chức vụ của
    người ký là cấp phó; cấp phó thay mặt UBND thì phải có dòng `KT.`. Họ tên viết hoa chữ đầu mỗi tiếng (NĐ 30/2020,
    Phụ lục I, phần I, mục II.7).
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
# How the titles of deputies begin; a ministry's are THỨ TRƯỞNG.
_DEPUTIES = ("PHÓ ", "THỨ TRƯỞNG")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield what is not written as the decree has it in the blocks around the text."""
    plan = workspace.plan
    if plan is None:
        return
    if plan.agency.is_council and plan.agency.parent and not any(map(is_unread, plan.agency.parent)):
        above = " ".join(line.value for line in plan.agency.parent)
        message = f"`{plan.agency.name[0]}` không có cơ quan chủ quản, ở đây ghi `{above}`"
        yield PARENT.finding(plan.agency.parent[0].at, message, "xóa mục `parent`")
    yield from _signature(plan.signature)
    yield from _as_above(plan.recipients)
    yield from _kept(plan.recipients)
    yield from _kept(plan.reporting.recipients)
    yield from _symbol(plan.symbol, plan.type.value)
    if plan.reporting.symbol:
        yield from _symbol(plan.reporting.symbol, "báo cáo")


def check_reports(reports: Iterable[ReportText]) -> Iterator[Finding]:
    """Yield the same of the signatures that reports bring with them."""
    for report in reports:
        if report.signature:
            yield from _signature(report.signature)


def _signature(signature: Signature) -> Iterator[Finding]:
    """Yield what of the signature block is not written as the decree has it."""
    ranks: list[tuple[str, Text]] = []
    for line in signature.authority:
        match = re.match(r"(T/?M|K/?T|T/?L|TU/?Q|T/UQ|Q)(\.?)(?= ?[A-ZÀ-ỸĐ])", line.value)
        rank = match[1].replace("/", "") if match else ""
        if match and rank not in {rank for rank, _ in ranks}:
            ranks.append((rank, line))
            if rank != match[1]:
                message = f"`{match[1]}` không phải cách viết quyền hạn của người ký trong văn bản hành chính"
                yield SIGNED.finding(line.at, message, f"viết `{rank}.`")
            elif not match[2]:
                message = f"`{rank}` trong quyền hạn của người ký thiếu dấu chấm"
                yield SIGNED.finding(line.at, message, f"viết `{rank}.`")
    order = [rank for rank, _ in ranks]
    if "KT" in order and "TM" in order[order.index("KT") :]:
        message = "dòng `KT.` đứng trước dòng `TM.`"
        yield SIGNED.finding(ranks[order.index("KT")][1].at, message, "đổi chỗ hai dòng", see=dict(ranks)["TM"].at)
    else:
        yield from _deputy(signature.authority)
    yield from _capitals(signature.authority)
    name = signature.name
    titled = re.match(r"(?:GS|PGS|TS|ThS|BS|CN|KS|LS|NGND|NGƯT|Ông|Bà)(?:\.|\b)", name.value)
    if titled:
        message = f"họ tên người ký không kèm `{titled.group()}`"
        yield SIGNED.finding(name.at, message, "chỉ viết họ, tên đệm và tên")
    elif name.value.endswith((".", ",", ";", ":")):
        yield SIGNED.finding(name.at, f"họ tên người ký có dấu `{name.value[-1]}` ở cuối", "xóa dấu này")
    elif name.value and not is_unread(name) and name.value != (right := name.value.title()) and _is_flat(name.value):
        yield SIGNED.finding(name.at, "họ tên người ký không viết hoa chữ đầu mỗi tiếng", f"viết `{right}`")


def _is_flat(name: str) -> bool:
    """Return whether a name has all its letters alike, or a word of it begins with a small one."""
    return name.isupper() or any(word[0].islower() for word in name.split())


def _capitals(lines: tuple[Text, ...]) -> Iterator[Finding]:
    """Yield the lines above a signature that are not in capitals."""
    for line in lines:
        if line.value and not is_unread(line) and not line.value.isupper():
            message = "quyền hạn, chức vụ của người ký không viết in hoa"
            yield SIGNED.finding(line.at, message, f"viết `{line.value.upper()}`")


def _deputy(lines: tuple[Text, ...]) -> Iterator[Finding]:
    """Yield the last line above a signature where the lines before it ask for another: a deputy signs for a head."""
    if not lines or any(map(is_unread, lines)):
        return
    last = lines[-1]
    if re.match(r"(?:KT|TL|TUQ)\b", last.value):
        message = f"sau dòng `{last}` không có dòng chức vụ của người ký"
        yield SIGNED.finding(last.at, message, "thêm một dòng, ví dụ `PHÓ CHỦ TỊCH`")
        return
    is_deputy = last.value.upper().startswith(_DEPUTIES)
    above = lines[:-1]
    for_head = next((line for line in above if re.match(r"K/?T\b", line.value)), None)
    if for_head and not is_deputy:
        head = re.sub(r"^K/?T\.? ?", "", for_head.value)
        message = f"người ký thay (`KT.`) là cấp phó, ở đây ghi `{last}`"
        hint = f"viết `PHÓ {head}`, hoặc bỏ dòng `{for_head}`" if head else "viết chức vụ của cấp phó"
        yield SIGNED.finding(last.at, message, hint, see=for_head.at)
    elif is_deputy and len(above) == 1 and re.match(r"T/?M\b", above[0].value):
        words = fold(above[0].value)
        if "uy ban nhan dan" in words or "ubnd" in words:  # those who sign for other bodies may all be its members
            head = last.value.upper().removeprefix("PHÓ ")
            message = f"`{last}` thay mặt UBND mà không có dòng `KT.`"
            yield SIGNED.finding(last.at, message, f"thêm dòng `KT. {head}` ở trên", see=above[0].at)


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
    wanted = TYPES.get(kind.casefold())
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
    own = next((name for name, short in TYPES.items() if short == head), "")
    message = f"ký hiệu `{symbol}` là của {own}, còn văn bản này là {kind.casefold()}"
    if not own:
        message = f"ký hiệu `{symbol}` không bắt đầu bằng `{wanted}-`, chữ viết tắt của {kind.casefold()}"
    yield SYMBOL.finding(symbol.at, message, f"sửa thành `{wanted}-{rest}`?" if stroke else f"ví dụ `{wanted}-UBND`")
