"""The block of the signature: who signs on whose behalf, in which capacity, and the name below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import note, warning
from kehoach_cli.location import is_unread
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Text
    from kehoach_cli.model.plan import Plan, Signature
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.workspace import Workspace

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
ALONE = note(
    "KH118",
    "văn bản của UBND không ký thay mặt UBND",
    """
    Kế hoạch, báo cáo của UBND là văn bản của tập thể: người đứng đầu thay mặt tập thể ký, cấp phó ký thay người đứng
    đầu, nên trên chức vụ, trên dòng `KT.`, có dòng `TM. ỦY BAN NHÂN DÂN` (NĐ 30/2020, Điều 13.2); ký thừa lệnh
    (`TL.`), thừa ủy quyền (`TUQ.`) là của văn bản khác (Điều 13.3, 13.4). Có nơi vẫn in thiếu dòng `TM.`.
    """,
)
_OF_ALL = ("kế hoạch", "báo cáo")  # types of document that a committee issues as a body
# How the titles of deputies begin; a ministry's are THỨ TRƯỞNG.
_DEPUTIES = ("PHÓ ", "THỨ TRƯỞNG")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield what of the plan's signature is not written as the decree has it."""
    plan = workspace.plan
    if plan is not None:
        yield from _signature(plan.signature)
        if plan.type.value.casefold() in _OF_ALL:
            yield from _alone(plan.signature, plan)


def check_reports(workspace: Workspace, reports: Iterable[ReportText]) -> Iterator[Finding]:
    """Yield the same of the signatures that reports bring with them."""
    for report in reports:
        if report.signature:
            yield from _signature(report.signature)
            if workspace.plan:
                yield from _alone(report.signature, workspace.plan)


def _alone(signature: Signature, plan: Plan) -> Iterator[Finding]:
    """Yield the line of one who signs a committee's document, and not on behalf of that committee."""
    lines = signature.authority
    if not plan.agency.is_committee or is_unread(lines) or any(map(is_unread, (*lines, *plan.agency.name))):
        return
    words = [(line, fold(line.value).replace("/", "")) for line in lines]
    for_head = next((line for line, said in words if re.match(r"(?:kt\.? )?chu tich", said)), None)
    by_order = next((line for line, said in words if re.match(r"(?:tl|tuq)\b", said)), None)
    if by_order:
        message = f"`{by_order}`: kế hoạch, báo cáo của UBND ký thay mặt UBND"
        yield ALONE.finding(by_order.at, message, "viết `TM. ỦY BAN NHÂN DÂN`, rồi chức vụ của chủ tịch hoặc cấp phó")
    elif for_head and not any(_is_on_behalf(line.value) for line in lines):
        message = f"dòng `{for_head}` đứng một mình: văn bản của UBND ký thay mặt UBND"
        yield ALONE.finding(for_head.at, message, "thêm dòng `TM. ỦY BAN NHÂN DÂN` ở trên")


def _is_on_behalf(line: str) -> bool:
    """Return whether a line says on whose behalf is signed, however it is written."""
    return bool(re.match(r"T[/.]?M\b", line)) or _names_committee(line)


def _is_of_committee(line: str) -> bool:
    """Return whether somebody signs on behalf of a committee; of other bodies all members may sign so."""
    return bool(re.match(r"T/?M\b", line)) and _names_committee(line)


def _names_committee(line: str) -> bool:
    words = fold(line)
    return "uy ban nhan dan" in words or "ubnd" in words


def _signature(signature: Signature) -> Iterator[Finding]:
    """Yield what of the signature block is not written as the decree has it."""
    ranks: list[tuple[str, Text]] = []
    for line in signature.authority:
        match = re.match(r"(T[/.]?M|K[/.]?T|T[/.]?L|T[/.]?U[/.]?Q|Q)(\.?)(?= ?[A-ZÀ-ỸĐ])", line.value)
        rank = re.sub("[/.]", "", match[1]) if match else ""
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
    if len(lines) > 1 and re.match(r"KT\b", last.value) and lines[-2].value.upper().startswith(_DEPUTIES):
        message = f"dòng `{lines[-2]}` đứng trước dòng `KT.`"
        yield SIGNED.finding(lines[-2].at, message, "đổi chỗ hai dòng", see=last.at)
        return
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
    elif is_deputy and len(above) == 1 and _is_of_committee(above[0].value):
        head = last.value.upper().removeprefix("PHÓ ")
        message = f"`{last}` thay mặt UBND mà không có dòng `KT.`"
        yield SIGNED.finding(last.at, message, f"thêm dòng `KT. {head}` ở trên", see=above[0].at)
