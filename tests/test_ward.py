"""The ward that issues the plan: its name wherever the plan speaks of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.edit import replace
from tests.test_rules import PLAN
from tests.test_wording import located

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach


def renamed(root: Path, name: str) -> None:
    """Let another ward issue the small plan."""
    plan = root / PLAN
    text = plan.read_text(encoding="utf-8").replace("PHƯỜNG MẪU", f"PHƯỜNG {name.upper()}")
    text = text.replace("phường Mẫu", f"phường {name}").replace("place: Mẫu", f"place: {name}")
    plan.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["Phúc Lợi", "Hai Bà Trưng", "Tam Kỳ Hòa Thuận"])
def test_a_name_is_its_own_however_many_words_it_has(kehoach: Kehoach, small: Path, name: str) -> None:
    renamed(small, name)
    assert located(kehoach, small) == []


@pytest.mark.parametrize("other", ["phường Phúc Lợi", "phường Hai Bà Trưng", "xã Bình Minh"])
def test_the_name_of_another_ward_is_found_as_a_whole(kehoach: Kehoach, small: Path, other: str) -> None:
    replace(small / PLAN, "issued_by: UBND phường Mẫu", f"issued_by: UBND {other}")
    assert located(kehoach, small) == [("KH566", other, PLAN)]
