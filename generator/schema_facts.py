"""What the document says of schemas, beside what openapi-python-client makes of them."""

from __future__ import annotations

from typing import Any

from generator import parser
from generator.discriminators import Classes, find_discriminators
from generator.document import Document
from generator.parser_input import from_token
from generator.references import resolve


def find_named_classes(document: Document) -> Classes:
    """Find the classes that stand under a name in the document, and whether their keys are free: none has a name."""
    free = {name: not collect_property_facts(document, schema) for name, schema in index_classes(document).items()}
    return Classes(free, find_discriminators(document))


def write_description(facts: Document) -> str:
    """Write the description of something, with what else users should know of it."""
    parts = [str(facts.get("description", "")).strip()]
    if "default" in facts:
        parts.append(f"The service takes `{facts['default']}` when it is absent.")
    if facts.get("deprecated") is True:
        parts.append("Deprecated.")
    if facts.get("x-deprecated-values"):
        parts.append(f"Deprecated: {', '.join(f'`{value}`' for value in facts['x-deprecated-values'])}.")
    return " ".join(part for part in parts if part)


def index_classes(document: Document) -> dict[str, Document]:
    """Index the schemas of the document by the names of their classes."""
    schemas = document.get("components", {}).get("schemas", {})
    return {parser.to_class_name(name): schema for name, schema in schemas.items()}


def collect_property_facts(document: Document, schema: Document) -> dict[str, Document]:
    """Collect what the document says of each property of a schema, in order; what is beside a `$ref` counts first."""
    found: dict[str, Document] = {}
    schema = resolve(document, schema)
    for part in schema.get("allOf", []):
        found.update(collect_property_facts(document, resolve(document, part)))
    for name, property_schema in schema.get("properties", {}).items():
        found[name] = {**found.get(name, {}), **collect_facts(document, property_schema)}
        if name in schema.get("x-expected", ()):
            found[name]["x-expected"] = True
    return found


def collect_facts(document: Document, schema: Document) -> Document:
    """Collect the keywords of a schema; those beside a `$ref` or an `allOf` of one schema count first."""
    beside = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
    if "$ref" in schema:
        return {**resolve(document, schema), **beside}
    if len(schema.get("allOf", [])) == 1 and "properties" not in schema:
        return {**collect_facts(document, schema["allOf"][0]), **beside}
    others = [member for member in schema.get("anyOf", ()) if member.get("type") != "null"]
    if len(others) == 1 and len(schema["anyOf"]) == 2:
        return {**collect_facts(document, others[0]), **beside}
    return schema


def list_properties(model: Any) -> list[Any]:
    """List the properties of a parsed object, those of the schemas that it is made of included."""
    return [*(model.required_properties or []), *(model.optional_properties or [])]


def find_raw_name(prop: Any) -> str:
    """Find the name of a parsed property on the wire."""
    return from_token(str(prop.name.get_untrusted_value()))
