"""Bodies, parameters and responses of every usual kind are sent and read as the document says."""

from __future__ import annotations

import datetime as dt
import json as js
from typing import Any

import httpx
import pytest

import infinity_assistant as ia
from tests.generator.one_call import TEXT, body, json, probe, query, with_operation
from tests.generator.small import Document

pytestmark = pytest.mark.usefixtures("without_layout")

NUMBER: Document = {"type": "number"}
VOICE: Document = {"type": "object", "properties": {"voiceTone": TEXT, "at": {"type": "string", "format": "date-time"}}}
REF: Document = {"$ref": "#/components/schemas/Voice"}
MOMENT = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
ANY = object()


@pytest.mark.parametrize(
    ("responses", "response", "result"),
    [
        ({"204": {"description": "Gone."}}, httpx.Response(204), None),
        ({"200": json(TEXT), "204": {"description": "Nothing."}}, httpx.Response(204), None),
        ({"200": json(TEXT), "204": {"description": "Nothing."}}, httpx.Response(200, json="x"), "x"),
        ({"200": json(TEXT, "application/json; charset=utf-8")}, httpx.Response(200, json="x"), "x"),
        ({"200": json(TEXT, "application/vnd.thing+json")},
         httpx.Response(200, text='"x"', headers={"content-type": "application/vnd.thing+json"}), "x"),
        ({"200": {"description": "", "content": {"text/csv": {}, "application/json": {"schema": NUMBER}}}},
         httpx.Response(200, json=2), 2),
        ({"default": json(NUMBER)}, httpx.Response(200, json=2), 2),
        ({"2XX": json(NUMBER)}, httpx.Response(207, json=2), 2),
        ({"200": json(NUMBER), "201": json({"type": "array", "items": NUMBER})}, httpx.Response(201, json=[2]), [2]),
        ({"200": json(NUMBER), "201": json({"type": "array", "items": NUMBER})}, httpx.Response(200, json=2), 2),
        ({"200": {"description": "", "content": {"image/png": {}}}},
         httpx.Response(200, content=b"\x89", headers={"content-type": "image/png"}), b"\x89"),
        ({"200": {"description": "", "content": {"text/plain": {}}}}, httpx.Response(200, text="hi"), "hi"),
        ({"200": json({"type": ["string", "null"]})},
         httpx.Response(200, text="null", headers={"content-type": "application/json"}), None),
        ({}, httpx.Response(200, json={"a": 1}), {"a": 1}),
    ],
)  # fmt: skip
def test_a_result_is_what_its_status_and_media_type_say(
    responses: Document, response: httpx.Response, result: Any
) -> None:
    with probe(with_operation(responses=responses), response) as (_, api, send):
        assert send(api.probe())[1] == result


def test_a_head_request_has_no_result() -> None:
    with probe(with_operation("head", responses={"200": json(TEXT)}), httpx.Response(200)) as (_, api, send):
        request, result = send(api.probe())
    assert (request.method, result) == ("HEAD", None)


def test_the_type_of_a_head_request_says_that_there_is_no_result() -> None:
    with probe(with_operation("head", responses={"200": json(TEXT)})) as (_, api, _send):
        assert api.probe.__annotations__["return"] == "Call[None]"


def test_a_response_is_read_by_the_value_that_tells_its_kinds_apart_a_number_too() -> None:
    kinds = {name: {"type": "object", "properties": {"kind": {"type": "integer"}}} for name in ("Cat", "Dog")}
    mapping = {str(number): f"#/components/schemas/{name}" for number, name in enumerate(kinds)}
    pet = {"oneOf": [{"$ref": reference} for reference in mapping.values()],
           "discriminator": {"propertyName": "kind", "mapping": mapping}}  # fmt: skip
    made = with_operation(schemas=kinds, responses={"200": json({"type": "array", "items": pet})})
    with probe(made, httpx.Response(200, json=[{"kind": 1}, {"kind": 0}])) as (_, api, send):
        assert [type(found).__name__ for found in send(api.probe())[1]] == ["Dog", "Cat"]


