"""Words typed with the keys of Telex, each standing for a mark: `thuwcj`, `hinhf`."""

from __future__ import annotations

from kehoach_cli.language import vni

_TONES = dict(zip("sfrxj", "12345", strict=True))
_VOWELS = frozenset("aeiouy")


def decoded(typed: str) -> str:
    """Return the syllable that keys in small letters stand for; "" where they stand for none."""
    for horn in "78":  # w is that of ư and ơ, or the breve of ă
        word = vni.decoded(_as_vni(typed, horn))
        if word:
            return word
    return ""


def _as_vni(typed: str, horn: str) -> str:
    """Return the keys with the digits of VNI for those that are marks."""
    made = ""
    for key in typed:
        is_behind_vowel = not _VOWELS.isdisjoint(made)
        if key in "aeo" and made.endswith(key):
            made += "6"
        elif key == "d" and made == "d":
            made += "9"
        elif key == "w" and made:
            made += horn
        else:
            made += _TONES[key] if key in _TONES and is_behind_vowel else key
    return made
