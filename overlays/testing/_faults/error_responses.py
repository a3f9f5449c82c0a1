# SPDX-License-Identifier: MIT
"""Build the error responses of each operation, so that a fault looks as it would on the wire."""

from __future__ import annotations

from typing import Any, Callable, Dict

from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import (
    INTERNAL,
    build_coded_error,
    build_error,
    build_html_page,
    build_json,
    build_message_error,
    build_unsuccessful,
)

INTERNAL_CODED = build_coded_error(500, "INTERNAL_ERROR", INTERNAL)
CANCELLED = build_message_error(499, "Request cancelled", "The request was cancelled during agent execution.")
TIMED_OUT = build_message_error(
    504, "Request timeout", "The request took too long to process. Please try again with a shorter query."
)
_NO_SUGGESTIONS = {"success": False, "suggestions": [], "query": "", "error": "Failed to load suggestions"}
_SEARCH = "An unexpected error occurred during search. Please try again later."

_SERVER_ERRORS: Dict[str, Callable[[str], Response]] = {
    "chat": lambda reason: INTERNAL_CODED,
    "get_conversation": lambda reason: INTERNAL_CODED,
    "chat_stream": lambda reason: build_message_error(500, "Internal server error", INTERNAL),
    "search_knowledge": lambda reason: build_unsuccessful(500, "Internal server error", _SEARCH),
    "suggest_knowledge": lambda reason: build_json(_NO_SUGGESTIONS, 500),
    "report_knowledge_gap": lambda reason: build_unsuccessful(500, "Failed to process knowledge gap", reason),
    "knowledge_gap_stats": lambda reason: build_unsuccessful(500, "Failed to get knowledge gap stats"),
    "assess_research_need": lambda reason: build_unsuccessful(500, "Failed to assess research need", reason),
    "research": lambda reason: build_unsuccessful(500, "Failed to conduct research", reason),
    "research_status": lambda reason: build_unsuccessful(500, "Failed to get research service status"),
    "knowledge_analytics": lambda reason: build_unsuccessful(500, "Failed to retrieve analytics"),
    "retrieve_memory": lambda reason: build_error(500, "Failed to fetch memory"),
    "store_memory": lambda reason: build_error(500, "Failed to store memory"),
    "delete_memory": lambda reason: build_error(500, "Failed to delete memory"),
    "update_preferences": lambda reason: build_error(500, "Failed to save preferences"),
    "get_usage": lambda reason: build_error(500, "Failed to get usage stats"),
    "list_api_keys": lambda reason: build_error(500, "Failed to list API keys"),
    "create_api_key": lambda reason: build_error(500, "Failed to create API key"),
    "delete_api_key": lambda reason: build_error(500, "Failed to revoke API key"),
    "list_webhooks": lambda reason: build_error(500, "Failed to list webhooks"),
    "create_webhook": lambda reason: build_error(500, "Failed to register webhook"),
    "delete_webhook": lambda reason: build_error(500, "Failed to delete webhook"),
    "export_conversations": lambda reason: build_error(500, "Failed to export conversations"),
    "export_usage": lambda reason: build_error(500, "Failed to export usage data"),
    "send_feedback": lambda reason: build_error(500, "Failed to submit feedback"),
}
_PROXY = {502: "502 Bad Gateway", 503: "503 Service Unavailable", 504: "504 Gateway Timeout"}
_DEFAULT_ERRORS = {401: "Authentication required", 403: "Forbidden", 404: "Not found", 409: "Conflict"}


def build_server_error(operation: str, reason: str = "Unknown error") -> Response:
    """Build the 500 of an operation; some contain the reason."""
    known = _SERVER_ERRORS.get(operation)
    return build_error(500, "Internal server error") if known is None else known(reason)


def build_operation_error(operation: str, status: int) -> Response:
    """Build an error response of an operation, in the shape that it has for this status."""
    if status == 500:
        return build_server_error(operation)
    if operation == "chat" and status in (499, 504):
        return CANCELLED if status == 499 else TIMED_OUT
    if status in _PROXY:
        return build_html_page(status, _PROXY[status])
    if status == 429:
        return build_message_error(
            429, "Rate limit exceeded", "Too many requests. Please slow down.", **_describe_quota(operation)
        )
    return build_error(status, _DEFAULT_ERRORS.get(status, "Request failed"))


def _describe_quota(operation: str) -> Dict[str, Any]:
    """Describe the quota, as the chat operations do; a passing limit has no time of reset."""
    state = {"allowed": False, "limit": 50, "remaining": 0}
    return {"rateLimit": state} if operation in ("chat", "chat_stream") else {}
