"""Did you mean: what is near is offered, with its id and its name; what is far never is."""

from __future__ import annotations

import random
import string
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kehoach_cli.checks.run import all_rules
from kehoach_cli.loading.workspace import load
from kehoach_cli.source.tree import WorkingTree
from kehoach_cli.spelling import did_you_mean, fold, nearest, slips_allowed
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

_WORKSPACE = load(WorkingTree(REPOSITORY)).workspace
assert _WORKSPACE.units
assert _WORKSPACE.plan
UNITS = sorted(unit.id.value for unit in _WORKSPACE.units.all)
PRODUCTS = sorted(row.product.id.value for row in _WORKSPACE.rows())
FORMS = sorted(form.id.value for form in _WORKSPACE.plan.forms)
CODES = [rule.code for rule in all_rules()]
FAMILIES = {"units": UNITS, "products": PRODUCTS, "forms": FORMS}
LONG = [(family, name) for family, names in FAMILIES.items() for name in names if len(name) >= 4]


@cache
def apart(one: str, other: str) -> int:
    """The number of slips between two words, straight from its definition."""
    if not one or not other:
        return len(one) + len(other)
    least = min(apart(one[1:], other) + 1, apart(one, other[1:]) + 1, apart(one[1:], other[1:]) + (one[0] != other[0]))
    if len(one) > 1 and len(other) > 1 and one[0] == other[1] and one[1] == other[0]:
        least = min(least, apart(one[2:], other[2:]) + 1)
    return least


@pytest.mark.parametrize(
    ("word", "names", "offered"),
    [
        ("ubdn", ["ubnd", "vhxh"], "ubnd"),
        ("csdg", ["csgd", "ubnd"], "csgd"),
        ("ubn", ["ubnd"], "ubnd"),
        ("ubndd", ["ubnd"], "ubnd"),
        ("acb", ["abc"], "abc"),
        ("abd", ["abc"], "abc"),
        ("xyz", ["abc"], None),
        ("ubxx", ["ubnd"], None),
        ("vx", ["tv"], None),
        ("TIN-BAI", ["tin-bai"], "tin-bai"),
        ("phong van hoa - xa hoi", ["Phòng Văn hóa - Xã hội"], "Phòng Văn hóa - Xã hội"),
        ("Phong Văn hoá Xã hội", ["Phòng Văn hóa - Xã hội"], "Phòng Văn hóa - Xã hội"),
        ("Đòan thanh niên", ["Đoàn Thanh niên", "Hội Phụ nữ"], "Đoàn Thanh niên"),
        ("doan thanh nien", ["Đoàn Thanh niên"], "Đoàn Thanh niên"),
        ("mầm non", ["Các cơ sở giáo dục mầm non", "Trường Hoa Mai"], "Các cơ sở giáo dục mầm non"),
        ("chinh-sach", ["tin-chinh-sach", "bai-chinh-sach"], None),  # a part of two names means neither
        ("non", ["mam-non"], None),  # too short a part
        ("", ["abc"], None),
        ("titel", ["title", "units"], "title"),
        ("shedule", ["schedule"], "schedule"),
        ("quater", ["quarters"], "quarters"),
        ("hội nghị", ["tin bài", "pa nô"], None),
        ("Công an phường", ["Trạm Y tế", "Phòng Văn hóa - Xã hội", "UBND phường"], None),
        ("tin-bia", ["tin-bai", "tin-bao"], "tin-bai"),
    ],
)
def test_the_table(word: str, names: list[str], offered: str | None) -> None:
    assert nearest(word, names) == offered


@given(case=st.sampled_from(LONG), data=st.data())
def test_one_slip_in_a_known_id_is_always_offered_back(case: tuple[str, str], data: st.DataObject) -> None:
    family, name = case
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from(string.ascii_lowercase + string.digits))
    head, tail = name[:place], name[place:]
    word = data.draw(
        st.sampled_from([head + tail[1:], head + letter + tail, head + letter + tail[1:], swapped(name, place)])
    )
    assume(fold(word) != name and len(word) >= 3)
    offered = nearest(word, FAMILIES[family])
    assert offered
    assert offered == name or apart(word, offered) <= 1  # another id is as near


def swapped(name: str, place: int) -> str:
    return name[:place] + name[place : place + 2][::-1] + name[place + 2 :]


@given(word=st.text(string.ascii_lowercase + "-", min_size=1, max_size=14), names=st.sampled_from([UNITS, FORMS]))
def test_whatever_is_offered_is_near_and_the_nearest(word: str, names: list[str]) -> None:
    offered = nearest(word, names)
    reach = {name: apart(word, name) for name in names if apart(word, name) <= slips_allowed(max(len(word), len(name)))}
    if reach:
        assert offered is not None
        assert reach[offered] == min(reach.values())
    else:
        assert offered is None or word in offered.split("-")


def test_random_words_are_never_offered_anything() -> None:
    chance = random.Random(2026)  # noqa: S311 - a test's own words
    known = [*UNITS, *FORMS, *PRODUCTS, *CODES]
    words = ["".join(chance.choices("fjwzxqkptbgd", k=chance.randint(5, 20))) for _ in range(400)]
    assert [word for word in words if nearest(word, known)] == []
    real = ["kế-toán", "ngân-hàng", "bóng-đá", "thời-tiết", "máy-bay", "cà-phê", "đường-sắt", "xuất-khẩu", "lorem"]
    assert [word for word in real if nearest(word, known)] == []


def test_long_names_are_cut_and_a_name_that_says_no_more_is_not_repeated() -> None:
    assert did_you_mean("abx", {"abc": "`abc` (Một)"}) == "có phải `abc` (Một)?"
    assert did_you_mean("abx", ["abc"]) == "có phải `abc`?"
    assert did_you_mean("xyz", ["abc"]) == ""


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("list", "--unit", "csdg"), "có phải `csgd` (Các cơ sở giáo dục)?"),
        (("list", "--unit", "Cac CSDG"), "có phải `csgd` (Các cơ sở giáo dục)?"),
        (("list", "--unit", "phong van hoa xa hoi"), "có phải `vhxh` (Phòng Văn hóa - Xã hội)?"),
        (("list", "--group", "nhon"), "có phải `nhom` (Nhóm thứ nhất)?"),
        (("show", "tin-man-non"), "có phải `tin-mam-non` (Tuyến thông tin về mầm non.)?"),
        (("show", "Giáo dục mần non"), "có phải `mam-non-moi` (Giáo dục mầm non)?"),
        (("show", "hoa-mao"), "có phải `hoa-mau` (Trường Mầm non Hoa Mẫu)?"),
        (("explain", "kh2o3"), "có phải `KH203` (đơn vị không có trong units.yaml)?"),
        (("schema", "topic"), "có phải `topics`?"),
        (("chekc",), "có phải `check`?"),
        (("docx",), "có phải `lint-docx`?"),
        (("bay",), "xem các lệnh: kehoach -h"),
    ],
)
def test_a_command_offers_the_id_and_the_name(kehoach: Kehoach, small: Path, words: tuple[str, ...], hint: str) -> None:
    result = kehoach("-C", small, *words)
    assert (result.code, result.out) == (2, "")
    assert f"gợi ý: {hint}\n" in result.err
