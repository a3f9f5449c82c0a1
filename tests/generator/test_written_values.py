"""Values outside of JSON bodies: headers, fields of forms and parts, and what has no form there."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any

import pytest

import infinity_assistant as ia
from generator.unsupported import find_unsupported
from tests.generator.one_call import TEXT, body, path_id, probe, query, with_operation
from tests.generator.small import Document

pytestmark = pytest.mark.usefixtures("without_layout")

POINT: Document = {
    "type": "object",
    "required": ["r"],
    "properties": {"r": {"type": "integer"}, "g": {"type": "boolean"}},
}
TEXTS: Document = {"type": "array", "items": TEXT}
DAY: Document = {"type": "string", "format": "date"}
FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"


class Paint(enum.Enum):
    """Words of a caller's own."""

    RED = "red"


def _header(schema: Document, **more: Any) -> Document:
    return {"name": "X-Field", "in": "header", "schema": schema, **more}


@pytest.mark.parametrize(
    ("parameter", "value", "written"),
    [
        (_header(POINT), {"r": 1, "g": True}, "r,1,g,true"),
        (_header(POINT, explode=True), {"r": 1, "g": True}, "r=1,g=true"),
        (_header(TEXTS), ["a", "b c"], "a,b c"),
        (_header({"type": "array", "items": DAY}), [dt.date(2026, 1, 2)], "2026-01-02"),
        ({"name": "X-Field", "in": "header", "content": {"application/json": {"schema": POINT}}}, {"r": 1}, '{"r":1}'),
    ],
)  # fmt: skip
def test_a_header_is_written_in_its_style(parameter: Document, value: Any, written: str) -> None:
    with probe(with_operation("get", parameters=[parameter])) as (_, api, send):
        request, _result = send(api.probe(x_field=value))
    assert request.headers["x-field"] == written


@pytest.mark.parametrize(
    ("encoding", "schema", "value", "sent"),
    [
        ({}, TEXTS, ["a b", "c"], "f=a+b&f=c"),
        ({"explode": False}, TEXTS, ["a b", "c,d"], "f=a%20b,c%2Cd"),
        ({"style": "pipeDelimited", "explode": False}, TEXTS, ["a", "b"], "f=a%7Cb"),
        ({"style": "deepObject"}, POINT, {"r": 1, "g": False}, "f%5Br%5D=1&f%5Bg%5D=false"),
        ({"explode": True}, POINT, {"r": 1, "g": False}, "r=1&g=false"),
        ({"contentType": "application/json"}, TEXTS, ["a"], "f=%5B%22a%22%5D"),
        ({}, POINT, {"r": 1}, "f=%7B%22r%22%3A1%7D"),
    ],
)
def test_a_field_of_a_form_is_written_as_its_encoding_says(
    encoding: Document, schema: Document, value: Any, sent: str
) -> None:
    made = _with_body(FORM, schema, encoding)
    with probe(made) as (_, api, send):
        request, _result = send(api.probe(f=value))
    assert request.content.decode() == sent


@pytest.mark.parametrize(
    ("content_type", "schema", "value", "kind", "sent"),
    [
        ("application/json", POINT, {"r": 1}, "application/json", '{"r":1}'),
        ("application/json", TEXT, "a", "application/json", '"a"'),
        ("text/csv; charset=utf-8", TEXT, "a,b", "text/csv; charset=utf-8", "a,b"),
        ("image/png", {"type": "string", "format": "binary"}, b"png", "image/png", "png"),
        ("image/png, image/gif", {"type": "string", "format": "binary"}, ("a.gif", b"gif", "image/gif"), "image/gif",
         "gif"),
    ],
)  # fmt: skip
def test_a_part_bears_the_media_type_of_its_encoding(
    content_type: str, schema: Document, value: Any, kind: str, sent: str
) -> None:
    with probe(_with_body(MULTIPART, schema, {"contentType": content_type})) as (_, api, send):
        request, _result = send(api.probe(f=value))
    assert f"\r\nContent-Type: {kind}\r\n\r\n{sent}\r\n--" in request.content.decode()


@pytest.mark.parametrize(
    ("kind", "encoding", "place"),
    [
        (FORM, {"contentType": "application/xml"}, "contentType"),
        (MULTIPART, {"style": "pipeDelimited"}, "style"),
        (MULTIPART, {"headers": {"X-Rate": {"required": True, "schema": TEXT}}}, "headers.X-Rate"),
    ],
)
def test_an_encoding_that_cannot_be_written_is_refused_with_its_place(
    kind: str, encoding: Document, place: str
) -> None:
    (error,) = find_unsupported(_with_body(kind, TEXTS, encoding))
    assert error.place == f"paths./probe.post.requestBody.content.{kind}.encoding.f.{place}"


@pytest.mark.parametrize(
    ("parameter", "value", "problem"),
    [
        (_header(TEXTS), ["a,b"], "x_field has ',' in one of its values"),
        (query("f", TEXTS, style="pipeDelimited", explode=False), ["a|b"], r"f has '\|' in one of its values"),
        (query("f", TEXTS, style="spaceDelimited", explode=False), ["a b"], "f has ' ' in one of its values"),
        (query("f", {"type": "number"}), float("nan"), "f is nan: give a finite number"),
        (query("f", {"type": "integer"}), b"1", "f is a Python bytes: give it as text"),
        (query("f", {"type": "integer"}), object(), "f is a Python object: give it as text"),
        ({**path_id("f"), "schema": {"type": "number"}}, float("inf"), "f is inf: give a finite number"),
    ],
)
def test_a_value_without_a_form_in_its_place_is_an_error_that_names_the_argument(
    parameter: Document, value: Any, problem: str
) -> None:
    made = with_operation("get", "/probe/{f}" if parameter["in"] == "path" else "/probe", parameters=[parameter])
    name = "x_field" if parameter["in"] == "header" else "f"
    with probe(made) as (_, api, send), pytest.raises(ia.InfinityAssistantArgumentError, match=problem):
        send(api.probe(**{name: value}))


def test_a_member_of_an_enum_is_written_as_its_value() -> None:
    with probe(with_operation("get", parameters=[query("f", {"type": "integer"})])) as (_, api, send):
        request, _result = send(api.probe(f=Paint.RED))
    assert request.url.query == b"f=red"


def test_a_field_that_an_optional_body_must_have_can_be_said_to_be_null() -> None:
    fields = {"type": "object", "required": ["a"], "properties": {"a": {"type": ["string", "null"]}, "b": TEXT}}
    with probe(with_operation(requestBody=body(fields, required=False))) as (_, api, send):
        sent = [send(api.probe(**given))[0].content for given in ({}, {"a": None, "b": "x"})]
    assert sent == [b"", b'{"a":null,"b":"x"}']


def _with_body(kind: str, schema: Document, encoding: Document) -> Document:
    media = {"schema": {"type": "object", "properties": {"f": schema}}, "encoding": {"f": encoding}}
    return with_operation(requestBody={"required": True, "content": {kind: media}})
