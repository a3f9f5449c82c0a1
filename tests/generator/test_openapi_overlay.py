"""The Overlay document that holds names and facts apart from the document of the service."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.contract.command import find_missing
from generator.contract.edits import apply_edits, find_edits
from generator.contract.facts import find_facts, strip_facts
from generator.contract.operation_ids import find_missing_ids, propose_id
from generator.contract.overlay import apply_overlay, load_overlay
from generator.document import load, parse
from generator.package import CONTRACT, ROOT
from tests.generator.conftest import Project
from tests.generator.small import Document, document


def overlay(*actions: Document) -> Document:
    return {"overlay": "1.1.0", "info": {"title": "t", "version": "1"}, "actions": list(actions)}


def test_the_contract_without_names_and_facts_plus_the_overlay_is_the_contract() -> None:
    contract = load(ROOT / CONTRACT)
    bare = strip_facts(contract)
    assert not list(find_facts(bare))
    assert bare != contract
    applied = apply_overlay(bare, load_overlay(ROOT))
    assert (applied.errors, applied.conflicts) == ([], [])
    assert applied.document == contract


def test_the_overlay_changes_nothing_where_everything_is_said_already() -> None:
    contract = load(ROOT / CONTRACT)
    applied = apply_overlay(contract, load_overlay(ROOT))
    assert (applied.document, applied.errors, applied.conflicts) == (contract, [], [])


def test_every_action_of_the_overlay_has_a_reason() -> None:
    assert [a["target"] for a in load_overlay(ROOT)["actions"] if not str(a.get("description", "")).strip()] == []


UPDATES: list[tuple[str, Document, Any, Any]] = [
    ("an object", {"target": "$.info", "update": {"x": {"y": 1}}}, ("info", "x"), {"y": 1}),
    ("a list gets an item", {"target": "$.tags", "update": "b"}, ("tags",), ["a", "b"]),
    ("a list gets a list", {"target": "$.tags", "update": ["b", "c"]}, ("tags",), ["a", "b", "c"]),
    ("lists inside objects", {"target": "$", "update": {"tags": ["b"]}}, ("tags",), ["a", "b"]),
    ("a filter", {"target": "$.list[?@.k == 1]", "update": {"v": 2}}, ("list",), [{"k": 1, "v": 2}, {"k": 2}]),
    ("a copy", {"target": "$.info", "copy": "$.list[0]"}, ("info", "k"), 1),
    ("a wildcard", {"target": "$.list[*]", "update": {"z": 0}}, ("list",), [{"k": 1, "z": 0}, {"k": 2, "z": 0}]),
]


@pytest.mark.parametrize(("action", "way", "value"), [u[1:] for u in UPDATES], ids=[u[0] for u in UPDATES])
def test_an_action_updates_as_the_standard_says(action: Document, way: tuple[str, ...], value: Any) -> None:
    before = {"info": {"title": "t"}, "tags": ["a"], "list": [{"k": 1}, {"k": 2}]}
    applied = apply_overlay(before, overlay(action))
    node: Any = applied.document
    for step in way:
        node = node[step]
    assert (applied.errors, applied.conflicts, node) == ([], [], value)
    assert before == {"info": {"title": "t"}, "tags": ["a"], "list": [{"k": 1}, {"k": 2}]}, "the input is left alone"


def test_what_is_removed_from_a_list_is_removed_from_its_end() -> None:
    action = {"target": "$.list[?@.k > 1]", "remove": True}
    applied = apply_overlay({"list": [{"k": 2}, {"k": 1}, {"k": 3}]}, overlay(action), guarded=False)
    assert applied.document == {"list": [{"k": 1}]}


def test_a_target_that_matches_nothing_is_an_error_that_names_it() -> None:
    applied = apply_overlay({"paths": {}}, overlay({"target": "$.paths['/chat'].post", "update": {"a": 1}}))
    (error,) = applied.errors
    assert "action 1, $.paths['/chat'].post: matches nothing in the document; correct the target" in str(error)


@pytest.mark.parametrize(
    ("action", "after"),
    [
        ({"target": "$.a", "update": {"b": 2}}, None),
        ({"target": "$.a", "update": {"b": 2}, "x-expect": {"b": 7}}, None),
        ({"target": "$.a", "update": {"b": 2}, "x-expect": {"b": 1}}, {"a": {"b": 2}}),
        ({"target": "$.a.b", "update": 2, "x-expect": 1}, {"a": {"b": 2}}),
        ({"target": "$.a.b", "remove": True}, None),
        ({"target": "$.a.b", "remove": True, "x-expect": 1}, {"a": {}}),
        ({"target": "$.a", "update": {"b": {"c": 1}}}, None),
    ],
)
def test_nothing_is_replaced_or_removed_that_was_not_expected(action: Document, after: Document | None) -> None:
    applied = apply_overlay({"a": {"b": 1}}, overlay(action))
    assert applied.document == (after or {"a": {"b": 1}})
    assert bool(applied.conflicts) is (after is None)


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ({"overlay": "2.0.0", "actions": []}, "is no Overlay document"),
        ({"overlay": "1.0.0"}, "actions: is no list"),
        (overlay({"update": {}}), "action 1: has no target"),
        (overlay({"target": "$"}), "action 1: does nothing"),
        (overlay({"target": "$", "update": {}, "extend": 1}), "action 1.extend: is no field of an action"),
        (overlay({"target": "$.[", "update": {}}), "is no JSONPath"),
        (overlay({"target": "$", "copy": "$.x"}), "its copy selects 0 nodes"),
    ],
)
def test_a_malformed_overlay_is_an_error(written: Document, complaint: str) -> None:
    assert complaint in str(apply_overlay({"a": 1}, written).errors[0])


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("get", "/orders", "list_orders"),
        ("get", "/orders/{id}", "get_order"),
        ("post", "/orders", "create_order"),
        ("delete", "/orders/{id}", "delete_order"),
        ("get", "/", "get_root"),
        ("get", "/user/address", "get_user_address"),
    ],
)
def test_names_are_proposed_from_method_and_path(method: str, path: str, name: str) -> None:
    assert propose_id(path, method, set()) == name
    assert propose_id(path, method, {name}) == f"{name}_2"


def test_the_names_that_are_missing_can_be_pasted() -> None:
    doc = document()
    doc["paths"]["/things"]["post"].pop("operationId")
    pasted = find_missing_ids(doc).partition("\n\n")[2]
    actions = parse(f"actions:\n{pasted}\n".encode())["actions"]
    applied = apply_overlay(doc, overlay(*actions))
    assert applied.document["paths"]["/things"]["post"]["operationId"] == "create_thing"
    assert find_missing_ids(applied.document) == ""


def test_a_fact_that_the_overlay_lacks_is_named_and_written(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / "generator").mkdir(exist_ok=True)
    text = (ROOT / "generator/openapi.overlay.yaml").read_text(encoding="utf-8")
    (project.root / "generator/openapi.overlay.yaml").write_text(text, encoding="utf-8")
    assert main(["overlay"], project.root) == 0
    project.replace("openapi.yaml", "\npaths:\n", "\npaths:\n  /two:\n    get: {operationId: two, responses: {}}\n")
    assert main(["overlay"], project.root) == 1
    assert "target: $.paths['/two'].get" in capsys.readouterr().out
    assert main(["overlay", "--write"], project.root) == 0
    assert main(["overlay"], project.root) == 0
    assert find_missing(project.root, load(project.root / CONTRACT)) == []


def test_a_name_that_the_overlay_gives_is_written_into_the_text_and_its_layout_stays(
    project: Project, tmp_path: Path
) -> None:
    actions = [
        "  - target: $.paths['/two'].get\n    description: d\n    update: {operationId: two, x-idempotent: true}\n"
    ]
    (project.root / "generator/openapi.overlay.yaml").write_text(
        "overlay: 1.1.0\ninfo: {title: t, version: '1'}\nactions:\n" + "".join(actions), encoding="utf-8"
    )
    bare = (
        "\npaths:\n  /two:\n    get:\n      tags: [service]  # a comment\n      responses: {'200': {description: d}}\n"
    )
    text = project.read("openapi.yaml").replace("\npaths:\n", bare, 1)
    (tmp_path / "new.yaml").write_text(text, encoding="utf-8")
    assert main(["regenerate", "--spec", str(tmp_path / "new.yaml")], project.root) == 0
    named = "responses: {'200': {description: d}}\n      operationId: two\n      x-idempotent: true\n"
    assert project.read("openapi.yaml") == text.replace("responses: {'200': {description: d}}\n", named, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a": 1, "b": [1, 2, 3]}, {"b": [1], "c": {"d": []}}),
        (
            {"a": {"b": {"c": 1}}, "l": [{"x": 1}, {"y": 2}]},
            {"a": {"b": {"c": True}}, "l": [{"x": 2}, {"y": 2}, {"z": 3}]},
        ),
        ({"a": [1, 2]}, {"a": {"b": 1}}),
        ({"a": 1}, {"a": 1.0, "b": None}),
    ],
)
def test_the_edits_between_two_documents_make_one_of_the_other(old: Document, new: Document) -> None:
    assert repr(apply_edits(old, list(find_edits(old, new)))) == repr(new)
