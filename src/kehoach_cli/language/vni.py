"""Words typed with the digits of VNI, each standing for a mark: `ky4`, `Va6n5`."""

from __future__ import annotations

import unicodedata

from kehoach_cli.language.syllables import is_syllable, tone_style

_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
# The digits that change a letter before them.
_LETTERS = {
    "6": {"a": "â", "e": "ê", "o": "ô"},
    "7": {"o": "ơ", "u": "ư"},
    "8": {"a": "ă"},
    "9": {"d": "đ"},
}


def decoded(typed: str) -> str:
    """Return the syllable that letters and digits in small letters stand for; "" where they stand for none."""
    letters: list[str] = []
    tone = ""
    for sign in typed:
        if sign in _TONES and not tone:
            tone = _TONES[sign]
        elif sign.isalpha():
            letters.append(sign)
        elif not _marked(letters, _LETTERS.get(sign, {})):
            return ""
    made = (_toned(letters, at, tone) for at in range(len(letters))) if tone else ["".join(letters)]
    return next((word for word in made if is_syllable(word) and tone_style(word) != "new"), "")


def _marked(letters: list[str], marks: dict[str, str]) -> bool:
    """Change the last letter that may bear the mark, both of uo; return whether there is one."""
    at = next((at for at in reversed(range(len(letters))) if letters[at] in marks), None)
    if at is None:
        return False
    if letters[at - 1 : at + 1] == ["u", "o"] and "u" in marks:
        letters[at - 1] = marks["u"]
    letters[at] = marks[letters[at]]
    return True


def _toned(letters: list[str], at: int, tone: str) -> str:
    return unicodedata.normalize("NFC", "".join([*letters[: at + 1], tone, *letters[at + 1 :]]))
