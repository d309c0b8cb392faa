"""The appendix: the body of the plan says that there is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import warning
from kehoach_cli.location import is_unread
from kehoach_cli.spelling import fold, slips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Text
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.units import Units
    from kehoach_cli.model.workspace import Workspace

UNMENTIONED = warning(
    "KH117",
    "thân văn bản không nhắc tới phụ lục",
    """
    Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó (NĐ 30/2020, Phụ lục I, phần III, mục
    1.a). Các nhóm trong topics/ in thành phụ lục, mà không câu nào của văn bản nói tới: người đọc không biết là có.
    """,
)
_CODE_OF_VALUES = {"KH012", "KH013"}  # what they speak of is known to be unread where it is
_ATTACHED = re.compile(r"\b(?:bieu|bang|danh muc|danh sach)\b[^.;]{0,60}\b(?:kem theo|dinh kem)\b")
_APPENDIX = re.compile(r"\bphụ\s+(\w+)")


def check(workspace: Workspace, told: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the plan's last section where no text of the body speaks of the appendix; `told` came of reading.

    Nothing is said where such a text may have been lost.
    """
    plan, units = workspace.plan, workspace.units
    if plan is None or units is None or not plan.sections or not any(group.topics for group in workspace.groups):
        return
    texts = list(_body(plan, units))
    if any(not text.value for text in texts) or any(map(is_unread, _lists(plan, units))):
        return
    if any(map(_mentions, (text.value for text in texts))):
        return
    homes = {plan.at.file, *(unit.at.file for unit in units.all[:1])}
    if not any(finding.at.file in homes and finding.code not in _CODE_OF_VALUES for finding in told):
        hint = "thêm chỉ dẫn vào mục liên quan, ví dụ `- note: (Chi tiết tại Phụ lục kèm theo)`"
        yield UNMENTIONED.finding(plan.sections[-1].title.at, "không mục nào của văn bản nhắc tới phụ lục", hint)


def _body(plan: Plan, units: Units) -> Iterator[Text]:
    """Yield every text that is printed before the signature."""
    yield from (*plan.bases, plan.opening, plan.closing)
    for section in plan.sections:
        yield from (section.title, *(item.title for item in section.items))
        for paragraphs in (section.paragraphs, *(item.paragraphs for item in section.items)):
            yield from (paragraph.text for paragraph in paragraphs)
    yield from (channel.text for channel in plan.channels)
    yield from (duty for unit in units.all for duty in unit.duties)


def _lists(plan: Plan, units: Units) -> Iterator[object]:
    """Yield the lists that those texts stand in."""
    yield from (plan.bases, plan.sections, plan.channels, units.all)
    for section in plan.sections:
        yield from (section.paragraphs, section.items, *(item.paragraphs for item in section.items))
    yield from (unit.duties for unit in units.all)


def _mentions(text: str) -> bool:
    """Return whether a text speaks of an appendix, be it with a slip that its wording is told of."""
    words = (match[1] for match in _APPENDIX.finditer(text.casefold()))
    return any(slips(fold(word), "luc", 1) is not None for word in words) or bool(_ATTACHED.search(fold(text)))
