# SPDX-License-Identifier: MIT
"""Validate a request body against the schema of its operation.

The service is lenient: it reports only those problems for which an operation has a text.
"""

from __future__ import annotations

import re
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Sequence, Tuple, Union

from infinity_assistant.testing._api.document import Document
from infinity_assistant.testing._http.json_text import count_utf16_units, trim

ABSENT, TYPE, BLANK, LONG, FEW, UNLISTED, PATTERN = "absent", "type", "blank", "long", "few", "unlisted", "pattern"
NEEDED = (ABSENT, TYPE, BLANK)
_TYPES: Dict[str, Union[type, Tuple[type, ...]]] = {"string": str, "array": list, "object": (dict, list)}


class ValidationProblem(NamedTuple):
    """One problem: the field, the kind, and the values that a text may mention."""

    field: str
    kind: str
    limit: int = 0
    given: Sequence[Any] = ()
    listed: Sequence[Any] = ()


class ErrorText(NamedTuple):
    """The message for some kinds of problems of a field; `{limit}`, `{given}`, `{listed}` are filled in."""

    field: str
    kinds: Sequence[str]
    text: str

    def matches(self, problem: ValidationProblem) -> bool:
        """Return whether this is the message for a problem."""
        return problem.field == self.field and problem.kind in self.kinds

    def format_message(self, problem: ValidationProblem) -> str:
        """Format the message for a problem."""
        given, listed = (", ".join(map(str, values)) for values in (problem.given, problem.listed))
        return self.text.format(limit=problem.limit, given=given, listed=listed)


def find_problems(
    document: Document, schema: Mapping[str, Any], body: Mapping[str, Any]
) -> Iterator[ValidationProblem]:
    """Find the problems of a body: of the required fields in the order of the schema, then of the others."""
    properties = schema.get("properties", {})
    required: List[str] = schema.get("required", [])
    for field in [*required, *(name for name in properties if name not in required and name in body)]:
        yield from _check_field(document, field, document.resolve(properties[field]), body.get(field))


def _check_field(document: Document, field: str, schema: Mapping[str, Any], value: Any) -> Iterator[ValidationProblem]:
    listed = schema.get("enum", [])
    if value is None or (isinstance(value, (str, int, float)) and not value):
        yield ValidationProblem(field, ABSENT, listed=listed)
    elif not isinstance(value, _TYPES.get(schema.get("type", ""), object)):
        yield ValidationProblem(field, TYPE, listed=listed)
    elif isinstance(value, str):
        yield from _check_string(field, schema, value)
    elif isinstance(value, list):
        yield from _check_list(field, schema, document.resolve(schema.get("items", {})), value)


def _check_string(field: str, schema: Mapping[str, Any], value: str) -> Iterator[ValidationProblem]:
    limit = schema.get("maxLength")
    listed = schema.get("enum", [])
    if not trim(value):
        yield ValidationProblem(field, BLANK)
    if limit is not None and count_utf16_units(value) > limit:
        yield ValidationProblem(field, LONG, limit=limit)
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield ValidationProblem(field, PATTERN)
    if listed and value not in listed:
        yield ValidationProblem(field, UNLISTED, given=[value], listed=listed)


def _check_list(
    field: str, schema: Mapping[str, Any], items: Mapping[str, Any], value: List[Any]
) -> Iterator[ValidationProblem]:
    listed = items.get("enum", [])
    unlisted = [one for one in value if one not in listed]
    if len(value) < schema.get("minItems", 0):
        yield ValidationProblem(field, FEW)
    if listed and unlisted:
        yield ValidationProblem(field, UNLISTED, given=unlisted, listed=listed)
