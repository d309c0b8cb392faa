"""What everyday prose is counted for: which of its words and pairs pass for no slip of those of laws."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scripts import everyday
from scripts.lexicon import _is_odd, _words

if TYPE_CHECKING:
    from pathlib import Path

LAWS = {"biến": {"động": 900}, "đặc": {"biệt": 9000}, "mỗi": {"năm": 500}, "nguyễn": {"văn": 3}, "động": {"của": 9}}
COMPOUNDS = [("biến", "động"), ("đặc", "biệt"), ("mỗi", "năm")]


def counted(folder: Path, texts: list[str]) -> everyday.Counts:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return everyday.count(sorted(folder.iterdir()), _words, _is_odd)


def pairs(counts: everyday.Counts) -> set[tuple[str, str]]:
    laws = Counter({(one, two): met for one, behind in LAWS.items() for two, met in behind.items()})
    return everyday.pairs(counts, laws, LAWS | {"biển": {}, "mọi": {}, "đặt": {}}, COMPOUNDS)


def test_what_passes_for_a_slip_is_kept_where_it_is_met_often_enough(tmp_path: Path) -> None:
    counts = counted(tmp_path, ["Khi biển động, thuyền nghỉ. Mọi năm, biển động ít hơn."] * 60)
    assert ("biển", "động") in pairs(counts)
    assert ("mọi", "năm") in pairs(counts)
    assert ("thuyền", "nghỉ") not in pairs(counts)  # like nothing that is common


def test_a_slip_of_something_far_more_frequent_is_none(tmp_path: Path) -> None:
    assert ("đặt", "biệt") not in pairs(counted(tmp_path, ["Việc này rất đặt biệt."] * 40))


def test_names_and_sentences_with_a_word_that_is_none_tell_nothing(tmp_path: Path) -> None:
    counts = counted(tmp_path, ["Ông Biển Động đi xa. Trời khi biển động đươc mưa."] * 60)
    assert pairs(counts) == set()
    assert counts.words["biển"] == 0


def test_the_words_that_people_use_are_those_of_many_sentences(tmp_path: Path) -> None:
    counts = counted(tmp_path, ["Trẻ nhặt vỏ sò."] * 70 + ["Trẻ ăn vạ."])
    assert everyday.words(counts, {"trẻ"}) == ["nhặt", "sò", "vỏ"]
