"""The gallery: every rule has a case that it alone finds, in its place, and a near-miss that has nothing to find."""

from __future__ import annotations

import re
import shutil

import pytest

from kehoach_cli.cli.explain import every_rule
from kehoach_cli.diagnostics import Severity
from scripts.casebook import NEAR_MISS, WRONG, Case, answer, cases, transcript

CASES = list(cases())
RULES = {rule.code: rule for rule in every_rule()}
# The place stands before the code; in a document, which has no lines, behind it.
FINDING = re.compile(r"^(?P<file>\S+): [\w ]+\[(?P<code>KH\d{3})\] (?P<rest>.*)$", re.MULTILINE)

each_case = pytest.mark.parametrize("case", [pytest.param(case, id=case.folder.name) for case in CASES])


def needs_git(case: Case) -> None:
    if "git commit" in case.before and shutil.which("git") is None:
        pytest.skip("git is not on this machine")


def test_every_rule_has_one_case_and_an_explanation() -> None:
    assert [case.code for case in CASES] == list(RULES)
    assert all(rule.explanation.endswith((".", "!")) for rule in RULES.values())


@each_case
def test_a_case_is_answered_as_its_transcript_says(case: Case) -> None:
    needs_git(case)
    said = transcript(case.run[-1], answer(case, WRONG))
    assert case.transcript.read_text(encoding="utf-8") == said, "run: python -m scripts.cases"


@each_case
def test_a_transcript_has_the_finding_of_its_rule_in_its_place_and_no_other(case: Case) -> None:
    text = case.transcript.read_text(encoding="utf-8")
    found = list(FINDING.finditer(text))
    assert {one["code"] for one in found} == {case.code} == set(re.findall(r"\[(KH\d{3})\]", text))
    first = found[0]
    if first["file"].endswith(".docx"):
        assert re.match(rf"{re.escape(case.at)}(?!\w)", first["rest"])
    else:
        assert first["file"] == case.at
    assert text.endswith(f"(mã thoát {int(RULES[case.code].severity is Severity.ERROR)})\n")


@each_case
def test_a_near_miss_has_nothing_to_find(case: Case) -> None:
    needs_git(case)
    assert case.edits[NEAR_MISS] or any((case.folder / NEAR_MISS).rglob("*"))
    said = answer(case, NEAR_MISS)
    assert (said.code, re.findall(r"\[KH\d{3}\].*", said.text)) == (0, [])
