"""The letters of a cited document's symbol: the type and the issuer that they name, and the issuer named behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.citations import FORM
from kehoach_cli.checks.wording.dating import YEAR
from kehoach_cli.checks.wording.days import PADDING
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.language.bodies import ISSUERS
from kehoach_cli.model.citations import NUMBER, SHORT, TYPES
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Cited, Passage, Prose

_SHORTS = SHORT.split("|")
_BY_LETTERS = {"".join(sorted(fold(name))): name for name in ISSUERS}
_SHORTEST = 3  # letters of an issuer; shorter ones are too much alike
_ANY_SYMBOL = re.compile(
    rf"(?<![\d/])(?P<number>{NUMBER})(?P<year>/(?:19|20)\d\d)?[/-](?P<type>[A-ZĐƯ][A-Za-zĐđƯ]{{0,4}})[-/](?P<issuer>[A-ZĐƯ]\w*)"
)
_SLIPPED_WORD = re.compile(rf"\b(?P<type>{'|'.join(TYPES)}) (?P<word>s\w) (?={NUMBER}[/-])", re.IGNORECASE)
_PARTY = {"Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành"}
# Who issues documents of a symbol; other symbols are not judged.
_OWN = (
    (re.compile(r"/(?:NĐ|NQ)-CP$"), {"Chính phủ"}),
    (re.compile(r"/(?:QĐ|CT|CĐ)-TTg$"), {"Thủ tướng"}),
    (re.compile(r"UBTVQH\d*$"), {"Ủy ban Thường vụ Quốc hội"}),
    (re.compile(r"/QH\d\d$"), {"Quốc hội"}),
    (re.compile(r"/TW$"), _PARTY),
)
_NAMED = re.compile(
    r",? của (?:nước )?(?P<issuer>Chính phủ|Thủ tướng|Quốc hội|(?:Ủy|Uỷ) ban [Tt]hường vụ Quốc hội|Bộ Chính trị"
    r"|Ban Bí thư|Ban Chấp hành|(?:Ủy|Uỷ) ban nhân dân|UBND|Bộ trưởng|Bộ [A-ZĐÂÔ])"
)


def check(prose: Prose) -> Iterator[Found]:
    """Yield symbols with a letter wrong, numbers without their 0, and issuers that the symbol gainsays."""
    for passage in prose.citing:
        if "/" in passage.value:
            yield from _letters(passage)
    for place in prose.cited:
        yield from _issuer(place)
        yield from _padding(place)


def _letters(passage: Passage) -> Iterator[Found]:
    for match in _ANY_SYMBOL.finditer(passage.value):
        kind, issuer = match["type"], match["issuer"]
        right_kind = kind if kind in _SHORTS else next((one for one in _SHORTS if fold(one) == fold(kind)), "")
        right_issuer = issuer
        if issuer == "TƯ":
            right_issuer = "TW"
        elif len(issuer) >= _SHORTEST and issuer not in ISSUERS:
            right_issuer = _BY_LETTERS.get("".join(sorted(fold(issuer))), issuer)
        if right_kind and (right_kind, right_issuer) != (kind, issuer):
            symbol = match.group()[match.start("type") - match.start() :]
            right = symbol.replace(kind, right_kind, 1)[: -len(issuer)] + right_issuer
            span = (match.start("type"), match.end())
            yield Found(FORM, passage, *span, f"ký hiệu `{symbol}` viết sai chữ", f"viết `{right}`")
    for match in _SLIPPED_WORD.finditer(passage.value):
        if fold(match["word"]) == "so" and match["word"].casefold() != "số":
            yield Found(FORM, passage, *match.span("word"), f"`{match['word']}` viết sai chữ", "viết `số`")


def _issuer(place: Cited) -> Iterator[Found]:
    """Yield an issuer named behind a document that those of its symbol do not have."""
    citation, text = place.citation, place.passage.value
    own = next((issuers for symbol, issuers in _OWN if symbol.search(citation.name)), None)
    end = citation.date_span[1] if citation.parts else citation.span[1]
    match = _NAMED.match(text, end) if own else None
    if own is None or match is None:
        return
    said = match["issuer"].replace("Uỷ", "Ủy").replace("thường", "Thường")
    if said not in own:
        message = f"`{citation.name}` là ký hiệu văn bản của {' hay '.join(sorted(own))}, ở đây ghi của `{said}`"
        yield place.found(YEAR, message, "xem lại ký hiệu và cơ quan ban hành", match.span("issuer"))


def _padding(place: Cited) -> Iterator[Found]:
    name = place.citation.name
    if name[:1].isdecimal() and not name[1:2].isalnum() and name[0] != "0":
        message = f"số của `{name}` nhỏ hơn 10 mà không có số 0 phía trước"
        yield place.found(PADDING, message, f"viết `0{name}`", place.citation.span)
