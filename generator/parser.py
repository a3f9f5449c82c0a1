"""Runs openapi-python-client over a document, and hides none of its warnings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError as ToolError
from openapi_python_client.strings import ClassName

from generator.document import Document
from generator.errors import DocumentError

_PREFIX = "field_"
_SETTINGS = ConfigFile(literal_enums=True, post_hooks=[], field_prefix=_PREFIX)


def parse_document(document: Document) -> GeneratorData:
    """Run the tool over a document. Raises `DocumentError` for the first of its errors and warnings."""
    config = Config.from_sources(_SETTINGS, MetaType.NONE, Path("openapi.yaml"), "utf-8", False, output_path=None)
    try:
        data = GeneratorData.from_dict(document, config=config)
    except RecursionError:
        raise DocumentError("components.schemas", "contain each other without end", "break the circle") from None
    if isinstance(data, ToolError):
        raise _describe(data)
    for collection in data.endpoint_collections_by_tag.values():
        for warning in collection.parse_errors:
            raise _describe(warning)
    for warning in data.errors:
        raise _describe(warning)
    return data


@cache
def to_class_name(schema: str) -> str:
    """Return the class that the tool makes of a named schema."""
    return str(ClassName(schema, _PREFIX))


def _describe(problem: ToolError) -> DocumentError:
    text = " ".join(f"{problem.header} {problem.detail or ''}".split())
    return DocumentError("openapi-python-client", text, "change the document so that it says nothing")
