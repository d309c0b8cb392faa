"""`kehoach schema`: an editor that follows the schemas judges as the loader does."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft7Validator

from kehoach_cli.loading.entries import ENTRY, read_entries
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.loading.plan import PLAN
from kehoach_cli.loading.register import ISSUED
from kehoach_cli.loading.reports import report_record
from kehoach_cli.loading.schemas import schemas
from kehoach_cli.loading.topics import group_record
from kehoach_cli.loading.units import UNITS
from kehoach_cli.location import Location
from kehoach_cli.source.nodes import Mapping
from kehoach_cli.source.reader import read
from kehoach_cli.source.simple import read_simple
from tests.conftest import FORMS, REPOSITORY, SMALL_PLAN, SMALL_TOPICS, SMALL_UNITS
from tests.progress import with_forms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.record import Field, Record
    from tests.conftest import Kehoach

RECORDS: dict[str, Record[Any]] = {
    "plan": PLAN,
    "units": UNITS,
    "topics": group_record("", 1, 2026),
    "progress": ENTRY,
    "reports": report_record(""),
    "issued": ISSUED,
}
HASH = f"sha256:{'0' * 64}"
SAMPLES = {
    "plan": SMALL_PLAN + FORMS,
    "units": SMALL_UNITS,
    "topics": SMALL_TOPICS,
    "progress": "id: k3v9x2qa\ndate: 2026-04-15\nproduct: tin\nunit: vhxh\nform: tin-bai\nquantity: 2\nlinks: [a]\n",
    "reports": "title: Kết quả\nnumber: 5\ndate: {day: 1, month: 2, year: 2026}\nlimits: [Một]\nratings: {tin: Xong}\n",
    "issued": (
        "kind: plan\nplan_year: 2026\ntype: Kế hoạch\nnumber: 5\nsymbol: KH-UBND\ndate: 2026-03-05\nsubject: Gì đó\n"
        f"signer: Một\ncommit: abc\ncontent: {HASH}\nwords: {HASH}\nparts: {{a: '{HASH}'}}\nwriter: kehoach\n"
        f"seal: {HASH}\n"
    ),
}


class Editor(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors type values: `no` and days are text, `0671` is a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way


for tag, pattern, first in (
    ("tag:yaml.org,2002:null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("tag:yaml.org,2002:float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    Editor.add_implicit_resolver(tag, re.compile(pattern), first)
Editor.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, 10))


def edited(text: str) -> Any:  # noqa: ANN401 - whatever YAML holds
    return yaml.load(text, Loader=Editor)  # noqa: S506 - nothing but core types


def accepted(kind: str, text: str) -> bool:
    """Whether the loader has nothing to say of a file's keys and kinds of values."""
    if kind == "progress":
        return not read_entries(text.encode(), "x.yaml")[2]
    return not read_record(text.encode(), "x.yaml", RECORDS[kind])[2]


def valid(kind: str, text: str) -> bool:
    return Draft7Validator(schemas()[kind]).is_valid(edited(text))


def test_every_schema_is_one() -> None:
    for name, schema in schemas().items():
        Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert "description" in json.dumps(schema), name


@pytest.mark.parametrize("root", [REPOSITORY, REPOSITORY / "examples/phuong-mau"], ids=["real", "example"])
def test_every_file_of_a_sound_workspace_is_accepted(root: Path) -> None:
    files = {"plan": [root / "plan.yaml"], "units": [root / "units.yaml"]}
    files |= {kind: sorted((root / kind).rglob("*.yaml")) for kind in ("topics", "progress", "reports")}
    assert len(files["topics"]) > 1
    for kind, paths in files.items():
        validator = Draft7Validator(schemas()[kind])
        for path in paths:
            data = edited(path.read_text(encoding="utf-8"))
            assert not [error.message for error in validator.iter_errors(data)], path


