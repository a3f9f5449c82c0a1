"""What the generator refuses, in one line that names the place."""

from __future__ import annotations

from typing import Any

import pytest

from generator import document as documents
from generator.document import DocumentError, parse
from generator.errors import DocumentErrors, GeneratorError
from tests.generator.small import Document, document, files, operation, properties, response

pytestmark = pytest.mark.usefixtures("without_layout")


def post(doc: Document) -> Document:
    found: Document = doc["paths"]["/things"]["post"]
    return found


def schemas(doc: Document) -> Document:
    found: Document = doc["components"]["schemas"]
    return found


def parameter(**changes: Any) -> Document:
    return {"name": "p", "in": "query", "schema": {"type": "string"}, **changes}


def _tell_apart(doc: Document, *discriminators: Document) -> None:
    members = [{"$ref": f"#/components/schemas/{name}"} for name in ("Thing", "Part")]
    for number, discriminator in enumerate(discriminators):
        schemas(doc)[f"Either{number}"] = {"oneOf": members, "discriminator": discriminator}


REFUSED = {
    "no paths": (lambda d: d.pop("paths"), "document: no paths; add it"),
    "a description that is a number": (
        lambda d: d["info"].update(title=5),
        "info.title: is 5, not a text",
    ),
    "no operationId": (lambda d: post(d).pop("operationId"), "paths./things.post: an operation without operationId"),
    "two operations of one name": (
        lambda d: post(d).update(operationId="getThing"),
        ".get: getThing and get_thing are both get_thing in Python; give one operationId an x-python-name",
    ),
    "two schemas of one name": (
        lambda d: schemas(d).update({"thing": {"type": "object"}}),
        "components.schemas.thing: Thing and thing are both Thing in Python",
    ),
    "a reference to a file": (
        lambda d: properties(d).update(part={"$ref": "other.yaml#/Part"}),
        "properties.part: a $ref to other.yaml#/Part, which is elsewhere",
    ),
    "a reference to a URL": (
        lambda d: properties(d).update(part={"$ref": "https://example.com/x.json"}),
        "a $ref to https://example.com/x.json, which is elsewhere",
    ),
    "a reference to nothing": (
        lambda d: properties(d).update(part={"$ref": "#/components/schemas/Prat"}),
        "a $ref to #/components/schemas/Prat, which is not there",
    ),
    "a reference to a text": (
        lambda d: properties(d).update(part={"$ref": "#/info/title"}),
        "a $ref to #/info/title, which is no object of this kind",
    ),
    "a reference to itself": (
        lambda d: schemas(d).update(A={"$ref": "#/components/schemas/A"}),
        "a $ref that leads back to itself",
    ),
    "a schema that is made of itself": (
        lambda d: schemas(d)["Part"].update(allOf=[{"$ref": "#/components/schemas/Part"}]),
        "components.schemas.Part.allOf: leads back to itself",
    ),
    "schemas that are made of each other": (
        lambda d: schemas(d).update(
            A={"allOf": [{"$ref": "#/components/schemas/B"}, {"type": "object"}]},
            B={"allOf": [{"$ref": "#/components/schemas/A"}, {"type": "object"}]},
        ),
        "components.schemas.B.allOf: leads back to itself",
    ),
    "a keyword without a form": (
        lambda d: properties(d).update(part={"not": {"type": "string"}}),
        "components.schemas.Thing.properties.part.not: not is not understood in a schema",
    ),
    "an enum of nothing": (
        lambda d: schemas(d)["Paint"].update(enum=[]),
        "components.schemas.Paint.enum: no values",
    ),
    "a fact that is neither true nor false": (
        lambda d: properties(d)["id"].update({"x-secret": "yes"}),
        "components.schemas.Thing.properties.id.x-secret: is neither true nor false",
    ),
    "an unknown unit": (
        lambda d: properties(d)["id"].update({"x-length-unit": "miles"}),
        "components.schemas.Thing.properties.id.x-length-unit: an unknown unit",
    ),
    "a cookie": (
        lambda d: post(d).update(parameters=[parameter(**{"in": "cookie"})]),
        "paths./things.post.parameters.p: a cookie, which the client keeps by itself; remove it",
    ),
    "a path without its parameter": (
        lambda d: d["paths"].update({"/x/{y}": {"get": operation("x")}}),
        "paths./x/{y}.get: its path has ['y'] in braces, its parameters are none",
    ),
    "a path that is no path": (
        lambda d: d["paths"].update({'/x"\n': {"get": operation("x")}}),
        'paths./x"\\n.get: a path that is no path of a URL',
    ),
    "no success": (
        lambda d: post(d).update(responses={"400": response({})}),
        "paths./things.post.responses: no success",
    ),
    "a stream without events": (
        lambda d: post(d).update(responses={"200": {"description": "", "content": {"text/event-stream": {}}}}),
        "paths./things.post: a stream without x-events",
    ),
    "events in a list": (lambda d: post(d).update({"x-events": []}), "paths./things.post.x-events: is no object"),
    "events in a text": (lambda d: post(d).update({"x-events": "text"}), "paths./things.post.x-events: is no object"),
    "an event of an unknown schema": (
        lambda d: post(d).update({"x-events": {"e": {"schema": "Nothing", "friendly": "e"}}}),
        "paths./things.post.x-events.e: an event without a known schema",
    ),
    "an unclear fact of an operation": (
        lambda d: post(d).update({"x-idempotent": "maybe"}),
        "paths./things.post.x-idempotent: is neither true nor false",
    ),
    "a text without end": (
        lambda d: d["info"].update(description="x" * 20_001),
        "info.description: a text of 20001 char",
    ),
    "half a surrogate pair": (
        lambda d: d["info"].update(description="\ud800"),
        "info.description: half of a surrogate pair",
    ),
    "a name that is none": (
        lambda d: properties(d)["id"].update({"x-python-name": "not a name"}),
        "components.schemas.Thing.properties.id.x-python-name: 'not a name' is no name in Python",
    ),
    "two fields that were given one name": (
        lambda d: properties(d).update(a={"x-python-name": "x"}, b={"x-python-name": "x"}),
        "components.schemas.Thing.properties.b: a and b are both x in Python; give one property an x-python-name",
    ),
    "a server of its own": (
        lambda d: post(d).update(servers=[{"url": "https://upload.example.org"}]) or d.update(servers=[{"url": "/"}]),
        "paths./things.post.servers: a server of its own, https://upload.example.org; call it with a client of its own",
    ),
    "a style that is not written": (
        lambda d: post(d).update(parameters=[parameter(style="spaceDelimited", schema={"type": "object"})]),
        "paths./things.post.parameters.p: a map in the style spaceDelimited, explode false; use another style",
    ),
    "a keyword that is misspelt": (
        lambda d: properties(d)["id"].update(maxLenght=5),
        "components.schemas.Thing.properties.id.maxLenght: maxLenght is not understood in a schema; "
        "did you mean maxLength?",
    ),
    "a fact that is misspelt": (
        lambda d: post(d).update({"x-idempotant": True}),
        "paths./things.post.x-idempotant: an unknown fact; did you mean x-idempotent?",
    ),
    "a fact in the wrong place": (
        lambda d: d["info"].update({"x-secret": True}),
        "info.x-secret: a fact that belongs to a schema",
    ),
    "something beside a reference": (
        lambda d: post(d).update(parameters=[{"$ref": "#/components/schemas/Part", "required": True}]),
        "paths./things.post.parameters[0].required: stands beside a $ref, which hides it",
    ),
    "a path with a query": (
        lambda d: d["paths"].update({"/a?b=1": {"get": operation("ask")}}),
        "paths./a?b=1.get: a path that is no path of a URL; describe what stands behind its ? as parameters",
    ),
    "a type of another standard": (
        lambda d: properties(d).update(part={"type": "file"}),
        "Thing.properties.part.type: file is a type of Swagger 2; write type: string, format: binary",
    ),
    "a type that JSON has not": (
        lambda d: properties(d).update(part={"type": ["any", "null"]}),
        "components.schemas.Thing.properties.part.type: any is no type of JSON",
    ),
    "a style that OpenAPI has not": (
        lambda d: post(d).update(parameters=[parameter(style="bogus")]),
        "paths./things.post.parameters.p: the style bogus is none of OpenAPI",
    ),
    "a header of cookies": (
        lambda d: post(d).update(parameters=[parameter(**{"in": "header", "name": "Cookie"})]),
        "paths./things.post.parameters.Cookie: a cookie, which the client keeps by itself; remove it",
    ),
    "a discriminator with a default": (
        lambda d: _tell_apart(d, {"propertyName": "n", "defaultMapping": "Part"}),
        "discriminator.defaultMapping: defaultMapping is not understood in a discriminator; name each value",
    ),
    "unions of the same schemas that are told apart in two ways": (
        lambda d: _tell_apart(d, {"propertyName": "n"}, {"propertyName": "m"}),
        "discriminator: tells Part and Thing apart in another way than another union of them",
    ),
    "parts of different types": (
        lambda d: schemas(d).update(Both={"allOf": [{"$ref": "#/components/schemas/Paint"}, {"type": "object"}]}),
        "components.schemas.Both.allOf: one part is of type string, another of type object",
    ),
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_a_document_is_refused_by_place(name: str) -> None:
    change, complaint = REFUSED[name]
    doc = document()
    change(doc)  # type: ignore[no-untyped-call]
    with pytest.raises(GeneratorError) as caught:
        files(doc)
    message = next((line for line in str(caught.value).splitlines() if complaint in line), str(caught.value))
    assert complaint in message
    assert "; " in message, "what to do about it is missing"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (b"\xff\xfe", "openapi.yaml: is not UTF-8 at byte 0"),
        (b"[1, 2]", "openapi.yaml: is not an object"),
        (b"a: [", "openapi.yaml line 2: is not YAML"),
        (b"a: 1\nb:\n  - c\n -", "openapi.yaml line 4: is not YAML"),
        (b"a: 1\na: 2", "line 2: the key a stands twice"),
        (b"? [1]\n: 2", "line 1: a key that is not text"),
        (
            b"a: !!python/object/apply:os.system [ls]",
            "openapi.yaml line 1: the YAML tag tag:yaml.org,2002:python/object",
        ),
        (b"a: !x 1", "openapi.yaml line 1: the YAML tag !x"),
        (b"a: &a [1]\nb: *a", "openapi.yaml line 2: a YAML alias"),
        (b"[" * 61 + b"]" * 61, "openapi.yaml line 1: nested more than 60 levels deep"),
        (b'a: "\\uD800"', ""),
        (b"a: " + b"9" * 5000, "openapi.yaml: holds a value that cannot be read: Exceeds the limit"),
        (b"a: " + b"x" * 2**22, "openapi.yaml: has 4194307 bytes; the limit is 4 MB"),
    ],
)
def test_a_file_is_refused_before_anything_is_built_from_it(source: bytes, complaint: str) -> None:
    with pytest.raises(DocumentError) as caught:
        documents.parse(source, "openapi.yaml") and files(parse(source))
    assert complaint in str(caught.value)


