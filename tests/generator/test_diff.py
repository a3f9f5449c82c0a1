"""`python -m generator diff`: what it reads, what it says, and how it exits."""

from __future__ import annotations

import ast
import copy
import json
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.diff.change import Level, Report
from generator.diff.compare import compare
from generator.diff.python import compare_surfaces
from generator.diff.report import to_json, to_markdown
from generator.diff.rules import RULES
from generator.diff.surface import read_surface
from generator.diff.types import judge_passed, judge_received, list_alternatives
from generator.package import ROOT
from tests.generator.conftest import Project
from tests.generator.mutations import MUTATIONS
from tests.generator.probes import MODE, MORE_MODES
from tests.generator.small import document, properties

SAME = [
    ({"type": ["string", "null"]}, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
    ({"type": ["string", "null"]}, {"oneOf": [{"type": "null"}, {"type": "string"}]}),
    ({"$ref": "#/components/schemas/Part"}, {"allOf": [{"$ref": "#/components/schemas/Part"}]}),
    ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["b", "a"]}),
    ({"type": "string", "const": "a"}, {"type": "string", "enum": ["a"]}),
    ({"type": "object", "properties": {"a": {}}}, {"type": "object", "allOf": [{"properties": {"a": {}}}]}),
]


def list_changes(old: Any, new: Any) -> tuple[Any, Any]:
    """Two documents that differ in one property."""
    documents = []
    for schema in (old, new):
        made = document()
        properties(made)["more"] = copy.deepcopy(schema)
        documents.append(made)
    return documents[0], documents[1]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_two_spellings_of_one_thing_are_no_difference(old: Any, new: Any) -> None:
    assert compare(*list_changes(old, new)) == ()
    assert compare(*list_changes(new, old)) == ()


def test_a_schema_that_is_sent_and_received_is_judged_by_the_worse() -> None:
    """`Thing` is a body and a response: a further required field breaks those who send it."""
    old, new = document(), document()
    properties(new)["more"] = {"type": "string"}
    new["components"]["schemas"]["Thing"]["required"].append("more")
    (found,) = compare(old, new)
    assert (found.callers, found.wire) == (Level.BREAKING, Level.BREAKING)
    assert found.operations == ("get_thing", "make_thing")


def test_documentation_alone_matters_to_nobody() -> None:
    old, new = document(), document()
    properties(new)["id"]["description"] = "The name of it."
    assert Report(compare(old, new)).level is Level.NONE


def test_every_kind_of_change_has_a_rule_and_every_rule_a_use() -> None:
    """What is found is in the table, and the table holds nothing that is never found."""
    used = set()
    for path in (ROOT / "generator/diff").glob("*.py"):
        texts = {n.value for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant)}
        used |= texts if path.name != "rules.py" else set()
    composed = {"field-added-required", "parameter-added-required", "became-nullable-optional",
                "no-longer-nullable-optional"}  # fmt: skip
    assert [kind for kind in RULES if kind not in used | composed] == []


def test_the_order_of_the_report_does_not_depend_on_hashes() -> None:
    old = document()
    new = copy.deepcopy(old)
    for name in "fedcba":
        properties(new)[name] = {"type": "string"}
    places = [change.place for change in compare(old, new)]
    assert places == sorted(places)


def test_reports_say_the_same_to_people_and_machines() -> None:
    old, new = list_changes({"type": "string"}, {"type": "integer"})
    report = Report(compare(old, new))
    told = json.loads(to_json(report))
    assert (told["level"], told["callers"], told["wire"]) == ("breaking", "breaking", "breaking")
    assert told["contract"][0]["place"] == "Thing.more"
    assert "### Breaking, contract" in to_markdown(report)
    assert "`Thing.more` (get_thing, make_thing) was `string`, is now `integer`" in to_markdown(report)
    assert to_markdown(Report()) == "No difference.\n"


ALIASES = [
    ("Optional[str]", "Union[None, str]"),
    ("Optional[m.Mode]", "models.Mode | None"),
    ("Literal['a', 'b']", "Union[Literal['b'], Literal['a']]"),
    ("'Optional[str]'", "Optional[str]"),
]


@pytest.mark.parametrize(("one", "other"), ALIASES)
def test_types_are_compared_by_meaning(one: str, other: str) -> None:
    assert list_alternatives(judge_type(one)) == list_alternatives(judge_type(other))


def test_a_wider_type_is_welcome_where_it_is_passed_and_not_where_it_is_received() -> None:
    narrow, wide = judge_type("str"), judge_type("Optional[str]")
    assert (judge_passed(narrow, wide), judge_received(narrow, wide)) == (Level.ADDITIVE, Level.BREAKING)
    assert (judge_passed(wide, narrow), judge_received(wide, narrow)) == (Level.BREAKING, Level.ADDITIVE)
    assert judge_passed(judge_type("int"), judge_type("float")) is Level.ADDITIVE
    assert judge_received(judge_type("List[str]"), judge_type("List[int]")) is Level.BREAKING


