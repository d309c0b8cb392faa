"""The laws of comparing: nothing that differs is left out, nothing that is the same is reported."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.changes.compare import changes_between
from kehoach_cli.changes.edits import ChangeKind, applied, edits_between
from kehoach_cli.changes.facts import facts_of
from kehoach_cli.loading.workspace import load
from kehoach_cli.source.place import Entry, EntryKind
from tests.conftest import SMALL_PLAN

if TYPE_CHECKING:
    from kehoach_cli.changes.edits import Change
    from kehoach_cli.changes.facts import Fact, Key

WORDS = st.sampled_from([
    "Tuyến thông tin về mầm non",
    "Tuyến thông tin về phổ thông",
    "Bài viết",
    "Họp",
    "Tập huấn số",
])
UNITS = ["vhxh", "ubnd", "csgd", "mam-non"]


class Files(NamedTuple):
    """Files in memory, as a source."""

    files: dict[str, str]

    def entries(self, folder: str) -> list[Entry]:
        prefix = f"{folder}/" if folder else ""
        names = {name[len(prefix) :].partition("/") for name in self.files if name.startswith(prefix)}
        return sorted({Entry(name, EntryKind.FOLDER if slash else EntryKind.FILE) for name, slash, _ in names})

    def read(self, path: str) -> bytes | None:
        return self.files[path].encode() if path in self.files else None


PRODUCT = st.fixed_dictionaries({"text": WORDS})
TOPIC = st.fixed_dictionaries({
    "title": WORDS,
    "lead": st.sampled_from(UNITS),
    "units": st.lists(st.sampled_from(UNITS), unique=True, max_size=3),
    "schedule": st.sampled_from(["Quý I", "Quý II, III", "Cả năm"]),
})


@st.composite
def workspaces(draw: st.DrawFn) -> Files:
    """A workspace with few ids to choose from, so that two of them have much in common."""
    files = {"plan.yaml": SMALL_PLAN.replace("phường Mẫu năm", f"phường Mẫu{draw(st.sampled_from(['', ' 2']))} năm")}
    order = draw(st.permutations(UNITS))
    units = [{"id": name, "name": draw(st.sampled_from([name, f"{name} mới"])), "kind": "office"} for name in order]
    files["units.yaml"] = yaml.safe_dump({"units": units}, allow_unicode=True, sort_keys=False)
    topics = draw(st.lists(st.sampled_from(["t1", "t2", "t3", "t4"]), unique=True, max_size=4))
    products = iter(draw(st.permutations([f"p{number}" for number in range(6)])))
    groups: dict[str, list[object]] = {
        name: [] for name in draw(st.lists(st.sampled_from("abc"), unique=True, min_size=1))
    }
    for topic in topics:
        names = [name for _, name in zip(range(draw(st.integers(0, 2))), products, strict=False)]
        inner = [{"id": name, **draw(PRODUCT)} for name in names]
        groups[draw(st.sampled_from(sorted(groups)))].append({"id": topic, **draw(TOPIC), "products": inner})
    for number, (name, inside) in enumerate(groups.items(), 1):
        text = yaml.safe_dump({"title": f"Nhóm {name}", "topics": inside}, allow_unicode=True, sort_keys=False)
        files[f"topics/0{number}-{name}.yaml"] = text
    return Files(files)


def facts(files: Files) -> dict[Key, Fact]:
    return facts_of(load(files).workspace)


@pytest.mark.slow
@settings(max_examples=250, deadline=None)
@given(old=workspaces(), new=workspaces())
def test_applying_the_changes_to_the_old_plan_gives_the_new_one(old: Files, new: Files) -> None:
    before, after = facts(old), facts(new)
    changes = changes_between(before, after)
    values = {key: fact.value for key, fact in before.items()}
    assert applied(values, changes) == {key: fact.value for key, fact in after.items()}
    reported = Counter(edit.key for change in changes for edit in change.edits)
    assert reported == Counter(edit.key for edit in edits_between(before, after))


@settings(max_examples=100, deadline=None)
@given(files=workspaces())
def test_a_plan_does_not_differ_from_itself(files: Files) -> None:
    assert changes_between(facts(files), facts(files)) == []


@settings(max_examples=150, deadline=None)
@given(old=workspaces(), new=workspaces())
def test_swapping_the_sides_swaps_what_came_and_what_went(old: Files, new: Files) -> None:
    before, after = facts(old), facts(new)
    there, back = changes_between(before, after), changes_between(after, before)
    assert {edit.key: edit.values for change in there for edit in change.edits} == {
        edit.key: edit.values[::-1] for change in back for edit in change.edits
    }

    def things(kind: ChangeKind, changes: list[Change]) -> set[tuple[str, str]]:
        return {(change.thing, change.id) for change in changes if change.kind is kind}

    assert things(ChangeKind.ADDED, there) == things(ChangeKind.REMOVED, back)
    assert things(ChangeKind.REMOVED, there) == things(ChangeKind.ADDED, back)
    renamed = {(change.thing, change.old_id, change.id) for change in there if change.kind is ChangeKind.RENAMED}
    assert renamed == {(c.thing, c.id, c.old_id) for c in back if c.kind is ChangeKind.RENAMED}
    assert len(things(ChangeKind.MOVED, there)) == len(things(ChangeKind.MOVED, back))
