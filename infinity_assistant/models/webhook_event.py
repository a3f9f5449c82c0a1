# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""WebhookEvent, a choice of values of the API."""

from typing import Literal

WebhookEvent = Literal[
    "chat.message",
    "chat.response",
    "knowledge.created",
    "memory.stored",
    "user.preferences.updated",
    "subscription.created",
    "subscription.updated",
    "subscription.cancelled",
]
"""An event that a webhook can be told of."""
