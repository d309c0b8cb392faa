"""Links: an address that shows a result is one that a browser can open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.entries import Progress

BROKEN = warning(
    "KH412",
    "đường dẫn minh chứng không mở được",
    """
    Địa chỉ trong `links` viết sai dạng (`htps://…`, `http:/…`, có dấu cách hay dấu phẩy ở tên miền): người đọc báo cáo
    bấm vào không mở được. Minh chứng không phải là địa chỉ (số công văn, tên tệp) thì không bị xét.
    """,
)
_SOUND = re.compile(r"https?://[^\s/?#,;]+\.[^\s/?#,;.]+(?:[/?#]\S*)?")
# What was surely meant to be an address: it says how to fetch something, rightly or not.
_MEANT = re.compile(r"\s*(?:\w{1,12}\s*[:;]\s*[/\\]|h{0,2}t{1,3}p{0,2}s?\s*[/\\]{2})", re.IGNORECASE)
_START = re.compile(r"\s*\w{1,12}\s*[:;]*\s*[/\\]*\s*")


def check(progress: Progress) -> Iterator[Finding]:
    """Yield the addresses that no browser opens."""
    for entry in progress.entries:
        for link in entry.links:
            if link.value and not _SOUND.fullmatch(link.value) and _MEANT.match(link.value):
                rest = _START.sub("", link.value, count=1)
                right = f"https://{rest}"
                hint = f"có phải `{right}`?" if _SOUND.fullmatch(right) and right != link.value else "sửa địa chỉ"
                yield BROKEN.finding(link.at, f"đường dẫn `{link}` không mở được", hint)