@pytest.mark.parametrize(
    ("responses", "accepted"),
    [
        ({"200": json(TEXT)}, "application/json"),
        ({"200": json(TEXT, "application/hal+json")}, "application/hal+json, application/json"),
        ({"200": json(TEXT), "201": json(TEXT, "text/plain")}, "application/json, text/plain"),
        ({"200": {"description": "", "content": {"image/png": {}}}}, "image/png"),
        ({"200": {"description": "", "content": {"text/csv": {}, "application/json": {"schema": TEXT}}}},
         "application/json"),
        ({"200": {"description": ""}}, "*/*"),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_what_the_successes_hold(responses: Document, accepted: str) -> None:
    with probe(with_operation("get", responses=responses), httpx.Response(200, json="x")) as (_, api, send):
        try:
            request, _result = send(api.probe())
        except ia.InfinityAssistantResponseError as error:
            pytest.fail(str(error))
    assert request.headers["accept"] == accepted


@pytest.mark.parametrize("name", ["Host", "Content-Length", "Transfer-Encoding", "Connection", "Accept-Encoding"])
def test_a_header_of_the_connection_is_the_clients_own(name: str) -> None:
    parameter = {"name": name, "in": "header", "required": True, "schema": TEXT}
    with probe(with_operation(parameters=[parameter], requestBody=body(TEXT))) as (_, api, send):
        request, _result = send(api.probe(body="abc"))
    assert (request.content, request.headers["content-length"]) == (b'"abc"', "5")


def test_what_is_required_is_an_argument_although_nothing_describes_it() -> None:
    fields = {"type": "object", "required": ["z"], "properties": {"a": TEXT, "never": False}}
    with probe(with_operation(requestBody=body(fields))) as (_, api, send):
        assert js.loads(send(api.probe(z=[1]))[0].content) == {"z": [1]}
        assert "never" not in api.probe.__annotations__


def test_files_may_come_in_a_list() -> None:
    files = {"type": "object", "properties": {"f": {"type": "array", "items": {"type": "string", "format": "binary"}}}}
    with probe(with_operation(requestBody=body(files, "multipart/form-data"))) as (_, api, send):
        assert api.probe.__annotations__["f"] == "Optional[Sequence[FileTypes]]"
        sent = send(api.probe(f=[b"1", ("b.txt", b"2")]))[0].content
    assert b'filename="f"' in sent and b'filename="b.txt"' in sent


def test_the_media_type_of_a_file_stays_on_its_line() -> None:
    files = {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}}
    with (
        probe(with_operation(requestBody=body(files, "multipart/form-data"))) as (_, api, send),
        pytest.raises(ia.InfinityAssistantArgumentError, match="f has a media type with a line break"),
    ):
        send(api.probe(f=("a", b"1", "text/plain\r\nX-Evil: 1")))


@pytest.mark.parametrize(
    ("schema", "value", "sent"),
    [
        ({"type": "array", "items": NUMBER}, [1, 2.5], [1, 2.5]),
        ({"type": "array", "items": REF}, [{"voice_tone": "x"}], [{"voiceTone": "x"}]),
        ({"type": "object"}, {"free": [1]}, {"free": [1]}),
        ({"type": "object", "additionalProperties": REF}, {"a": {"voice_tone": "x"}}, {"a": {"voiceTone": "x"}}),
        (TEXT, "x", "x"),
        ({"type": "boolean"}, False, False),
        ({"type": "string", "enum": ["on", "off"]}, "off", "off"),
        ({"oneOf": [TEXT, REF]}, {"voice_tone": "x", "at": MOMENT},
         {"voiceTone": "x", "at": "2026-01-02T03:04:05.000Z"}),
        ({"type": "array", "items": {"type": "array", "items": REF}}, [[{"voice_tone": "x"}]], [[{"voiceTone": "x"}]]),
        ({}, [None], [None]),
    ],
)  # fmt: skip
def test_a_body_that_is_no_object_with_fields_is_one_argument(schema: Document, value: Any, sent: Any) -> None:
    with probe(with_operation(schemas={"Voice": VOICE}, requestBody=body(schema))) as (_, api, send):
        request, _result = send(api.probe(body=value))
    assert js.loads(request.content) == sent
    assert request.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("arguments", "sent"), [({}, {}), ({"a": None}, {"a": None}), ({"a": "x", "b": None}, {"a": "x"})]
)
def test_null_clears_a_value_of_a_patch_where_the_document_allows_null(arguments: Any, sent: Any) -> None:
    fields = {"type": "object", "properties": {"a": {"type": ["string", "null"]}, "b": TEXT}}
    with probe(with_operation("patch", requestBody=body(fields))) as (_, api, send):
        assert js.loads(send(api.probe(**arguments))[0].content) == sent


