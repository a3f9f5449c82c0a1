# SPDX-License-Identifier: MIT
"""The error that a response stands for. Nothing here does I/O.

The service has no single shape for errors: `error` may be a text or an object, a proxy responds with HTML, a wrong
method with nothing at all. Everything that arrives is read as far as it makes sense.
"""

from __future__ import annotations

import datetime as dt
import http
import re
from typing import Any, Dict, Mapping, Optional, Type
from urllib.parse import urlsplit

from infinity_assistant import errors as e
from infinity_assistant._core.rate_limit import parse_rate_limit, read_rate_limit
from infinity_assistant._core.retry_after import find_response_time, parse_number, parse_retry_after
from infinity_assistant._models.datetimes import parse_timestamp_or_keep
from infinity_assistant._models.fast_json import parse_json
from infinity_assistant._text import make_harmless

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
_LONGEST_ID = 200
_TITLE = re.compile(r"<title[^>]*>([^<]{1,200})", re.IGNORECASE)


def find_request_id(headers: Mapping[str, str]) -> Optional[str]:
    """Find what the service calls this exchange, if it says so."""
    return next((make_harmless(headers[name])[:_LONGEST_ID] for name in _REQUEST_ID if name in headers), None)


def invalid_response(
    reason: str, status: int, headers: Mapping[str, str], content: bytes
) -> e.InfinityAssistantResponseError:
    """Return the error of a success that is not what the API promises."""
    content_type = headers.get("content-type", "no content type")
    return e.InfinityAssistantResponseError(
        f"the service responded with {status}, but {reason} ({content_type}, {len(content)} bytes)",
        status_code=status,
        response=_cut_excerpt(content),
        request_id=find_request_id(headers),
    )


def build_api_error(status: int, headers: Mapping[str, str], content: bytes) -> e.InfinityAssistantAPIError:
    """Build the error that a response with an error status stands for."""
    body = _parse_body(content)
    detail = _find_detail(body)
    error = _find_error_class(status)(
        _find_message(body, detail, status),
        status_code=status,
        response=body,
        code=_clean_text(detail.get("code")),
        request_id=find_request_id(headers),
    )
    now = find_response_time(headers)
    error.should_retry = {"true": True, "false": False}.get(headers.get("x-should-retry", "").lower())
    error.retry_after = parse_retry_after(headers, now)
    if error.retry_after is None:
        error.retry_after = _parse_seconds(detail.get("retry_after"))
    if isinstance(error, e.InfinityAssistantRateLimitError):
        _add_quota(error, body, headers, now)
    if isinstance(error, e.InfinityAssistantRedirectError):
        _add_target(error, headers.get("location", ""))
    return error


def _find_error_class(status: int) -> Type[e.InfinityAssistantAPIError]:
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
    return make_harmless(value.strip()[:EXCERPT]) if isinstance(value, str) and value.strip() else None


def _add_quota(error: e.InfinityAssistantRateLimitError, body: Any, headers: Mapping[str, str], now: float) -> None:
    error.rate_limit = parse_rate_limit(headers, body)
    stated = read_rate_limit(headers, body)
    error.limit = _parse_count(stated.get("limit"))
    error.remaining = _parse_count(stated.get("remaining"))
    error.reset_at = _parse_moment(stated.get("reset_at"))
    if error.retry_after is None and error.reset_at is not None:
        error.retry_after = max(0.0, error.reset_at.timestamp() - now)


def _add_target(error: e.InfinityAssistantRedirectError, location: str) -> None:
    error.location_origin = _parse_origin(location)
    target = error.location_origin or "another place"
    error.message = f"the service redirects to {target}, which is not followed: check base_url"
    error.args = (error.message,)


def _parse_count(stated: Any) -> Optional[int]:
    return stated if isinstance(stated, int) and not isinstance(stated, bool) else None


def _parse_moment(stated: Any) -> Optional[dt.datetime]:
    moment = parse_timestamp_or_keep(stated)
    if not isinstance(moment, dt.datetime):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.timezone.utc)


def _parse_seconds(value: Any) -> Optional[float]:
    return None if isinstance(value, bool) or not isinstance(value, (int, float)) else parse_number(str(value))


def _parse_origin(location: str) -> Optional[str]:
    try:
        parts = urlsplit(location)
        return f"{parts.scheme}://{parts.hostname}{f':{parts.port}' if parts.port else ''}" if parts.hostname else None
    except ValueError:
        return None
