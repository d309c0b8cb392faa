"""Links: an address that shows a result is one that a browser can open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Text
    from kehoach_cli.model.entries import Progress

BROKEN = warning(
    "KH412",
    "đường dẫn minh chứng không mở được, hoặc đứng hai lần",
    """
    Địa chỉ trong `links` viết sai dạng (`htps://…`, `http:/…`, có dấu cách hay dấu phẩy ở tên miền): người đọc báo cáo
    bấm vào không mở được; hoặc một kết quả ghi một đường dẫn hai lần. Minh chứng không phải là địa chỉ (số công văn,
    tên tệp) thì không bị xét.
    """,
)
_SOUND = r"https?://[^\s/?#,;]+\.[^\s/?#,;.]+(?:[/?#]\S*)?"
# What was surely meant to be an address: it says how to fetch something, rightly or not.
_MEANT = r"(?i)\s*(?:\w{1,12}\s*[:;]\s*[/\\]|h{0,2}t{1,3}p{0,2}s?\s*[/\\]{2})"
_START = r"\s*\w{1,12}\s*[:;]*\s*[/\\]*\s*"


def check(progress: Progress) -> Iterator[Finding]:
    """Yield the addresses that no browser opens."""
    links = [link for entry in progress.entries if entry.links for link in entry.links if link.value]
    for entry in progress.entries:
        if len(entry.links) > 1:
            seen: dict[str, Text] = {}
            for link in entry.links:
                first = seen.setdefault(link.value, link)
                if first is not link and link.value:
                    yield BROKEN.finding(link.at, f"đường dẫn `{link}` đứng hai lần", "bỏ một lần", see=first.at)
    if links:
        sound = re.compile(_SOUND).fullmatch
        for link in links:
            if not sound(link.value) and re.match(_MEANT, link.value):
                right = f"https://{re.sub(_START, '', link.value, count=1)}"
                hint = f"có phải `{right}`?" if sound(right) and right != link.value else "sửa địa chỉ"
                yield BROKEN.finding(link.at, f"đường dẫn `{link}` không mở được", hint)
