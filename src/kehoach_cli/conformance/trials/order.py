"""Tests of what stands after what: numbers, letters, authority, appendices, recipients."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.conformance.elements import appendix_number, is_part, is_point, lines_of
from kehoach_cli.conformance.rules import On
from kehoach_cli.conformance.trials.base import Fault, UnknownError, short, shown
from kehoach_cli.model.topics import roman
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.conformance.trials.base import Trial

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_PREFIXES = ("TM.", "Q.", "KT.", "TL.", "TUQ.")
_POSTS = (
    "chu tich", "pho ", "giam doc", "tong giam doc", "truong ", "bo truong", "thu truong", "hieu truong", "chanh ",
    "cuc truong", "thu tuong", "vien truong",
)  # fmt: skip
_COLLECTIVE = ("uy ban nhan dan", "hoi dong nhan dan", "ban chi dao", "hoi dong", "tap the", "ban thuong vu")


def _roman(trial: Trial) -> Iterator[Fault]:
    divided = any(fold(paragraph.text).startswith("phan ") for paragraph in trial.elements.of(On.CONTENT))
    number = 0
    for paragraph in trial.paragraphs:
        match = is_part(paragraph.text)
        number = 1 if divided and match and match[1] == "I" else number + 1
        if match and match[1] != roman(number):
            yield Fault(paragraph, f"mục {match[1]}", f"mục {roman(number)}")
            return


def _letters(trial: Trial) -> Iterator[Fault]:
    last = -1
    for paragraph in trial.paragraphs:
        match = is_point(paragraph.text)
        letter = match[1] if match else ""
        wanted = _LETTERS[last + 1 : last + 2]
        if letter in {"a", wanted}:
            last = _LETTERS.find(letter)
            continue
        yield Fault(paragraph, f"điểm {letter})", f"điểm {wanted or 'a'})")
        last = _LETTERS.find(letter)


def _authority(trial: Trial) -> Iterator[Fault]:
    """Judge the lines above a signature: TM. before KT., each prefix before what it belongs to (II.7.b, Điều 13)."""
    lines = [(paragraph, shown(paragraph)) for paragraph in trial.paragraphs]
    prefixes = [next((p for p in _PREFIXES if re.match(rf"{re.escape(p[:-1])}\b", text)), "") for _, text in lines]
    order = [prefix for prefix in prefixes if prefix]
    for (paragraph, text), prefix in zip(lines, prefixes, strict=True):
        if prefix and not text.startswith(f"{prefix} "):
            yield Fault(paragraph, f"“{short(text)}”", f"“{prefix} …”: chữ viết tắt, dấu chấm, dấu cách")
            return
        after = fold(text.removeprefix(prefix))
        collective = after.startswith(_COLLECTIVE)
        if (prefix == "TM." and after.startswith(_POSTS)) or (prefix == "KT." and collective):
            yield Fault(paragraph, f"“{short(text)}”", "TM. trước tên tập thể, KT. trước chức vụ của người đứng đầu")
            return
        if prefix == "KT." and after.startswith("pho "):
            yield Fault(paragraph, f"“{short(text)}”", "KT. trước chức vụ của người đứng đầu")
            return
    ranks = [("TM.", "Q.", "KT.", "TL.", "TUQ.").index(prefix) for prefix in order]
    if ranks != sorted(ranks) or len(set(order)) != len(order):
        yield Fault(lines[0][0], f"“{' / '.join(text for _, text in lines)}”", "TM. rồi mới đến Q. hoặc KT.")
    elif "TM." in prefixes and prefixes.index("TM.") > 0:
        yield Fault(lines[0][0], f"“{lines[0][1]}” đứng trên TM.", "TM. ở dòng đầu")
    elif "KT." in prefixes and prefixes.index("KT.") == len(lines) - 1:
        yield Fault(lines[-1][0], f"“{lines[-1][1]}”", "dưới KT. là chức vụ của người ký")
    elif "TM." not in prefixes and any(fold(text).startswith(_COLLECTIVE) for _, text in lines):
        yield Fault(lines[0][0], f"“{lines[0][1]}”", "“TM.” trước tên tập thể")
    elif "KT." not in prefixes and "TM." in prefixes and fold(lines[-1][1]).startswith("pho "):
        yield Fault(lines[-1][0], f"“{lines[-1][1]}”", "cấp phó ký thay ghi “KT.” và chức vụ của người đứng đầu ở trên")


def _collective(trial: Trial) -> Iterator[Fault]:
    """Judge that what a people's committee or council issues is signed on behalf of it (Điều 13.2)."""
    if not fold(lines_of(trial.elements.of(On.ISSUER))).startswith(("uy ban nhan dan", "hoi dong nhan dan")):
        reason = "cơ quan ban hành không phải ủy ban hay hội đồng nhân dân"
        raise UnknownError(reason)
    first = shown(trial.paragraphs[0])
    if not any(re.match(r"(TM|TL|TUQ)\b", shown(paragraph)) for paragraph in trial.paragraphs):
        yield Fault(trial.paragraphs[0], f"“{first}”", "“TM. ỦY BAN NHÂN DÂN” ở dòng đầu")


