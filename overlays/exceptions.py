# SPDX-License-Identifier: MIT
"""The errors under the name that the first SDK gave to their module; they live in `infinity_assistant.errors`."""

from __future__ import annotations

from infinity_assistant.errors import (
    Attempt,
    InfinityAssistantAPIError,
    InfinityAssistantArgumentError,
    InfinityAssistantAuthenticationError,
    InfinityAssistantBadRequestError,
    InfinityAssistantClientClosedError,
    InfinityAssistantConflictError,
    InfinityAssistantError,
    InfinityAssistantNetworkError,
    InfinityAssistantNotFoundError,
    InfinityAssistantPermissionError,
    InfinityAssistantRateLimitError,
    InfinityAssistantRedirectError,
    InfinityAssistantResponseError,
    InfinityAssistantServerError,
    InfinityAssistantStreamError,
    InfinityAssistantStreamInterruptedError,
    InfinityAssistantStreamTimeoutError,
    InfinityAssistantTimeoutError,
    InfinityAssistantUnexpectedArgumentError,
    InfinityAssistantWebhookVerificationError,
)

__all__ = [
    "Attempt",
    "InfinityAssistantAPIError",
    "InfinityAssistantArgumentError",
    "InfinityAssistantAuthenticationError",
    "InfinityAssistantBadRequestError",
    "InfinityAssistantClientClosedError",
    "InfinityAssistantConflictError",
    "InfinityAssistantError",
    "InfinityAssistantNetworkError",
    "InfinityAssistantNotFoundError",
    "InfinityAssistantPermissionError",
    "InfinityAssistantRateLimitError",
    "InfinityAssistantRedirectError",
    "InfinityAssistantResponseError",
    "InfinityAssistantServerError",
    "InfinityAssistantStreamError",
    "InfinityAssistantStreamInterruptedError",
    "InfinityAssistantStreamTimeoutError",
    "InfinityAssistantTimeoutError",
    "InfinityAssistantUnexpectedArgumentError",
    "InfinityAssistantWebhookVerificationError",
]
