# SPDX-License-Identifier: MIT
"""Make calls of rows: a template says the text, columns of the names of arguments say the rest."""

from __future__ import annotations

import json
import re
from typing import Any, Callable, Dict, Iterable, Iterator, Optional

from infinity_assistant import api
from infinity_assistant.cli._bulk.rows import InputRow, make_row_error
from infinity_assistant.errors import InfinityAssistantArgumentError

#: Operations that a job may consist of, and the argument that the text becomes.
OPERATIONS = {"chat": "message", "search_knowledge": "query", "research": "topic"}
_TEXTS = ("text", "prompt", "message", "query")
_PLACE = re.compile(r"\{(\w+)\}")


def make_calls(
    rows: Iterable[InputRow], operation: str, template: Optional[str], conversation_from: Optional[str]
) -> Iterator[Any]:
    """Make a call of each row.

    Raises:
        InfinityAssistantArgumentError: A row lacks a column. The message names its line and the column.
    """
    make: Callable[..., Any] = getattr(api, operation)
    known = [name for name in make.__annotations__ if name != "return"]
    for row in rows:
        arguments = {name: value for name, value in row.columns.items() if name in known and value != ""}
        arguments[OPERATIONS[operation]] = _fill(row, template)
        conversation = None if conversation_from is None else _find_column(row, conversation_from)
        if conversation not in (None, ""):
            arguments["conversation_id"] = conversation
        try:
            yield make(**arguments)
        except InfinityAssistantArgumentError as error:
            raise make_row_error(row.line, f"cannot be sent: {error.message}") from None


def _fill(row: InputRow, template: Optional[str]) -> str:
    if template is None:
        name = next((name for name in _TEXTS if name in row.columns), None)
        if name is None:
            raise _make_lack(row, "a column text, prompt, message or query; use --message")
        return _find_text(row, name)
    return _PLACE.sub(lambda found: _find_text(row, found[1]), template)


def _find_text(row: InputRow, name: str) -> str:
    value = _find_column(row, name)
    if value is None or isinstance(value, (dict, list)):
        kind = "null" if value is None else "an object" if isinstance(value, dict) else "a list"
        raise make_row_error(row.line, f"has no text in the column {name}, but {kind}")
    return value if isinstance(value, str) else json.dumps(value)


def _find_column(row: InputRow, name: str) -> Any:
    if name not in row.columns:
        raise _make_lack(row, f"the column {name}")
    return row.columns[name]


def _make_lack(row: InputRow, what: str) -> InfinityAssistantArgumentError:
    return make_row_error(row.line, f"lacks {what}; it has {', '.join(row.columns) or 'none'}")


def describe_result(result: Any) -> Dict[str, Any]:
    """Describe what became of a call, as a line of the output."""
    response = result.response
    text = getattr(response, "response", None)
    return {
        "number": result.index + 1,
        "state": result.state,
        "conversationId": result.conversation_id,
        "text": text if isinstance(text, str) else None,
        "tokens": result.tokens,
        "error": result.error,
        "response": response.to_dict() if hasattr(response, "to_dict") else response,
    }
