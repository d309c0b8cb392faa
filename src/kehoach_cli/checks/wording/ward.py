"""The ward or commune that issues the plan: its name and its kind are the same wherever the plan speaks of itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.capitals import PLACE
from kehoach_cli.checks.wording.compounds import is_compound
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.checks.wording.rarer import rarer
from kehoach_cli.checks.wording.spellings import plain_word, plain_words
from kehoach_cli.checks.wording.styles import I_OR_Y, TONE_PLACE, one_style
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.letters import UPPER
from kehoach_cli.language.lexicon import NAMED_FOR
from kehoach_cli.language.syllables import without_style
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose
    from kehoach_cli.checks.wording.rarer import Place

    _Named = tuple[Passage, re.Match[str]]
    from kehoach_cli.model.plan import Plan

OTHER_WARD = warning(
    "KH566",
    "tên hay loại của phường, xã khác với cơ quan ban hành",
    """
    Văn bản tự gọi mình là một phường, xã khác với cơ quan ban hành (`agency` trong plan.yaml): sai một dấu trong tên,
    còn tên của nơi khác ở trích yếu, tên phụ lục, câu kết, hoặc gọi `UBND xã` trong văn bản của phường. Kế hoạch chép
    từ nơi khác hay còn như vậy. Địa danh (`place`) là tên của chính phường, xã ấy, không phải của thành phố, tỉnh (NĐ
    30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.a).
    """,
)
RULES = (OTHER_WARD,)

_SIGNS = ("hường", "xã", "Xã", "ặc khu")
_LONGEST = 40  # letters of a body's name
_KINDS = ("phường", "xã", "đặc khu")
_OWN = re.compile(rf"(?:(?:[ủu][yỷ] ban|hội đồng) nhân dân )?(?P<kind>{'|'.join(_KINDS)}) (?P<name>.+)", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?P<kind>[Pp]hường|[Xx]ã|[Đđ]ặc khu) (?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*)*)")
_NOUN = re.compile(r"(?:Phường|Xã|Đặc khu) (?!\d)")
_ANY_NOUN = re.compile(rf"(?:{'|'.join(_KINDS)}) ", re.IGNORECASE)
_OPENS = re.compile(rf"(?:UBND|[ỦU][yỷ] ban nhân dân) (?:{'|'.join(_KINDS)}) ", re.IGNORECASE)
_BODIES = (
    "UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân|Đảng [ủu][yỷ]|Công an|Trạm Y tế|Mặt trận Tổ quốc(?: Việt Nam)?"
    "|Ban Chỉ huy Quân sự|toàn|trên địa bàn|[Nn]gân sách|[Cc]ổng thông tin điện tử|[Tt]rang thông tin điện tử"
    "|[Ll]ãnh đạo|[Đđ]ài [Tt]ruyền thanh|[Tt]rạm [Tt]ruyền thanh|[Nn]hân dân"
)
# UBND xã, phường: those of every kind; UBND xã và các trường: the plan's own.
_GOES_ON = rf"(?:,| và| hoặc|/) ?(?:(?:các|UBND|[ỦU][yỷ] ban nhân dân) )*(?:{'|'.join(_KINDS)}|thị trấn)\b"


def check(prose: Prose, plan: Plan) -> Iterator[Found]:
    """Yield this ward's name with a slip, another's where the plan names itself, and bodies of the other kind."""
    own = next((match for line in plan.agency.name if (match := _OWN.fullmatch(line.value))), None)
    kind, name = (own["kind"].casefold(), _titled(own["name"])) if own else ("", "")
    speaking = prose.naming(_SIGNS)
    named = [(one, match) for one in prose.passages if one in speaking for match in _NAMED.finditer(one.value)]
    if own and (right := _kind_meant(named, kind, name)):
        heading = next(one for one in prose.passages if own.string == one.value)
        message = f"cơ quan ban hành là {kind} {name}, còn mọi chỗ khác trong kế hoạch là {right} {name}"
        yield Found(OTHER_WARD, heading, *own.span("kind"), message, f"có phải `{_as(own['kind'], right)}`?")
        kind = right
    # Phường 1 Bảo Lộc, phường B’Lao: names that are not told apart from the words around them
    is_plain = name.replace(" ", "").isalpha()
    called = _called(named, name) if is_plain else ""
    place = next((one for one in prose.passages if one.text is plan.agency.place), None)
    if place:
        yield from _place(place, kind, (called or name) if plan.agency.is_council else "")
    if own is None or not is_plain:
        return
    if called:
        heading = next(one for one in prose.passages if own.string == one.value)
        message = f"cơ quan ban hành là `{name}`, còn mọi chỗ khác viết `{called}`"
        yield Found(OTHER_WARD, heading, *own.span("name"), message, "sửa tên ở đây, hoặc ở các chỗ kia")
        name = called
    if prose.whole:
        yield from _styles(prose, name)
    itself = {id(text) for text in (plan.subject, plan.closing, plan.appendix.title, plan.appendix.issued_by)}
    if _OPENS.match(plan.opening.value):
        itself.add(id(plan.opening))
    yield from _others(prose, named, kind, name, itself)


def _others(prose: Prose, named: list[_Named], kind: str, name: str, itself: Container[int]) -> Iterator[Found]:
    """Yield what names or means another place; the texts of `itself` name the plan's own."""
    speaking = prose.naming(_SIGNS)
    for passage, match in named:
        if not passage.value.isupper():
            yield from _name(passage, match, kind, name, is_own=id(passage.text) in itself)
    for passage in prose.running:
        if passage in speaking:
            yield from _small(passage, kind, name)
            yield from _bodies(passage, kind)


