# SPDX-License-Identifier: MIT. Generated from overlays/_core/response_parser.py: edit that file, then run `make generate`.
"""The typed result of a success. Nothing here does I/O."""

from __future__ import annotations

import json
from typing import Any, Mapping, Tuple, TypeVar, cast

from infinity_assistant._core.error_parser import invalid_response
from infinity_assistant._http.headers import find_media_type
from infinity_assistant._models.call import Call
from infinity_assistant._models.fast_json import parse_json
from infinity_assistant._models.operation import Operation

T = TypeVar("T")


def parse_response(call: Call[T], status: int, headers: Mapping[str, str], content: bytes) -> Tuple[T, Any]:
    """Return the typed result of a success, and its JSON (`None` for a text).

    Raises:
        InfinityAssistantResponseError: The response is not what the API promises.
    """
    operation = call.operation
    if not content and (operation.empty or operation.method == "HEAD"):
        return cast(T, None), None
    if not content:
        raise invalid_response("its body is empty", status, headers, content)
    if operation.text_media_types or operation.binary or operation.empty:
        other, is_other = _read_other(operation, find_media_type(headers), content)
        if is_other:
            return cast(T, other), None
    try:
        data = parse_json(content)
        return call.read(data, status), data
    except json.JSONDecodeError as exc:
        reason = f"its body is not JSON: {exc.msg} at byte {exc.pos}"
    except UnicodeDecodeError as exc:
        reason = f"its body is not UTF-8: byte {exc.start} cannot be read"
    except ValueError as exc:
        reason = f"its body is not a {call.operation.id} response: {exc}"
    except Exception as exc:  # The reader of an operation that was made by hand.
        reason = f"its body is not what {call.operation.id} reads: {type(exc).__name__}"
        raise invalid_response(reason, status, headers, content) from exc
    raise invalid_response(reason, status, headers, content)


def _read_other(operation: Operation, media_type: str, content: bytes) -> Tuple[Any, bool]:
    """Return what a response that is not JSON holds, and whether it is one.

    A call whose successes have no body succeeded, whatever the service or a proxy wrote beneath.
    """
    if media_type in operation.text_media_types:
        return content.decode("utf-8-sig", "replace"), True
    if media_type == "application/json" or media_type.endswith("+json"):
        return (
            None,
            operation.empty and operation.read is None and not operation.readers and not operation.text_media_types,
        )
    if operation.binary:
        return content, True
    if "*/*" in operation.text_media_types:
        return content.decode("utf-8-sig", "replace"), True
    return None, operation.empty and operation.read is None and not operation.readers
