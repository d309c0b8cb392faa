"""The formats of findings: GitHub annotations, SARIF, and the hook of pre-commit."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.conftest import REPOSITORY
from tests.edit import replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

TOPICS = "topics/01-nhom.yaml"


@pytest.fixture
def spoiled(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    replace(small / TOPICS, "lead: ubnd", "lead: ubdn")
    replace(small / TOPICS, "schedule: Trước ngày 20/11", "schedule: Sau khai giảng, 100% xong")
    monkeypatch.chdir(small.parent)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return small


def test_github_shows_findings_beside_their_lines(kehoach: Kehoach, spoiled: Path) -> None:
    result = kehoach("-C", spoiled, "check", "--format", "github")
    first, second, last = result.out.rstrip("\n").split("\n")
    assert first == (
        "::error file=so/topics/01-nhom.yaml,line=5,col=11,endColumn=15,title=KH203::đơn vị `ubdn` không có trong "
        "units.yaml%0Agợi ý: có phải `ubnd` (UBND phường)?"
    )
    assert second.startswith("::warning file=so/topics/01-nhom.yaml,line=17,col=15,endColumn=")
    assert "100%25 xong" in second
    assert last == "1 lỗi, 1 cảnh báo trong 3 tệp"
    assert result.code == 1


def test_github_is_chosen_by_itself_where_it_runs(
    kehoach: Kehoach, spoiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert kehoach("-C", spoiled, "check").out.startswith("::error file=so/")
    assert kehoach("-C", spoiled, "check", "--format", "text").out.startswith("topics/01-nhom.yaml:5:11: lỗi[KH203]")


def test_sarif_names_rules_places_and_levels(kehoach: Kehoach, spoiled: Path) -> None:
    log = json.loads(kehoach("-C", spoiled, "check", "--format", "sarif").out)
    assert (log["version"], log["$schema"].endswith("sarif-2.1.0.json")) == ("2.1.0", True)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) > 40
    for rule in rules:
        assert re.fullmatch(r"KH\d{3}", rule["id"])
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    found = [
        (one["ruleId"], one["level"], one["locations"][0]["physicalLocation"], rules[one["ruleIndex"]]["id"])
        for one in run["results"]
    ]
    place = {"startLine": 5, "startColumn": 11, "endColumn": 15}
    assert found[0] == (
        "KH203", "error", {"artifactLocation": {"uri": "so/topics/01-nhom.yaml"}, "region": place}, "KH203"
    )  # fmt: skip
    assert [one[0] for one in found] == ["KH203", "KH301"]


def test_a_sound_plan_gives_an_empty_log(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small, "check", "--format", "sarif")
    assert (result.code, json.loads(result.out)["runs"][0]["results"]) == (0, [])
    assert kehoach("-C", small, "check", "--format", "github").out == "không có lỗi, không có cảnh báo trong 3 tệp\n"


def test_the_hook_runs_on_the_files_of_a_workspace() -> None:
    (hook,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["entry"], hook["language"], hook["pass_filenames"]) == ("kehoach check", "python", False)
    files = re.compile(hook["files"])
    for name in (
        "plan.yaml",
        "topics/01-a.yaml",
        "kế hoạch/units.yaml",
        "progress/2026/Q2/a.yaml",
        "issued/2026/1.yaml",
    ):
        assert files.search(name), name
    for name in ("README.md", "docs/plan.yaml.md", "src/plan.py", "rules/nd30.yaml"):
        assert not files.search(name), name