def tables(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield every table of a schema with its properties."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema
        for inner in schema.values():
            yield from tables(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from tables(inner)


def enums(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if isinstance(schema, dict):
        if isinstance(schema.get("enum"), list):
            yield schema
        for inner in schema.values():
            yield from enums(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from enums(inner)


@pytest.mark.parametrize("kind", schemas())
def test_every_key_is_explained_in_vietnamese(kind: str) -> None:
    found = 0
    for table in tables(schemas()[kind]):
        for key, value in table["properties"].items():
            found += 1
            assert len(value["description"]) > 3, key
            assert not re.search(r"\b(the|a|of|file|list|name)\b", re.sub("`[^`]*`", "", value["description"])), key
    assert found > 3


def test_every_word_to_choose_is_explained() -> None:
    for kind, schema in schemas().items():
        for one in enums(schema):
            if one["enum"] != ["có", "không", True, False]:
                assert len(one["enumDescriptions"]) == len(one["enum"]), (kind, one["enum"])


def fields_of(record: Record[Any], seen: set[str]) -> Iterator[Field]:
    for field in record.fields:
        yield field
        kind: Any = field.kind
        while hasattr(kind, "item"):
            kind = kind.item
        if hasattr(kind, "fields") and kind.name not in seen:
            seen.add(kind.name)
            yield from fields_of(kind, seen)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_example_is_accepted_by_both(kind: str) -> None:
    found = 0
    for field in fields_of(RECORDS[kind], set()):
        schema: Any = field.schema()
        for example in schema.get("examples", []):
            found += 1
            assert Draft7Validator(schema).is_valid(edited(f"{example}")), (field.key, example)
            findings: list[Finding] = []
            root, _, _ = read(f"k: {json.dumps(example, ensure_ascii=False)}\n".encode(), "x.yaml")
            assert isinstance(root, Mapping)
            field.kind.read(root.values["k"], findings)
            assert not findings, (field.key, example)
        if "default" in schema:
            assert Draft7Validator(schema).is_valid(schema["default"])
            assert field.kind.neutral(Location("x")).value.value == schema["default"]
    assert found >= 2


@pytest.mark.parametrize("root", [REPOSITORY, REPOSITORY / "examples/phuong-mau"], ids=["real", "example"])
def test_line_1_of_every_data_file_names_its_schema(root: Path) -> None:
    known = {f"{name}.schema.json" for name in schemas()}
    assert {path.name for path in (root / "schemas").iterdir()} == known
    files = [root / "plan.yaml", root / "units.yaml"]
    for folder in ("topics", "progress", "reports", "issued"):
        files += (root / folder).rglob("*.yaml")
    assert len(files) >= 9
    for path in files:
        mark, _, target = path.read_text(encoding="utf-8").partition("\n")[0].partition("$schema=")
        assert mark == "# yaml-language-server: "
        schema = (path.parent / target).resolve()
        assert schema.parent == (root / "schemas").resolve()
        folder = path.relative_to(root).parts[0]
        assert schema.name == f"{folder.removesuffix('.yaml')}.schema.json"
        assert schema.is_file()


def test_what_kehoach_writes_names_its_schema_too(kehoach: Kehoach, small: Path) -> None:
    with_forms(small)
    assert kehoach("-C", small, "schema", "--out", small / "schemas").code == 0
    assert kehoach("-C", small, "record", "I.1.1", "-u", "vhxh", "-f", "tin-bai", "-n", "2", "-d", "2/2/2026").code == 0
    (entry,) = (small / "progress").rglob("*.yaml")
    first, _, rest = entry.read_text(encoding="utf-8").partition("\n")
    assert first == "# yaml-language-server: $schema=../../../schemas/progress.schema.json"
    assert kehoach("-C", small, "check").code == 0
    listed = kehoach("-C", small, "entries", "--format", "csv").out
    assert read_simple(f"{first}\n{rest}", "x.yaml") is not None
    entry.write_text(rest, encoding="utf-8", newline="\n")  # as older files are
    assert kehoach("-C", small, "check").code == 0
    assert kehoach("-C", small, "entries", "--format", "csv").out == listed
    assert kehoach("-C", small, "pack", "--quarter", "I", "--yes").code == 0
    (packed,) = (small / "progress").rglob("*.yaml")
    text = packed.read_text(encoding="utf-8")
    assert text.startswith(f"{first}\n- id: ")
    assert read_simple(text, "x.yaml") is not None
    assert kehoach("-C", small, "check").out == "không có lỗi, không có cảnh báo trong 4 tệp\n"


def mutations(data: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the data with one key taken away, misspelt, or given another kind of value."""
    for path in list(paths_of(data)):
        for change in ("remove", "rename", [], ["a"], {}, {"a": "b"}, None, -1, 10**9, 1.5, True, "zzz", "1"):
            changed = copy.deepcopy(data)
            parent = changed
            for step in path[:-1]:
                parent = parent[step]
            if change == "remove":
                del parent[path[-1]]
            elif change == "rename":
                if isinstance(parent, list):
                    continue
                parent["khong_co"] = parent.pop(path[-1])
            else:
                parent[path[-1]] = change
            yield changed


def paths_of(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in children:
        yield (*path, key)
        yield from paths_of(value, (*path, key))


@pytest.mark.slow
@pytest.mark.parametrize("kind", RECORDS)
def test_every_change_of_one_key_is_judged_alike(kind: str) -> None:
    assert accepted(kind, SAMPLES[kind])
    assert valid(kind, SAMPLES[kind])
    unlike = []
    validator = Draft7Validator(schemas()[kind])
    for changed in mutations(edited(SAMPLES[kind])):
        text = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)
        text = text.replace(": null\n", ":\n").replace("- null\n", "-\n")
        if accepted(kind, text) != validator.is_valid(edited(text)):
            unlike.append(text)
    assert not unlike, f"{len(unlike)}:\n{unlike[0]}"


def test_the_command_prints_or_writes(kehoach: Kehoach, tmp_path: Path) -> None:
    assert json.loads(kehoach("schema", "plan").out) == schemas()["plan"]
    assert kehoach("schema", "--out", tmp_path / "s").code == 0
    assert sorted(path.stem for path in (tmp_path / "s").iterdir()) == sorted(f"{name}.schema" for name in schemas())
    assert "có phải `units`?" in kehoach("schema", "unit").err
    assert kehoach("schema").code == 2
