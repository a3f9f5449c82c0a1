"""A document in one form, so that whatever reads it meets each thing in one spelling.

References to anything but a schema are resolved, path items and parameters are put together, aliases of schemas and
`allOf` are folded, `null` stands in types and not in enums, and each object and enum has a name. The form is a document
of OpenAPI 3.1 again: `generator.parser_input` hands it to openapi-python-client, `generator.views` reads it.
"""

from __future__ import annotations

from generator.document import Document
from generator.normal_form.operations import normalise_path_item
from generator.normal_form.recursion import cut_circles
from generator.normal_form.schemas import Schemas
from generator.normal_form.webhooks import find_webhook_payloads


def normalise(document: Document) -> Document:
    """Bring a document into its normal form. Raises `DocumentError` for what has none."""
    schemas = Schemas(document)
    paths = {
        path: normalise_path_item(document, schemas, path, item) for path, item in (document.get("paths") or {}).items()
        if not path.startswith("x-")
    }  # fmt: skip
    payloads = find_webhook_payloads(document, schemas)
    components = {**(document.get("components") or {}), "schemas": cut_circles(schemas.found)}
    return {**document, "paths": paths, "components": components, "x-webhook-payloads": payloads}


__all__ = ["normalise"]
