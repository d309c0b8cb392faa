"""The plan's own units under a name of other parts: `Phòng Kinh tế - Hạ tầng` where units.yaml has `Phòng Kinh tế`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.phrases import ALMOST
from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.language.bodies import HEIRS
from kehoach_cli.language.letters import UPPER
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

_KINDS = ("Phòng ", "Trung tâm ", "Ban ", "Văn phòng ")
_JOIN = " - "
_PART = rf"{_JOIN}[{UPPER}][^\W\d_]*(?: [^\W\d_{UPPER}]+)?"
# What makes it the body of somebody else, or of another time.
_OF_OTHERS = (
    rf" (?:của|thuộc|tỉnh|[Tt]hành phố|huyện|quận|Sở|Bộ|cũ|trước đây|\(cũ|(?:phường|xã|đặc khu) [{UPPER}]|cấp|các)"
)
_JUDGED = {Role.BULLET, Role.SENTENCE, Role.TITLE}


def check(prose: Prose) -> Iterator[Found]:
    """Yield the names that are a unit's but for one part, replaced or added, and no other unit's."""
    names = [name for name in prose.names if name.startswith(_KINDS)] if prose.whole else []
    known = {fold(one.value) for one in prose.passages if one.role is Role.NAME}
    known |= set(map(fold, (*HEIRS, *prose.names)))
    told: set[tuple[Passage, int]] = set()
    for name in names:
        own = re.sub(" (?:phường|xã)$", "", name)
        first, *rest = own.split(_JOIN)
        for passage in (one for one in prose.naming((f"{first}{_JOIN}",)) if one.role in _JUDGED):
            for match in _named(own, passage.value):
                parts = match.group().split(_JOIN)[1:]
                unlike = len(set(parts) - set(rest))
                if unlike != 1 or len(parts) not in {len(rest), len(rest) + 1} or _is_known(match.group(), known):
                    continue
                place = passage, match.start()
                if place not in told and not re.match(_OF_OTHERS, passage.value[match.end() :]):
                    told.add(place)
                    message = f"`{match.group()}` không phải tên của đơn vị nào, units.yaml có `{name}`"
                    yield Found(ALMOST, passage, *match.span(), message, f"có phải `{name}`?")


def _named(name: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the places that begin as a name does and go on with other parts, or end with another last word."""
    first, *rest = name.split(_JOIN)
    if any(" và " in part for part in rest):  # Văn hóa - Thông tin và Thể dục
        yield from re.finditer(rf"\b{re.escape(name.rpartition(' ')[0])} [^\W\d_]+", text)
    yield from re.finditer(rf"\b{re.escape(first)}(?:{_PART})+", text)


def _is_known(said: str, known: set[str]) -> bool:
    """Return whether a name, or a longer one that begins with it, is that of a unit."""
    return any(name.startswith(fold(said)) for name in known)
