# SPDX-License-Identifier: MIT
"""The Python SDK of the Infinity Assistant API.

    from infinity_assistant import InfinityAssistantClient

    with InfinityAssistantClient() as client:
        print(client.chat("Hello!").response)

What is named here is imported when it is first used: `import infinity_assistant` alone costs next to nothing.
"""

from __future__ import annotations

from infinity_assistant._version import __version__

# Type checkers know the name; the import of typing would be the dearest part of this one. Editors that use Jedi take
# a plain `False` at its word, and would then know no name of this package.
TYPE_CHECKING = bool()  # noqa: UP018

if TYPE_CHECKING:
    from typing import Any, List

    from infinity_assistant import api, errors, events, models, webhooks
    from infinity_assistant import call as call
    from infinity_assistant import exceptions as exceptions
    from infinity_assistant import sse as sse
    from infinity_assistant import types as types
    from infinity_assistant._client.async_conversation import AsyncConversation
    from infinity_assistant._client.conversation import Conversation
    from infinity_assistant._core.api_response import APIResponse
    from infinity_assistant._core.call_events import AttemptEvent, CallEvent
    from infinity_assistant._core.options import Timeout
    from infinity_assistant._drift.warnings import InfinityAssistantDriftWarning
    from infinity_assistant._models.call import Call
    from infinity_assistant._models.operation import Operation
    from infinity_assistant._streaming.async_stream import AsyncStream
    from infinity_assistant._streaming.stream import Stream
    from infinity_assistant.async_client import AsyncInfinityAssistantClient
    from infinity_assistant.client import InfinityAssistantClient
    from infinity_assistant.errors import (
        Attempt,
        InfinityAssistantAPIError,
        InfinityAssistantArgumentError,
        InfinityAssistantAuthenticationError,
        InfinityAssistantBadRequestError,
        InfinityAssistantClientClosedError,
        InfinityAssistantConcurrentReadError,
        InfinityAssistantConflictError,
        InfinityAssistantError,
        InfinityAssistantForkedStreamError,
        InfinityAssistantMissingKeyError,
        InfinityAssistantNetworkError,
        InfinityAssistantNotFoundError,
        InfinityAssistantPermissionError,
        InfinityAssistantProxyError,
        InfinityAssistantRateLimitError,
        InfinityAssistantRedirectError,
        InfinityAssistantResponseError,
        InfinityAssistantServerError,
        InfinityAssistantStreamError,
        InfinityAssistantStreamInterruptedError,
        InfinityAssistantStreamTimeoutError,
        InfinityAssistantTimeoutError,
        InfinityAssistantUnexpectedArgumentError,
        InfinityAssistantWebhookReplayError,
        InfinityAssistantWebhookVerificationError,
    )

__all__ = [
    "APIResponse",
    "AsyncConversation",
    "AsyncInfinityAssistantClient",
    "AsyncStream",
    "Attempt",
    "AttemptEvent",
    "Call",
    "CallEvent",
    "Conversation",
    "InfinityAssistantAPIError",
    "InfinityAssistantArgumentError",
    "InfinityAssistantAuthenticationError",
    "InfinityAssistantBadRequestError",
    "InfinityAssistantClient",
    "InfinityAssistantClientClosedError",
    "InfinityAssistantConcurrentReadError",
    "InfinityAssistantConflictError",
    "InfinityAssistantDriftWarning",
    "InfinityAssistantError",
    "InfinityAssistantForkedStreamError",
    "InfinityAssistantMissingKeyError",
    "InfinityAssistantNetworkError",
    "InfinityAssistantNotFoundError",
    "InfinityAssistantPermissionError",
    "InfinityAssistantProxyError",
    "InfinityAssistantRateLimitError",
    "InfinityAssistantRedirectError",
    "InfinityAssistantResponseError",
    "InfinityAssistantServerError",
    "InfinityAssistantStreamError",
    "InfinityAssistantStreamInterruptedError",
    "InfinityAssistantStreamTimeoutError",
    "InfinityAssistantTimeoutError",
    "InfinityAssistantUnexpectedArgumentError",
    "InfinityAssistantWebhookReplayError",
    "InfinityAssistantWebhookVerificationError",
    "Operation",
    "Stream",
    "Timeout",
    "__version__",
    "api",
    "errors",
    "events",
    "models",
    "webhooks",
]

_HOMES = {
    "InfinityAssistantDriftWarning": "_drift.warnings",
    "AsyncConversation": "_client.async_conversation",
    "AsyncInfinityAssistantClient": "async_client",
    "Conversation": "_client.conversation",
    "AsyncStream": "_streaming.async_stream",
    "Call": "_models.call",
    "Operation": "_models.operation",
    "InfinityAssistantClient": "client",
    "Timeout": "_core.options",
    "APIResponse": "_core.api_response",
    "AttemptEvent": "_core.call_events",
    "CallEvent": "_core.call_events",
    "Stream": "_streaming.stream",
}
_MODULES = frozenset({"api", "call", "errors", "events", "exceptions", "models", "sse", "types", "webhooks"})

if not TYPE_CHECKING:  # A type checker would take any name for one that is there.

    def __getattr__(name: str) -> Any:
        from importlib import import_module

        if name in _MODULES:
            return import_module(f"infinity_assistant.{name}")
        if name not in __all__:
            raise AttributeError(f"module 'infinity_assistant' has no attribute {name!r}")
        value = getattr(import_module(f"infinity_assistant.{_HOMES.get(name, 'errors')}"), name)
        # Whoever calls at shutdown catches errors there, when nothing can be imported any more.
        errors = import_module("infinity_assistant.errors")
        globals().update({each: getattr(errors, each) for each in __all__ if hasattr(errors, each)}, **{name: value})
        return value


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
