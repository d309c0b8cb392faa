"""The letters of Vietnamese: its capital ones for patterns, and the letters that only look like them."""

_NATIVE = set("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ")
# For the inside of a character class.
UPPER = "A-Z" + "".join(sorted(letter.upper() for letter in _NATIVE))

# Letters of other scripts, and rare ones of the Latin script, each with the letter that it is taken for.
LOOK_ALIKES = {
    pair[0]: pair[1]
    for pair in (
        "аa еe оo рp сc хx уy іi јj ѕs һh ԁd ԛq ԝw АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS "
        "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX νv οo ιi ÐĐ ðđ ƉĐ ɖđ ɗđ ǎă ǍĂ ıi"
    ).split()
}

LATIN = str.maketrans(LOOK_ALIKES)

# Signs that are taken for the one of the keyboard, `-`.
DASHES = "–—―−‒‐‑"
