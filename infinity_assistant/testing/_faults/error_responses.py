# SPDX-License-Identifier: MIT. Generated from overlays/testing/_faults/error_responses.py: edit that file, then run `make generate`.
"""Say how each operation words an error, so that a fault looks as it would on the wire."""

from __future__ import annotations

from typing import Any, Callable, Dict

from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import INTERNAL, coded, explained, page, plain, success, unsuccessful

INTERNAL_CODED = coded(500, "INTERNAL_ERROR", INTERNAL)
CANCELLED = explained(499, "Request cancelled", "The request was cancelled during agent execution.")
TOO_SLOW = explained(
    504, "Request timeout", "The request took too long to process. Please try again with a shorter query."
)
_NO_SUGGESTIONS = {"success": False, "suggestions": [], "query": "", "error": "Failed to load suggestions"}
_SEARCH = "An unexpected error occurred during search. Please try again later."

_BROKEN: Dict[str, Callable[[str], Answer]] = {
    "chat": lambda reason: INTERNAL_CODED,
    "get_conversation": lambda reason: INTERNAL_CODED,
    "chat_stream": lambda reason: explained(500, "Internal server error", INTERNAL),
    "search_knowledge": lambda reason: unsuccessful(500, "Internal server error", _SEARCH),
    "suggest_knowledge": lambda reason: success(_NO_SUGGESTIONS, 500),
    "report_knowledge_gap": lambda reason: unsuccessful(500, "Failed to process knowledge gap", reason),
    "research": lambda reason: unsuccessful(500, "Failed to conduct research", reason),
    "research_status": lambda reason: unsuccessful(500, "Failed to get research service status"),
    "knowledge_analytics": lambda reason: unsuccessful(500, "Failed to retrieve analytics"),
    "retrieve_memory": lambda reason: plain(500, "Failed to fetch memory"),
    "store_memory": lambda reason: plain(500, "Failed to store memory"),
    "delete_memory": lambda reason: plain(500, "Failed to delete memory"),
    "update_preferences": lambda reason: plain(500, "Failed to save preferences"),
    "get_usage": lambda reason: plain(500, "Failed to get usage stats"),
    "list_api_keys": lambda reason: plain(500, "Failed to list API keys"),
    "create_api_key": lambda reason: plain(500, "Failed to create API key"),
    "delete_api_key": lambda reason: plain(500, "Failed to revoke API key"),
    "list_webhooks": lambda reason: plain(500, "Failed to list webhooks"),
    "create_webhook": lambda reason: plain(500, "Failed to register webhook"),
    "delete_webhook": lambda reason: plain(500, "Failed to delete webhook"),
    "export_conversations": lambda reason: plain(500, "Failed to export conversations"),
    "export_usage": lambda reason: plain(500, "Failed to export usage data"),
    "send_feedback": lambda reason: plain(500, "Failed to submit feedback"),
}
_PROXY = {502: "502 Bad Gateway", 503: "503 Service Unavailable", 504: "504 Gateway Timeout"}
_TEXTS = {401: "Authentication required", 403: "Forbidden", 404: "Not found", 409: "Conflict"}


def broken(operation: str, reason: str = "Unknown error") -> Answer:
    """Give the 500 of an operation; some tell the reason."""
    known = _BROKEN.get(operation)
    return plain(500, "Internal server error") if known is None else known(reason)


def failing(operation: str, status: int) -> Answer:
    """Give an operation's answer of a failing status, in the shape that it has there."""
    if status == 500:
        return broken(operation)
    if operation == "chat" and status in (499, 504):
        return CANCELLED if status == 499 else TOO_SLOW
    if status in _PROXY:
        return page(status, _PROXY[status])
    if status == 429:
        return explained(429, "Rate limit exceeded", "Too many requests. Please slow down.", **_limited(operation))
    return plain(status, _TEXTS.get(status, "Request failed"))


def _limited(operation: str) -> Dict[str, Any]:
    """Chats tell the state of the quota; without a time of reset, since a passing limit has none."""
    state = {"allowed": False, "limit": 50, "remaining": 0}
    return {"rateLimit": state} if operation in ("chat", "chat_stream") else {}
