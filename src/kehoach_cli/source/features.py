"""What of YAML the data have no use for: aliases, anchors and tags, told as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.source import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Location

QUOTE = "đặt cả giá trị trong ngoặc kép"
_WORDS = {"&": "neo", "!": "nhãn kiểu"}
_LONGEST = 1000  # letters; a parser takes no longer anchor for one


def alias(name: str, at: Location) -> Finding:
    """Return the finding for an alias."""
    message = f"không dùng bí danh `*{name}`"
    return rules.FEATURES.finding(at._replace(width=len(name) + 1), message, f"xóa dấu `*`, hoặc {QUOTE}")


def before(text: str, index: int, at: Location, *, is_text: bool) -> Iterator[Finding]:
    """Yield the anchor and the tag that stand from an index on before a value; a text may have meant their signs."""
    signs = re.compile(r"(?:[&!]\S*[ \t]*)+").match(text, index, index + _LONGEST)
    for sign in re.finditer(r"[&!]\S*", signs.group() if signs else ""):
        word = sign.group()
        message = f"không dùng {_WORDS[word[0]]} `{word}`"
        hint = f"bỏ `{word}`; nếu là nội dung thì {QUOTE}" if is_text else f"bỏ `{word}`"
        place = at._replace(column=at.column + sign.start(), width=len(word))
        yield rules.FEATURES.finding(place, message, hint)