def _kind_meant(named: list[_Named], kind: str, name: str) -> str:
    """Return the kind that the whole plan gives its own place, several times over, where the letterhead alone errs."""
    found = Counter(
        match["kind"].casefold()
        for passage, match in named
        if not passage.value.isupper()
        and plain_words(" ".join(match["name"].split(" ")[: name.count(" ") + 1])) == plain_words(name)
    )
    (usual, count), *_ = found.most_common(1) or [("", 0)]
    return usual if count > 1 and kind not in found else ""


def _as(written: str, right: str) -> str:
    """Return a kind in capitals where another is written so."""
    return right.upper() if written.isupper() else right


def _titled(name: str) -> str:
    return " ".join(word.title() for word in name.split(" "))


def _place(place: Passage, kind: str, name: str) -> Iterator[Found]:
    """Yield the place above the date where it is not the ward's own name, or not written as one."""
    value = place.value
    right = f"{kind.capitalize()} {name}" if name[:1].isdigit() else name
    if name and _letters(name) not in {_letters(value), _letters(_ANY_NOUN.sub("", value, 1))}:
        message = f"địa danh `{value}` không phải tên của cơ quan ban hành, {kind} {name}"
        yield Found(OTHER_WARD, place, 0, len(value), message, f"viết `{right}`")
    elif any(word[0].islower() for word in value.split() if word[0].isalpha()):
        yield Found(PLACE, place, 0, len(value), f"`{value}` là địa danh", f"viết `{right or _titled(value)}`")
    elif (noun := _NOUN.match(value)) and not value.startswith(tuple(NAMED_FOR), noun.end()):
        # One that is called by a number, a person or an event keeps it: Phường 5, Phường Điện Biên Phủ.
        message = f"địa danh là tên riêng, không kèm `{noun.group().strip()}`"
        yield Found(PLACE, place, *noun.span(), message, f"viết `{value[noun.end() :]}`")


