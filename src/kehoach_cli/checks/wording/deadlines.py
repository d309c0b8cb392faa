"""Days by which something must be done: none lies before the plan's own."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.model.citations import DAY, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Prose

PAST = warning(
    "KH565",
    "quý, thời hạn phải thực hiện đã qua trước ngày của kế hoạch",
    """
    Kế hoạch giao việc cho một quý đã hết trước ngày ban hành ghi trong plan.yaml, hoặc hạn là một ngày trước ngày ấy.
    """,
)
_ROLES = {Role.BULLET, Role.SENTENCE}
_UNTIL = ("trước ", "chậm nhất ", "muộn nhất ")
_DEADLINE = rf"\b(?:trước|(?:chậm|muộn) nhất(?: là| vào)*) (?:ngày )?(?P<whole>{DAY})(?!\d| (?:mà|thì|chưa|nhưng)\b)"
# A duty: its verb opens the clause or a part of it, or says whom something goes to. `Hồ sơ nộp trước ngày` is none.
_DUTY = (
    r"(?:^|[,:] |\b(?:phải|cần|và|để|yêu cầu|đề nghị|bảo đảm|đảm bảo) )(?i:hoàn thành|hoàn tất|gửi|nộp|báo cáo|trình) "
    r"|\b(?:gửi|nộp|báo cáo|trình) (?:[^\W\d_]+,? ){0,12}?(?:về|cho|tới|lên|đến) "
)
_FACT = r"\b(?:đã|được|từng|cũ|sinh|hiệu lực|thành lập|trường hợp|đối với|nếu|thì|những|còn lại)\b"


def check(prose: Prose) -> Iterator[Found]:
    """Yield the deadlines of duties that were over when the plan was issued."""
    if prose.dated is None or prose.issued is None:
        return
    named = prose.naming(_UNTIL)
    for passage in (one for one in prose.passages if one in named and one.role in _ROLES):
        for match in re.finditer(_DEADLINE, passage.value):
            clause = re.split(r"[;.] ", passage.value[: match.start()])[-1]
            if not re.search(_DUTY, clause) or re.search(_FACT, clause, re.IGNORECASE):
                continue
            with suppress(ValueError):  # no day at all is said already
                if date(*parts_of(match)) < prose.dated[0]:
                    message = f"hạn `{match['whole']}` đã qua trước ngày của kế hoạch ({prose.issued.shown})"
                    hint = "sửa hạn này, hoặc ngày trong plan.yaml"
                    yield Found(PAST, passage, *match.span("whole"), message, hint)
