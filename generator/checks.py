"""What a document must be before anything is generated from it; each refusal is one line that names the place."""

from __future__ import annotations

from openapi_python_client.schema import OpenAPI
from pydantic import ValidationError

from generator.document import Document, DocumentError
from generator.operation_checks import check_operations
from generator.schema_checks import check_schemas
from generator.walk import nodes

LONGEST_TEXT = 20_000
LONGEST_NAME = 200
_CHAIN = 20


def check(document: Document) -> None:
    """Raise `DocumentError` for the first thing in `document` that the generator cannot turn into a package."""
    check_texts(document)
    check_structure(document)
    check_references(document)
    check_schemas(document)
    check_operations(document)


def check_texts(document: Document) -> None:
    """Texts are Unicode, and neither they nor names are endless."""
    for place, value in nodes(document):
        if isinstance(value, str):
            _check_text(place, value, LONGEST_TEXT)
        elif isinstance(value, dict):
            for key in value:
                _check_text(f"{place}.{key}", key, LONGEST_NAME)


def check_structure(document: Document) -> None:
    """The document has the objects of OpenAPI 3 where they belong."""
    try:
        OpenAPI.model_validate(document)
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ".".join(str(step) for step in first["loc"] if step not in ("ref", "other"))
        raise DocumentError(place or "document", first["msg"], "see the OpenAPI specification, 3.1") from None


def check_references(document: Document) -> None:
    """Every `$ref` points to something within the document."""
    for place, node in nodes(document):
        if isinstance(node, dict) and "$ref" in node and not place.endswith((".example", ".value", ".default")):
            _check_reference(document, place, node)


def _check_text(place: str, text: str, limit: int) -> None:
    if len(text) > limit:
        raise DocumentError(place, f"a text of {len(text)} characters", f"the limit is {limit}: shorten it")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise DocumentError(place, "half of a surrogate pair, which is no character", "write the character itself")


def _check_reference(document: Document, place: str, node: Document) -> None:
    for _ in range(_CHAIN):
        reference = node["$ref"]
        if not isinstance(reference, str) or not reference.startswith("#/"):
            remedy = "bring what it points to into this document, and write #/components/..."
            raise DocumentError(place, f"a $ref to {reference}, which is elsewhere", remedy)
        target: object = document
        for step in reference[2:].split("/"):
            step = step.replace("~1", "/").replace("~0", "~")
            if not isinstance(target, dict) or step not in target:
                raise DocumentError(place, f"a $ref to {reference}, which is not there", "correct the name")
            target = target[step]
        if not isinstance(target, dict):
            raise DocumentError(place, f"a $ref to {reference}, which is no object", "point to a schema or component")
        if "$ref" not in target:
            return
        node = target
    raise DocumentError(place, "a $ref that leads back to itself", "break the circle")