def _referred(trial: Trial) -> Iterator[Fault]:
    pattern = trial.test.pattern.value if trial.test.pattern else ""
    text = lines_of([*trial.elements.of(On.CONTENT), *trial.elements.of(On.BASES)])
    if trial.paragraphs and not re.search(pattern, text):
        yield Fault(trial.paragraphs[0], "nội dung không nhắc tới phụ lục", "có chỉ dẫn về phụ lục")


def _appendix_numbers(trial: Trial) -> Iterator[Fault]:
    count = len(trial.paragraphs)
    for number, paragraph in enumerate(trial.paragraphs, 1):
        given, wanted = appendix_number(paragraph.text).upper(), roman(number) if count > 1 else ""
        if given != wanted:
            yield Fault(paragraph, f"“{paragraph.text.strip()}”", f"“Phụ lục {wanted}”" if wanted else "không đánh số")


def _same_number(trial: Trial) -> Iterator[Fault]:
    number = re.compile(r"số\s*:?\s*(\d+)\s*/\s*([^\s,]+(?:\s*-\s*[^\W\d_]+)*)", re.IGNORECASE)
    head = number.search(lines_of(trial.elements.of(On.NUMBER)))
    found = [(paragraph, number.search(paragraph.text)) for paragraph in trial.paragraphs]
    if head is None or not any(here for _, here in found):
        reason = "văn bản chưa có số"
        raise UnknownError(reason)
    for paragraph, here in found:
        # How the number is written is for other rules to say.
        if here and (int(here[1]), _bare(here[2])) != (int(head[1]), _bare(head[2])):
            yield Fault(paragraph, f"số {here[1]}/{here[2]}", f"số {head[1]}/{head[2]}")


def _bare(symbol: str) -> str:
    return "".join(symbol.split()).casefold()


def _as_above(trial: Trial) -> Iterator[Fault]:
    kind = fold(lines_of(trial.elements.of(On.TYPE)))
    addressed = bool(trial.elements.of(On.ADDRESSEE))
    first = fold(trial.paragraphs[0].text).strip(" -–") if trial.paragraphs else ""
    if kind not in {"bao cao", "to trinh"}:
        reason = "văn bản không phải báo cáo hay tờ trình"
        raise UnknownError(reason)
    if addressed and not first.startswith("nhu tren"):
        yield Fault(trial.paragraphs[0], f"“{short(trial.paragraphs[0].text)}”", "“- Như trên;”")
    elif not addressed and first.startswith("nhu tren"):
        yield Fault(trial.paragraphs[0], "“Như trên” mà không có “Kính gửi”", "có “Kính gửi”")


TRIALS: dict[str, Callable[[Trial], Iterator[Fault]]] = {
    "roman": _roman,
    "letters": _letters,
    "authority": _authority,
    "collective": _collective,
    "referred": _referred,
    "appendix-numbers": _appendix_numbers,
    "same-number": _same_number,
    "as-above": _as_above,
}