def test_only_what_json_has_is_read_from_yaml() -> None:
    """A date, `yes`, `0x10` and `1_000` are texts; so is every key."""
    source = b"2026-11-22: 2026-11-22\nyes: no\n1: 0x10\nx: [1_000, 1.5, -3, 1e3, true, ~, null, '1']\n"
    assert parse(b"\xef\xbb\xbf" + source.replace(b"\n", b"\r\n")) == {
        "2026-11-22": "2026-11-22",
        "yes": "no",
        "1": "0x10",
        "x": ["1_000", 1.5, -3, 1000.0, True, None, None, "1"],
    }


def test_text_of_the_document_cannot_leave_its_line_in_a_message() -> None:
    """Nor turn the direction of the terminal, nor fill it."""
    message = str(DocumentError("a\nb\u202e", "x" * 1000, "\x1b[31m"))
    assert "a\\nb\\u202e: " in message
    assert "\\x1b[31m" in message
    assert len(message) < 400


def test_everything_that_is_wrong_with_a_document_is_told_in_one_run() -> None:
    doc = document()
    post(doc).pop("operationId")
    properties(doc).update(part={"not": {"type": "string"}})
    doc["paths"]["/things/{thingId}"]["get"].pop("operationId")
    with pytest.raises(DocumentErrors) as caught:
        files(doc)
    assert [line.partition(": ")[0] for line in str(caught.value).splitlines()] == [
        "components.schemas.Thing.properties.part.not",
        "paths./things.post",
        "paths./things/{thingId}.get",
    ]
