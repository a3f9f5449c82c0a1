"""The operations of a document, and what each refers to."""

from __future__ import annotations

from generator.document import Document
from generator.media import FORM, JSON, MULTIPART
from generator.references import resolve
from generator.vocabulary import METHODS

#: Bodies whose content is described by a schema, whatever they look like when they travel.
_DESCRIBED = (JSON, FORM, MULTIPART)


def list_operations(document: Document) -> list[tuple[str, str, Document, Document]]:
    """List every operation under `paths`: path, method, operation, and the path item it stands in."""
    return [
        (path, method, item[method], item)
        for path, given in (document.get("paths") or {}).items()
        for item in [resolve(document, given)]
        for method in METHODS
        if isinstance(item, dict) and isinstance(item.get(method), dict)
    ]


def list_parameters(document: Document, operation: Document, item: Document) -> list[Document]:
    """List the parameters of an operation, those of its path item included where it has none of that name and place."""
    found: dict[tuple[str, str], Document] = {}
    for source in (operation, item):
        for reference in source.get("parameters", []):
            parameter = resolve(document, reference)
            found.setdefault((parameter["name"], parameter["in"]), parameter)
    return list(found.values())


def find_request_body(document: Document, operation: Document) -> Document | None:
    """Find the schema of the body of an operation, as it stands there; `None` for bytes and texts."""
    body = resolve(document, operation.get("requestBody"))
    schemas = [media["schema"] for kind, media in body["content"].items() if kind in _DESCRIBED] if body else []
    return schemas[0] if schemas else None


def find_successes(document: Document, operation: Document) -> dict[str, Document]:
    """Find the responses with a 2xx status."""
    responses = (operation.get("responses") or {}).items()
    return {status: resolve(document, response) for status, response in responses if status.startswith("2")}
