"""The letters of a cited document's symbol: the type and the issuer that they name, and the issuer named behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.forms import FORM, PADDING, YEAR
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.language.bodies import HEIRS, ISSUERS
from kehoach_cli.language.phrases import NAMES
from kehoach_cli.language.syllables import is_syllable
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
_PARTY = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành")
# Who issues documents of a symbol; other symbols are not judged.
_OWN = (
    (("/NĐ-CP", "/NQ-CP"), ("Chính phủ",)),
    (("/QĐ-TTg", "/CT-TTg", "/CĐ-TTg"), ("Thủ tướng",)),
    (("UBTVQH",), ("Ủy ban Thường vụ Quốc hội",)),
    (("/QH",), ("Quốc hội",)),
    (("/TW",), _PARTY),
    (("-UBND",), ("Ủy ban nhân dân", "Chủ tịch")),
    (("-HĐND",), ("Hội đồng nhân dân",)),
)
_BEGUN = (("/TT-B", ("Bộ",)), ("-SGD", ("Sở",)))
# What these two issue under other types than their own: nothing.
_TYPES_OF = {"NĐ": ("CP", "HĐBT"), "TTg": ("QĐ", "CT", "CĐ", "TTr")}
# Few documents have what these find: they are compiled where something like it stands.
_DASHED = rf"(?<![\d/])(?P<number>{NUMBER})-(?P<type>{SHORT})-(?P<issuer>TW|TU|ĐU)\b"
_GLUED = rf"(?P<issuer>{'|'.join(sorted(ISSUERS))})(?P<word>[^\W\dA-Z_]{{2,}})"
_OFFICE = re.compile(r",? của (?:Bộ trưởng |Giám đốc )?(?=(?:Bộ|Sở) )")
# Ministries and departments, the longest name first, and the letters that stand for them in a symbol.
_OFFICES = {
    name: "".join(word[0] for word in re.findall(r"\w+", name) if word != "và").upper()
    for name in sorted({*NAMES, *HEIRS, *HEIRS.values()}, key=len, reverse=True)
    if name.startswith(("Bộ ", "Sở "))
}
# Decrees and circulars bear their year behind their number, all of them from this one on.
_OF_YEARS = rf"(?P<number>{NUMBER})/(?P<symbol>NĐ-CP|TT-B[A-ZĐ&]+|TTLT-[A-ZĐ&-]+)"
_YEARS_SINCE = 2000
_WITHOUT_TYPE = (
    rf"\b(?P<type>{'|'.join(name for name, short in TYPES.items() if short)}) (?:số )?"
    rf"(?P<name>(?P<number>{NUMBER}/20\d\d)/(?P<issuer>B[A-ZĐ]{{2,}}|CP|TTg|UBND|HĐND))\b(?!-)"
)
_LOOK = "xem lại loại văn bản và cơ quan ban hành"
_NAMED = re.compile(
    r",? của (?:nước |Giám đốc )?"
    r"(?P<issuer>Chính phủ|Thủ tướng|Quốc hội|(?:Ủy|Uỷ) ban [Tt]hường vụ Quốc hội|Bộ Chính trị"
    r"|Ban Bí thư|Ban Chấp hành|(?:Ủy|Uỷ) ban nhân dân|UBND|Bộ trưởng|Bộ(?= [A-ZĐÂÔ])|Hội đồng nhân dân|HĐND|Chủ tịch"
    r"|Sở(?= [A-ZĐÂÔ]))"
)


def check(prose: Prose) -> Iterator[Found]:
    """Yield symbols with a letter wrong, numbers without their 0, and issuers that the symbol gainsays."""
    for passage in prose.citing:
        if "/" in passage.value or "-" in passage.value:
            yield from _letters(passage)
            yield from _without_type(passage)
    years = {re.sub(r"/\d{4}/", "/", one.citation.name, count=1): one.citation.year for one in prose.cited}
    for place in prose.cited:
        yield from _year(place, years)
        yield from _issuer(place)
        yield from _office(place)
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
        glued = None if issuer in ISSUERS else re.fullmatch(_GLUED, issuer)
        if glued and is_syllable(glued["word"]):
            message = f"ký hiệu `{kind}-{glued['issuer']}` dính với chữ `{glued['word']}`"
            at = match.start("issuer") + len(glued["issuer"])
            yield Found(FORM, passage, at, match.end(), message, "thêm một dấu cách")
            continue
        if issuer not in _TYPES_OF.get(kind, (issuer,)) or kind not in _TYPES_OF.get(issuer, (kind,)):
            symbol = f"{kind}-{issuer}"
            yield Found(FORM, passage, match.start("type"), match.end(), f"không có loại văn bản `{symbol}`", _LOOK)
            continue
        if right_kind and (right_kind, right_issuer) != (kind, issuer):
            symbol = match.group()[match.start("type") - match.start() :]
            right = symbol.replace(kind, right_kind, 1)[: -len(issuer)] + right_issuer
            span = (match.start("type"), match.end())
            yield Found(FORM, passage, *span, f"ký hiệu `{symbol}` viết sai chữ", f"viết `{right}`")
    of_party = any(f"-{issuer}" in passage.value for issuer in ("TW", "TU", "ĐU"))
    for match in re.finditer(_DASHED, passage.value) if of_party else ():
        right = f"{match['number']}-{match['type']}/{match['issuer']}"
        yield Found(FORM, passage, *match.span(), f"ký hiệu `{match.group()}` thiếu dấu `/`", f"viết `{right}`")
    for match in _SLIPPED_WORD.finditer(passage.value):
        if fold(match["word"]) == "so" and match["word"].casefold() != "số":
            yield Found(FORM, passage, *match.span("word"), f"`{match['word']}` viết sai chữ", "viết `số`")


def _without_type(passage: Passage) -> Iterator[Found]:
    """Yield the symbols of an issuer alone: 29/2024/BGDĐT."""
    for match in re.finditer(_WITHOUT_TYPE, passage.value, re.IGNORECASE) if "/20" in passage.value else ():
        if match["issuer"].isupper() or match["issuer"] == "TTg":
            right = f"{match['number']}/{TYPES[match['type'].casefold()]}-{match['issuer']}"
            message = f"`{match['name']}` thiếu chữ viết tắt của `{match['type']}`"
            yield Found(FORM, passage, *match.span("name"), message, f"viết `{right}`")


def _year(place: Cited, years: dict[str, int]) -> Iterator[Found]:
    """Yield a decree or a circular without its year; `years` are those that the document has with other names."""
    citation = place.citation
    match = re.fullmatch(_OF_YEARS, citation.name)
    year = (citation.parts[0] if citation.parts else years.get(citation.name, 0)) if match else 0
    if match and year >= _YEARS_SINCE and match["number"] != str(year):
        message = f"`{citation.name}` thiếu năm ban hành"
        yield place.found(FORM, message, f"viết `{match['number']}/{year}/{match['symbol']}`", citation.span)


def _issuer(place: Cited) -> Iterator[Found]:
    """Yield an issuer named behind a document that those of its symbol do not have."""
    citation, text = place.citation, place.passage.value
    own = _issuers_of(citation.name)
    end = citation.date_span[1] if citation.parts else citation.span[1]
    match = _NAMED.match(text, end) if own else None
    if own is None or match is None:
        return
    said = match["issuer"].replace("Uỷ", "Ủy").replace("thường", "Thường")
    said = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}.get(said, said)
    if not said.startswith(own):
        message = f"`{citation.name}` là ký hiệu văn bản của {' hay '.join(own)}, ở đây ghi của `{match['issuer']}`"
        yield place.found(YEAR, message, "xem lại ký hiệu và cơ quan ban hành", match.span("issuer"))


def _issuers_of(name: str) -> tuple[str, ...] | None:
    """Return who issues the documents of a symbol, None where nobody knows."""
    letters = name.rstrip("0123456789")  # the number of a National Assembly
    by_end = (issuers for ends, issuers in _OWN if letters.endswith(ends))
    return next(by_end, None) or next((issuers for begun, issuers in _BEGUN if begun in name), None)


def _office(place: Cited) -> Iterator[Found]:
    """Yield a ministry or department named behind a document that another's letters stand for: 215/SYT-DS."""
    citation, text = place.citation, place.passage.value
    code = next((part for part in re.split("[-/]", citation.name) if part in _OFFICES.values()), None)
    named = _OFFICE.match(text, citation.date_span[1] if citation.parts else citation.span[1]) if code else None
    if named is None:
        return
    office = next((name for name in _OFFICES if text.startswith(name, named.end())), None)
    if office and _OFFICES[office] != code:
        message = f"`{citation.name}` mang chữ viết tắt `{code}`, ở đây ghi của `{office}`"
        span = named.end(), named.end() + len(office)
        yield place.found(YEAR, message, "xem lại ký hiệu và cơ quan ban hành", span)


def _padding(place: Cited) -> Iterator[Found]:
    name = place.citation.name
    if name[:1].isdecimal() and not name[1:2].isalnum() and name[0] != "0":
        message = f"số của `{name}` nhỏ hơn 10 mà không có số 0 phía trước"
        yield place.found(PADDING, message, f"viết `0{name}`", place.citation.span)
