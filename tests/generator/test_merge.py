"""What changed upstream is carried into our document: applied, noted as said already, or a conflict."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.contract.edits import apply_edits
from generator.contract.merge import Merge, merge
from generator.contract.yaml_text import edit_text
from generator.document import Document, load, parse
from generator.package import CONTRACT, ROOT
from tests.generator.conftest import Project
from tests.generator.probes import MODE, MORE_MODES

THEIRS = """
openapi: 3.0.3
info: {title: Theirs, version: "1"}
servers:
  - url: https://example.org/api
paths:
  /talk:
    post:
      summary: Talk
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties:
                text: {type: string}
                mode: {type: string, enum: [a, b]}
                old: {type: string}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {type: object, properties: {reply: {type: string}}}}}
  /gone:
    get: {responses: {'200': {description: ok}}}
"""
OURS = """# Ours, with a comment that stays.
openapi: 3.1.0
info: {title: Ours, version: "1"}
servers:
  - url: https://example.org/api
paths:
  /talk:
    post:
      operationId: talk
      x-idempotent: false   # every message is new
      summary: Say something.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/TalkRequest'}
      responses:
        '200':
          description: The reply.
          content: {application/json: {schema: {$ref: '#/components/schemas/Reply'}}}
  /gone:
    get: {operationId: gone, responses: {'200': {description: ok}}}
components:
  schemas:
    # What is sent.
    TalkRequest:
      type: object
      required: [text]
      properties:
        text: {type: string, maxLength: 500}
        mode:
          type: string
          enum: [a, b]
        old: {type: string}
        extra: {type: integer}
    Reply:
      type: object
      properties:
        reply: {type: string}
