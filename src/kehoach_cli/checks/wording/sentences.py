"""Where sentences begin and go on: a capital behind a full stop, none behind a comma or a semicolon."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import WORD, Found, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.lexicon import FUNCTION_WORDS, OPENERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

SENTENCE = warning(
    "KH536",
    "viết hoa đầu câu",
    """
    Viết hoa chữ đầu của câu hoàn chỉnh, sau dấu `.` `?` `!` và khi xuống dòng (NĐ 30/2020/NĐ-CP, Phụ lục II, mục I);
    sau dấu `;` và `,` thì không, trừ tên riêng; từ nối (`của`, `và`, `với`) và danh từ chung (`người dân`, `doanh
    nghiệp`) giữa câu cũng không.
    """,
)
RULES = (SENTENCE,)
_ITEM = 100  # signs of an item of a list: more is no name
_BEFORE_ITEM = (", ", "; ", ": ")
# Words that begin no name and no title; the others begin one (chuyên mục Những tấm gương) unless such a word is before.
_JOINING = ("Của", "Và", "Hoặc", "Bởi", "Được")
_OPENING = ("Với", "Cho", "Là", "Những", "Các", "Để", "Trong", "Trên", "Tại", "Theo")
_BEFORE_OPENING = (FUNCTION_WORDS | {"đối", "dành"}) - {"việc"}
# People and houses that are no names, and words that no name goes on behind: của Người dân.
_COMMON = (
    "Người dân", "Người giám hộ", "Người lao động", "Người học", "Người tham gia", "Người tiêu dùng", "Người bệnh",
    "Doanh nghiệp", "Hộ gia đình", "Hộ kinh doanh", "Cá nhân", "Phụ huynh", "Học sinh", "Sinh viên", "Giáo viên",
    "Cán bộ", "Công chức", "Viên chức", "Hội viên", "Đoàn viên",
)  # fmt: skip
_BEFORE_COMMON = "của|[Cc]ác|[Nn]hững|[Mm]ọi|[Mm]ỗi|[Tt]ừng|hoặc|hay|với|cho|đến|tới|do|để|giúp|khuyến khích|yêu cầu"
_SENTENCES = {Role.BULLET, Role.SENTENCE, Role.BASIS, Role.TITLE}


def opening(passage: Passage) -> Iterator[Found]:
    """Yield the sentence that begins with a small letter."""
    if passage.role not in _SENTENCES or passage.value[0].isupper():
        return
    match = re.match(r"[(“\"]?(?P<word>[^\W\d_]++)(?!\w*[.)]|://)", passage.value)
    # The key of a formula: n là số lượng, b1: chi phí, yyyy là năm
    if match and match["word"].islower() and not re.match(r"([a-z])\1{0,3}(?:\d| ?[:=]| là\b)", passage.value):
        word = match["word"]
        right = word[0].upper() + word[1:]
        start = match.start("word")
        yield Found(SENTENCE, passage, start, match.end(), f"mở đầu bằng chữ thường: `{word}`", f"viết `{right}`")


def inside(prose: Prose) -> Iterator[Found]:
    """Yield the words of grammar with a capital between two words in small letters: tiến độ Của kế hoạch."""
    named = prose.naming(f" {word} " for word in (*_JOINING, *_OPENING))
    for passage in (one for one in prose.running if one in named):
        words = prose.words(passage)
        for before, word, behind in zip(words, words[1:], words[2:], strict=False):
            if word.text not in _JOINING and not (word.text in _OPENING and before.text in _BEFORE_OPENING):
                continue
            apart = passage.value[before.end : word.start] == passage.value[word.end : behind.start] == " "
            if apart and before.text.islower() and behind.text.islower() and not _is_quoted(passage, word.start):
                yield _capital_inside(passage, word.start, word.end)
    yield from _common(prose)


def _common(prose: Prose) -> Iterator[Found]:
    """Yield the common nouns with a capital behind a word that begins no name: của Người dân."""
    used = [noun for noun in _COMMON if f" {noun}" in prose.text and f"là {noun}" not in prose.text]  # gọi là Người học
    named = prose.naming(f" {noun}" for noun in used)
    judged = (one for one in prose.running if one in named and one.role not in {Role.NAME, Role.SCHEDULE})
    for passage in judged:
        for match in re.finditer(rf"\b(?:{_BEFORE_COMMON}) (?P<noun>{'|'.join(used)})\b", passage.value):
            before = passage.value[: match.start()].split(" ")[-2:-1]
            behind = passage.value[match.end() : match.end() + 2].strip()
            in_name = behind[:1].isupper() or any(word[:1].isupper() for word in before)
            if not in_name and not _is_quoted(passage, match.start()):
                yield _capital_inside(passage, *match.span("noun"))


def _capital_inside(passage: Passage, start: int, end: int) -> Found:
    said = passage.value[start:end]
    return Found(SENTENCE, passage, start, end, f"`{said}` viết hoa giữa câu", f"viết `{said.casefold()}`")


def _is_quoted(passage: Passage, at: int) -> bool:
    """Return whether a place stands between quotation marks."""
    quoted = passage.value.count("“", 0, at) > passage.value.count("”", 0, at)
    return quoted or passage.value.count('"', 0, at) % 2 == 1


class Names:
    """Which capitals behind a comma or a semicolon begin a name, not a clause."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose

    @cached_property
    def _written(self) -> set[str]:
        """Return the two and the three words from each capital behind a small letter on: Bộ Giao thông vận tải."""
        found: set[str] = set()
        for match in re.finditer(
            r"[^\W\d_A-Z] (?=(([^\W\d_a-z][^\W\d_]* [^\W\d_]+)(?: [^\W\d_]+)?))", self._prose.text
        ):
            if match.group()[0].islower() and match[1][0].isupper():
                found.update(match.groups())
        return found

    def hold(self, found: Found) -> bool:
        """Return whether the capital is that of an office, of a name among names, or of a name used elsewhere."""
        text, at = found.passage.value, found.start - 2
        following = WORD.match(text, found.end + 1)
        if following and (following.group() == "viên" or f"{found.words} {following.group()}" in self._written):
            return True
        if found.words == "Hướng dẫn" and text.startswith(" số ", found.end):
            return True
        before = text[max(at - _ITEM, 0) : at]
        item = before[max(map(before.rfind, _BEFORE_ITEM)) + 2 :]
        named = item[:1].isupper() and ". " not in item and not item.startswith(OPENERS)
        return text[at] == "," and len(item) < len(before) - 1 and named


def opener(passage: Passage, match: re.Match[str]) -> Found | None:
    """Return the finding for a capital behind a comma or a semicolon, None where none is wrong."""
    said = match.group() if match.group() in OPENERS else match.group().partition(" ")[0]
    end = match.start() + len(said)
    following = passage.value[end : end + 3].removeprefix(",")
    if said not in OPENERS or not (following[:1] == " " and following[1:2].islower()):
        return None
    message = f"`{said}` viết hoa sau dấu `{passage.value[match.start() - 2]}`"
    return Found(SENTENCE, passage, match.start(), end, message, f"viết `{said[0].lower()}{said[1:]}`")


def after_stop(passage: Passage, match: re.Match[str]) -> Found | None:
    """Return the finding for a small letter behind the end of a sentence, None where none is wrong."""
    said = match.group()
    if not said.islower() or passage.value[match.start() - 3].isupper():
        return None
    message = f"`{said}` viết thường sau dấu `{passage.value[match.start() - 2]}`"
    return Found(SENTENCE, passage, *match.span(), message, f"viết `{said[0].upper()}{said[1:]}`")