def _letters(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters and one style, whatever joins them."""
    return tuple(map(plain_word, re.findall(r"\w+", name)))


def _called(named: list[_Named], name: str) -> str:
    """Return how the whole plan writes the name, several times over, where the letterhead alone has other marks."""
    near = (" ".join(match["name"].split(" ")[: name.count(" ") + 1]) for _, match in named)
    alike = Counter(one for one in near if fold(one) == fold(name))
    (usual, count), *_ = alike.most_common(1) or [("", 0)]
    return usual if count > 1 and plain_words(name) not in map(plain_words, alike) else ""


def _name(passage: Passage, match: re.Match[str], kind: str, name: str, *, is_own: bool) -> Iterator[Found]:
    whole = match["name"]
    said = " ".join(whole.split(" ")[: name.count(" ") + 1])
    span = (match.start(), match.start("name") + len(said))
    if plain_words(said) == plain_words(name):
        if match["kind"].casefold() != kind:
            message = f"`{match['kind']} {said}` mà cơ quan ban hành là {kind} {name}"
            yield Found(OTHER_WARD, passage, *span, message, f"viết `{kind} {name}`")
    elif fold(said) == fold(name):
        message = f"`{said}` viết khác tên của cơ quan ban hành, `{name}`"
        yield Found(OTHER_WARD, passage, *span, message, f"viết `{name}`")
    elif is_own:
        message = f"ở đây là `{match['kind']} {whole}`, còn cơ quan ban hành là {kind} {name}"
        yield Found(OTHER_WARD, passage, *match.span(), message, f"viết `{kind} {name}`")


def _small(passage: Passage, kind: str, name: str) -> Iterator[Found]:
    """Yield the ward's name in small letters behind its kind: phường phúc lợi, Phúc lợi, but xã mẫu mực."""
    one_capital = name[0] + name[1:].casefold()
    either = name.casefold() if one_capital == name else f"(?:{name.casefold()}|{one_capital})"
    for match in re.finditer(rf"\b(?i:{kind}) (?P<name>{either})\b(?: (?P<next>\w+))?", passage.value):
        if not match["next"] or not is_compound(match["name"].split(" ")[-1], match["next"].casefold()):
            message = f"`{match['name']}` là tên riêng của {kind}"
            yield Found(PLACE, passage, *match.span("name"), message, f"viết `{name}`")


def _styles(prose: Prose, name: str) -> Iterator[Found]:
    """Yield the ward's name where its tone mark stands, or its i or y is, as in fewer places: Bình Thuỷ."""
    plain = plain_words(name)
    if " ".join(plain) == fold(name):
        return
    places: dict[str, list[Place]] = defaultdict(list)
    for passage in prose.passages:
        small = prose.small[passage]
        for number in (at for at, word in enumerate(small) if plain_word(word) == plain[0]):
            end = number + len(plain)
            if list(map(plain_word, small[number:end])) == plain and _stands_alone(prose, passage, number, end):
                words = prose.words(passage)[number:end]
                places[" ".join(small[number:end])].append((passage, words[0].start, words[-1].end))
    usual = max(places, key=lambda form: len(places[form]), default="")
    for form in places.keys() - {usual}:
        is_tone = " ".join(map(without_style, form.split(" "))) == " ".join(map(without_style, usual.split(" ")))
        yield from rarer(TONE_PLACE if is_tone else I_OR_Y, places[usual], places[form], look=one_style)


def _stands_alone(prose: Prose, passage: Passage, number: int, end: int) -> bool:
    """Return whether words are the ward's name and no part of another: Nguyễn Bình Thủy, Bình Thủy Đông."""
    spelled, gaps = prose.spelled[passage], prose.gaps[passage]
    before = " ".join(spelled[max(number - 2, 0) : number]).casefold()
    is_alone = end - number == len(spelled)
    is_of_kind = before.endswith(_KINDS) and gaps[number] == " "
    is_whole = set(gaps[number + 1 : end]) <= {" "} and spelled[number][0].isupper()
    goes_on = gaps[end] == " " and "".join(spelled[end : end + 1]).istitle()
    return is_whole and (is_of_kind or is_alone) and not goes_on


def _bodies(passage: Passage, kind: str) -> Iterator[Found]:
    """Yield the bodies of a ward in the plan of a commune, or the other way about; lists of both are meant."""
    for other in (one for one in _KINDS[:2] if one != kind and f" {one}" in passage.value):
        for match in re.finditer(rf" (?P<kind>{other})\b(?!{_GOES_ON}| hội| [{UPPER}])", passage.value):
            body = re.search(rf"\b(?:{_BODIES})$", passage.value[max(match.start() - _LONGEST, 0) : match.start()])
            if body:
                message = f"`{body.group()}{match.group()}` trong văn bản của một {kind}"
                yield Found(OTHER_WARD, passage, *match.span("kind"), message, f"có phải `{kind}`?")
