# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ErrorCode, a choice of values of the API."""

from typing import Literal

ErrorCode = Literal[
    "AUTH_REQUIRED",
    "INVALID_API_KEY",
    "INVALID_TOKEN",
    "RATE_LIMIT_EXCEEDED",
    "VALIDATION_ERROR",
    "MISSING_REQUIRED_FIELD",
    "INVALID_FIELD_VALUE",
    "MESSAGE_TOO_LONG",
    "MESSAGE_REQUIRED",
    "RESOURCE_NOT_FOUND",
    "CONVERSATION_NOT_FOUND",
    "REQUEST_TIMEOUT",
    "REQUEST_CANCELLED",
    "NETWORK_ERROR",
    "SERVICE_UNAVAILABLE",
    "INTERNAL_ERROR",
    "DATABASE_ERROR",
    "AGENT_ERROR",
    "AGENT_TIMEOUT",
]
"""What went wrong, for programs."""
