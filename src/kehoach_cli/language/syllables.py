"""Vietnamese syllables: which ones can be, and where their tone mark stands."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach_cli.language.lexicon import FOREIGN, LOANS, MICRO

if TYPE_CHECKING:
    from collections.abc import Iterator

_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Every rhyme with its tone mark (here always the acute one) where it belongs.
_RHYMES = """
á ác ách ái ám án áng ánh áo áp át áu áy ắc ắm ắn ắng ắp ắt ấc ấm ấn ấng ấp ất ấu ấy
é éc ém én éng éo ép ét ế ếch ếm ến ếng ếnh ếp ết ếu
í ía ích iếc iếm iến iếng iếp iết iếu ím ín ính íp ít íu
ó oác oách oái oám oán oáng oánh oáo oáp oát oáy oắc oắm oắn oắng oắt óc oéc oén oéng oéo oét ói óm ón óng oóc oóng óp
ót
ố ốc ối ốm ốn ống ốp ốt ớ ới ớm ớn ớp ớt
ú úa uấc uấn uấng uất uấy úc uế uếch uếnh úi úm ún úng uốc uối uốm uốn uống uốt uớ uớt úp út uýa uých uyến uyết uýn
uýnh uýp uýt uýu
ứ ứa ức ước ưới ướm ướn ướng ướp ướt ướu ứi ứm ứn ứng ứt ứu
ý yếm yến yếng yết yếu
oá óa oé óe uý úy
"""
_CURVES = {"\u0309": "\u0303", "\u0303": "\u0309"}
# The last letter of a syllable that allows only the acute and the dot-below tone (sắc, nặng).
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = {"\u0301", "\u0323"}
LONGEST = 7  # letters: `nghiêng`
_FRONT = "eêiy"
_INITIALS = frozenset(["", *"ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n r s t v x".split()])
_INITIAL_SIZES = (3, 2, 1, 0)  # letters
_ONLY_BEFORE_FRONT = {"k", "gh", "ngh"}
_NEVER_BEFORE_FRONT = {"c", "g", "ng"}


TONED = "áàãảạắằẵẳặấầẫẩậéèẽẻẹếềễểệíìĩỉịóòõỏọốồỗổộớờỡởợúùũủụứừữửựýỳỹỷỵ"
_VOWELS = "aăâeêioôơuưy"
_TONED_BY_VOWEL = {vowel: TONED[5 * number : 5 * number + 5] for number, vowel in enumerate(_VOWELS)}
_WITHOUT_TONE = str.maketrans(TONED, "".join(vowel * 5 for vowel in _VOWELS))
_TONE_OF = dict(zip(TONED, "\u0301\u0300\u0303\u0309\u0323" * 12, strict=True))
_KNOWN = frozenset("abcdefghijklmnopqrstuvwxyzăâêôơưđ" + TONED)


@lru_cache(maxsize=8192)
def _bare(text: str) -> tuple[str, str, int]:
    """Return the text without its tone, the tone mark ("" for none, two for two), and the letter that it stands on."""
    if not _KNOWN.issuperset(text):
        return _taken_apart(text)
    base = text.translate(_WITHOUT_TONE)
    if base == text:
        return base, "", -1
    toned = [number for number, letter in enumerate(text) if letter != base[number]]
    return base, "".join(_TONE_OF[text[number]] for number in toned), toned[-1] if toned else -1


def _taken_apart(text: str) -> tuple[str, str, int]:
    """Return the same of any text, capitals and letters of other languages included."""
    letters: list[str] = []
    tones, place = "", -1
    for sign in unicodedata.normalize("NFD", text):
        if sign in _TONES:
            tones += sign
            place = len(letters) - 1
        elif unicodedata.combining(sign) and letters:
            letters[-1] += sign
        else:
            letters.append(sign)
    return unicodedata.normalize("NFC", "".join(letters)), tones, place


def _places() -> dict[str, set[int]]:
    """Return each rhyme without its tone, and the letters of it that a tone mark may stand on."""
    found: dict[str, set[int]] = {}
    for rhyme in _RHYMES.split():
        base, _, place = _bare(rhyme)
        found.setdefault(base, set()).add(place)
    return found


_PLACES = _places()


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Return whether a small-letter word can be one Vietnamese syllable, its tone mark in a place of use."""
    if len(word) > LONGEST:
        return False
    base, tones, place = _bare(word)
    if len(tones) > 1:
        return False
    for size in _INITIAL_SIZES:
        if base[:size] in _INITIALS and _fits(base[:size], base[size:], tones, place - size):
            return True
    return False


