"""What is shipped: the wheel carries the templates, and an office without templates/ of its own gets them."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not on this machine's PATH")
def test_the_wheel_carries_code_types_and_templates(tmp_path: Path) -> None:
    subprocess.run(["uv", "build", "--wheel", "--out-dir", tmp_path, REPOSITORY], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    templates = {f"kehoach_cli/templates/{path.name}" for path in (REPOSITORY / "templates").iterdir()}
    assert templates
    assert templates <= names
    assert {"kehoach_cli/py.typed", "kehoach_cli/cli/app.py"} <= names
    assert not any(name.startswith(("tests/", "plan.yaml", "topics/")) for name in names)


def test_a_workspace_without_templates_is_rendered_with_the_bundled_ones(kehoach: Kehoach, real: Path) -> None:
    assert kehoach("-C", real, "plan", "-o", real / "co.docx").code == 0
    shutil.rmtree(real / "templates")
    assert kehoach("-C", real, "plan", "-o", real / "khong.docx").code == 0
    assert (real / "co.docx").read_bytes() == (real / "khong.docx").read_bytes()


def test_the_name_that_was_asked_for_is_the_name_that_is_written(kehoach: Kehoach, small: Path) -> None:
    assert kehoach("-C", small, "plan", "-o", small / "KH.DOCX").code == 0
    assert kehoach("-C", small, "plan", "-o", small / "KH.HTML").code == 0
    assert (small / "KH.DOCX").read_bytes().startswith(b"PK")
    assert (small / "KH.HTML").read_bytes().startswith(b"<!DOCTYPE html>")
