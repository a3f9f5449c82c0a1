"""What a document must be before anything is generated from it; each error is one line that names the place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document import Document
from generator.errors import DocumentError, MalformedError, raise_all
from generator.normal_form import normalise
from generator.operation_checks import operation_errors
from generator.schema_checks import LEADS_BACK, schema_errors
from generator.structure import structure_errors
from generator.walk import nodes

LONGEST_TEXT = 20_000
LONGEST_NAME = 200
_CHAIN = 20
#: Below these, a value is an example of the service's data, and may look like anything.
_EXAMPLES = (".example", ".value", ".default", ".const")


def check(document: Document) -> None:
    """Raise an error that names all of a document that cannot become a package."""
    raise_all(find_errors(document))


def find_errors(document: Document) -> list[DocumentError]:
    """Find what keeps a document from becoming a package; nothing further is looked at in one that is malformed."""
    errors = [*text_errors(document), *structure_errors(document)]
    if any(isinstance(error, MalformedError) for error in errors):
        return errors
    references = list(reference_errors(document))
    if references:
        return [*errors, *references]
    errors += schema_errors(document)
    if any(error.problem == LEADS_BACK for error in errors):
        return errors
    try:
        return [*errors, *operation_errors(normalise(document))]
    except DocumentError as error:
        return [*errors, error]


def text_errors(document: Document) -> Iterator[DocumentError]:
    """Texts are Unicode, and neither they nor names are endless."""
    for place, value in nodes(document):
        if isinstance(value, str):
            yield from _text_errors(place, value, LONGEST_TEXT)
        elif isinstance(value, dict):
            for key in value:
                yield from _text_errors(f"{place}.{key}", key, LONGEST_NAME)


def reference_errors(document: Document) -> Iterator[DocumentError]:
    """Every `$ref` points to something within the document."""
    for place, node in nodes(document):
        if isinstance(node, dict) and "$ref" in node and not place.endswith(_EXAMPLES):
            yield from _reference_errors(document, place, node)


def _text_errors(place: str, text: str, limit: int) -> Iterator[DocumentError]:
    if len(text) > limit:
        yield MalformedError(place, f"a text of {len(text)} characters", f"the limit is {limit}: shorten it")
    if any("\ud800" <= character <= "\udfff" for character in text):
        yield MalformedError(place, "half of a surrogate pair, which is no character", "write the character itself")


def _reference_errors(document: Document, place: str, node: Document) -> Iterator[DocumentError]:
    for _ in range(_CHAIN):
        reference = node["$ref"]
        if not isinstance(reference, str) or not reference.startswith("#/"):
            remedy = "bring what it points to into this document, and write #/components/..."
            yield DocumentError(place, f"a $ref to {reference}, which is elsewhere", remedy)
            return
        target: object = document
        for step in reference[2:].split("/"):
            step = step.replace("~1", "/").replace("~0", "~")
            if not isinstance(target, dict) or step not in target:
                yield DocumentError(place, f"a $ref to {reference}, which is not there", "correct the name")
                return
            target = target[step]
        if not isinstance(target, dict):
            yield DocumentError(place, f"a $ref to {reference}, which is no object", "point to a schema or component")
            return
        if "$ref" not in target:
            return
        node = target
    yield DocumentError(place, "a $ref that leads back to itself", "break the circle")
