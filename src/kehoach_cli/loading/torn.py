"""Files that stop too early: in mid-line, or behind a key or a dash that begins something."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.diagnostics import Severity
from kehoach_cli.loading import rules
from kehoach_cli.location import Location
from kehoach_cli.source.mending import OPEN
from kehoach_cli.source.nodes import Mapping, Node, Sequence
from kehoach_cli.source.rules import ENCODING, SYNTAX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding

_HALVES = {SYNTAX.code, rules.UNKNOWN_KEY.code}  # what is found of a line that is cut
_ENOUGH = 2  # findings


class End(NamedTuple):
    """The last line of a file, and whether it shows that more should follow.

    `begins`: a key or a dash with nothing behind it; `breaks`: no line break, which a whole file may lack as well.
    """

    at: Location
    begins: bool
    breaks: bool


def end_of(text: str, file: str) -> End:
    """Return how a file ends."""
    body = text.rstrip()
    last = body[body.rfind("\n") + 1 :]
    at = Location(file, body.count("\n") + 1, len(last) - len(last.lstrip()) + 1, max(len(last.strip()), 1))
    return End(at, last.rstrip().endswith(OPEN) or last.strip() == "-", not text.endswith("\n"))


def tell_once(root: Node, text: str, file: str, findings: list[Finding]) -> None:
    """Tell that a file stops too early in place of all that is found of its last parts, where it does.

    One thing that is found there may be wrong for itself: but for several keys that a part lacks behind its last one.
    """
    end = end_of(text, file)
    parts = set(_last_parts(root))
    lacking = [one for one in findings if one.code == rules.MISSING_KEY.code and _place(one.at) in parts]
    there = [one for one in findings if one.at.line == end.at.line and one.severity is Severity.ERROR]
    there = [one for one in there if one not in lacking and (one.code in _HALVES or one.code == rules.WRONG_VALUE.code)]
    is_cut = (end.begins or end.breaks) and lacking and len(lacking) + len(there) >= _ENOUGH
    is_cut_in_a_letter = any(one.code == ENCODING.code and one.at.line == end.at.line for one in findings)
    if not (is_cut or is_cut_in_a_letter or any(one.for_line for one in lacking)):
        return
    findings[:] = [one for one in findings if one not in lacking and one not in there]
    if not is_cut_in_a_letter:
        message = "; ".join(["tệp dừng giữa chừng ở đây", *(one.message for one in lacking)])
        hint = "khôi phục phần bị mất từ git, hoặc viết tiếp"
        findings.append(rules.TORN.finding(end.at, message, hint, for_line=True))


def is_told(end: End, findings: Iterable[Finding]) -> bool:
    """Return whether something that is found tells of what is missing behind the last line of a file."""
    there = {one.code for one in findings if one.at.line == end.at.line and one.severity is Severity.ERROR}
    # A value that is there and wrong is wrong for itself.
    halves = there & {*_HALVES, rules.MISSING_KEY.code, ENCODING.code} if end.breaks else set()
    return bool(halves or (end.begins and there) or rules.TORN.code in there)


def _place(at: Location) -> tuple[int, int]:
    return at.line, at.column


def _last_parts(root: Node) -> Iterator[tuple[int, int]]:
    """Yield the places of the tables that reach to the end of a file, and of their last keys."""
    node: Node | None = root
    while node is not None:
        following: Node | None = None
        if isinstance(node, Mapping) and node.values:
            name, following = next(reversed(node.values.items()))
            yield _place(node.at)
            yield _place(node.key(name).at)
        elif isinstance(node, Sequence) and node.items:
            following = node.items[-1]
        node = following