@pytest.mark.parametrize("schema", [VOICE, TEXT, {"type": "array", "items": TEXT}])
def test_an_optional_body_that_is_not_given_is_not_sent(schema: Document) -> None:
    with probe(with_operation(requestBody=body(schema, required=False))) as (_, api, send):
        request, _result = send(api.probe())
    assert (request.content, request.headers.get("content-type")) == (b"", None)


@pytest.mark.parametrize(
    ("kind", "schema", "arguments", "sent"),
    [
        ("application/x-www-form-urlencoded", {"type": "object", "properties": {"a": TEXT, "b": {"type": "boolean"}}},
         {"a": "x y&z", "b": True}, b"a=x+y%26z&b=true"),
        ("application/octet-stream", {"type": "string", "format": "binary"}, {"body": b"\x00\x01"}, b"\x00\x01"),
        ("text/plain", TEXT, {"body": "grün"}, "grün".encode()),
        ("application/merge-patch+json", VOICE, {"voice_tone": "x"}, b'{"voiceTone":"x"}'),
        ("application/json; charset=utf-8", VOICE, {"voice_tone": "x"}, b'{"voiceTone":"x"}'),
    ],
)  # fmt: skip
def test_a_body_travels_in_the_media_type_of_the_document(kind: str, schema: Any, arguments: Any, sent: bytes) -> None:
    with probe(with_operation(requestBody=body(schema, kind))) as (_, api, send):
        request, _result = send(api.probe(**arguments))
    assert request.content == sent
    assert request.headers["content-type"].partition(";")[0] == kind.partition(";")[0]


@pytest.mark.parametrize(
    ("parameter", "value", "target"),
    [
        (query("on", {"type": "boolean"}), True, "on=true"),
        (query("at", {"type": "string", "format": "date-time"}), MOMENT, "at=2026-01-02T03%3A04%3A05.000Z"),
        (query("day", {"type": "string", "format": "date"}), dt.date(2026, 1, 2), "day=2026-01-02"),
        (query("t", {"type": "array", "items": {"type": "boolean"}}), [True, False], "t=true&t=false"),
        (query("t", {"type": "array", "items": TEXT}, explode=False), ["a", "b,c"], "t=a,b%2Cc"),
        (query("t", {"type": "array", "items": TEXT}, style="pipeDelimited", explode=False), ["a", "b"], "t=a%7Cb"),
        (query("f", REF, style="deepObject"), {"voice_tone": "x"}, "f%5BvoiceTone%5D=x"),
        (query("f", REF), {"voice_tone": "x"}, "voiceTone=x"),
        (query("f", REF, explode=False), {"voice_tone": "x"}, "f=voiceTone,x"),
        ({"name": "f", "in": "query", "content": {"application/json": {"schema": REF}}}, {"voice_tone": "x"},
         "f=%7B%22voiceTone%22%3A%22x%22%7D"),
    ],
)  # fmt: skip
def test_a_parameter_is_written_in_its_style(parameter: Document, value: Any, target: str) -> None:
    with probe(with_operation("get", schemas={"Voice": VOICE}, parameters=[parameter])) as (_, api, send):
        request, _result = send(api.probe(**{parameter["name"]: value}))
    assert request.url.query.decode() == target


@pytest.mark.parametrize("place", ["path", "query"])
def test_half_of_a_surrogate_pair_is_an_error_that_names_the_argument(place: str) -> None:
    parameter = {"name": "id", "in": place, "required": True, "schema": TEXT}
    made = with_operation("get", "/probe/{id}" if place == "path" else "/probe", parameters=[parameter])
    with (
        probe(made) as (_, api, send),
        pytest.raises(ia.InfinityAssistantArgumentError, match="id contains half of a surrogate pair"),
    ):
        send(api.probe(id="\ud800"))


def test_what_is_read_alone_is_no_argument_and_what_is_written_alone_is_never_missed() -> None:
    user = {"type": "object", "required": ["id", "password"],
            "properties": {"id": {**TEXT, "readOnly": True}, "password": {**TEXT, "writeOnly": True}}}  # fmt: skip
    made = with_operation(
        schemas={"User": user},
        requestBody=body({"$ref": "#/components/schemas/User"}),
        responses={"200": json({"$ref": "#/components/schemas/User"})},
    )
    with probe(made, httpx.Response(200, json={"id": "i"})) as (_, api, send):
        request, result = send(api.probe(password="p"))
    assert (js.loads(request.content), result.id) == ({"password": "p"}, "i")
