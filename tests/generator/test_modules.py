"""In which module a class stands, and classes that need each other."""

from __future__ import annotations

import importlib
import sys
from typing import Any, Optional, Union, get_type_hints

import attrs
import pytest

from generator.document import DocumentError
from generator.modules import find_circles, to_module_name
from tests.generator.in_memory import NAME, import_files
from tests.generator.small import document, files, generate, properties

pytestmark = pytest.mark.usefixtures("without_layout")


def mutual() -> dict[str, Any]:
    """A document in which A needs B and C, which lead back to A; they are arguments too."""
    made = document()
    pairs = {"A": ("b", "C"), "B": ("a", "A"), "C": ("b", "B")}
    for name, others in pairs.items():
        fields = {other.lower(): {"$ref": f"#/components/schemas/{other.upper()}"} for other in others}
        made["components"]["schemas"][name] = {"type": "object", "properties": fields}
    properties(made)["a"] = {"$ref": "#/components/schemas/A"}
    return made


@pytest.mark.parametrize("first", ["a", "b", "c", "a_dict", "b_dict", "c_dict"])
def test_models_that_need_each_other_are_imported_in_any_order(first: str) -> None:
    with import_files(files(mutual())) as (models, api):
        importlib.import_module(f"{NAME}.models.{first}")
        for model, (name, kind) in {models.A: ("c", models.C), models.B: ("a", models.A)}.items():
            field = getattr(attrs.fields(model), name)
            assert field.type == get_type_hints(model)[name] == get_type_hints(model.__init__)[name] == Optional[kind]
        assert get_type_hints(models.CDict)["b"] == Union[models.B, models.BDict]
        read = models.A.from_dict({"b": {"a": {"c": {}}}})
        assert read.b.a.c == models.C()
        assert api.make_thing(id="t", size=1, a={"b": {"a": {}}}).content().endswith(b'"a":{"b":{"a":{}}}}')


def test_a_model_that_contains_itself_has_its_types() -> None:
    with generate(document()) as (models, _):
        assert attrs.fields(models.Part).inner.type == Optional[models.Part]
        assert get_type_hints(models.Part.__init__)["inner"] == Optional[models.Part]
        assert attrs.evolve(models.Part(n=1), inner=models.Part(n=2)).inner.n == 2


def test_only_the_modules_that_a_class_needs_are_imported() -> None:
    with generate(document()) as (models, api):
        assert models.Paint
        loaded = {name.rpartition(".")[2] for name in sys.modules if name.startswith(f"{NAME}.models.")}
        assert loaded == {"paint"}
        api.get_thing(thing_id="1").read({"id": "t", "size": 1})
        loaded = {name.rpartition(".")[2] for name in sys.modules if name.startswith(f"{NAME}.models.")}
        assert loaded == {"paint", "thing", "part"}


def test_operations_of_a_tag_share_a_module() -> None:
    made = document()
    made["paths"]["/things"]["post"]["tags"] = ["all things", "more"]
    assert {path for path in files(made) if path.startswith("api/")} == {
        "api/__init__.py",
        "api/_all_things.py",
        "api/_default.py",
    }
    with generate(made) as (_, api):
        assert list(api.OPERATIONS) == ["make_thing", "get_thing"]
        assert api.MAKE_THING is api.OPERATIONS["make_thing"]
        with pytest.raises(AttributeError, match="has no attribute 'make_think'"):
            print(api.make_think)


@pytest.mark.parametrize(
    ("name", "module"),
    [("ChatResponse", "chat_response"), ("Import", "import_"), ("Con", "con_"), ("Größe", "gr_f6_df_e"), ("A1", "a1")],
)
def test_a_module_has_a_name_that_every_system_knows(name: str, module: str) -> None:
    assert to_module_name(name) == module


def test_two_classes_of_one_module_are_refused() -> None:
    made = document()
    made["components"]["schemas"].update({name: {"type": "object"} for name in ("ThingDict", "HTTPThing", "HttpThing")})
    with pytest.raises(DocumentError, match="components.schemas.HttpThing: .* are both http_thing in Python"):
        files(made)


def test_what_leads_back_is_found() -> None:
    needs = {"a": frozenset("bx"), "b": frozenset("c"), "c": frozenset("a"), "d": frozenset("da"), "e": frozenset("b")}
    assert find_circles(needs) == {
        "a": frozenset("b"),
        "b": frozenset("c"),
        "c": frozenset("a"),
        "d": frozenset("d"),
        "e": frozenset(),
    }