OLD = """
from infinity_assistant.errors import Trouble
from infinity_assistant.client import InfinityAssistantClient
"""
CLIENT = "class Base:\n    def chat(self, message: str, *, mode: str = 'a') -> str: ...\n"
FACADE = [
    ("mode: str = 'a'", "style: str = 'a'", "client.chat(mode)", Level.BREAKING),
    ("mode: str = 'a'", "mode: str", "client.chat(mode)", Level.BREAKING),
    ("mode: str = 'a'", "mode: str = 'b'", "client.chat(mode)", Level.BREAKING),
    ("mode: str = 'a'", "mode: str = 'a', more: int = 1", "client.chat(more)", Level.ADDITIVE),
    ("message: str, *", "*, message: str", "client.chat(message)", Level.BREAKING),
    ("message: str, *", "text: str, message: str, *", "client.chat", Level.BREAKING),
    ("-> str", "-> None", "client.chat", Level.BREAKING),
    ("def chat", "async def chat", "client.chat", Level.BREAKING),
    ("def chat", "def talk", "client.chat", Level.BREAKING),
    ("def chat", "@property\n    def chat", "client.chat", Level.BREAKING),
    ("message: str", "message: object", "client.chat(message)", Level.BREAKING),
]


@pytest.mark.parametrize(("old", "new", "place", "level"), FACADE)
def test_a_change_of_the_client_is_seen_whatever_the_document_says(
    old: str, new: str, place: str, level: Level
) -> None:
    """Methods are found in the base classes of other modules too."""
    before, after = package(CLIENT), package(CLIENT.replace(old, new))
    found = compare_surfaces(before, after, lambda _: False)
    assert level in {change.callers for change in found if change.place == place}
    assert compare_surfaces(before, before, lambda _: False) == ()


def test_what_the_package_does_not_export_is_free_to_change() -> None:
    private = "class _Hidden:\n    pass\n\ndef helper() -> None: ...\n"
    assert compare_surfaces(package(CLIENT), package(CLIENT + private), lambda _: False) == ()


def test_a_class_that_is_new_is_told_once_and_not_with_each_of_its_attributes() -> None:
    new = "class Report:\n    size: int = 0\n\n    def show(self) -> str: ...\n"
    before = read_surface({"models/__init__.py": "", "models/report.py": ""})
    after = read_surface(
        {"models/__init__.py": "from infinity_assistant.models.report import Report\n", "models/report.py": new}
    )
    assert [change.place for change in compare_surfaces(before, after, lambda _: False)] == ["models.Report"]


def package(base: str) -> Any:
    client = "from infinity_assistant._client.base import Base\n\nclass InfinityAssistantClient(Base):\n    pass\n"
    errors = "class Trouble(Exception):\n    pass\n"
    return read_surface({"__init__.py": OLD, "_client/base.py": base, "client.py": client, "errors.py": errors})


def judge_type(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def test_revisions_files_and_the_working_tree_can_be_compared(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.replace("openapi.yaml", MODE, MORE_MODES)
    assert main(["diff", "HEAD", "--json"], project.root) == 3
    assert json.loads(capsys.readouterr().out)["contract"][0]["place"] == 'ChatMode="probe_plan"'
    assert main(["diff", "v1.0.0:openapi.yaml", str(project.root / "openapi.yaml")], project.root) == 3
    assert '`ChatMode="probe_plan"` (chat, chat_stream) is new' in capsys.readouterr().out
    assert main(["diff", str(project.root / "openapi.yaml"), "v1.0.0"], project.root) == 4
    assert main(["diff", "v1.0.0", "HEAD"], project.root) == 0


@pytest.mark.parametrize("name", ["no-such-revision", "HEAD:nothing.yaml", "--output=x", "-x:y"])
def test_what_cannot_be_read_is_a_failure_and_no_verdict(name: str, project: Project) -> None:
    """An option of git is no revision."""
    assert main(["diff", "--", name], project.root) == 1


def test_a_broken_document_is_a_failure_and_no_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("a: [", encoding="utf-8")
    assert main(["diff", str(path), str(path)]) == 1
    assert "is not YAML" in capsys.readouterr().err


def test_the_mutations_are_many_and_of_every_level() -> None:
    assert len(MUTATIONS) >= 40
    assert {mutation.callers for mutation in MUTATIONS} == set(Level) == {mutation.wire for mutation in MUTATIONS}
