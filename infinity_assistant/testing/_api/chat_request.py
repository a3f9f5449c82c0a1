# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/chat_request.py: edit that file, then run `make generate`.
"""Accept a chat message: who sends it, in which conversation, and within which quota."""

from __future__ import annotations

from typing import Any, Mapping, NamedTuple, Optional

from infinity_assistant.testing._api import identity
from infinity_assistant.testing._api.context import RequestContext, RequestRejected
from infinity_assistant.testing._api.nested_objects import find_nested_problem
from infinity_assistant.testing._api.validation import LONG, NEEDED, ErrorText
from infinity_assistant.testing._assistant.memory_intent import MemoryIntent, detect_memory_intent
from infinity_assistant.testing._faults.error_responses import build_server_error
from infinity_assistant.testing._http.json_text import is_truthy
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json

_EXCEEDED = (
    "You've been busy today! You've reached your daily conversation limit."
    " Come back tomorrow or upgrade to Pro for unlimited conversations."
)
_TEXTS = (
    ErrorText("message", NEEDED, "Message is required and must be a non-empty string"),
    ErrorText("message", (LONG,), "Message too long. Maximum {limit} characters."),
)


class ChatRequest(NamedTuple):
    """An accepted message: who sent it, in which conversation, and how much of the quota was used before."""

    context: RequestContext
    body: Mapping[str, Any]
    user: str
    tier: str
    used: int
    conversation: Any
    intent: MemoryIntent
    started: int

    @property
    def message(self) -> str:
        """The text of the message."""
        return str(self.body["message"])

    @property
    def preferences(self) -> Mapping[str, Any]:
        """The preferences that were sent along."""
        return as_object(self.body.get("preferences"))

    @property
    def driving(self) -> Mapping[str, Any]:
        """The state of the vehicle; a bare boolean is ignored."""
        return as_object(self.body.get("drivingMode"))

    def find_problem(self) -> Optional[str]:
        """Return the error that the service runs into with the nested objects, or None."""
        context = self.context
        return find_nested_problem(context.services.document, context.operation.request, self.body)

    def measure_elapsed(self, pauses: float = 0.0) -> int:
        """Return the milliseconds that the caller waits: since the request came, by faults, and so many seconds."""
        context = self.context
        return context.services.clock.now() - self.started + round((context.waited + pauses) * 1000)


def accept_message(context: RequestContext, key_user: Optional[str], suggestion: Optional[str] = None) -> ChatRequest:
    """Accept a message.

    Raises:
        RequestRejected: There is no message, or the quota of the day is used up.
        MalformedJSON: The body is not JSON.
    """
    services = context.services
    body = context.parse_body(_TEXTS)
    user = _identify_user(context, body, key_user)
    tier = body["userTier"] if is_truthy(body.get("userTier")) else _get_tier(context, user)
    if not isinstance(tier, str):
        raise RequestRejected(build_server_error(context.operation.id))
    used = services.quota.get_usage(str(user)).today
    rate_limit = services.quota.build_rate_limit(tier, used)
    if not rate_limit["allowed"]:
        raise RequestRejected(_build_quota_error(rate_limit, suggestion))
    given = body.get("conversationId")
    conversation = given if is_truthy(given) else services.ids.make_stamped("conv", 11)
    intent = detect_memory_intent(body["message"])
    return ChatRequest(context, body, str(user), tier, used, conversation, intent, services.clock.now())


def as_object(value: Any) -> Mapping[str, Any]:
    """Return a JSON object as it is, and an empty one for any other value."""
    return value if isinstance(value, dict) else {}


def _identify_user(context: RequestContext, body: Mapping[str, Any], key_user: Optional[str]) -> Any:
    named = body["userId"] if is_truthy(body.get("userId")) else identity.read_anonymous_user(context.request)
    user = key_user or named
    return user if is_truthy(user) else context.services.ids.make_stamped("anon", 11)


def _get_tier(context: RequestContext, user: Any) -> Optional[str]:
    return context.services.quota.get_tier(user) if isinstance(user, str) else None


def _build_quota_error(rate_limit: Mapping[str, Any], suggestion: Optional[str]) -> Response:
    body = {"error": "Rate limit exceeded", "message": _EXCEEDED, "rateLimit": rate_limit}
    return build_json({**body, "suggestion": suggestion} if suggestion else body, 429)
