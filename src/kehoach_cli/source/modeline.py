"""Line 1 of a data file: the comment that tells an editor which schema the file is written by."""

from __future__ import annotations

FOLDER = "schemas"
_START = "# yaml-language-server: $schema="


def modeline(kind: str, path: str) -> str:
    r"""Return the line, ended by \n, for a file of this kind at a path from the workspace's root."""
    return f"{_START}{'../' * path.count('/')}{FOLDER}/{kind}.schema.json\n"


def without_modeline(text: str) -> str:
    """Return a file's text without that line, which older files do not have."""
    return text.partition("\n")[2] if text.startswith(_START) else text
