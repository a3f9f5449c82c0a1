# SPDX-License-Identifier: MIT
"""Find what can be objected to in a request body, by the schema of the operation.

The service is lenient: of these objections it makes only those for which a route has a text.
"""

from __future__ import annotations

import re
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Sequence, Tuple, Union

from infinity_assistant.testing._api.document import Document
from infinity_assistant.testing._http.json_text import trim, utf16_length

ABSENT, TYPE, BLANK, LONG, FEW, UNLISTED, PATTERN = "absent", "type", "blank", "long", "few", "unlisted", "pattern"
NEEDED = (ABSENT, TYPE, BLANK)
_TYPES: Dict[str, Union[type, Tuple[type, ...]]] = {"string": str, "array": list, "object": (dict, list)}


class Problem(NamedTuple):
    """One objection: the field, the kind, and what a text may tell about it."""

    field: str
    kind: str
    limit: int = 0
    given: Sequence[Any] = ()
    listed: Sequence[Any] = ()


class Text(NamedTuple):
    """What the service says to some kinds of objections to a field; `{limit}`, `{given}`, `{listed}` are filled in."""

    field: str
    kinds: Sequence[str]
    text: str

    def fits(self, problem: Problem) -> bool:
        """Say whether this is the text for an objection."""
        return problem.field == self.field and problem.kind in self.kinds

    def fill(self, problem: Problem) -> str:
        """Write the text for an objection."""
        given, listed = (", ".join(map(str, values)) for values in (problem.given, problem.listed))
        return self.text.format(limit=problem.limit, given=given, listed=listed)


def problems(document: Document, schema: Mapping[str, Any], body: Mapping[str, Any]) -> Iterator[Problem]:
    """Give the objections to a body: the required fields in the order of the schema, then the others."""
    properties = schema.get("properties", {})
    required: List[str] = schema.get("required", [])
    for field in [*required, *(name for name in properties if name not in required and name in body)]:
        yield from _field(document, field, document.resolve(properties[field]), body.get(field))


def _field(document: Document, field: str, schema: Mapping[str, Any], value: Any) -> Iterator[Problem]:
    listed = schema.get("enum", [])
    if value is None or (isinstance(value, (str, int, float)) and not value):
        yield Problem(field, ABSENT, listed=listed)
    elif not isinstance(value, _TYPES.get(schema.get("type", ""), object)):
        yield Problem(field, TYPE, listed=listed)
    elif isinstance(value, str):
        yield from _string(field, schema, value)
    elif isinstance(value, list):
        yield from _list(field, schema, document.resolve(schema.get("items", {})), value)


def _string(field: str, schema: Mapping[str, Any], value: str) -> Iterator[Problem]:
    limit = schema.get("maxLength")
    listed = schema.get("enum", [])
    if not trim(value):
        yield Problem(field, BLANK)
    if limit is not None and utf16_length(value) > limit:
        yield Problem(field, LONG, limit=limit)
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield Problem(field, PATTERN)
    if listed and value not in listed:
        yield Problem(field, UNLISTED, given=[value], listed=listed)


def _list(field: str, schema: Mapping[str, Any], items: Mapping[str, Any], value: List[Any]) -> Iterator[Problem]:
    listed = items.get("enum", [])
    unlisted = [one for one in value if one not in listed]
    if len(value) < schema.get("minItems", 0):
        yield Problem(field, FEW)
    if listed and unlisted:
        yield Problem(field, UNLISTED, given=unlisted, listed=listed)
