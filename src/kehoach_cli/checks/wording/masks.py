"""What no rule of spelling or punctuation is for: addresses on the web, and angles."""

from __future__ import annotations

import re

_LINKS = (
    r"(?:https?://|www\.)(?:[^\s,;)”]|[,;](?=[\w/?&=.-]))+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w-])[\w-]{1,63}(?:\.[a-z][\w-]{0,62}){0,9}\.(?:vn|com|org|net)\b"
)
_ANGLES = r"\d{1,3}[°ºo] ?\d{1,2}[’'′] ?(?:\d{1,2}(?:[,.]\d{1,6})? ?[”\"″’'])?"  # 20°49’57,0”N
_LINKED = ("://", "www.", "@", ".vn", ".com", ".org", ".net")  # one of these is in every address


def masked(text: str) -> str:
    """Return the text with addresses on the web and angles written over: their signs are not punctuation."""
    if "." in text and any(sign in text for sign in _LINKED):
        text = re.sub(_LINKS, lambda match: "x" * len(match.group()), text)
    if any(sign in text for sign in "’'′"):
        text = re.sub(_ANGLES, lambda match: "x" * len(match.group()), text)
    return text
