# SPDX-License-Identifier: MIT
"""Find nested request objects on which the service breaks: a field of the wrong type in preferences, essence, driving.

The service does not validate them. It uses them as they come, and fails in the middle of the work: a chat is charged
and answered with an apology, a stream ends with an `error` event.
"""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Tuple, Union

from infinity_assistant.testing._api.document import Document
from infinity_assistant.testing._http.json_text import is_truthy

_OBJECTS = ("preferences", "essence", "drivingMode")
#: The service spreads these, which works with a string as well.
_SPREAD = {("preferences", "interests"), ("preferences", "customInterests")}
_TYPES: Dict[str, Union[type, Tuple[type, ...]]] = {
    "string": str,
    "array": list,
    "boolean": bool,
    "number": (int, float),
    "integer": (int, float),
}


def find_nested_problem(document: Document, schema: Mapping[str, Any], body: Mapping[str, Any]) -> Optional[str]:
    """Return the error that the service runs into, or None if the nested objects are as described."""
    for name in _OBJECTS:
        value = body.get(name)
        properties = document.resolve(schema["properties"][name]).get("properties", {})
        for field, given in value.items() if isinstance(value, dict) else ():
            expected = document.resolve(properties.get(field, {})).get("type", "")
            if is_truthy(given) and not _is_accepted(name, field, expected, given):
                return _describe(name, field, expected)
    return None


def _is_accepted(name: str, field: str, expected: str, value: Any) -> bool:
    if (name, field) in _SPREAD and isinstance(value, str):
        return True
    if isinstance(value, bool):
        return expected in ("boolean", "")
    return isinstance(value, _TYPES.get(expected, object))


def _describe(name: str, field: str, expected: str) -> str:
    if (name, field) in _SPREAD:
        return "Spread syntax requires ...iterable[Symbol.iterator] to be a function"
    method = {"array": "join", "string": "trim"}.get(expected, "valueOf")
    return f"{name}.{field}.{method} is not a function"
