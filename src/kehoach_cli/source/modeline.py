"""Line 1 of a data file: the comment that tells an editor which schema the file is written by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.location import Location
from kehoach_cli.source.rules import OTHER_SCHEMA

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding

_NAMED = re.compile(
    r"# yaml-language-server: \$schema=(?:(?P<up>(?:\.\./)*)schemas/|\S*/)?(?P<name>[\w-]+)\.schema\.json\s*"
)
FOLDER = "schemas"
START = "# yaml-language-server: $schema="


def modeline(kind: str, path: str) -> str:
    r"""Return the line, ended by \n, for a file of this kind at a path from the workspace's root."""
    return f"{START}{'../' * path.count('/')}{FOLDER}/{kind}.schema.json\n"


def without_modeline(text: str) -> str:
    """Return a file's text without that line, which older files do not have."""
    return text.partition("\n")[2] if text.startswith(START) else text


def other_schema(text: str, kind: str, path: str) -> Finding | None:
    """Return the finding for a first line that names the schema of another kind of file, or of none."""
    named = _NAMED.fullmatch(text.partition("\n")[0])
    if named is None:
        return None
    if named["name"] == kind:
        if named["up"] is None or named["up"].count("/") == path.count("/"):
            return None
        at = Location(path, 1, named.start("up") + 1, named.end("name") - named.start("up"))
        message = f"đường dẫn này không tới `{FOLDER}/` từ thư mục của tệp"
        return OTHER_SCHEMA.finding(at, message, f"viết `{modeline(kind, path).strip()}`")
    at = Location(path, 1, named.start("name") + 1, len(named["name"]))
    message = f"dòng này chỉ sang lược đồ `{named['name']}`, còn tệp là loại `{kind}`"
    return OTHER_SCHEMA.finding(at, message, f"viết `{modeline(kind, path).strip()}`")
