"""What becomes of each construct of a document, in code that is imported and used."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from infinity_assistant._models.validation_error import ValidationError
from infinity_assistant.errors import InfinityAssistantArgumentError
from tests.generator.small import document, files, generate, properties, response

pytestmark = pytest.mark.usefixtures("without_layout")


def body_of(call: Any) -> Any:
    return json.loads(call.content())


def test_every_kind_of_property_is_read() -> None:
    body = {
        "id": "t", "size": 2, "madeAt": "2026-11-22T10:00:00Z", "day": "2026-11-22", "paint": "green",
        "part": {"n": 1, "inner": {"n": 2}}, "parts": [{"n": 3}], "byName": {"a": {"n": 4}}, "anything": [None],
    }  # fmt: skip
    with generate(document()) as (models, _):
        thing = models.Thing.from_dict(body)
        assert thing.made_at == datetime.datetime(2026, 11, 22, 10, tzinfo=datetime.UTC)
        assert thing.day == datetime.date(2026, 11, 22)
        assert (thing.part.inner.n, thing.parts[0]["n"], thing.by_name["a"].n) == (2, 3, 4)
        assert (thing.paint, thing.anything) == ("green", [None])
        assert thing.to_dict() == body


@pytest.mark.parametrize(
    ("schema", "good", "bad", "complaint"),
    [
        ({"type": "string"}, "x", 1, "is a number, not a string"),
        ({"type": "integer"}, 5.0, 5.5, "is a number, not an integer"),
        ({"type": "number"}, 5, "5", "is a string, not a number"),
        ({"type": "boolean"}, False, 0, "is a number, not a boolean"),
        ({"type": "string", "format": "date-time"}, "2026-11-22T10:00:00Z", "soon", "is not a date-time"),
        ({"type": "string", "format": "date-time"}, "20261122T10Z", 5, "is a number, not a date-time"),
        ({"type": "string", "format": "date"}, "2026-11-22", "2026-11-32", "is not a date"),
        ({"type": "string", "format": "uuid"}, "not checked", 5, "is a number, not a string"),
        ({"type": "array", "items": {"type": "string"}}, [], {}, "is an object, not an array"),
        (
            {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
            [{"n": 1}],
            "x",
            "is a string, not an array",
        ),
        ({"type": "object"}, {}, [], "is an array, not an object"),
        (
            {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Part"}},
            {"a": {"n": 1}},
            1,
            "an object",
        ),
        ({"$ref": "#/components/schemas/Part"}, {"n": 1}, {}, r"value\.n is missing"),
        ({"$ref": "#/components/schemas/Paint"}, "green", 1, "is a number, not a string"),
        ({"const": "x"}, "y", 1, "is a number, not a string"),
        ({"const": True, "type": "boolean"}, False, 1, "is a number, not a boolean"),
        ({"type": ["string", "null"]}, None, 1, "is a number, not a string"),
        ({"anyOf": [{"$ref": "#/components/schemas/Part"}, {"type": "null"}]}, None, 1, "is a number, not an object"),
        ({"oneOf": [{"type": "string"}, {"type": "integer"}]}, 5, None, "is null, not a value"),
        ({"type": "string", "x-echo": True}, 5, ..., "is missing"),
        ({}, None, ..., "is missing"),
    ],
)
def test_a_required_value_is_verified(schema: Any, good: Any, bad: Any, complaint: str) -> None:
    """An `...` stands for no value at all."""
    doc = document()
    doc["components"]["schemas"]["Box"] = {"type": "object", "required": ["value"], "properties": {"value": schema}}
    with generate(doc) as (models, _):
        assert models.Box.from_dict({"value": good}).to_dict() == {"value": good}
        with pytest.raises(ValidationError, match=complaint) as caught:
            models.Box.from_dict({} if bad is ... else {"value": bad})
        assert str(caught.value).startswith("value")


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "format": "date"},
        {"type": "string", "format": "date-time"},
        {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
        {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Part"}},
        {"$ref": "#/components/schemas/Part"},
        {"oneOf": [{"$ref": "#/components/schemas/Part"}, {"type": "string", "format": "date"}]},
        {"type": "boolean"},
    ],
)
@pytest.mark.parametrize("value", ["text", 5, True, 1.5])
def test_an_optional_value_of_another_type_is_kept(schema: Any, value: Any) -> None:
    doc = document()
    doc["components"]["schemas"]["Box"] = {"type": "object", "properties": {"value": schema}}
    with generate(doc) as (models, _):
        assert models.Box.from_dict({"value": value}).value == value


def test_a_union_is_read_as_the_first_member_that_fits() -> None:
    """A member whose required fields are missing does not fit, so an error is not taken for a success."""
    doc = document()
    properties(doc)["part"] = {"oneOf": [{"$ref": "#/components/schemas/Other"}, {"$ref": "#/components/schemas/Part"}]}
    doc["components"]["schemas"]["Other"] = {
        "type": "object",
        "required": ["o"],
        "properties": {"o": {"type": "string"}},
    }
    with generate(doc) as (models, _):
        read = [
            models.Thing.from_dict({"id": "t", "size": 1, "part": part}).part for part in ({"n": 1}, {"o": "x"}, "?")
        ]
        assert [type(part).__name__ for part in read] == ["Part", "Other", "str"]


def test_what_is_composed_has_the_fields_of_its_parts() -> None:
    doc = document()
    extra = {"type": "object", "required": ["extra"], "properties": {"extra": {"type": "string", "x-secret": True}}}
    doc["components"]["schemas"]["Whole"] = {"allOf": [{"$ref": "#/components/schemas/Part"}, extra]}
    with generate(doc) as (models, _):
        whole = models.Whole.from_dict({"n": 1, "extra": "x"})
        assert (whole.n, whole.extra, repr(whole)) == (1, "x", "Whole(n=1, extra=<secret>)")
        with pytest.raises(ValidationError, match="extra is missing"):
            models.Whole.from_dict({"n": 1})


def test_what_stands_beside_a_reference_counts_first() -> None:
    doc = document()
    beside = {"description": "The paint.", "deprecated": True, "x-secret": True}
    properties(doc)["paint"] = {"allOf": [{"$ref": "#/components/schemas/Paint"}], **beside}
    properties(doc)["part"] = {"$ref": "#/components/schemas/Part", "description": "The heart."}
    with generate(doc) as (models, api):
        assert "- `paint`: The paint. Deprecated." in api.make_thing.__doc__
        assert "- `part`: The heart." in api.make_thing.__doc__
        assert "paint=<secret>" in repr(models.Thing(id="t", size=1, paint="red"))


def test_a_closed_enum_is_checked_before_sending() -> None:
    doc = document()
    properties(doc)["paint"] = {"$ref": "#/components/schemas/Paint", "x-checked": True}
    with generate(doc) as (_, api):
        assert body_of(api.make_thing(id="t", size=1, paint="red"))["paint"] == "red"
        with pytest.raises(InfinityAssistantArgumentError, match="paint may not be 'rad', did you mean 'red'"):
            api.make_thing(id="t", size=1, paint="rad")


def test_names_that_are_taken_get_an_underscore() -> None:
    """Keywords of Python, methods of the mapping, and names of types; the name on the wire is what it was."""
    doc = document()
    taken = [
        "class",
        "items",
        "keys",
        "get",
        "to_dict",
        "from_dict",
        "str",
        "datetime",
        "m",
        "isEV",
        "2nd",
        "x-y",
        "self",
    ]
    properties(doc).update({name: {"type": "string"} for name in taken})
    body = {"id": "t", "size": 1, **{name: name for name in taken}}
    with generate(doc) as (models, api):
        thing = models.Thing.from_dict(body)
        names = ["class_", "items_", "keys_", "get_", "to_dict_", "from_dict_", "str_", "datetime_", "m_", "is_ev"]
        assert [getattr(thing, name) for name in [*names, "field_2nd", "x_y", "self_"]] == taken
        assert dict(thing.items()) == thing.to_dict() == body
        assert body_of(api.make_thing(id="t", size=1, class_="c", x_y="d", self_="e"))["class"] == "c"


def test_arguments_travel_where_they_belong() -> None:
    doc = document()
    doc["paths"]["/things"]["post"]["parameters"] = [
        {"name": "dryRun", "in": "query", "schema": {"type": "boolean"}},
        {"name": "tag", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
        {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
    ]
    with generate(doc) as (_, api):
        assert api.get_thing(thing_id="a/b").target() == "/things/a%2Fb"
        call = api.make_thing(id="t", size=None, dry_run=True, tag=("a", "b"), x_trace="t1", parts=[{"n": 1}])
        assert call.target() == "/things?dryRun=true&tag=a&tag=b"
        assert call.headers == {"X-Trace": "t1"}
        assert body_of(call) == {"id": "t", "size": None, "parts": [{"n": 1}]}
        assert repr(call) == "<Call make_thing(dry_run, tag, x_trace, id, size, parts)>"
        with pytest.raises(InfinityAssistantArgumentError, match="x_trace cannot stand in a header"):
            api.make_thing(id="t", size=1, x_trace="a\r\nb")


def test_nested_objects_are_given_with_either_names() -> None:
    doc = document()
    doc["components"]["schemas"]["Part"]["properties"]["isEV"] = {"type": "boolean"}
    with generate(doc) as (models, api):
        given: Any = {"n": 1, "is_ev": True, "inner": {"is_ev": False, "other": 1}}
        expected = {"n": 1, "isEV": True, "inner": {"isEV": False, "other": 1}}
        model = models.Part(n=1, is_ev=True, inner=models.Part.from_dict({"n": 0, "isEV": False}))
        for call in (api.make_thing(id="t", size=1, part=given), api.make_thing(id="t", size=1, parts=[given])):
            body = body_of(call)
            assert body.get("part", body.get("parts", [0])[0]) == expected
        assert body_of(api.make_thing(id="t", size=1, part=model))["part"]["inner"] == {"n": 0, "isEV": False}


def test_a_required_argument_may_be_null_where_the_document_says_so() -> None:
    """`None` of an optional argument means that it is absent."""
    doc = document()
    doc["components"]["schemas"]["Thing"]["required"].append("note")
    properties(doc)["note"] = {"type": ["string", "null"]}
    with generate(doc) as (_, api):
        assert body_of(api.make_thing(id="t", size=None, note=None, paint=None)) == {
            "id": "t",
            "size": None,
            "note": None,
        }
        with pytest.raises(InfinityAssistantArgumentError, match="note is a Python int, not a string"):
            api.make_thing(id="t", size=1, note=5)


@pytest.mark.parametrize(
    ("schema", "body", "check"),
    [
        ({"type": "array", "items": {"$ref": "#/components/schemas/Part"}}, [{"n": 1}], lambda found: found[0].n == 1),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, {"a": 1}, lambda found: found == {"a": 1}),
        ({"type": "string"}, "x", lambda found: found == "x"),
        ({"type": "object", "properties": {"a": {"type": "string"}}}, {"a": "x"}, lambda found: found.a == "x"),
        ({"anyOf": [{"$ref": "#/components/schemas/Part"}, {"type": "null"}]}, None, lambda found: found is None),
    ],
)
def test_a_response_may_be_any_type(schema: Any, body: Any, check: Any) -> None:
    doc = document()
    doc["paths"]["/things/{thingId}"]["get"]["responses"] = {"200": response(schema), "404": {"description": "None."}}
    with generate(doc) as (_, api):
        assert check(api.get_thing(thing_id="t").read(body))


def test_a_response_without_content_is_none() -> None:
    doc = document()
    doc["paths"]["/things/{thingId}"]["get"]["responses"] = {"204": {"description": "Nothing."}}
    with generate(doc) as (_, api):
        assert api.GET_THING.read is None
    assert "-> Call[None]" in files(doc)["api/_default.py"]


def test_a_deprecated_operation_warns_once() -> None:
    doc = document()
    doc["paths"]["/things/{thingId}"]["get"]["deprecated"] = True
    with generate(doc) as (_, api):
        with pytest.warns(DeprecationWarning, match="get_thing is deprecated") as caught:
            api.get_thing(thing_id="t")
        assert caught[0].filename == __file__
        api.get_thing(thing_id="t")
        assert api.GET_THING.deprecated
        assert api.get_thing.__deprecated__.startswith("get_thing is deprecated")
        assert "Deprecated" in api.get_thing.__doc__


def test_descriptions_become_docstrings_with_defaults() -> None:
    doc = document()
    properties(doc)["id"].update(default="none", deprecated=True)
    with generate(doc) as (models, api):
        assert "- `id`: Its id. The service takes `none` when it is absent. Deprecated." in api.make_thing.__doc__
        assert models.Thing.__doc__ == "Thing"