def _fits(initial: str, rhyme: str, tone: str, place: int) -> bool:
    if initial == "gi" and rhyme in {"", "n", "êng", "êt", "êm", "êc", "êu"}:
        # gì, gìn, giếng: the i of the initial is the vowel, too.
        return not tone or place >= -1
    if initial == "qu" and rhyme in {"ynh", "yt"}:
        rhyme, place = f"u{rhyme}", place + 1  # quýt, cuống quýnh: the u is of the rhyme
    places = _PLACES.get(rhyme)
    if places is None or (tone and place not in places) or (initial == "gi" and rhyme[0] == "i"):
        return False
    front = rhyme[0] in _FRONT
    if (initial in _ONLY_BEFORE_FRONT and not front) or (initial in _NEVER_BEFORE_FRONT and front):
        return False
    return not rhyme.endswith(_STOPS) or tone in _STOP_TONES


def is_toneless_stop(word: str) -> bool:
    """Return whether a word would be a syllable if it had the tone that its final consonant demands: `duc`, `thuc`."""
    return word.endswith(_STOPS) and not is_syllable(word) and any(is_syllable(offer) for offer in with_tone(word))


def without_tone(word: str) -> str:
    """Return the word without its tone mark; `đương` for `đường`."""
    return _bare(word)[0]


def with_tones(base: str) -> Iterator[str]:
    """Yield a word in small letters without a tone mark, and with each of them on each of its vowels."""
    yield base
    for at, letter in enumerate(base):
        yield from (base[:at] + toned + base[at + 1 :] for toned in _TONED_BY_VOWEL.get(letter, ""))


def with_tone(word: str) -> list[str]:
    """Return the syllables that a word without a tone mark becomes with an acute or a dot-below one."""
    base, tones, _ = _bare(word[: LONGEST + 1])
    if tones or len(word) > LONGEST:
        return []
    letters = list(base)
    made = [
        unicodedata.normalize("NFC", "".join([*letters[: at + 1], tone, *letters[at + 1 :]]))
        for at in range(len(letters))
        for tone in ("\u0301", "\u0323")
    ]
    return [offer for offer in made if is_syllable(offer)]


_OPEN_RHYMES = frozenset(["oa", "oe", "uy"])


@lru_cache(maxsize=8192)
def tone_of(word: str) -> str:
    """Return the tone mark of a word, "" for none, two for two."""
    return _bare(word)[1]


def other_curve(word: str) -> str:
    """Return the word with the hook (hỏi) for the tilde (ngã), or the other way round; "" where it has neither."""
    base, tone, place = _bare(word)
    if tone not in _CURVES:
        return ""
    return unicodedata.normalize("NFC", base[: place + 1] + _CURVES[tone] + base[place + 1 :])


def tone_style(word: str) -> str:
    """Return "old" for `hòa`, `ủy`, "new" for `hoà`, `uỷ`, "" for a word that both ways write alike.

    Only oa, oe, uy without a final consonant have two places (QĐ 1989/QĐ-BGDĐT, Điều 8); after q the u is no vowel.
    """
    base, tone, place = _bare(word)
    if not tone or base[-2:].casefold() not in _OPEN_RHYMES or base[-3:-2].casefold() == "q":
        return ""
    return "old" if place == len(base) - 2 else "new"


def without_style(word: str) -> str:
    """Return the word with the tone mark of oa, oe, uy where the old way has it: two spellings of it become one."""
    if tone_style(word) != "new":
        return word
    base, tone, _ = _bare(word)
    return unicodedata.normalize("NFC", base[:-1] + tone + base[-1])


def is_odd(word: str) -> bool:
    """Return whether a word in small letters can be neither a syllable nor a word from elsewhere."""
    if len(word) == 1 or word[0] in MICRO or not word.isalpha():
        return False  # điểm đ, 40 µg, cm³
    if word.isascii():
        # Telex keys that made no mark: tham muwu, vaf, hocj.
        typed = "uw" in word or (word[-1] in "fj" and is_syllable(word[:-1]) and not is_syllable(word))
        return word not in FOREIGN and (typed or is_toneless_stop(word) or (word[-1] == "j" and is_odd(word[:-1])))
    return not is_syllable(word) and word not in LOANS
