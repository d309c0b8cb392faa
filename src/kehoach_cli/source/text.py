"""Bytes of a data file to NFC text, with a located finding for all that could be misread."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from kehoach_cli.location import Location
from kehoach_cli.source import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding

MAX_BYTES = 5_000_000
MOST_MARKS = 30  # Unicode Standard Annex #15, Stream-Safe Text Format
_FAR_LETTERS = rf"[^\x00-\u02ff\u1e00-\u1eff\u2000-\u206f]{{{MOST_MARKS + 1},}}"  # not Vietnamese ones
_TWO_MARKS = "\u0f73\u0f75\u0f81"  # marks that Unicode does not class as such, but takes apart into two
_MAX_ODD = 100  # a file of another kind has one on every line: more than these help nobody

# Patterns are compiled where they are used: most files need none of them.
# Control and format characters, and the last two of every plane, which are no characters at all.
HIDDEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff\U000e0000-\U000e0fff"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_JOINING = "\u200b\u200c\u200d\u2060\ufeff"  # signs of no width: a space may have stood there
BREAKS = "\x0b\x0c\x85\u2028\u2029"  # signs that end a line for Word and web pages: they stand between two words
_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INDENT = rf"(?m)^ *(?P<odd>[{_ODD_SPACES}](?:[ {_ODD_SPACES}]*[{_ODD_SPACES}])?)"
# `Tuyáº¿n`, `giÃ¡o`: the bytes of a Vietnamese letter in UTF-8, each read as a sign of Windows-1252.
_AS_1252 = "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
_MISREAD = rf"\S*(?:á[º»](?:{_AS_1252})|(?<=[a-z])[ÃÄÅÆ]{_AS_1252}|[ÃÄÅÆ]{_AS_1252}(?=[a-z]))\S*"
_SHOWN = 40
_FEW_BAD = 3  # signs that are no UTF-8: a slip; more are another encoding
_TAB = r"(?m)^(?! *#)[^\t\n]*(?P<odd>\t+)"


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    r"""Return the text in NFC with \n line ends, and the findings; no text when it cannot be read at all."""
    whole = Location(file, 1, 1)
    if len(data) > MAX_BYTES:
        message = f"tệp quá lớn: hơn {MAX_BYTES // 1_000_000} MB"
        return None, [rules.LIMITS.finding(whole, message, "chia thành nhiều tệp nhỏ hơn")]
    if _is_utf16(data[:1000]):
        message = "tệp lưu bằng UTF-16 (“Unicode” của Notepad), không phải UTF-8"
        return None, [rules.ENCODING.finding(whole, message, "mở bằng Notepad, Save As, chọn Encoding: UTF-8")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as failure:
        text = data.decode("utf-8", "replace")
        found = _undecodable(data, failure, file)
        if not _is_cut(failure) and (text.count("\ufffd") > _FEW_BAD or code_page(data)):
            return None, [found]
        rest, findings = decode(text.replace("\ufffd", "").encode(), file)
        return rest, [found, *findings]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    heaped = heap(text)
    if heaped is not None:
        at = Location(file, text.count("\n", 0, heaped) + 1, heaped - text.rfind("\n", 0, heaped))
        message = f"quá {MOST_MARKS} dấu phụ chồng lên một chữ"
        return None, [rules.HIDDEN.finding(at, message, "khôi phục tệp từ git, hoặc gõ lại chữ này")]
    composed = nfc(text)
    return composed, [*_decomposed(text, composed, file), *_odd_characters(composed, file), *_conflicts(composed, file)]


def heap(text: str) -> int | None:
    """Return where too many combining marks lie on one letter: ordering them takes the square of their number."""
    for run in re.finditer(_FAR_LETTERS, text):
        marks = 0
        for place, sign in enumerate(run.group(), run.start() + 1):
            marks = marks + 1 if unicodedata.combining(sign) or sign in _TWO_MARKS else 0
            if marks > MOST_MARKS:
                return place - marks
    return None


def nfc(text: str) -> str:
    """Return the text in NFC; as it is where too many marks lie on one letter."""
    return text if text.isascii() or heap(text) is not None else unicodedata.normalize("NFC", text)


def _decomposed(text: str, composed: str, file: str) -> Iterator[Finding]:
    """Yield the first letter with its marks written apart, and how many lines have such ones."""
    if composed == text:
        return
    pairs = enumerate(zip(text.split("\n"), composed.split("\n"), strict=True), 1)
    lines = [(number, one, other) for number, (one, other) in pairs if one != other]
    number, one, other = lines[0]
    at = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), 0)
    message = f"dấu ghi rời khỏi chữ (NFD) ở {len(lines)} dòng"
    hint = "lưu lại ở dạng dựng sẵn (NFC); kehoach vẫn đọc và in đúng"
    yield rules.DECOMPOSED.finding(Location(file, number, at + 1), message, hint)


def _is_utf16(head: bytes) -> bool:
    """UTF-16 says so with its first two bytes; without them every second byte of its ASCII letters is zero."""
    return head[:2] in {b"\xff\xfe", b"\xfe\xff"} or 0.2 < head.count(0) / (len(head) or 1) < 0.8  # noqa: PLR2004


def cleaned(text: str) -> str:
    """Return the text without what `decode` found in it, so that reading can go on behind those findings."""
    text = seen(text).replace("\t", " ")
    return re.sub(_INDENT, lambda match: " " * len(match.group()), text)


def seen(text: str) -> str:
    """Return the text without its hidden signs; a space stands for what broke a line between two words."""
    return re.sub(HIDDEN, "", re.sub(rf"(?<=\S)[{BREAKS}]+(?=\S)", " ", text))


def hidden_hint(sign: str) -> str:
    """Return what to do about a hidden sign."""
    if sign in BREAKS:
        return "thay bằng một dấu cách: đây là dấu xuống dòng của Word hoặc trang web"
    if "\ue000" <= sign <= "\uf8ff":
        return "thay bằng chữ hay dấu thường: ký tự này chỉ có hình trong một phông riêng, như dấu đầu dòng của Word"
    if sign in _JOINING:
        return (
            "xóa ký tự này, hoặc thay bằng dấu cách nếu nó đứng giữa hai chữ; nó thường đi theo khi chép từ trang web"
        )
    return "xóa ký tự này; nó thường đi theo khi chép từ Word hoặc trang web"


def _odd_characters(text: str, file: str) -> Iterator[Finding]:
    """Yield the first odd character of each line, and how many lines are left where they are too many."""
    found = sorted(_odd_places(text, file), key=lambda finding: finding.at)
    yield from found[:_MAX_ODD]
    if len(found) > _MAX_ODD:
        message = f"còn {len(found) - _MAX_ODD} chỗ như vậy nữa trong tệp này"
        yield rules.HIDDEN.finding(found[_MAX_ODD].at, message, "đây có đúng là tệp dữ liệu không?")


def is_printable(text: str) -> bool:
    """Return whether every sign but the ends of lines can be seen, and stands for a letter that could be read."""
    if "á»" in text or "áº" in text:  # the begin of most Vietnamese letters, read in the wrong code page
        return False
    # Signs that hardly a text in an old font does without; any() takes seven times as long as these searches.
    if "ª" in text or "®" in text or "¸" in text or "µ" in text or "ñ" in text or "ø" in text:
        return False
    if "Ã" in text or "Ä" in text or "Æ" in text:  # the same of other letters
        return False
    return text.replace("\n", "").isprintable() and "\ufffd" not in text and "\ufffc" not in text


def _odd_places(text: str, file: str) -> Iterator[Finding]:
    if is_printable(text):
        return
    from kehoach_cli.source.legacy import old_letters  # noqa: PLC0415 - hardly a file needs it

    for number, line in enumerate(text.split("\n"), 1):
        if line.isascii() and line.isprintable():
            continue
        if old := old_letters(line):
            at = Location(file, number, old.start + 1, old.end - old.start)
            message = f"chữ ở đây là của phông cũ {old.font}, không phải Unicode"
            yield rules.HIDDEN.finding(at, message, f"thay bằng `{old.text}`", for_line=True)
        elif match := re.search(_MISREAD, line):
            at = Location(file, number, match.start() + 1, len(match.group()))
            shown = "".join(filter(str.isprintable, match.group()[:_SHOWN]))
            message = f"`{shown}` là chữ UTF-8 bị đọc bằng bảng mã khác"
            hint = "gõ lại các chữ đó, hoặc khôi phục tệp từ git"
            yield rules.HIDDEN.finding(at, message, hint, for_line=True)
        elif match := re.search(HIDDEN, line):
            message = f"ký tự ẩn U+{ord(match.group()):04X} không được dùng"
            hint = hidden_hint(match.group())
            if match.group() == "\ufffd":
                message = "chữ ở đây đã hỏng khi đổi bảng mã (U+FFFD)"
                hint = "gõ lại các chữ đó, hoặc khôi phục tệp từ git"
            at = Location(file, number, match.start() + 1)
            yield rules.HIDDEN.finding(at, message, hint, for_line=match.group() == "\ufffd")
        if match := re.match(_TAB, line):
            at = Location(file, number, match.start("odd") + 1, len(match["odd"]))
            yield rules.TAB.finding(at, "có phím Tab trong tệp", "thay bằng dấu cách thường")
        if match := re.match(_INDENT, line):
            at = Location(file, number, match.start("odd") + 1, len(match["odd"]))
            message = f"thụt lề bằng dấu cách lạ U+{ord(match['odd'][0]):04X}"
            yield rules.TAB.finding(at, message, "thay bằng dấu cách thường")


def _conflicts(text: str, file: str) -> Iterator[Finding]:
    if "\n+" not in text and "\n=======\n" not in text and "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    from kehoach_cli.source.seams import conflicts, pasted  # noqa: PLC0415 - hardly a file needs it

    lines = text.split("\n")
    for run in islice(pasted(lines), _MAX_ODD):
        at = Location(file, run.start + 1, 1, len(lines[run.start]))
        message = "dòng chép từ bản so sánh của git, có `-` hoặc `+` ở đầu"
        hint = "xóa các dòng có `-` ở đầu, bỏ dấu `+` ở đầu các dòng còn lại"
        yield rules.CONFLICT.finding(at, message, hint)
    for marks in islice(conflicts(lines), _MAX_ODD):
        first, last = (Location(file, number + 1, 1, len(lines[number])) for number, _ in (marks[0], marks[-1]))
        hint = "chọn bản đúng rồi xóa các dòng đánh dấu"
        see = last if last != first else None
        yield rules.CONFLICT.finding(first, "còn dấu xung đột của git chưa giải quyết", hint, see=see)


def _is_cut(failure: UnicodeDecodeError) -> bool:
    """Return whether a file is UTF-8 up to its end, and ends within a letter: what was behind it is lost."""
    before = failure.object[: failure.start]
    return failure.reason == "unexpected end of data" and not before.isascii()


def _undecodable(data: bytes, failure: UnicodeDecodeError, file: str) -> Finding:
    before = data[: failure.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    head = before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")
    at = Location(file, before.count(b"\n") + 1, len(nfc(head)) + 1)
    if _is_cut(failure):
        message = "tệp bị cắt ở giữa một chữ, phần sau đã mất"
        return rules.ENCODING.finding(at, message, "khôi phục tệp từ git", for_line=True)
    page = code_page(data)
    seems = f"; có vẻ là bảng mã {page}" if page else ""
    message = f"tệp không lưu bằng UTF-8 (byte 0x{data[failure.start]:02X}){seems}"
    hint = "mở tệp rồi lưu lại với mã UTF-8 (Save with Encoding → UTF-8)"
    return rules.ENCODING.finding(at, message, hint, for_line=True)


_CP1258_TONES = {0xCC, 0xEC, 0xDE, 0xD2, 0xF2}
_VIETNAMESE = "[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]"


def code_page(data: bytes) -> str:
    """Return the legacy Vietnamese code page that the bytes most look like, or an empty string."""
    high = [byte for byte in data if byte > 0x7F]  # noqa: PLR2004 - above ASCII
    if not high:
        return ""
    try:
        as_1258 = nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        as_1258 = ""
    letters = len(re.findall(_VIETNAMESE, as_1258)) / len(high)
    tones = sum(byte in _CP1258_TONES for byte in high) / len(high)
    if letters > 0.3 and tones > 0.15:  # noqa: PLR2004 - shares seen in running Vietnamese text
        return "Windows-1258"
    from kehoach_cli.source.legacy import TCVN3  # noqa: PLC0415 - the same

    if sum(byte in TCVN3 for byte in high) / len(high) > 0.9:  # noqa: PLR2004 - the same
        return "TCVN3 (ABC, phông .VnTime)"
    return "Windows-1258 hoặc Windows-1252" if letters > 0.3 else ""  # noqa: PLR2004 - the same
