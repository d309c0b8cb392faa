"""The ward or commune that issues the plan: its name and its kind are the same wherever the plan speaks of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.capitals import PLACE
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.checks.wording.spellings import plain_words
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.letters import UPPER
from kehoach_cli.language.lexicon import NAMED_FOR
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose
    from kehoach_cli.model.plan import Plan

OTHER_WARD = warning(
    "KH566",
    "tên hay loại của phường, xã khác với cơ quan ban hành",
    """
    Văn bản tự gọi mình là một phường, xã khác với cơ quan ban hành (`agency` trong plan.yaml): sai một dấu trong tên,
    còn tên của nơi khác ở trích yếu, tên phụ lục, câu kết, hoặc gọi `UBND xã` trong văn bản của phường. Kế hoạch chép
    từ nơi khác hay còn như vậy.
    """,
)
RULES = (OTHER_WARD,)

_KINDS = ("phường", "xã", "đặc khu")
_OWN = re.compile(rf"(?P<kind>{'|'.join(_KINDS)}) (?P<name>.+)", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?P<kind>[Pp]hường|[Xx]ã|[Đđ]ặc khu) (?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*)*)")
_NOUN = re.compile(r"(?:Phường|Xã|Đặc khu) (?!\d)")
_OPENS = re.compile(rf"(?:UBND|[ỦU][yỷ] ban nhân dân) (?:{'|'.join(_KINDS)}) ", re.IGNORECASE)
_BODIES = (
    "UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân|Đảng [ủu][yỷ]|Công an|Trạm Y tế|Mặt trận Tổ quốc(?: Việt Nam)?"
    "|Ban Chỉ huy Quân sự|toàn|trên địa bàn"
)


def check(prose: Prose, plan: Plan) -> Iterator[Found]:
    """Yield this ward's name with a slip, another's where the plan names itself, and bodies of the other kind."""
    place = next((one for one in prose.passages if one.text is plan.agency.place), None)
    if place and any(word[0].islower() for word in place.value.split() if word[0].isalpha()):
        right = place.value.title()
        yield Found(PLACE, place, 0, len(place.value), f"`{place.value}` là địa danh", f"viết `{right}`")
    elif place and (noun := _NOUN.match(place.value)) and not place.value.startswith(tuple(NAMED_FOR), noun.end()):
        # One that is called by a number, a person or an event keeps it: Phường 5, Phường Điện Biên Phủ.
        message = f"địa danh là tên riêng, không kèm `{noun.group().strip()}`"
        yield Found(PLACE, place, *noun.span(), message, f"viết `{place.value[noun.end() :]}`")
    own = next((match for line in plan.agency.name if (match := _OWN.fullmatch(line.value))), None)
    if own is None or not own["name"].replace(" ", "").isalpha():
        return  # Phường 1 Bảo Lộc, phường B’Lao: names that are not told apart from the words around them
    kind, name = own["kind"].casefold(), " ".join(word.title() for word in own["name"].split(" "))
    if _is_called_otherwise(prose, name):
        heading = next(one for one in prose.passages if own.string == one.value)
        message = f"cơ quan ban hành là `{name}`, còn mọi chỗ khác viết tên này khác dấu"
        yield Found(OTHER_WARD, heading, *own.span("name"), message, "sửa tên ở đây, hoặc ở các chỗ kia")
        return
    itself = {id(text) for text in (plan.subject, plan.closing, plan.appendix.title, plan.appendix.issued_by)}
    if _OPENS.match(plan.opening.value):
        itself.add(id(plan.opening))
    named = prose.naming(("hường ", "xã ", "Xã ", "ặc khu "))
    for passage in prose.running:
        if passage in named:
            yield from _names(passage, kind, name, is_own=id(passage.text) in itself)
            yield from _bodies(passage, kind)


def _is_called_otherwise(prose: Prose, name: str) -> bool:
    """Return whether the whole plan writes the name otherwise, several times over: the letterhead is wrong then."""
    found = [match["name"] for passage in prose.passages for match in _NAMED.finditer(passage.value)]
    near = [plain_words(" ".join(one.split(" ")[: name.count(" ") + 1])) for one in found]
    alike = [one for one in near if fold(" ".join(one)) == fold(name)]
    return len(alike) > 1 and plain_words(name) not in alike


def _names(passage: Passage, kind: str, name: str, *, is_own: bool) -> Iterator[Found]:
    for match in _NAMED.finditer(passage.value):
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


def _bodies(passage: Passage, kind: str) -> Iterator[Found]:
    """Yield the bodies of a ward in the plan of a commune, or the other way about; lists of both are meant."""
    for other in _KINDS[:2]:
        if other == kind:
            continue
        for match in re.finditer(rf"\b(?:{_BODIES}) (?P<kind>{other})\b(?!,| và| hoặc| hội| [{UPPER}])", passage.value):
            message = f"`{match.group()}` trong văn bản của một {kind}"
            yield Found(OTHER_WARD, passage, *match.span("kind"), message, f"có phải `{kind}`?")
