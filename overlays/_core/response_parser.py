# SPDX-License-Identifier: MIT
"""What an answer says: a value if it is a success, else the error it stands for. Nothing here does I/O.

The service has no single shape for errors: `error` may be a text or an object, a proxy answers with HTML, a wrong
method with nothing at all. Everything that arrives is read as far as it makes sense.
"""

from __future__ import annotations

import datetime as dt
import http
import json
import re
import time
from typing import Any, Dict, Mapping, Optional, Type, TypeVar, cast
from urllib.parse import urlsplit

from infinity_assistant import errors as e
from infinity_assistant._core.retry_after import parse_number, parse_retry_after
from infinity_assistant._models.call import Call
from infinity_assistant._models.fast_json import parse_json

T = TypeVar("T")

#: The longest text of a body that an error holds, in characters.
EXCERPT = 2048

_BY_STATUS: Dict[int, Type[e.InfinityAssistantAPIError]] = {
    400: e.InfinityAssistantBadRequestError,
    401: e.InfinityAssistantAuthenticationError,
    403: e.InfinityAssistantPermissionError,
    404: e.InfinityAssistantNotFoundError,
    409: e.InfinityAssistantConflictError,
    422: e.InfinityAssistantBadRequestError,
    429: e.InfinityAssistantRateLimitError,
}
_REQUEST_ID = ("x-request-id", "request-id", "x-vercel-id", "cf-ray")
_TITLE = re.compile(r"<title[^>]*>([^<]{1,200})", re.IGNORECASE)


def find_request_id(headers: Mapping[str, str]) -> Optional[str]:
    """What the service calls this exchange, if it says so."""
    return next((headers[name] for name in _REQUEST_ID if name in headers), None)


def invalid_response(
    reason: str, status: int, headers: Mapping[str, str], content: bytes
) -> e.InfinityAssistantResponseError:
    """The error of a success that is not what the API promises."""
    kind = headers.get("content-type", "no content type")
    return e.InfinityAssistantResponseError(
        f"the service answered {status}, but {reason} ({kind}, {len(content)} bytes)",
        status_code=status,
        response=_cut_excerpt(content),
        request_id=find_request_id(headers),
    )


def parsed(call: Call[T], status: int, headers: Mapping[str, str], content: bytes) -> T:
    """The typed result of a success. Raises `InfinityAssistantResponseError` if it is not what the API promises."""
    if not content:
        raise invalid_response("its body is empty", status, headers, content)
    if (
        call.operation.texts
        and headers.get("content-type", "").partition(";")[0].strip().lower() in call.operation.texts
    ):
        return cast(T, content.decode("utf-8-sig", "replace"))
    try:
        return call.read(parse_json(content))
    except json.JSONDecodeError as exc:
        reason = f"its body is not JSON: {exc.msg} at byte {exc.pos}"
    except UnicodeDecodeError as exc:
        reason = f"its body is not UTF-8: byte {exc.start} cannot be read"
    except ValueError as exc:
        reason = f"its body is not a {call.operation.id} answer: {exc}"
    raise invalid_response(reason, status, headers, content)


def build_api_error(status: int, headers: Mapping[str, str], content: bytes) -> e.InfinityAssistantAPIError:
    """The error that an answer with an error status stands for."""
    body = _parse_body(content)
    detail = _find_detail(body)
    error = _error_class(status)(
        _find_message(body, detail, status),
        status_code=status,
        response=body,
        code=_clean_text(detail.get("code")),
        request_id=find_request_id(headers),
    )
    error.should_retry = {"true": True, "false": False}.get(headers.get("x-should-retry", "").lower())
    error.retry_after = parse_retry_after(headers, time.time())
    if error.retry_after is None:
        error.retry_after = _parse_seconds(detail.get("retry_after"))
    if isinstance(error, e.InfinityAssistantRateLimitError):
        _add_quota(error, body, headers)
    if isinstance(error, e.InfinityAssistantRedirectError):
        _add_target(error, headers.get("location", ""))
    return error


def parse_datetime(value: Any) -> Optional[dt.datetime]:
    """A date-time of RFC 3339 with its zone, else `None`."""
    if not isinstance(value, str):
        return None
    try:
        from dateutil.parser import isoparse

        read: dt.datetime = isoparse(value)
    except (ValueError, OverflowError):
        return None
    return read if read.tzinfo else read.replace(tzinfo=dt.timezone.utc)


def _error_class(status: int) -> Type[e.InfinityAssistantAPIError]:
    if 300 <= status < 400:
        return e.InfinityAssistantRedirectError
    return _BY_STATUS.get(status, e.InfinityAssistantServerError if status >= 500 else e.InfinityAssistantAPIError)


def _parse_body(content: bytes) -> Any:
    try:
        return parse_json(content)
    except ValueError:
        return _cut_excerpt(content)


def _cut_excerpt(content: bytes) -> Optional[str]:
    return content[: 4 * EXCERPT].decode("utf-8", "replace")[:EXCERPT] or None


def _find_detail(body: Any) -> Dict[str, Any]:
    if not isinstance(body, dict):
        return {}
    nested = body.get("error")
    return nested if isinstance(nested, dict) else body


def _find_message(body: Any, detail: Dict[str, Any], status: int) -> str:
    stated = _clean_text(detail.get("message")) or _clean_text(detail.get("error")) or _find_page_title(body)
    if stated:
        return stated
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return "the service gave no reason"


def _find_page_title(body: Any) -> Optional[str]:
    found = _TITLE.search(body) if isinstance(body, str) else None
    return found.group(1).strip() if found else None


def _clean_text(value: Any) -> Optional[str]:
    return value.strip()[:EXCERPT] if isinstance(value, str) and value.strip() else None


def _add_quota(error: e.InfinityAssistantRateLimitError, body: Any, headers: Mapping[str, str]) -> None:
    quota = body.get("rateLimit") if isinstance(body, dict) else None
    quota = quota if isinstance(quota, dict) else {}
    error.limit = _parse_count(quota.get("limit"), headers.get("x-ratelimit-limit"))
    error.remaining = _parse_count(quota.get("remaining"), headers.get("x-ratelimit-remaining"))
    error.reset_at = parse_datetime(quota.get("reset_at")) or _parse_epoch(headers.get("x-ratelimit-reset"))
    if error.retry_after is None and error.reset_at is not None:
        error.retry_after = max(0.0, error.reset_at.timestamp() - time.time())


def _add_target(error: e.InfinityAssistantRedirectError, location: str) -> None:
    error.location_origin = _parse_origin(location)
    target = error.location_origin or "another place"
    error.message = f"the service redirects to {target}, which is not followed: check base_url"
    error.args = (error.message,)


def _parse_count(stated: Any, header: Optional[str]) -> Optional[int]:
    if isinstance(stated, int) and not isinstance(stated, bool):
        return stated
    value = parse_number(header)
    return None if value is None else int(value)


def _parse_epoch(header: Optional[str]) -> Optional[dt.datetime]:
    seconds = parse_number(header)
    if seconds is None or not 1e9 < seconds < 1e11:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.timezone.utc)


def _parse_seconds(value: Any) -> Optional[float]:
    return None if isinstance(value, bool) or not isinstance(value, (int, float)) else parse_number(str(value))


def _parse_origin(location: str) -> Optional[str]:
    try:
        parts = urlsplit(location)
        return f"{parts.scheme}://{parts.hostname}{f':{parts.port}' if parts.port else ''}" if parts.hostname else None
    except ValueError:
        return None
