"""What a document must be before anything is generated from it; each error is one line that names the place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.document import Document
from generator.errors import DocumentError, MalformedError, raise_all
from generator.normal_form import normalise
from generator.objects import format_place, look_up, walk_objects
from generator.operation_checks import find_operation_errors
from generator.references import split_reference
from generator.schema_checks import LEADS_BACK, find_schema_errors
from generator.structure import find_structure_errors
from generator.vocabulary import REFERENCES
from generator.walk import walk_nodes

LONGEST_TEXT = 20_000
LONGEST_NAME = 200
_CHAIN = 20


def check(document: Document) -> None:
    """Raise an error that names all of a document that cannot become a package."""
    raise_all(find_errors(document))


def find_errors(document: Document) -> list[DocumentError]:
    """Find what keeps a document from becoming a package; nothing further is looked at in one that is malformed."""
    errors = [*find_text_errors(document), *find_structure_errors(document)]
    if any(isinstance(error, MalformedError) for error in errors):
        return errors
    references = list(find_reference_errors(document))
    if references:
        return [*errors, *references]
    errors += find_schema_errors(document)
    if any(error.problem == LEADS_BACK for error in errors):
        return errors
    try:
        return [*errors, *find_operation_errors(normalise(document))]
    except DocumentError as error:
        return [*errors, error]


def find_text_errors(document: Document) -> Iterator[DocumentError]:
    """Check that texts are Unicode, and that neither they nor names are endless."""
    for place, value in walk_nodes(document):
        if isinstance(value, str):
            yield from _find_text_errors(place, value, LONGEST_TEXT)
        elif isinstance(value, dict):
            for key in value:
                yield from _find_text_errors(f"{place}.{key}", key, LONGEST_NAME)


def find_reference_errors(document: Document) -> Iterator[DocumentError]:
    """Check that every `$ref` points to an object of its own kind within the document."""
    kinds = {tuple(map(str, steps)): kind for kind, steps, _ in walk_objects(document)}
    for kind, steps, node in walk_objects(document):
        if "$ref" in node and kind in (*REFERENCES, "schema"):
            yield from _find_reference_errors(document, kinds, format_place(steps), kind, node)


def _find_text_errors(place: str, text: str, limit: int) -> Iterator[DocumentError]:
    if len(text) > limit:
        yield MalformedError(place, f"a text of {len(text)} characters", f"the limit is {limit}: shorten it")
    if any("\ud800" <= character <= "\udfff" for character in text):
        yield MalformedError(place, "half of a surrogate pair, which is no character", "write the character itself")


def _find_reference_errors(
    document: Document, kinds: Mapping[tuple[str, ...], str], place: str, kind: str, node: Document
) -> Iterator[DocumentError]:
    for _ in range(_CHAIN):
        reference = node["$ref"]
        if not reference.startswith("#/"):
            remedy = "bring what it points to into this document, and write #/components/..."
            yield DocumentError(place, f"a $ref to {reference}, which is elsewhere", remedy)
            return
        steps = split_reference(reference)
        if steps not in kinds:
            problem = "which is no object of this kind" if _is_there(document, steps) else "which is not there"
            yield DocumentError(place, f"a $ref to {reference}, {problem}", f"correct the name: it must be a {kind}")
            return
        if kinds[steps] != kind:
            yield DocumentError(place, f"a $ref to {reference}, which is a {kinds[steps]}", f"point to a {kind}")
            return
        node = look_up(document, steps)
        if "$ref" not in node:
            return
    yield DocumentError(place, "a $ref that leads back to itself", "break the circle")


def _is_there(document: Document, steps: tuple[str, ...]) -> bool:
    try:
        look_up(document, steps)
    except (KeyError, IndexError, TypeError, ValueError):
        return False
    return True
