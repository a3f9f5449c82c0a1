# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""What the API description says of the service as a whole."""

from __future__ import annotations

from typing import Any, Dict, Tuple

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

ENUMS: Dict[str, Tuple[Any, ...]] = {
    "AgeGroup": (
        "child",
        "teen",
        "adult",
        "senior",
    ),
    "AnalyticsMode": (
        "all",
        "professional",
        "companion",
    ),
    "AnalyticsTimeframe": (
        "day",
        "week",
        "month",
        "all",
    ),
    "AssistantMode": (
        "companion",
        "professional",
    ),
    "ChatMode": (
        "search",
        "assist",
        "build",
    ),
    "ChildSafetyLevel": (
        "open",
        "family",
        "strict",
    ),
    "CommunicationAdaptation": (
        "match",
        "balanced",
        "counterbalance",
    ),
    "CommunicationStyle": (
        "concise",
        "detailed",
        "conversational",
    ),
    "ConversationPhase": (
        "intake",
        "reflect",
        "execute",
        "compress",
        "reintake",
        "grow",
        "evolve",
        "autonomize",
    ),
    "ErrorCode": (
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
    ),
    "ExportFormat": (
        "json",
        "csv",
    ),
    "HealthStatus": (
        "healthy",
        "degraded",
        "critical",
    ),
    "KnowledgeGapSource": (
        "free_search",
        "assist",
        "build",
    ),
    "KnowledgeType": (
        "all",
        "wisdom",
        "patterns",
        "gotchas",
    ),
    "MemoryDeleteType": (
        "critical",
        "compressed",
        "all",
    ),
    "MemoryType": (
        "wisdom",
        "pattern",
        "gotcha",
        "fact",
    ),
    "MusicMood": (
        "calm",
        "energetic",
        "focused",
        "relaxed",
    ),
    "PreferredLanguage": (
        "en",
        "es",
        "fr",
        "de",
        "it",
        "pt",
        "ja",
        "ko",
        "zh",
        "ar",
    ),
    "ResearchMode": (
        "quick",
        "standard",
        "deep",
        "comprehensive",
    ),
    "ResponseStyle": (
        "concise",
        "detailed",
        "balanced",
    ),
    "SuggestionType": (
        "pattern",
        "wisdom",
        "gotcha",
    ),
    "TrafficConditions": (
        "light",
        "moderate",
        "heavy",
    ),
    "VoiceTone": (
        "friendly",
        "professional",
        "playful",
        "supportive",
        "neutral",
    ),
    "WebhookEvent": (
        "chat.message",
        "chat.response",
        "knowledge.created",
        "memory.stored",
        "user.preferences.updated",
        "subscription.created",
        "subscription.updated",
        "subscription.cancelled",
    ),
    "WorkflowPhase": (
        "research",
        "plan",
        "deliver",
    ),
}
"""The values of each enum, by its name in `models`: for those who want no models."""
