"""Text as a YAML scalar: plain where every reader takes it as it stands, quoted where one could guess otherwise."""

from __future__ import annotations

import re

# Text as it stands to every YAML reader: it begins with a letter and holds no sign that YAML gives a meaning.
_PLAIN = re.compile(r"[^\W\d_][\w /().,+%?!…“”–-]*(?<! )")
_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
_LINK = re.compile(r"https?://[\w./?=&%+~-]+")


def scalar(text: str) -> str:
    """Return a text as a value."""
    plain = (_PLAIN.fullmatch(text) or _LINK.fullmatch(text)) and text.casefold() not in _WORDS
    if plain:
        return text
    import json  # noqa: PLC0415 - reading needs none of it

    return json.dumps(text, ensure_ascii=False)


def word(name: str) -> str:
    """Return an id so that other readers of YAML, which guess types, take it as text too: 2e5, 0671, 777."""
    return name if re.match("[a-z]", name) and name not in _WORDS else f'"{name}"'