"""


def body(doc: Document) -> Any:
    return doc["paths"]["/talk"]["post"]["requestBody"]["content"]["application/json"]["schema"]


def reply(doc: Document) -> Any:
    return doc["paths"]["/talk"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]


def schema(doc: Document, name: str) -> Any:
    return doc["components"]["schemas"][name]


def add_operation(doc: Document) -> None:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Model"}}}
    doc["paths"]["/models"] = {"get": {"responses": {"200": {"description": "ok", "content": content}}}}
    doc["components"] = {"schemas": {
        "Model": {"type": "object", "properties": {"kind": {"$ref": "#/components/schemas/Kind"}}},
        "Kind": {"type": "string"},
    }}  # fmt: skip


Change = Callable[[Document], object]
APPLIED: dict[str, tuple[Change, Callable[[Document], bool]]] = {
    "a field of a request": (
        lambda d: body(d)["properties"].update(tone={"type": "string"}),
        lambda d: schema(d, "TalkRequest")["properties"]["tone"] == {"type": "string"},
    ),
    "a field of a response": (
        lambda d: reply(d)["properties"].update(tokens={"type": "integer"}),
        lambda d: "tokens" in schema(d, "Reply")["properties"],
    ),
    "a field that is gone": (
        lambda d: body(d)["properties"].pop("old"),
        lambda d: "old" not in schema(d, "TalkRequest")["properties"],
    ),
    "two values of an enum": (
        lambda d: body(d)["properties"]["mode"]["enum"].extend(["c", "d"]),
        lambda d: schema(d, "TalkRequest")["properties"]["mode"]["enum"] == ["a", "b", "c", "d"],
    ),
    "one value for another": (
        lambda d: body(d)["properties"]["mode"].update(enum=["c", "b"]),
        lambda d: schema(d, "TalkRequest")["properties"]["mode"]["enum"] == ["b", "c"],
    ),
    "another type": (
        lambda d: reply(d)["properties"]["reply"].update(type="integer"),
        lambda d: schema(d, "Reply")["properties"]["reply"] == {"type": "integer"},
    ),
    "a required field": (
        lambda d: body(d)["required"].append("mode"),
        lambda d: schema(d, "TalkRequest")["required"] == ["text", "mode"],
    ),
    "a parameter": (
        lambda d: d["paths"]["/talk"]["post"].update(parameters=[{"name": "p", "in": "query", "schema": {}}]),
        lambda d: d["paths"]["/talk"]["post"]["parameters"][0]["name"] == "p",
    ),
    "an operation with its schemas": (
        add_operation,
        lambda d: "/models" in d["paths"] and "Kind" in d["components"]["schemas"],
    ),
    "an operation that is gone": (lambda d: d["paths"].pop("/gone"), lambda d: "/gone" not in d["paths"]),
    "a server": (
        lambda d: d["servers"].append({"url": "https://two.example.org"}),
        lambda d: d["servers"][1]["url"] == "https://two.example.org",
    ),
    "a security scheme": (
        lambda d: d.update(components={"securitySchemes": {"o": {"type": "oauth2", "flows": {}}}}),
        lambda d: "o" in d["components"]["securitySchemes"],
    ),
}
CONFLICTS: dict[str, tuple[Change, str]] = {
    "a limit that ours corrects": (
        lambda d: body(d)["properties"]["text"].update(maxLength=9),
        "properties.text.maxLength: upstream says 9, said nothing; ours says 500",
    ),
    "a summary that ours words otherwise": (
        lambda d: d["paths"]["/talk"]["post"].update(summary="Chat"),
        'paths./talk.post.summary: upstream says "Chat", said "Talk"; ours says "Say something."',
    ),
    "a field that is gone and that ours describes otherwise": (
        lambda d: body(d)["properties"].pop("text"),
        "properties.text: upstream says nothing, said",
    ),
    "an operation that is gone and that ours describes otherwise": (
        lambda d: d["paths"].pop("/talk"),
        "paths./talk: upstream says nothing, said",
    ),
}


def merge_texts(change: Change, theirs: str = THEIRS, ours: str = OURS) -> tuple[Merge, Document, str]:
    base, our = parse(theirs.encode()), parse(ours.encode())
    new = copy.deepcopy(base)
    change(new)
    result = merge(base, new, our)
    return result, apply_edits(our, result.edits), edit_text(ours, our, result.edits)


@pytest.mark.parametrize("name", APPLIED)
def test_what_changed_upstream_is_applied_where_ours_says_the_same(name: str) -> None:
    change, is_there = APPLIED[name]
    result, document, text = merge_texts(change)
    assert result.conflicts == []
    assert result.applied
    assert is_there(document)
    assert parse(text.encode()) == document
    assert text.startswith("# Ours, with a comment that stays.\n")
    assert "x-idempotent: false   # every message is new" in text
    assert "    # What is sent.\n" in text


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_ours_says_otherwise_is_a_conflict_and_stays(name: str) -> None:
    change, told = CONFLICTS[name]
    result, document, text = merge_texts(change)
    assert any(told in conflict for conflict in result.conflicts), result.conflicts
    assert (result.edits, document, text) == ([], parse(OURS.encode()), OURS)


def test_what_ours_says_already_is_noted_and_nothing_is_written() -> None:
    result, _, text = merge_texts(lambda d: body(d)["properties"].update(extra={"type": "integer"}))
    assert (result.applied, result.conflicts, text) == ([], [], OURS)
    assert result.already


def test_the_same_upstream_document_changes_nothing() -> None:
    result, _, text = merge_texts(lambda _: None)
    assert (result.edits, result.conflicts, text) == ([], [], OURS)


def test_no_change_of_the_official_document_is_swallowed() -> None:
    """Where it is at hand: each simulated change is applied, said already, or a conflict."""
    path = ROOT.parent / "shared/upstream/official-openapi.yaml"
    if not path.is_file():
        pytest.skip("the service's own document is not at hand")
    base, ours = load(path), load(ROOT / CONTRACT)
    chat = ("paths", "/chat", "post", "requestBody", "content", "application/json", "schema", "properties")
    for change in ({"tone": {"type": "string"}}, {"mode": {"type": "string", "enum": ["x"]}}):
        new = copy.deepcopy(base)
        node: Any = new
        for step in chat:
            node = node[step]
        node.update(change)
        result = merge(base, new, ours)
        assert result.applied or result.already or result.conflicts


def test_regenerate_merges_and_names_conflicts_in_its_text(project: Project, tmp_path: Path) -> None:
    base, new = tmp_path / "base.yaml", tmp_path / "new.yaml"
    base.write_text(project.read("openapi.yaml").replace("\n      operationId: health", "", 1), encoding="utf-8")
    text = base.read_text(encoding="utf-8").replace(MODE, MORE_MODES)
    new.write_text(text.replace("version: 1.0.0", "version: 2.0.0", 1), encoding="utf-8")
    assert main(["regenerate", "--spec", str(new), "--base", str(base)], project.root) == 0
    assert MORE_MODES in project.read("openapi.yaml")
    assert "operationId: health" in project.read("openapi.yaml")
    assert '"source": "new.yaml"' in project.read("generator/upstream.json")
    told = project.read("build/pull-request.md")
    assert "## Taken from upstream" in told
    # The next merge must begin where this one ended.
    assert main(["regenerate", "--spec", str(new), "--base", str(base)], project.root) == 1
