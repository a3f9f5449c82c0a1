# SPDX-License-Identifier: MIT. Generated from overlays/_streaming/dialects.py: edit that file, then run `make generate`.
"""The three spellings of a streamed response, brought to one.

Today the `event:` line names an event, and its data has no type:

    event: chunk
    data: {"text": "Hello"}

Older deployments send no `event:` line. Either the data has a type, which is `complete` at the end:

    data: {"type": "chunk", "content": "Hello"}

or it has none, and `[DONE]` is the end, after `{"metadata": ...}`:

    data: {"content": "Hello"}
"""

from __future__ import annotations

import json
from typing import Any, Dict, NamedTuple, NoReturn

from infinity_assistant._models.surrogates import replace_all_halves
from infinity_assistant.errors import InfinityAssistantStreamError

#: The type of an event without an `event:` line (WHATWG HTML, 9.2.6).
UNNAMED = "message"
DONE_MARKER = "[DONE]"
_TYPE_ALIASES = {"complete": "done", "text": "chunk"}
#: Events that carry a piece of the text: an emoji may lie in two of them, so halves are left to the parser.
TEXTS = frozenset({"chunk", "text", UNNAMED})
_BY_FIELD = {"content": "chunk", "metadata": "metadata", "error": "error"}


class NamedEvent(NamedTuple):
    """An event in today's spelling: the name that an `event:` line would give it, and its data."""

    name: str
    data: Dict[str, Any]


def classify_unnamed(data: str) -> NamedEvent:
    """Tell from the data of an event without an `event:` line what it is.

    Raises: InfinityAssistantStreamError if the data is neither a JSON object nor `[DONE]`.
    """
    if data.strip() == DONE_MARKER:
        return NamedEvent("done", {})
    fields = parse_event_object(data, UNNAMED)
    event_type = fields.get("type")
    if isinstance(event_type, str):
        return NamedEvent(
            _TYPE_ALIASES.get(event_type, event_type), {key: value for key, value in fields.items() if key != "type"}
        )
    return NamedEvent(next((name for key, name in _BY_FIELD.items() if key in fields), UNNAMED), fields)


def parse_event_object(data: str, name: str) -> Dict[str, Any]:
    """Read the data of an event called `name`, which must be a JSON object.

    Raises: InfinityAssistantStreamError, which does not quote the data: it may be private.
    """
    value = parse_event_json(data, name)
    if not isinstance(value, dict):
        raise make_invalid_event(name, "is JSON, but no object")
    return value


def parse_event_json(data: str, name: str) -> Any:
    """Read the data of an event called `name`. Raises: InfinityAssistantStreamError."""
    try:
        value = DECODER.decode(data)
        return replace_all_halves(value) if name not in TEXTS and "\\u" in data else value
    except RecursionError:
        raise make_invalid_event(name, "is nested too deeply") from None
    except json.JSONDecodeError as problem:
        raise make_invalid_event(
            name, f"is not JSON: {problem.msg}, at {problem.pos} of {len(data)} characters"
        ) from None
    except ValueError as problem:
        raise make_invalid_event(name, f"is not JSON: {problem}") from None


def parse_leniently(data: str) -> Any:
    """Read the data of an event that may be anything: what is no JSON is a text."""
    try:
        return parse_event_json(data, "")
    except InfinityAssistantStreamError:
        return data


def make_invalid_event(name: str, problem: str) -> InfinityAssistantStreamError:
    """Make the error of an event that is not what the API promises."""
    return InfinityAssistantStreamError(f"the data of a {name} event {problem}")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


#: Reads JSON alone (RFC 8259), without the NaN and Infinity of Python's own.
DECODER = json.JSONDecoder(parse_constant=_refuse)
