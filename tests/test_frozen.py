"""A frozen value is what a frozen dataclass with slots is."""

from __future__ import annotations

import copy
import dataclasses
import subprocess
import sys
from dataclasses import FrozenInstanceError, fields, is_dataclass
from functools import cached_property
from typing import Generic, TypeVar

import pytest

from kehoach_cli.frozen import field, frozen, replace

T = TypeVar("T")


@frozen
class Ours(Generic[T]):
    """A value."""

    name: str
    inner: T
    place: int = field(compare=False, default=0)
    twice: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "twice", self.name * 2)


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs(Generic[T]):
    """The same."""

    name: str
    inner: T
    place: int = dataclasses.field(compare=False, default=0)
    twice: str = dataclasses.field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "twice", self.name * 2)


def test_it_compares_hashes_and_says_what_a_dataclass_does() -> None:
    for kind in (Ours, Theirs):
        one, same, other = kind("a", (1,)), kind(name="a", inner=(1,), place=7), kind("a", (2,))
        assert one == same
        assert one != other
        assert hash(one) == hash(same)
        assert one.__eq__(("a", (1,))) in {False, NotImplemented}
        assert one.twice == "aa"
        assert not hasattr(one, "__dict__")
    assert repr(Ours("a", 1)).replace("Ours", "Theirs") == repr(Theirs("a", 1))
    assert Ours.__match_args__ == Theirs.__match_args__


def test_it_cannot_be_changed() -> None:
    one = Ours("a", 1)
    with pytest.raises(FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]  # that is the point
    with pytest.raises(FrozenInstanceError):
        del one.name
    with pytest.raises(TypeError):
        Ours("a")  # type: ignore[call-arg]  # the same


def test_what_is_built_on_dataclasses_takes_it() -> None:
    one = Ours("a", [1], 3)
    assert is_dataclass(one)
    assert [each.name for each in fields(Ours)] == [each.name for each in fields(Theirs)]
    for changed in (replace(one, name="b"), dataclasses.replace(one, name="b")):
        assert changed == Ours("b", [1])
        assert (changed.twice, changed.place) == ("bb", 3)
    assert copy.deepcopy(one) == one
    assert copy.deepcopy(one).inner is not one.inner


def test_what_it_works_out_once_is_kept() -> None:
    @frozen
    class Worked:
        """A value that is asked twice."""

        inner: list[int]

        @cached_property
        def length(self) -> int:
            self.inner.append(0)
            return len(self.inner)

    one = Worked([])
    assert (one.length, one.length, replace(one).length) == (1, 1, 2)
    assert one == Worked([0, 0])
    assert repr(one).endswith("Worked(inner=[0, 0])")


def test_it_does_not_import_dataclasses() -> None:
    # What watches the tests may have imported it before.
    program = "import sys; there = {*sys.modules}; import kehoach_cli.model.plan; print(*{*sys.modules} - there)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8")
    assert "kehoach_cli.frozen" in done.stdout.split()
    assert "dataclasses" not in done.stdout.split()


def test_a_base_that_is_one_is_refused() -> None:
    with pytest.raises(TypeError):

        @frozen
        class Inner(Ours[int]):
            """Its fields would have no slots."""

            more: int = 0
