"""The closed list of what is understood of a document, for each kind of object.

Whatever is not named here is refused with its place. What is named is used, or changes nothing about a call: texts for
readers, examples, and limits that the service itself checks. Names that begin with `x-` belong to whoever made them.

A value is described by a word (`text`, `switch`, `whole`, `number`, `any`), by a kind of object, by a list of one
(`[parameter]`), by a mapping of names to one (`{schema}`), or by several of these.
"""

from __future__ import annotations

from collections.abc import Mapping

Members = Mapping[str, str]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_READERS: Members = {"description": "text", "summary": "text", "externalDocs": "any"}
_EXAMPLES: Members = {"example": "any", "examples": "any"}

VOCABULARY: Mapping[str, Members] = {
    "document": {
        "openapi": "text", "$self": "text", "jsonSchemaDialect": "text", "info": "info", "servers": "[server]",
        "paths": "{path-item}", "components": "components", "security": "[{[text]}]", "tags": "[tag]",
        "webhooks": "{path-item}", "externalDocs": "any",
    },
    "info": {
        "title": "text", "version": "text", "summary": "text", "description": "text", "termsOfService": "text",
        "contact": "any", "license": "any",
    },
    "server": {"url": "text", "description": "text", "name": "text", "variables": "{server-variable}"},
    "server-variable": {"default": "text", "enum": "[text]", "description": "text"},
    "tag": {"name": "text", "summary": "text", "description": "text", "externalDocs": "any", "parent": "text",
            "kind": "text"},
    "components": {
        "schemas": "{schema}", "parameters": "{parameter}", "requestBodies": "{request-body}",
        "responses": "{response}", "headers": "{header}", "pathItems": "{path-item}",
        "securitySchemes": "{security-scheme}", "examples": "any", "links": "any", "callbacks": "any",
        "mediaTypes": "{media-type}",
    },
    "security-scheme": {
        "type": "text", "description": "text", "name": "text", "in": "text", "scheme": "text", "bearerFormat": "text",
        "flows": "any", "openIdConnectUrl": "text", "oauth2MetadataUrl": "text", "deprecated": "switch",
    },
    "path-item": {
        "summary": "text", "description": "text", "servers": "[server]", "parameters": "[parameter]",
        **dict.fromkeys(METHODS, "operation"),
    },
    "operation": {
        **_READERS, "tags": "[text]", "operationId": "text", "parameters": "[parameter]",
        "requestBody": "request-body", "responses": "{response}", "callbacks": "any", "deprecated": "switch",
        "security": "[{[text]}]", "servers": "[server]",
    },
    "parameter": {
        **_EXAMPLES, "name": "text", "in": "text", "description": "text", "required": "switch",
        "deprecated": "switch", "allowEmptyValue": "switch", "style": "text", "explode": "switch",
        "allowReserved": "switch", "schema": "schema", "content": "{media-type}",
    },
    "header": {
        **_EXAMPLES, "description": "text", "required": "switch", "deprecated": "switch", "style": "text",
        "explode": "switch", "schema": "schema", "content": "{media-type}",
    },
    "request-body": {"description": "text", "required": "switch", "content": "{media-type}"},
    "response": {"summary": "text", "description": "text", "headers": "{header}", "content": "{media-type}",
                 "links": "any"},
    "media-type": {**_EXAMPLES, "schema": "schema", "itemSchema": "schema", "encoding": "{encoding}"},
    "encoding": {"contentType": "text", "headers": "any", "style": "text", "explode": "switch",
                 "allowReserved": "switch"},
    "discriminator": {"propertyName": "text", "mapping": "{text}"},
    "schema": {
        **_EXAMPLES, "title": "text", "description": "text", "externalDocs": "any", "xml": "any", "$comment": "text",
        "$schema": "text", "type": "text or [text]", "nullable": "switch", "format": "text", "enum": "[any]",
        "const": "any", "default": "any", "deprecated": "switch", "readOnly": "switch", "writeOnly": "switch",
        "properties": "{schema}", "required": "[text]", "items": "schema", "additionalProperties": "schema",
        "allOf": "[schema]", "anyOf": "[schema]", "oneOf": "[schema]", "discriminator": "discriminator",
        "minLength": "whole", "maxLength": "whole", "pattern": "text", "minimum": "number", "maximum": "number",
        "exclusiveMinimum": "number or switch", "exclusiveMaximum": "number or switch", "multipleOf": "number",
        "minItems": "whole", "maxItems": "whole", "uniqueItems": "switch", "minProperties": "whole",
        "maxProperties": "whole", "contentEncoding": "text", "contentMediaType": "text", "contentSchema": "schema",
        "propertyNames": "any", "unevaluatedProperties": "switch",
    },
}  # fmt: skip

#: Kinds of objects that may be a reference to a component; what stands beside a reference is then for readers.
REFERENCES = frozenset({"parameter", "header", "request-body", "response", "path-item", "security-scheme",
                        "media-type"})  # fmt: skip
#: Names whose objects are each of one kind, whatever their keys.
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "document": ("openapi", "info", "paths"),
    "parameter": ("name", "in"),
    "server": ("url",),
    "request-body": ("content",),
    "discriminator": ("propertyName",),
}

_WITHOUT = "describe the values without it"
#: What to do about names that OpenAPI knows and this package has no form for.
REMEDIES: Mapping[tuple[str, str], str] = {
    ("path-item", "additionalOperations"): "only the methods of OpenAPI 3.1 and `query` are sent",
    ("discriminator", "defaultMapping"): "name each value in its mapping",
    ("schema", "not"): _WITHOUT,
    ("schema", "if"): _WITHOUT,
    ("schema", "then"): _WITHOUT,
    ("schema", "else"): _WITHOUT,
    ("schema", "patternProperties"): "use additionalProperties",
    ("schema", "prefixItems"): "use items with anyOf",
    ("schema", "contains"): "use items",
    ("schema", "$defs"): "move the schemas to components/schemas",
    ("schema", "definitions"): "move the schemas to components/schemas",
    ("schema", "$id"): "refer to it as #/components/schemas/...",
    ("schema", "$anchor"): "refer to it as #/components/schemas/...",
    ("schema", "$dynamicRef"): "refer to it as #/components/schemas/...",
}

#: The facts of this project, by the kind of object that they stand on.
FACTS: Mapping[str, frozenset[str]] = {
    "document": frozenset({"x-sdk-facts"}),
    "operation": frozenset({"x-idempotent", "x-events", "x-python-name"}),
    "parameter": frozenset({"x-python-name"}),
    "schema": frozenset({
        "x-echo", "x-secret", "x-shown", "x-not-blank", "x-checked", "x-length-unit", "x-friendly",
        "x-deprecated-values", "x-expected", "x-required-when", "x-python-name",
    }),
}  # fmt: skip
