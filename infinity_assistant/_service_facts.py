# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""What the API description says of the service as a whole."""

from __future__ import annotations

from typing import Dict

BASE_URL = "https://infinityassistant.io/api"
"""Where the service lives."""

KEY_HEADER = "X-API-Key"
"""The header that carries a key."""

SECURITY_SCHEMES: Dict[str, str] = {"ApiKeyHeader": "apiKey in header X-API-Key", "BearerKey": "http bearer"}
"""The ways to authenticate, by their names."""

WEBHOOK_PAYLOADS: Dict[str, str] = {
    "chat.message": "ChatMessagePayload",
    "chat.response": "ChatResponsePayload",
    "knowledge.created": "KnowledgeCreatedPayload",
    "memory.stored": "MemoryStoredPayload",
    "user.preferences.updated": "UserPreferencesUpdatedPayload",
    "subscription.created": "SubscriptionCreatedPayload",
    "subscription.updated": "SubscriptionUpdatedPayload",
    "subscription.cancelled": "SubscriptionCancelledPayload",
}
"""The model of the data of each delivery, by its event."""
