# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The JSON objects of the API, as Python objects that are read by attribute and by key.

Their types, key by key, stand in `models.pyi`.
"""

from __future__ import annotations

import datetime
from typing import Any, List, Literal, Optional

from infinity_assistant._models import datetimes as timestamps
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_new = object.__new__

AgeGroup = Literal["child", "teen", "adult", "senior"]
"""How old the speaker sounds."""
AnalyticsMode = Literal["all", "professional", "companion"]
"""Whose questions to count."""
AnalyticsTimeframe = Literal["day", "week", "month", "all"]
"""How far back to look."""
AssistantMode = Literal["companion", "professional"]
"""Whether the assistant speaks as a companion or as a professional."""
ChatMode = Literal["search", "assist", "build"]
"""How the assistant works on a message."""
ChildSafetyLevel = Literal["open", "family", "strict"]
"""What is fit for the ears of those listening."""
CommunicationAdaptation = Literal["match", "balanced", "counterbalance"]
"""Whether the assistant follows the user's tone or balances it."""
CommunicationStyle = Literal["concise", "detailed", "conversational"]
"""How much the assistant says."""
ConversationPhase = Literal["intake", "reflect", "execute", "compress", "reintake", "grow", "evolve", "autonomize"]
"""A phase of the assistant's work on a conversation."""
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
ExportFormat = Literal["json", "csv"]
"""The format of an export."""
HealthStatus = Literal["healthy", "degraded", "critical"]
"""The health of the service as a whole."""
KnowledgeGapSource = Literal["free_search", "assist", "build"]
"""What the user was doing when the gap was met."""
KnowledgeType = Literal["all", "wisdom", "patterns", "gotchas"]
"""Which groups of knowledge to search."""
MemoryDeleteType = Literal["critical", "compressed", "all"]
"""Which memory of a conversation to delete from."""
MemoryType = Literal["wisdom", "pattern", "gotcha", "fact"]
"""The kind of an entry to store."""
MusicMood = Literal["calm", "energetic", "focused", "relaxed"]
"""The mood of the music."""
PreferredLanguage = Literal["en", "es", "fr", "de", "it", "pt", "ja", "ko", "zh", "ar"]
"""The language to answer in, by its ISO 639-1 code."""
ResearchMode = Literal["quick", "standard", "deep", "comprehensive"]
"""How thorough the research is."""
ResponseStyle = Literal["concise", "detailed", "balanced"]
"""The length of answers."""
SuggestionType = Literal["pattern", "wisdom", "gotcha"]
"""The kind of knowledge that a suggestion leads to."""
TrafficConditions = Literal["light", "moderate", "heavy"]
"""The traffic around the vehicle."""
VoiceTone = Literal["friendly", "professional", "playful", "supportive", "neutral"]
"""The tone of voice."""
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
WorkflowPhase = Literal["research", "plan", "deliver"]
"""A phase of the user's way of working."""


class ApiKey(Model):
    """An API key without its secret part."""

    id: str
    """Its id; `delete_api_key` takes it."""
    name: Optional[str]
    """Its name."""
    prefix: Optional[str]
    """The first 12 characters of the key."""
    created_at: Optional[datetime.datetime]
    """When it was created."""
    last_used: Optional[datetime.datetime]
    """When it was last used."""
    is_active: Optional[bool]
    """Whether it still works."""

    __slots__ = ("id", "name", "prefix", "created_at", "last_used", "is_active")
    _keys = {
        "id": "id",
        "name": "name",
        "prefix": "prefix",
        "createdAt": "created_at",
        "lastUsed": "last_used",
        "isActive": "is_active",
    }
    _required = ("id",)

    @classmethod
    def from_dict(cls, data: Any) -> ApiKey:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = value if (value := get("id")).__class__ is str else reading.text(data, "id")
        model.name = get("name")
        model.prefix = get("prefix")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.timestamp_or_text(value)
        model.last_used = None if (value := get("lastUsed")) is None else timestamps.timestamp_or_text(value)
        model.is_active = get("isActive")
        return model


class ChatMessagePayload(Model):
    """What a delivery of chat.message tells."""

    conversation_id: Optional[str]
    """The conversation."""
    message: Optional[str]
    """What the user said."""

    __slots__ = ("conversation_id", "message")
    _keys = {"conversationId": "conversation_id", "message": "message"}

    @classmethod
    def from_dict(cls, data: Any) -> ChatMessagePayload:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.conversation_id = get("conversationId")
        model.message = get("message")
        return model


class ChatMetadata(Model):
    """How an answer came about."""

    model: str
    """The model that answered."""
    tokens_used: int
    """Tokens read and written; 0 when the model failed."""
    processing_time: int
    """Milliseconds that the service took."""
    driving_mode: Optional[bool]
    """Whether the answer was shaped for driving."""

    __slots__ = ("model", "tokens_used", "processing_time", "driving_mode")
    _keys = {
        "model": "model",
        "tokensUsed": "tokens_used",
        "processingTime": "processing_time",
        "drivingMode": "driving_mode",
    }
    _required = ("model", "tokens_used", "processing_time")

    @classmethod
    def from_dict(cls, data: Any) -> ChatMetadata:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.model = value if (value := get("model")).__class__ is str else reading.text(data, "model")
        model.tokens_used = (
            value if (value := get("tokensUsed")).__class__ is int else reading.integer(data, "tokensUsed")
        )
        model.processing_time = (
            value if (value := get("processingTime")).__class__ is int else reading.integer(data, "processingTime")
        )
        model.driving_mode = get("drivingMode")
        return model


class ChatPreferences(Model):
    """Who the user is and how they like to be answered. Keys beyond these are allowed."""

    name: Optional[str]
    """The name to be called by."""
    role: Optional[str]
    """What the user does, such as developer."""
    experience_level: Optional[str]
    """How experienced the user is, such as senior."""
    assistant_mode: Optional[AssistantMode]
    """Whether the assistant speaks as a companion or as a professional."""
    preferred_mode: Optional[ChatMode]
    """The mode for messages that name none."""
    workflow_phases: Optional[List[WorkflowPhase]]
    """The phases of work that the user wants help with."""
    primary_goals: Optional[List[str]]
    """What the user wants to reach."""
    interests: Optional[List[str]]
    """What the user cares about."""
    custom_interests: Optional[List[str]]
    """Interests in the user's own words."""
    communication_style: Optional[CommunicationStyle]
    """How much the assistant says."""
    communication_adaptation: Optional[CommunicationAdaptation]
    """Whether the assistant follows the user's tone or balances it."""
    preferred_language: Optional[PreferredLanguage]
    """The language to answer in."""

    __slots__ = (
        "name",
        "role",
        "experience_level",
        "assistant_mode",
        "preferred_mode",
        "workflow_phases",
        "primary_goals",
        "interests",
        "custom_interests",
        "communication_style",
        "communication_adaptation",
        "preferred_language",
    )
    _keys = {
        "name": "name",
        "role": "role",
        "experienceLevel": "experience_level",
        "assistantMode": "assistant_mode",
        "preferredMode": "preferred_mode",
        "workflowPhases": "workflow_phases",
        "primaryGoals": "primary_goals",
        "interests": "interests",
        "customInterests": "custom_interests",
        "communicationStyle": "communication_style",
        "communicationAdaptation": "communication_adaptation",
        "preferredLanguage": "preferred_language",
    }
    _worded = (
        "assistant_mode",
        "preferred_mode",
        "communication_style",
        "communication_adaptation",
        "preferred_language",
    )

    @classmethod
    def from_dict(cls, data: Any) -> ChatPreferences:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.name = get("name")
        model.role = get("role")
        model.experience_level = get("experienceLevel")
        model.assistant_mode = get("assistantMode")
        model.preferred_mode = get("preferredMode")
        model.workflow_phases = get("workflowPhases")
        model.primary_goals = get("primaryGoals")
        model.interests = get("interests")
        model.custom_interests = get("customInterests")
        model.communication_style = get("communicationStyle")
        model.communication_adaptation = get("communicationAdaptation")
        model.preferred_language = get("preferredLanguage")
        return model


class ChatRequest(Model):
    """A message to the assistant and what it should know about the sender."""

    message: str
    """What to say. At most 5000 UTF-16 code units (an emoji is two), not blank."""
    conversation_id: Optional[str]
    """The conversation to go on with; a new one begins without it. Any text of your own will do."""
    user_id: Optional[str]
    """Who is speaking. Anonymous callers are told apart by a cookie."""
    user_tier: Optional[str]
    """The tier of the user, such as free or pro. It decides on the daily quota."""
    mode: Optional[ChatMode]
    """How the assistant works on the message."""
    user_context: Optional[str]
    """Background that the assistant should take into account."""
    session_id: Optional[str]
    """A session of your own that this message belongs to."""
    preferences: Optional[ChatPreferences]
    """Who the user is and how they like to be answered."""
    essence: Optional[Essence]
    """The character that the assistant takes on."""
    driving_mode: Optional[DrivingMode]
    """The state of the vehicle, when the user is driving. An object; a bare boolean is ignored by the service."""

    __slots__ = (
        "message",
        "conversation_id",
        "user_id",
        "user_tier",
        "mode",
        "user_context",
        "session_id",
        "preferences",
        "essence",
        "driving_mode",
    )
    _keys = {
        "message": "message",
        "conversationId": "conversation_id",
        "userId": "user_id",
        "userTier": "user_tier",
        "mode": "mode",
        "userContext": "user_context",
        "sessionId": "session_id",
        "preferences": "preferences",
        "essence": "essence",
        "drivingMode": "driving_mode",
    }
    _required = ("message",)
    _worded = ("mode",)
    _members = {"preferences": "ChatPreferences", "essence": "Essence", "drivingMode": "DrivingMode"}

    @classmethod
    def from_dict(cls, data: Any) -> ChatRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.message = value if (value := get("message")).__class__ is str else reading.text(data, "message")
        model.conversation_id = get("conversationId")
        model.user_id = get("userId")
        model.user_tier = get("userTier")
        model.mode = get("mode")
        model.user_context = get("userContext")
        model.session_id = get("sessionId")
        model.preferences = (
            None
            if (value := get("preferences")) is None
            else reading.optional(value, "preferences", ChatPreferences.from_dict)
        )
        model.essence = (
            None if (value := get("essence")) is None else reading.optional(value, "essence", Essence.from_dict)
        )
        model.driving_mode = (
            None
            if (value := get("drivingMode")) is None
            else reading.optional(value, "drivingMode", DrivingMode.from_dict)
        )
        return model


class ChatResponse(Model):
    """The answer of the assistant."""

    response: str
    """The text of the answer, in Markdown."""
    conversation_id: str
    """Pass it with the next message to go on with this conversation."""
    rate_limit: RateLimit
    """What is left of the quota of the day."""
    metadata: ChatMetadata
    """How the answer came about."""

    __slots__ = ("response", "conversation_id", "rate_limit", "metadata")
    _keys = {
        "response": "response",
        "conversationId": "conversation_id",
        "rateLimit": "rate_limit",
        "metadata": "metadata",
    }
    _required = ("response", "conversation_id", "rate_limit", "metadata")
    _members = {"rateLimit": "RateLimit", "metadata": "ChatMetadata"}

    @classmethod
    def from_dict(cls, data: Any) -> ChatResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.response = value if (value := get("response")).__class__ is str else reading.text(data, "response")
        model.conversation_id = reading.present(data, "conversationId")
        model.rate_limit = reading.member(data, "rateLimit", RateLimit.from_dict)
        model.metadata = reading.member(data, "metadata", ChatMetadata.from_dict)
        return model


class ChatResponsePayload(Model):
    """What a delivery of chat.response tells."""

    conversation_id: Optional[str]
    """The conversation."""
    response: Optional[str]
    """What the assistant answered."""

    __slots__ = ("conversation_id", "response")
    _keys = {"conversationId": "conversation_id", "response": "response"}

    @classmethod
    def from_dict(cls, data: Any) -> ChatResponsePayload:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.conversation_id = get("conversationId")
        model.response = get("response")
        return model


class ChunkEventData(Model):
    """A piece of the answer."""

    text: str
    """The next piece of the text; may be empty."""

    __slots__ = ("text",)
    _keys = {"text": "text"}
    _required = ("text",)

    @classmethod
    def from_dict(cls, data: Any) -> ChunkEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.text = value if (value := get("text")).__class__ is str else reading.text(data, "text")
        return model


class CompressedSegment(Model):
    """Older messages, folded into a summary."""

    id: Optional[str]
    """Its id."""
    summary: Optional[str]
    """What the messages were about."""
    original_count: Optional[int]
    """How many messages were folded."""
    time_range: Optional[TimeRange]
    """When the messages were said."""
    key_insights: Optional[List[str]]
    """What was learnt from them."""
    importance: Optional[str]
    """How important it is, such as medium."""

    __slots__ = ("id", "summary", "original_count", "time_range", "key_insights", "importance")
    _keys = {
        "id": "id",
        "summary": "summary",
        "originalCount": "original_count",
        "timeRange": "time_range",
        "keyInsights": "key_insights",
        "importance": "importance",
    }
    _members = {"timeRange": "TimeRange"}

    @classmethod
    def from_dict(cls, data: Any) -> CompressedSegment:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = get("id")
        model.summary = get("summary")
        model.original_count = get("originalCount")
        model.time_range = (
            None if (value := get("timeRange")) is None else reading.optional(value, "timeRange", TimeRange.from_dict)
        )
        model.key_insights = get("keyInsights")
        model.importance = get("importance")
        return model


class Confirmation(Model):
    """The service did what was asked."""

    success: bool
    """Always true."""
    message: Optional[str]
    """What was done, in words."""

    __slots__ = ("success", "message")
    _keys = {"success": "success", "message": "message"}
    _required = ("success",)

    @classmethod
    def from_dict(cls, data: Any) -> Confirmation:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.message = get("message")
        return model


class ConversationExport(Model):
    """The conversations of the account."""

    success: bool
    """Always true."""
    conversations: List[ExportedConversation]
    """The conversations."""
    export_date: Optional[datetime.datetime]
    """When the export was made."""
    format: Optional[str]
    """The format of the export."""
    record_count: Optional[int]
    """The number of conversations."""

    __slots__ = ("success", "conversations", "export_date", "format", "record_count")
    _keys = {
        "success": "success",
        "conversations": "conversations",
        "exportDate": "export_date",
        "format": "format",
        "recordCount": "record_count",
    }
    _required = ("success", "conversations")
    _members = {"conversations": "ExportedConversation"}

    @classmethod
    def from_dict(cls, data: Any) -> ConversationExport:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.conversations = reading.member(data, "conversations", reading.Items(ExportedConversation.from_dict))
        model.export_date = None if (value := get("exportDate")) is None else timestamps.timestamp_or_text(value)
        model.format = get("format")
        model.record_count = get("recordCount")
        return model


class ConversationResponse(Model):
    """What is stored of a conversation."""

    conversation_id: str
    """The conversation asked for."""
    messages: List[ConversationRow]
    """One row, or none."""

    __slots__ = ("conversation_id", "messages")
    _keys = {"conversationId": "conversation_id", "messages": "messages"}
    _required = ("conversation_id", "messages")
    _members = {"messages": "ConversationRow"}

    @classmethod
    def from_dict(cls, data: Any) -> ConversationResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.conversation_id = (
            value if (value := get("conversationId")).__class__ is str else reading.text(data, "conversationId")
        )
        model.messages = reading.member(data, "messages", reading.Items(ConversationRow.from_dict))
        return model


class ConversationRow(Model):
    """The memory of a conversation as the database keeps it. Any column may be missing, and others may be there."""

    id: Optional[str]
    """The id of the row."""
    created_at: Optional[datetime.datetime]
    """When the conversation began."""
    updated_at: Optional[datetime.datetime]
    """When the row last changed."""
    conversation_id: Optional[str]
    """The conversation."""
    user_id: Optional[str]
    """Whose conversation it is."""
    active_memory: Optional[List[Any]]
    """The latest messages, oldest first."""
    compressed_memory: Optional[List[Any]]
    """Summaries of older messages."""
    critical_facts: Optional[List[Any]]
    """What must not be forgotten."""
    total_messages: Optional[int]
    """Messages in both directions since the beginning."""

    __slots__ = (
        "id",
        "created_at",
        "updated_at",
        "conversation_id",
        "user_id",
        "active_memory",
        "compressed_memory",
        "critical_facts",
        "total_messages",
    )
    _keys = {
        "id": "id",
        "created_at": "created_at",
        "updated_at": "updated_at",
        "conversation_id": "conversation_id",
        "user_id": "user_id",
        "active_memory": "active_memory",
        "compressed_memory": "compressed_memory",
        "critical_facts": "critical_facts",
        "total_messages": "total_messages",
    }

    @classmethod
    def from_dict(cls, data: Any) -> ConversationRow:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = get("id")
        model.created_at = None if (value := get("created_at")) is None else timestamps.timestamp_or_text(value)
        model.updated_at = None if (value := get("updated_at")) is None else timestamps.timestamp_or_text(value)
        model.conversation_id = get("conversation_id")
        model.user_id = get("user_id")
        model.active_memory = get("active_memory")
        model.compressed_memory = get("compressed_memory")
        model.critical_facts = get("critical_facts")
        model.total_messages = get("total_messages")
        return model


class CreateApiKeyRequest(Model):
    """A key to create."""

    name: str
    """A name by which people know the key. Not blank."""

    __slots__ = ("name",)
    _keys = {"name": "name"}
    _required = ("name",)

    @classmethod
    def from_dict(cls, data: Any) -> CreateApiKeyRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.name = value if (value := get("name")).__class__ is str else reading.text(data, "name")
        return model


class CreateApiKeyResponse(Model):
    """The answer to creating a key."""

    success: bool
    """Always true."""
    api_key: NewApiKey
    """The key."""
    message: Optional[str]
    """What to do now, in words."""

    __slots__ = ("success", "api_key", "message")
    _keys = {"success": "success", "apiKey": "api_key", "message": "message"}
    _required = ("success", "api_key")
    _members = {"apiKey": "NewApiKey"}

    @classmethod
    def from_dict(cls, data: Any) -> CreateApiKeyResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.api_key = reading.member(data, "apiKey", NewApiKey.from_dict)
        model.message = get("message")
        return model


class CreateWebhookRequest(Model):
    """A webhook to register."""

    url: str
    """Where to deliver, beginning with http:// or https://."""
    events: List[WebhookEvent]
    """The events to be told of, at least one."""

    __slots__ = ("url", "events")
    _keys = {"url": "url", "events": "events"}
    _required = ("url", "events")

    @classmethod
    def from_dict(cls, data: Any) -> CreateWebhookRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.url = value if (value := get("url")).__class__ is str else reading.text(data, "url")
        model.events = value if (value := get("events")).__class__ is list else reading.array(data, "events")
        return model


class CreateWebhookResponse(Model):
    """The answer to registering a webhook."""

    success: bool
    """Always true."""
    webhook: NewWebhook
    """The webhook."""
    message: Optional[str]
    """What to do now, in words."""

    __slots__ = ("success", "webhook", "message")
    _keys = {"success": "success", "webhook": "webhook", "message": "message"}
    _required = ("success", "webhook")
    _members = {"webhook": "NewWebhook"}

    @classmethod
    def from_dict(cls, data: Any) -> CreateWebhookResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.webhook = reading.member(data, "webhook", NewWebhook.from_dict)
        model.message = get("message")
        return model


class CriticalFact(Model):
    """Something that must not be forgotten."""

    id: Optional[str]
    """Its id; `delete_memory` takes it."""
    content: Optional[str]
    """The fact."""
    type: Optional[str]
    """Its kind, such as insight."""
    importance: Optional[str]
    """How important it is, such as critical."""
    tags: Optional[List[str]]
    """Its tags."""
    created_at: Optional[datetime.datetime]
    """When it was stored."""

    __slots__ = ("id", "content", "type", "importance", "tags", "created_at")
    _keys = {
        "id": "id",
        "content": "content",
        "type": "type",
        "importance": "importance",
        "tags": "tags",
        "createdAt": "created_at",
    }

    @classmethod
    def from_dict(cls, data: Any) -> CriticalFact:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = get("id")
        model.content = get("content")
        model.type = get("type")
        model.importance = get("importance")
        model.tags = get("tags")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.timestamp_or_text(value)
        return model


class DeleteMemoryRequest(Model):
    """What to delete of the memory of a conversation."""

    conversation_id: str
    """The conversation."""
    type: MemoryDeleteType
    """Which memory to delete from."""
    entry_id: Optional[str]
    """The id of a critical fact, or the place of a compressed segment counted from "0"."""

    __slots__ = ("conversation_id", "type", "entry_id")
    _keys = {"conversationId": "conversation_id", "type": "type", "entryId": "entry_id"}
    _required = ("conversation_id", "type")
    _worded = ("type",)

    @classmethod
    def from_dict(cls, data: Any) -> DeleteMemoryRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.conversation_id = (
            value if (value := get("conversationId")).__class__ is str else reading.text(data, "conversationId")
        )
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.entry_id = get("entryId")
        return model


class DoneEvent(Model):
    """The answer is complete."""

    type: Literal["done"]
    """Always "done"."""
    conversation_id: Optional[str]
    """The conversation, as in the start of the stream."""
    metadata: Optional[StreamMetadata]
    """How the answer came about."""

    __slots__ = ("type", "conversation_id", "metadata")
    _keys = {"type": "type", "conversationId": "conversation_id", "metadata": "metadata"}
    _required = ("type",)
    _members = {"metadata": "StreamMetadata"}

    @classmethod
    def from_dict(cls, data: Any) -> DoneEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.conversation_id = get("conversationId")
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.optional(value, "metadata", StreamMetadata.from_dict)
        )
        return model


class DoneEventData(Model):
    """The answer is complete."""

    conversation_id: Optional[str]
    """The conversation, as in the start of the stream."""
    metadata: Optional[StreamMetadata]
    """How the answer came about."""

    __slots__ = ("conversation_id", "metadata")
    _keys = {"conversationId": "conversation_id", "metadata": "metadata"}
    _members = {"metadata": "StreamMetadata"}

    @classmethod
    def from_dict(cls, data: Any) -> DoneEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.conversation_id = get("conversationId")
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.optional(value, "metadata", StreamMetadata.from_dict)
        )
        return model


class DrivingEvent(Model):
    """The answer will be shaped for driving."""

    type: Literal["driving"]
    """Always "driving"."""
    enabled: Optional[bool]
    """Whether the user is driving."""
    is_ev: Optional[bool]
    """Whether the vehicle is electric."""

    __slots__ = ("type", "enabled", "is_ev")
    _keys = {"type": "type", "enabled": "enabled", "isEV": "is_ev"}
    _required = ("type",)

    @classmethod
    def from_dict(cls, data: Any) -> DrivingEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.enabled = get("enabled")
        model.is_ev = get("isEV")
        return model


class DrivingEventData(Model):
    """The answer will be shaped for driving."""

    enabled: Optional[bool]
    """Whether the user is driving."""
    is_ev: Optional[bool]
    """Whether the vehicle is electric."""

    __slots__ = ("enabled", "is_ev")
    _keys = {"enabled": "enabled", "isEV": "is_ev"}

    @classmethod
    def from_dict(cls, data: Any) -> DrivingEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.enabled = get("enabled")
        model.is_ev = get("isEV")
        return model


class DrivingMode(Model):
    """The state of the vehicle. Answers become short enough to be heard while driving."""

    enabled: bool
    """Whether the user is driving."""
    is_ev: Optional[bool]
    """Whether the vehicle is electric."""
    vehicle_id: Optional[str]
    """Your own id of the vehicle."""
    battery_percent: Optional[float]
    """The charge of the battery, 0 to 100."""
    current_range: Optional[float]
    """The distance that can still be driven."""
    is_charging: Optional[bool]
    """Whether the vehicle is charging."""
    charging_time_remaining: Optional[float]
    """The time until the battery is charged."""
    destination: Optional[str]
    """Where the user is going."""
    estimated_arrival: Optional[str]
    """When the user will be there."""
    distance_remaining: Optional[float]
    """The distance still to go."""
    traffic_conditions: Optional[TrafficConditions]
    """The traffic around the vehicle."""
    weather: Optional[str]
    """The weather around the vehicle."""
    current_music: Optional[str]
    """What is playing."""
    music_mood: Optional[MusicMood]
    """The mood of the music."""

    __slots__ = (
        "enabled",
        "is_ev",
        "vehicle_id",
        "battery_percent",
        "current_range",
        "is_charging",
        "charging_time_remaining",
        "destination",
        "estimated_arrival",
        "distance_remaining",
        "traffic_conditions",
        "weather",
        "current_music",
        "music_mood",
    )
    _keys = {
        "enabled": "enabled",
        "isEV": "is_ev",
        "vehicleId": "vehicle_id",
        "batteryPercent": "battery_percent",
        "currentRange": "current_range",
        "isCharging": "is_charging",
        "chargingTimeRemaining": "charging_time_remaining",
        "destination": "destination",
        "estimatedArrival": "estimated_arrival",
        "distanceRemaining": "distance_remaining",
        "trafficConditions": "traffic_conditions",
        "weather": "weather",
        "currentMusic": "current_music",
        "musicMood": "music_mood",
    }
    _required = ("enabled",)
    _worded = ("traffic_conditions", "music_mood")

    @classmethod
    def from_dict(cls, data: Any) -> DrivingMode:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.enabled = value if (value := get("enabled")).__class__ is bool else reading.boolean(data, "enabled")
        model.is_ev = get("isEV")
        model.vehicle_id = get("vehicleId")
        model.battery_percent = get("batteryPercent")
        model.current_range = get("currentRange")
        model.is_charging = get("isCharging")
        model.charging_time_remaining = get("chargingTimeRemaining")
        model.destination = get("destination")
        model.estimated_arrival = get("estimatedArrival")
        model.distance_remaining = get("distanceRemaining")
        model.traffic_conditions = get("trafficConditions")
        model.weather = get("weather")
        model.current_music = get("currentMusic")
        model.music_mood = get("musicMood")
        return model


class ErrorDetail(Model):
    """What went wrong, for programs and for people."""

    code: ErrorCode
    """What went wrong, for programs."""
    message: str
    """What went wrong, for people."""
    details: Optional[ErrorDetails]
    """Where it went wrong."""
    retry_after: Optional[float]
    """Seconds to wait before trying again."""
    recovery_guidance: Any
    """What to do about it."""

    __slots__ = ("code", "message", "details", "retry_after", "recovery_guidance")
    _keys = {
        "code": "code",
        "message": "message",
        "details": "details",
        "retry_after": "retry_after",
        "recovery_guidance": "recovery_guidance",
    }
    _required = ("code", "message")
    _worded = ("code",)
    _members = {"details": "ErrorDetails"}

    @classmethod
    def from_dict(cls, data: Any) -> ErrorDetail:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.code = value if (value := get("code")).__class__ is str else reading.text(data, "code")
        model.message = value if (value := get("message")).__class__ is str else reading.text(data, "message")
        model.details = (
            None if (value := get("details")) is None else reading.optional(value, "details", ErrorDetails.from_dict)
        )
        model.retry_after = get("retry_after")
        model.recovery_guidance = get("recovery_guidance")
        return model


class ErrorDetails(Model):
    """Where something went wrong."""

    field: Optional[str]
    """The field that was refused."""
    reason: Optional[str]
    """Why it was refused."""

    __slots__ = ("field", "reason")
    _keys = {"field": "field", "reason": "reason"}

    @classmethod
    def from_dict(cls, data: Any) -> ErrorDetails:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.field = get("field")
        model.reason = get("reason")
        return model


class ErrorEnvelope(Model):
    """An error with a code (shape D)."""

    success: bool
    """Always false."""
    error: ErrorDetail
    """What went wrong."""

    __slots__ = ("success", "error")
    _keys = {"success": "success", "error": "error"}
    _required = ("success", "error")
    _members = {"error": "ErrorDetail"}

    @classmethod
    def from_dict(cls, data: Any) -> ErrorEnvelope:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.error = reading.member(data, "error", ErrorDetail.from_dict)
        return model


class ErrorEvent(Model):
    """The service failed inside a stream that had begun with status 200 (shape F)."""

    type: Literal["error"]
    """Always "error"."""
    message: str
    """What happened in words for people."""
    error: Optional[str]
    """What happened in words for developers."""

    __slots__ = ("type", "message", "error")
    _keys = {"type": "type", "message": "message", "error": "error"}
    _required = ("type", "message")

    @classmethod
    def from_dict(cls, data: Any) -> ErrorEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.message = value if (value := get("message")).__class__ is str else reading.text(data, "message")
        model.error = get("error")
        return model


class ErrorEventData(Model):
    """The service failed inside a stream that had begun with status 200 (shape F)."""

    message: str
    """What happened in words for people."""
    error: Optional[str]
    """What happened in words for developers."""

    __slots__ = ("message", "error")
    _keys = {"message": "message", "error": "error"}
    _required = ("message",)

    @classmethod
    def from_dict(cls, data: Any) -> ErrorEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.message = value if (value := get("message")).__class__ is str else reading.text(data, "message")
        model.error = get("error")
        return model


class ErrorMessage(Model):
    """An error that is told in one sentence (shape A)."""

    error: str
    """What went wrong."""

    __slots__ = ("error",)
    _keys = {"error": "error"}
    _required = ("error",)

    @classmethod
    def from_dict(cls, data: Any) -> ErrorMessage:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.error = value if (value := get("error")).__class__ is str else reading.text(data, "error")
        return model


class ErrorWithMessage(Model):
    """An error with a title and an explanation (shape B)."""

    error: str
    """What went wrong."""
    message: str
    """The explanation."""

    __slots__ = ("error", "message")
    _keys = {"error": "error", "message": "message"}
    _required = ("error", "message")

    @classmethod
    def from_dict(cls, data: Any) -> ErrorWithMessage:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.error = value if (value := get("error")).__class__ is str else reading.text(data, "error")
        model.message = value if (value := get("message")).__class__ is str else reading.text(data, "message")
        return model


class Essence(Model):
    """The character that the assistant takes on."""

    voice_tone: Optional[VoiceTone]
    """The tone of voice."""
    response_style: Optional[ResponseStyle]
    """The length of answers."""
    personality_traits: Optional[List[str]]
    """Traits, such as witty."""
    custom_greeting: Optional[str]
    """The words to greet with."""
    family_mode: Optional[bool]
    """Whether several members of a family share the assistant."""
    family_members: Optional[List[Any]]
    """The members of the family, as names or objects."""
    child_safety_level: Optional[ChildSafetyLevel]
    """What is fit for the ears of those listening."""

    __slots__ = (
        "voice_tone",
        "response_style",
        "personality_traits",
        "custom_greeting",
        "family_mode",
        "family_members",
        "child_safety_level",
    )
    _keys = {
        "voiceTone": "voice_tone",
        "responseStyle": "response_style",
        "personalityTraits": "personality_traits",
        "customGreeting": "custom_greeting",
        "familyMode": "family_mode",
        "familyMembers": "family_members",
        "childSafetyLevel": "child_safety_level",
    }
    _worded = ("voice_tone", "response_style", "child_safety_level")

    @classmethod
    def from_dict(cls, data: Any) -> Essence:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.voice_tone = get("voiceTone")
        model.response_style = get("responseStyle")
        model.personality_traits = get("personalityTraits")
        model.custom_greeting = get("customGreeting")
        model.family_mode = get("familyMode")
        model.family_members = get("familyMembers")
        model.child_safety_level = get("childSafetyLevel")
        return model


class EssenceEvent(Model):
    """The essence of the request was taken on."""

    type: Literal["essence"]
    """Always "essence"."""
    applied: Optional[bool]
    """Always true."""
    voice_tone: Optional[VoiceTone]
    """The tone of voice that was asked for."""

    __slots__ = ("type", "applied", "voice_tone")
    _keys = {"type": "type", "applied": "applied", "voiceTone": "voice_tone"}
    _required = ("type",)
    _worded = ("voice_tone",)

    @classmethod
    def from_dict(cls, data: Any) -> EssenceEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.applied = get("applied")
        model.voice_tone = get("voiceTone")
        return model


class EssenceEventData(Model):
    """The essence of the request was taken on."""

    applied: Optional[bool]
    """Always true."""
    voice_tone: Optional[VoiceTone]
    """The tone of voice that was asked for."""

    __slots__ = ("applied", "voice_tone")
    _keys = {"applied": "applied", "voiceTone": "voice_tone"}
    _worded = ("voice_tone",)

    @classmethod
    def from_dict(cls, data: Any) -> EssenceEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.applied = get("applied")
        model.voice_tone = get("voiceTone")
        return model


class ExportedConversation(Model):
    """A conversation in an export."""

    id: Optional[str]
    """Its id."""
    title: Optional[str]
    """Its title."""
    created_at: Optional[datetime.datetime]
    """When it began."""
    updated_at: Optional[datetime.datetime]
    """When it last changed."""
    message_count: Optional[int]
    """Messages in both directions."""
    metadata: Any
    """Anything that is stored with it."""

    __slots__ = ("id", "title", "created_at", "updated_at", "message_count", "metadata")
    _keys = {
        "id": "id",
        "title": "title",
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "messageCount": "message_count",
        "metadata": "metadata",
    }

    @classmethod
    def from_dict(cls, data: Any) -> ExportedConversation:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = get("id")
        model.title = get("title")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.timestamp_or_text(value)
        model.updated_at = None if (value := get("updatedAt")) is None else timestamps.timestamp_or_text(value)
        model.message_count = get("messageCount")
        model.metadata = get("metadata")
        return model


class FailedOperation(Model):
    """An operation that failed (shape C)."""

    success: bool
    """Always false."""
    error: str
    """What went wrong."""
    message: Optional[str]
    """The cause; with status 500."""

    __slots__ = ("success", "error", "message")
    _keys = {"success": "success", "error": "error", "message": "message"}
    _required = ("success", "error")

    @classmethod
    def from_dict(cls, data: Any) -> FailedOperation:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.error = value if (value := get("error")).__class__ is str else reading.text(data, "error")
        model.message = get("message")
        return model


class FeedbackMetadata(Model):
    """Anything that helps to understand feedback."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> FeedbackMetadata:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class FeedbackRequest(Model):
    """Feedback to the people behind the service."""

    message: str
    """What to say. At most 5000 UTF-16 code units (an emoji is two), not blank."""
    type: Optional[str]
    """The kind of feedback, such as bug."""
    rating: Optional[float]
    """How content the user is."""
    conversation_id: Optional[str]
    """The conversation it is about."""
    metadata: Optional[FeedbackMetadata]
    """Anything that helps to understand it."""

    __slots__ = ("message", "type", "rating", "conversation_id", "metadata")
    _keys = {
        "message": "message",
        "type": "type",
        "rating": "rating",
        "conversationId": "conversation_id",
        "metadata": "metadata",
    }
    _required = ("message",)
    _members = {"metadata": "FeedbackMetadata"}

    @classmethod
    def from_dict(cls, data: Any) -> FeedbackRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.message = value if (value := get("message")).__class__ is str else reading.text(data, "message")
        model.type = get("type")
        model.rating = get("rating")
        model.conversation_id = get("conversationId")
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.optional(value, "metadata", FeedbackMetadata.from_dict)
        )
        return model


class Gotcha(Model):
    """A trap in the knowledge base."""

    id: Optional[str]
    """Its id, such as G.001."""
    title: Optional[str]
    """Its title."""
    content: Optional[str]
    """Its text."""
    score: Optional[float]
    """How well it fits the query; may exceed 1."""
    source: Optional[str]
    """Where it comes from."""

    __slots__ = ("id", "title", "content", "score", "source")
    _keys = {"id": "id", "title": "title", "content": "content", "score": "score", "source": "source"}

    @classmethod
    def from_dict(cls, data: Any) -> Gotcha:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = get("id")
        model.title = get("title")
        model.content = get("content")
        model.score = get("score")
        model.source = get("source")
        return model


class HealthCheck(Model):
    """The health of a part of the service."""

    status: Optional[str]
    """Such as healthy, offline or not_configured."""
    latency: Optional[float]
    """Milliseconds that the part took to answer."""
    details: Any
    """What else the part says."""

    __slots__ = ("status", "latency", "details")
    _keys = {"status": "status", "latency": "latency", "details": "details"}

    @classmethod
    def from_dict(cls, data: Any) -> HealthCheck:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.status = get("status")
        model.latency = get("latency")
        model.details = get("details")
        return model


class HealthChecks(Model):
    """The health of each part of the service, by its name."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> HealthChecks:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        model._rest = reading.rest(data, cls._keys, HealthCheck.from_dict)
        return model


class HealthResponse(Model):
    """The health of the service."""

    status: HealthStatus
    """The health of the service as a whole."""
    timestamp: Optional[datetime.datetime]
    """When it was taken."""
    version: Optional[str]
    """The version of the service."""
    service: Optional[str]
    """The name of the service."""
    checks: Optional[HealthChecks]
    """The health of each part."""

    __slots__ = ("status", "timestamp", "version", "service", "checks")
    _keys = {
        "status": "status",
        "timestamp": "timestamp",
        "version": "version",
        "service": "service",
        "checks": "checks",
    }
    _required = ("status",)
    _worded = ("status",)
    _members = {"checks": "HealthChecks"}

    @classmethod
    def from_dict(cls, data: Any) -> HealthResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.status = value if (value := get("status")).__class__ is str else reading.text(data, "status")
        model.timestamp = None if (value := get("timestamp")) is None else timestamps.timestamp_or_text(value)
        model.version = get("version")
        model.service = get("service")
        model.checks = (
            None if (value := get("checks")) is None else reading.optional(value, "checks", HealthChecks.from_dict)
        )
        return model


class KnowledgeAnalytics(Model):
    """The figures, by mode; their keys vary with what is asked for."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeAnalytics:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class KnowledgeAnalyticsResponse(Model):
    """Figures on what is asked and what is not yet known."""

    success: bool
    """Always true."""
    data: KnowledgeAnalytics
    """The figures."""
    timestamp: Optional[datetime.datetime]
    """When they were taken."""

    __slots__ = ("success", "data", "timestamp")
    _keys = {"success": "success", "data": "data", "timestamp": "timestamp"}
    _required = ("success", "data")
    _members = {"data": "KnowledgeAnalytics"}

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeAnalyticsResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.data = reading.member(data, "data", KnowledgeAnalytics.from_dict)
        model.timestamp = None if (value := get("timestamp")) is None else timestamps.timestamp_or_text(value)
        return model


class KnowledgeCounts(Model):
    """The number of results by group."""

    total: int
    """All groups together."""
    wisdom: int
    """Principles."""
    patterns: int
    """Solutions that recur."""
    gotchas: int
    """Traps."""

    __slots__ = ("total", "wisdom", "patterns", "gotchas")
    _keys = {"total": "total", "wisdom": "wisdom", "patterns": "patterns", "gotchas": "gotchas"}
    _required = ("total", "wisdom", "patterns", "gotchas")

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeCounts:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.total = value if (value := get("total")).__class__ is int else reading.integer(data, "total")
        model.wisdom = value if (value := get("wisdom")).__class__ is int else reading.integer(data, "wisdom")
        model.patterns = value if (value := get("patterns")).__class__ is int else reading.integer(data, "patterns")
        model.gotchas = value if (value := get("gotchas")).__class__ is int else reading.integer(data, "gotchas")
        return model


class KnowledgeCreatedPayload(Model):
    """What a delivery of knowledge.created tells."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeCreatedPayload:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class KnowledgeGapRequest(Model):
    """A question that the knowledge base cannot answer."""

    query: str
    """The question. Not blank."""
    user_id: Optional[str]
    """Who asked."""
    source: Optional[KnowledgeGapSource]
    """What the user was doing."""
    context: Optional[str]
    """What surrounds the question."""

    __slots__ = ("query", "user_id", "source", "context")
    _keys = {"query": "query", "userId": "user_id", "source": "source", "context": "context"}
    _required = ("query",)
    _worded = ("source",)

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeGapRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.query = value if (value := get("query")).__class__ is str else reading.text(data, "query")
        model.user_id = get("userId")
        model.source = get("source")
        model.context = get("context")
        return model


class KnowledgeGapResponse(Model):
    """What became of a reported gap."""

    success: bool
    """Always true."""
    response: str
    """What can be said to the user, in Markdown."""
    gap_id: str
    """The id of the gap."""
    knowledge_created: Optional[int]
    """How many pieces of knowledge were created."""
    had_existing_knowledge: Optional[bool]
    """Whether something was known after all."""
    processing_time: Optional[int]
    """Milliseconds that the service took."""

    __slots__ = ("success", "response", "gap_id", "knowledge_created", "had_existing_knowledge", "processing_time")
    _keys = {
        "success": "success",
        "response": "response",
        "gapId": "gap_id",
        "knowledgeCreated": "knowledge_created",
        "hadExistingKnowledge": "had_existing_knowledge",
        "processingTime": "processing_time",
    }
    _required = ("success", "response", "gap_id")

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeGapResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.response = value if (value := get("response")).__class__ is str else reading.text(data, "response")
        model.gap_id = value if (value := get("gapId")).__class__ is str else reading.text(data, "gapId")
        model.knowledge_created = get("knowledgeCreated")
        model.had_existing_knowledge = get("hadExistingKnowledge")
        model.processing_time = get("processingTime")
        return model


class KnowledgeResults(Model):
    """The results of a search by group, best first."""

    wisdom: List[Wisdom]
    """Principles."""
    patterns: List[Pattern]
    """Solutions that recur."""
    gotchas: List[Gotcha]
    """Traps."""

    __slots__ = ("wisdom", "patterns", "gotchas")
    _keys = {"wisdom": "wisdom", "patterns": "patterns", "gotchas": "gotchas"}
    _required = ("wisdom", "patterns", "gotchas")
    _members = {"wisdom": "Wisdom", "patterns": "Pattern", "gotchas": "Gotcha"}

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeResults:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.wisdom = reading.member(data, "wisdom", reading.Items(Wisdom.from_dict))
        model.patterns = reading.member(data, "patterns", reading.Items(Pattern.from_dict))
        model.gotchas = reading.member(data, "gotchas", reading.Items(Gotcha.from_dict))
        return model


class KnowledgeSearchMetadata(Model):
    """How a search went."""

    search_time_ms: Optional[float]
    """Milliseconds that the search took."""
    sources: Optional[List[str]]
    """Where was searched, such as knowledge-base."""

    __slots__ = ("search_time_ms", "sources")
    _keys = {"searchTimeMs": "search_time_ms", "sources": "sources"}

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeSearchMetadata:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.search_time_ms = get("searchTimeMs")
        model.sources = get("sources")
        return model


class KnowledgeSearchRequest(Model):
    """A search of the knowledge base."""

    query: str
    """The words to search for. At most 500 UTF-16 code units (an emoji is two), not blank."""
    type: Optional[KnowledgeType]
    """The groups to search; all by default."""
    limit: Optional[int]
    """The most results in each group; the service gives at most 50. The service takes `20` when it is absent."""
    domain: Optional[str]
    """Only knowledge of this domain, such as api."""
    tags: Optional[List[str]]
    """Only knowledge with these tags."""
    user_id: Optional[str]
    """Who is searching."""
    user_tier: Optional[str]
    """The tier of the user, such as free or pro."""

    __slots__ = ("query", "type", "limit", "domain", "tags", "user_id", "user_tier")
    _keys = {
        "query": "query",
        "type": "type",
        "limit": "limit",
        "domain": "domain",
        "tags": "tags",
        "userId": "user_id",
        "userTier": "user_tier",
    }
    _required = ("query",)
    _worded = ("type",)

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeSearchRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.query = value if (value := get("query")).__class__ is str else reading.text(data, "query")
        model.type = get("type")
        model.limit = get("limit")
        model.domain = get("domain")
        model.tags = get("tags")
        model.user_id = get("userId")
        model.user_tier = get("userTier")
        return model


class KnowledgeSearchResponse(Model):
    """The results of a search, in three groups."""

    success: bool
    """Always true."""
    query: str
    """The words that were searched for."""
    results: KnowledgeResults
    """What was found."""
    counts: KnowledgeCounts
    """How much was found."""
    metadata: Optional[KnowledgeSearchMetadata]
    """How the search went."""
    gap_captured: Any
    """What was noted because the knowledge base had no answer."""
    generated_answer: Any
    """An answer that was made because the knowledge base had none."""
    knowledge_created: Any
    """The knowledge that was created on the way."""

    __slots__ = (
        "success",
        "query",
        "results",
        "counts",
        "metadata",
        "gap_captured",
        "generated_answer",
        "knowledge_created",
    )
    _keys = {
        "success": "success",
        "query": "query",
        "results": "results",
        "counts": "counts",
        "metadata": "metadata",
        "gapCaptured": "gap_captured",
        "generatedAnswer": "generated_answer",
        "knowledgeCreated": "knowledge_created",
    }
    _required = ("success", "query", "results", "counts")
    _members = {"results": "KnowledgeResults", "counts": "KnowledgeCounts", "metadata": "KnowledgeSearchMetadata"}

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeSearchResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.query = value if (value := get("query")).__class__ is str else reading.text(data, "query")
        model.results = reading.member(data, "results", KnowledgeResults.from_dict)
        model.counts = reading.member(data, "counts", KnowledgeCounts.from_dict)
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.optional(value, "metadata", KnowledgeSearchMetadata.from_dict)
        )
        model.gap_captured = get("gapCaptured")
        model.generated_answer = get("generatedAnswer")
        model.knowledge_created = get("knowledgeCreated")
        return model


class KnowledgeSuggestResponse(Model):
    """Suggestions for the beginning of a query."""

    success: bool
    """Always true."""
    suggestions: List[Suggestion]
    """The suggestions, best first."""
    query: Optional[str]
    """The beginning of the query; absent when it was blank."""
    count: Optional[int]
    """The number of suggestions; absent when the query was blank."""

    __slots__ = ("success", "suggestions", "query", "count")
    _keys = {"success": "success", "suggestions": "suggestions", "query": "query", "count": "count"}
    _required = ("success", "suggestions")
    _members = {"suggestions": "Suggestion"}

    @classmethod
    def from_dict(cls, data: Any) -> KnowledgeSuggestResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.suggestions = reading.member(data, "suggestions", reading.Items(Suggestion.from_dict))
        model.query = get("query")
        model.count = get("count")
        return model


class LanguageEvent(Model):
    """A language other than English was detected."""

    type: Literal["language"]
    """Always "language"."""
    detected: Optional[str]
    """The language, by its ISO 639-1 code."""
    confidence: Optional[float]
    """How sure the service is."""

    __slots__ = ("type", "detected", "confidence")
    _keys = {"type": "type", "detected": "detected", "confidence": "confidence"}
    _required = ("type",)

    @classmethod
    def from_dict(cls, data: Any) -> LanguageEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.detected = get("detected")
        model.confidence = get("confidence")
        return model


class LanguageEventData(Model):
    """A language other than English was detected."""

    detected: Optional[str]
    """The language, by its ISO 639-1 code."""
    confidence: Optional[float]
    """How sure the service is."""

    __slots__ = ("detected", "confidence")
    _keys = {"detected": "detected", "confidence": "confidence"}

    @classmethod
    def from_dict(cls, data: Any) -> LanguageEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.detected = get("detected")
        model.confidence = get("confidence")
        return model


class ListApiKeysResponse(Model):
    """The API keys of the account."""

    success: bool
    """Always true."""
    api_keys: List[ApiKey]
    """The keys."""

    __slots__ = ("success", "api_keys")
    _keys = {"success": "success", "apiKeys": "api_keys"}
    _required = ("success", "api_keys")
    _members = {"apiKeys": "ApiKey"}

    @classmethod
    def from_dict(cls, data: Any) -> ListApiKeysResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.api_keys = reading.member(data, "apiKeys", reading.Items(ApiKey.from_dict))
        return model


class ListWebhooksResponse(Model):
    """The webhooks of the account."""

    success: bool
    """Always true."""
    webhooks: List[Webhook]
    """The webhooks."""

    __slots__ = ("success", "webhooks")
    _keys = {"success": "success", "webhooks": "webhooks"}
    _required = ("success", "webhooks")
    _members = {"webhooks": "Webhook"}

    @classmethod
    def from_dict(cls, data: Any) -> ListWebhooksResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.webhooks = reading.member(data, "webhooks", reading.Items(Webhook.from_dict))
        return model


class Memory(Model):
    """What the assistant keeps of a conversation."""

    recent_messages: List[RecentMessage]
    """The latest messages, oldest first."""
    compressed_history: List[CompressedSegment]
    """Summaries of older messages, oldest first."""
    critical_facts: List[CriticalFact]
    """What must not be forgotten."""

    __slots__ = ("recent_messages", "compressed_history", "critical_facts")
    _keys = {
        "recentMessages": "recent_messages",
        "compressedHistory": "compressed_history",
        "criticalFacts": "critical_facts",
    }
    _required = ("recent_messages", "compressed_history", "critical_facts")
    _members = {
        "recentMessages": "RecentMessage",
        "compressedHistory": "CompressedSegment",
        "criticalFacts": "CriticalFact",
    }

    @classmethod
    def from_dict(cls, data: Any) -> Memory:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.recent_messages = reading.member(data, "recentMessages", reading.Items(RecentMessage.from_dict))
        model.compressed_history = reading.member(data, "compressedHistory", reading.Items(CompressedSegment.from_dict))
        model.critical_facts = reading.member(data, "criticalFacts", reading.Items(CriticalFact.from_dict))
        return model


class MemoryEntry(Model):
    """A stored entry."""

    id: str
    """Its id."""
    content: str
    """Its text."""
    type: Optional[str]
    """Its kind as the service keeps it: insight, whatever kind was asked for."""
    importance: Optional[str]
    """How important it is, such as critical."""
    created_at: Optional[datetime.datetime]
    """When it was stored."""

    __slots__ = ("id", "content", "type", "importance", "created_at")
    _keys = {"id": "id", "content": "content", "type": "type", "importance": "importance", "createdAt": "created_at"}
    _required = ("id", "content")

    @classmethod
    def from_dict(cls, data: Any) -> MemoryEntry:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = value if (value := get("id")).__class__ is str else reading.text(data, "id")
        model.content = value if (value := get("content")).__class__ is str else reading.text(data, "content")
        model.type = get("type")
        model.importance = get("importance")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.timestamp_or_text(value)
        return model


class MemoryEvent(Model):
    """Something in the message was stored in the memory."""

    type: Literal["memory"]
    """Always "memory"."""
    stored: Optional[bool]
    """Always true."""
    content: Optional[str]
    """What was stored."""

    __slots__ = ("type", "stored", "content")
    _keys = {"type": "type", "stored": "stored", "content": "content"}
    _required = ("type",)

    @classmethod
    def from_dict(cls, data: Any) -> MemoryEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.stored = get("stored")
        model.content = get("content")
        return model


class MemoryEventData(Model):
    """Something in the message was stored in the memory."""

    stored: Optional[bool]
    """Always true."""
    content: Optional[str]
    """What was stored."""

    __slots__ = ("stored", "content")
    _keys = {"stored": "stored", "content": "content"}

    @classmethod
    def from_dict(cls, data: Any) -> MemoryEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.stored = get("stored")
        model.content = get("content")
        return model


class MemoryResponse(Model):
    """The memory of a conversation."""

    memory: Memory
    """The memory."""

    __slots__ = ("memory",)
    _keys = {"memory": "memory"}
    _required = ("memory",)
    _members = {"memory": "Memory"}

    @classmethod
    def from_dict(cls, data: Any) -> MemoryResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.memory = reading.member(data, "memory", Memory.from_dict)
        return model


class MemoryStoredPayload(Model):
    """What a delivery of memory.stored tells."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> MemoryStoredPayload:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class NewApiKey(Model):
    """A key that has just been created, the only time that it is shown."""

    id: str
    """Its id; `delete_api_key` takes it."""
    name: str
    """Its name."""
    key: str
    """The key itself: `ia_` and 43 base64url characters."""
    prefix: Optional[str]
    """The first 12 characters of the key."""
    created_at: Optional[datetime.datetime]
    """When it was created."""

    __slots__ = ("id", "name", "key", "prefix", "created_at")
    _keys = {"id": "id", "name": "name", "key": "key", "prefix": "prefix", "createdAt": "created_at"}
    _required = ("id", "name", "key")
    _secret = ("key",)

    @classmethod
    def from_dict(cls, data: Any) -> NewApiKey:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = value if (value := get("id")).__class__ is str else reading.text(data, "id")
        model.name = reading.present(data, "name")
        model.key = value if (value := get("key")).__class__ is str else reading.text(data, "key")
        model.prefix = get("prefix")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.timestamp_or_text(value)
        return model


class NewWebhook(Model):
    """A webhook that has just been registered, the only time that its secret is shown."""

    id: str
    """Its id; `delete_webhook` takes it."""
    url: str
    """Where it delivers."""
    events: List[WebhookEvent]
    """The events that it is told of."""
    secret: str
    """The secret that signs its deliveries."""
    created_at: Optional[datetime.datetime]
    """When it was registered."""

    __slots__ = ("id", "url", "events", "secret", "created_at")
    _keys = {"id": "id", "url": "url", "events": "events", "secret": "secret", "createdAt": "created_at"}
    _required = ("id", "url", "events", "secret")
    _secret = ("secret",)

    @classmethod
    def from_dict(cls, data: Any) -> NewWebhook:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = value if (value := get("id")).__class__ is str else reading.text(data, "id")
        model.url = value if (value := get("url")).__class__ is str else reading.text(data, "url")
        model.events = value if (value := get("events")).__class__ is list else reading.array(data, "events")
        model.secret = value if (value := get("secret")).__class__ is str else reading.text(data, "secret")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.timestamp_or_text(value)
        return model


class Pattern(Model):
    """A solution that recurs, in the knowledge base."""

    id: Optional[str]
    """Its id, such as P.001."""
    name: Optional[str]
    """Its name."""
    description: Optional[str]
    """What it does."""
    score: Optional[float]
    """How well it fits the query; may exceed 1."""
    domain: Optional[str]
    """The domain it belongs to, such as api."""

    __slots__ = ("id", "name", "description", "score", "domain")
    _keys = {"id": "id", "name": "name", "description": "description", "score": "score", "domain": "domain"}

    @classmethod
    def from_dict(cls, data: Any) -> Pattern:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = get("id")
        model.name = get("name")
        model.description = get("description")
        model.score = get("score")
        model.domain = get("domain")
        return model


class PhaseEvent(Model):
    """The conversation passes from one phase into another."""

    type: Literal["phase"]
    """Always "phase"."""
    from_: Optional[ConversationPhase]
    """The phase that ends."""
    to: Optional[ConversationPhase]
    """The phase that begins."""
    confidence: Optional[float]
    """How sure the service is, 0 to 1."""

    __slots__ = ("type", "from_", "to", "confidence")
    _keys = {"type": "type", "from": "from_", "to": "to", "confidence": "confidence"}
    _required = ("type",)
    _worded = ("from_", "to")

    @classmethod
    def from_dict(cls, data: Any) -> PhaseEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.from_ = get("from")
        model.to = get("to")
        model.confidence = get("confidence")
        return model


class PhaseEventData(Model):
    """The conversation passes from one phase into another."""

    from_: Optional[ConversationPhase]
    """The phase that ends."""
    to: Optional[ConversationPhase]
    """The phase that begins."""
    confidence: Optional[float]
    """How sure the service is, 0 to 1."""

    __slots__ = ("from_", "to", "confidence")
    _keys = {"from": "from_", "to": "to", "confidence": "confidence"}
    _worded = ("from_", "to")

    @classmethod
    def from_dict(cls, data: Any) -> PhaseEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.from_ = get("from")
        model.to = get("to")
        model.confidence = get("confidence")
        return model


class PreferencesResponse(Model):
    """The stored preferences of the caller."""

    preferences: UserPreferences
    """The document as it was stored; empty when there is none."""

    __slots__ = ("preferences",)
    _keys = {"preferences": "preferences"}
    _required = ("preferences",)
    _members = {"preferences": "UserPreferences"}

    @classmethod
    def from_dict(cls, data: Any) -> PreferencesResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.preferences = reading.present(data, "preferences")
        return model


class RateLimit(Model):
    """The daily quota of messages."""

    allowed: bool
    """Whether another message would be answered."""
    limit: int
    """Messages a day; -1 is unlimited."""
    remaining: int
    """Messages left today; -1 is unlimited."""
    reset_at: Optional[datetime.datetime]
    """When the quota is full again; present once it is used up."""
    reason: Optional[str]
    """Why no further message is allowed."""

    __slots__ = ("allowed", "limit", "remaining", "reset_at", "reason")
    _keys = {
        "allowed": "allowed",
        "limit": "limit",
        "remaining": "remaining",
        "reset_at": "reset_at",
        "reason": "reason",
    }
    _required = ("allowed", "limit", "remaining")

    @classmethod
    def from_dict(cls, data: Any) -> RateLimit:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.allowed = value if (value := get("allowed")).__class__ is bool else reading.boolean(data, "allowed")
        model.limit = value if (value := get("limit")).__class__ is int else reading.integer(data, "limit")
        model.remaining = value if (value := get("remaining")).__class__ is int else reading.integer(data, "remaining")
        model.reset_at = None if (value := get("reset_at")) is None else timestamps.timestamp_or_text(value)
        model.reason = get("reason")
        return model


class RateLimitExceeded(Model):
    """The quota of the day is used up (shape B of status 429)."""

    error: str
    """What went wrong."""
    message: str
    """The explanation."""
    rate_limit: RateLimit
    """The quota, and when it is full again."""
    suggestion: Optional[str]
    """What to do about it; not given by streams."""

    __slots__ = ("error", "message", "rate_limit", "suggestion")
    _keys = {"error": "error", "message": "message", "rateLimit": "rate_limit", "suggestion": "suggestion"}
    _required = ("error", "message", "rate_limit")
    _members = {"rateLimit": "RateLimit"}

    @classmethod
    def from_dict(cls, data: Any) -> RateLimitExceeded:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.error = value if (value := get("error")).__class__ is str else reading.text(data, "error")
        model.message = value if (value := get("message")).__class__ is str else reading.text(data, "message")
        model.rate_limit = reading.member(data, "rateLimit", RateLimit.from_dict)
        model.suggestion = get("suggestion")
        return model


class RecentMessage(Model):
    """A message that is still kept word by word."""

    id: Optional[str]
    """Its id."""
    type: Optional[str]
    """Who spoke, user or assistant."""
    content: Optional[str]
    """Its first 200 characters."""
    importance: Optional[str]
    """How important it is, such as medium."""
    tags: Optional[List[str]]
    """Its tags."""
    timestamp: Optional[datetime.datetime]
    """When it was said."""

    __slots__ = ("id", "type", "content", "importance", "tags", "timestamp")
    _keys = {
        "id": "id",
        "type": "type",
        "content": "content",
        "importance": "importance",
        "tags": "tags",
        "timestamp": "timestamp",
    }

    @classmethod
    def from_dict(cls, data: Any) -> RecentMessage:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = get("id")
        model.type = get("type")
        model.content = get("content")
        model.importance = get("importance")
        model.tags = get("tags")
        model.timestamp = None if (value := get("timestamp")) is None else timestamps.timestamp_or_text(value)
        return model


class ResearchFinding(Model):
    """One finding."""

    id: Optional[str]
    """Its id."""
    content: Optional[str]
    """Its text."""
    source: Optional[str]
    """Where it was found, such as world-knowledge."""
    source_type: Optional[str]
    """The kind of the source, such as insight."""
    relevance: Optional[float]
    """How well it fits the topic."""
    confidence: Optional[float]
    """How far it can be trusted."""
    domain: Optional[str]
    """The domain it belongs to."""
    metadata: Optional[ResearchFindingMetadata]
    """What else is known of it."""

    __slots__ = ("id", "content", "source", "source_type", "relevance", "confidence", "domain", "metadata")
    _keys = {
        "id": "id",
        "content": "content",
        "source": "source",
        "sourceType": "source_type",
        "relevance": "relevance",
        "confidence": "confidence",
        "domain": "domain",
        "metadata": "metadata",
    }
    _members = {"metadata": "ResearchFindingMetadata"}

    @classmethod
    def from_dict(cls, data: Any) -> ResearchFinding:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = get("id")
        model.content = get("content")
        model.source = get("source")
        model.source_type = get("sourceType")
        model.relevance = get("relevance")
        model.confidence = get("confidence")
        model.domain = get("domain")
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.optional(value, "metadata", ResearchFindingMetadata.from_dict)
        )
        return model


class ResearchFindingMetadata(Model):
    """What else is known of a finding."""

    references: Any
    """What the finding refers to."""

    __slots__ = ("references",)
    _keys = {"references": "references"}

    @classmethod
    def from_dict(cls, data: Any) -> ResearchFindingMetadata:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.references = get("references")
        return model


class ResearchMetrics(Model):
    """The figures of the research service since it started."""

    total_researches: Optional[int]
    """Requests for research."""
    cache_hits: Optional[int]
    """Requests that were answered from the cache."""
    avg_time_ms: Optional[float]
    """Milliseconds that a request took on average."""
    avg_findings: Optional[float]
    """Findings of a request on average."""

    __slots__ = ("total_researches", "cache_hits", "avg_time_ms", "avg_findings")
    _keys = {
        "totalResearches": "total_researches",
        "cacheHits": "cache_hits",
        "avgTimeMs": "avg_time_ms",
        "avgFindings": "avg_findings",
    }

    @classmethod
    def from_dict(cls, data: Any) -> ResearchMetrics:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.total_researches = get("totalResearches")
        model.cache_hits = get("cacheHits")
        model.avg_time_ms = get("avgTimeMs")
        model.avg_findings = get("avgFindings")
        return model


class ResearchQuery(Model):
    """A research request as the service understood it."""

    topic: str
    """What to find out about."""
    mode: Optional[ResearchMode]
    """How thorough to be."""
    context: Optional[str]
    """What the findings are needed for."""
    domains: Optional[List[str]]
    """The domains to look into."""
    max_sources: Optional[int]
    """The most sources to use."""
    include_external: Optional[bool]
    """Whether to look beyond the knowledge base."""

    __slots__ = ("topic", "mode", "context", "domains", "max_sources", "include_external")
    _keys = {
        "topic": "topic",
        "mode": "mode",
        "context": "context",
        "domains": "domains",
        "maxSources": "max_sources",
        "includeExternal": "include_external",
    }
    _required = ("topic",)
    _worded = ("mode",)

    @classmethod
    def from_dict(cls, data: Any) -> ResearchQuery:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.topic = value if (value := get("topic")).__class__ is str else reading.text(data, "topic")
        model.mode = get("mode")
        model.context = get("context")
        model.domains = get("domains")
        model.max_sources = get("maxSources")
        model.include_external = get("includeExternal")
        return model


class ResearchRequest(Model):
    """A topic to research, and how."""

    topic: str
    """What to find out about. Not blank."""
    mode: Optional[ResearchMode]
    """How thorough to be."""
    context: Optional[str]
    """What the findings are needed for."""
    domains: Optional[List[str]]
    """The domains to look into, such as api."""
    max_sources: Optional[int]
    """The most sources to use."""
    include_external: Optional[bool]
    """Whether to look beyond the knowledge base."""

    __slots__ = ("topic", "mode", "context", "domains", "max_sources", "include_external")
    _keys = {
        "topic": "topic",
        "mode": "mode",
        "context": "context",
        "domains": "domains",
        "maxSources": "max_sources",
        "includeExternal": "include_external",
    }
    _required = ("topic",)
    _worded = ("mode",)

    @classmethod
    def from_dict(cls, data: Any) -> ResearchRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.topic = value if (value := get("topic")).__class__ is str else reading.text(data, "topic")
        model.mode = get("mode")
        model.context = get("context")
        model.domains = get("domains")
        model.max_sources = get("maxSources")
        model.include_external = get("includeExternal")
        return model


class ResearchResponse(Model):
    """The answer to a research request."""

    success: bool
    """Always true."""
    result: ResearchResult
    """The result."""

    __slots__ = ("success", "result")
    _keys = {"success": "success", "result": "result"}
    _required = ("success", "result")
    _members = {"result": "ResearchResult"}

    @classmethod
    def from_dict(cls, data: Any) -> ResearchResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.result = reading.member(data, "result", ResearchResult.from_dict)
        return model


class ResearchResult(Model):
    """What was found out about a topic."""

    query: ResearchQuery
    """What was asked."""
    findings: List[ResearchFinding]
    """What was found, best first."""
    synthesis: ResearchSynthesis
    """What the findings mean together."""
    sources: ResearchSources
    """How many sources were used."""
    timing: ResearchTiming
    """How long it took."""
    mode: ResearchMode
    """How thorough the research was."""

    __slots__ = ("query", "findings", "synthesis", "sources", "timing", "mode")
    _keys = {
        "query": "query",
        "findings": "findings",
        "synthesis": "synthesis",
        "sources": "sources",
        "timing": "timing",
        "mode": "mode",
    }
    _required = ("query", "findings", "synthesis", "sources", "timing", "mode")
    _worded = ("mode",)
    _members = {
        "query": "ResearchQuery",
        "findings": "ResearchFinding",
        "synthesis": "ResearchSynthesis",
        "sources": "ResearchSources",
        "timing": "ResearchTiming",
    }

    @classmethod
    def from_dict(cls, data: Any) -> ResearchResult:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.query = reading.member(data, "query", ResearchQuery.from_dict)
        model.findings = reading.member(data, "findings", reading.Items(ResearchFinding.from_dict))
        model.synthesis = reading.member(data, "synthesis", ResearchSynthesis.from_dict)
        model.sources = reading.member(data, "sources", ResearchSources.from_dict)
        model.timing = reading.member(data, "timing", ResearchTiming.from_dict)
        model.mode = reading.present(data, "mode")
        return model


class ResearchSources(Model):
    """The number of sources used."""

    internal: int
    """In the knowledge base."""
    external: int
    """Beyond it."""
    total: int
    """Both together."""

    __slots__ = ("internal", "external", "total")
    _keys = {"internal": "internal", "external": "external", "total": "total"}
    _required = ("internal", "external", "total")

    @classmethod
    def from_dict(cls, data: Any) -> ResearchSources:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.internal = value if (value := get("internal")).__class__ is int else reading.integer(data, "internal")
        model.external = value if (value := get("external")).__class__ is int else reading.integer(data, "external")
        model.total = value if (value := get("total")).__class__ is int else reading.integer(data, "total")
        return model


class ResearchStatusResponse(Model):
    """The state and the figures of the research service."""

    success: bool
    """Always true."""
    status: str
    """The state of the research service."""
    metrics: Optional[ResearchMetrics]
    """Its figures."""
    modes: Optional[List[str]]
    """The modes that it knows."""
    time_budgets: Optional[ResearchTimeBudgets]
    """The time that each mode may take."""

    __slots__ = ("success", "status", "metrics", "modes", "time_budgets")
    _keys = {
        "success": "success",
        "status": "status",
        "metrics": "metrics",
        "modes": "modes",
        "timeBudgets": "time_budgets",
    }
    _required = ("success", "status")
    _members = {"metrics": "ResearchMetrics", "timeBudgets": "ResearchTimeBudgets"}

    @classmethod
    def from_dict(cls, data: Any) -> ResearchStatusResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.status = value if (value := get("status")).__class__ is str else reading.text(data, "status")
        model.metrics = (
            None if (value := get("metrics")) is None else reading.optional(value, "metrics", ResearchMetrics.from_dict)
        )
        model.modes = get("modes")
        model.time_budgets = (
            None
            if (value := get("timeBudgets")) is None
            else reading.optional(value, "timeBudgets", ResearchTimeBudgets.from_dict)
        )
        return model


class ResearchSynthesis(Model):
    """What the findings mean together."""

    summary: str
    """The result in a sentence."""
    key_insights: List[str]
    """What matters most."""
    recommendations: List[str]
    """What to do."""
    gaps: List[str]
    """What was not found."""
    confidence: Optional[float]
    """How far the synthesis can be trusted, 0 to 1."""

    __slots__ = ("summary", "key_insights", "recommendations", "gaps", "confidence")
    _keys = {
        "summary": "summary",
        "keyInsights": "key_insights",
        "recommendations": "recommendations",
        "gaps": "gaps",
        "confidence": "confidence",
    }
    _required = ("summary", "key_insights", "recommendations", "gaps")

    @classmethod
    def from_dict(cls, data: Any) -> ResearchSynthesis:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.summary = value if (value := get("summary")).__class__ is str else reading.text(data, "summary")
        model.key_insights = (
            value if (value := get("keyInsights")).__class__ is list else reading.array(data, "keyInsights")
        )
        model.recommendations = (
            value if (value := get("recommendations")).__class__ is list else reading.array(data, "recommendations")
        )
        model.gaps = value if (value := get("gaps")).__class__ is list else reading.array(data, "gaps")
        model.confidence = get("confidence")
        return model


class ResearchTimeBudgets(Model):
    """The time that research may take, by mode."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> ResearchTimeBudgets:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class ResearchTiming(Model):
    """How long a piece of research took."""

    start_time: int
    """When it began, in milliseconds since 1970."""
    end_time: int
    """When it ended, in milliseconds since 1970."""
    duration_ms: int
    """How many milliseconds it took."""

    __slots__ = ("start_time", "end_time", "duration_ms")
    _keys = {"startTime": "start_time", "endTime": "end_time", "durationMs": "duration_ms"}
    _required = ("start_time", "end_time", "duration_ms")

    @classmethod
    def from_dict(cls, data: Any) -> ResearchTiming:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.start_time = value if (value := get("startTime")).__class__ is int else reading.integer(data, "startTime")
        model.end_time = value if (value := get("endTime")).__class__ is int else reading.integer(data, "endTime")
        model.duration_ms = (
            value if (value := get("durationMs")).__class__ is int else reading.integer(data, "durationMs")
        )
        return model


class SpeakerEvent(Model):
    """The service believes to know who is speaking."""

    type: Literal["speaker"]
    """Always "speaker"."""
    speaker_id: Optional[str]
    """The id of the speaker."""
    speaker_name: Optional[str]
    """The name of the speaker."""
    age_group: Optional[AgeGroup]
    """How old the speaker sounds."""
    greeting: Optional[str]
    """Words to greet the speaker with."""

    __slots__ = ("type", "speaker_id", "speaker_name", "age_group", "greeting")
    _keys = {
        "type": "type",
        "speakerId": "speaker_id",
        "speakerName": "speaker_name",
        "ageGroup": "age_group",
        "greeting": "greeting",
    }
    _required = ("type",)
    _worded = ("age_group",)

    @classmethod
    def from_dict(cls, data: Any) -> SpeakerEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.speaker_id = get("speakerId")
        model.speaker_name = get("speakerName")
        model.age_group = get("ageGroup")
        model.greeting = get("greeting")
        return model


class SpeakerEventData(Model):
    """The service believes to know who is speaking."""

    speaker_id: Optional[str]
    """The id of the speaker."""
    speaker_name: Optional[str]
    """The name of the speaker."""
    age_group: Optional[AgeGroup]
    """How old the speaker sounds."""
    greeting: Optional[str]
    """Words to greet the speaker with."""

    __slots__ = ("speaker_id", "speaker_name", "age_group", "greeting")
    _keys = {"speakerId": "speaker_id", "speakerName": "speaker_name", "ageGroup": "age_group", "greeting": "greeting"}
    _worded = ("age_group",)

    @classmethod
    def from_dict(cls, data: Any) -> SpeakerEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.speaker_id = get("speakerId")
        model.speaker_name = get("speakerName")
        model.age_group = get("ageGroup")
        model.greeting = get("greeting")
        return model


class StartEvent(Model):
    """The answer begins."""

    type: Literal["start"]
    """Always "start"."""
    conversation_id: str
    """Pass it with the next message to go on with this conversation."""

    __slots__ = ("type", "conversation_id")
    _keys = {"type": "type", "conversationId": "conversation_id"}
    _required = ("type", "conversation_id")

    @classmethod
    def from_dict(cls, data: Any) -> StartEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.conversation_id = reading.present(data, "conversationId")
        return model


class StartEventData(Model):
    """The answer begins."""

    conversation_id: str
    """Pass it with the next message to go on with this conversation."""

    __slots__ = ("conversation_id",)
    _keys = {"conversationId": "conversation_id"}
    _required = ("conversation_id",)

    @classmethod
    def from_dict(cls, data: Any) -> StartEventData:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.conversation_id = reading.present(data, "conversationId")
        return model


class StoreMemoryRequest(Model):
    """An entry for the memory of a conversation."""

    conversation_id: str
    """The conversation."""
    content: str
    """What to store. Not blank; there is no limit of length."""
    type: Optional[MemoryType]
    """The kind of the entry; fact by default. The service takes `fact` when it is absent."""

    __slots__ = ("conversation_id", "content", "type")
    _keys = {"conversationId": "conversation_id", "content": "content", "type": "type"}
    _required = ("conversation_id", "content")
    _worded = ("type",)

    @classmethod
    def from_dict(cls, data: Any) -> StoreMemoryRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.conversation_id = (
            value if (value := get("conversationId")).__class__ is str else reading.text(data, "conversationId")
        )
        model.content = value if (value := get("content")).__class__ is str else reading.text(data, "content")
        model.type = get("type")
        return model


class StoreMemoryResponse(Model):
    """The answer to storing an entry."""

    success: bool
    """Always true."""
    entry: MemoryEntry
    """The entry as stored."""

    __slots__ = ("success", "entry")
    _keys = {"success": "success", "entry": "entry"}
    _required = ("success", "entry")
    _members = {"entry": "MemoryEntry"}

    @classmethod
    def from_dict(cls, data: Any) -> StoreMemoryResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.entry = reading.member(data, "entry", MemoryEntry.from_dict)
        return model


class StreamMetadata(Model):
    """How a streamed answer came about."""

    tokens_used: Optional[int]
    """Tokens read and written; 0 when the model failed."""
    processing_time: Optional[int]
    """Milliseconds that the service took."""
    driving_mode: Optional[bool]
    """Whether the answer was shaped for driving."""

    __slots__ = ("tokens_used", "processing_time", "driving_mode")
    _keys = {"tokensUsed": "tokens_used", "processingTime": "processing_time", "drivingMode": "driving_mode"}

    @classmethod
    def from_dict(cls, data: Any) -> StreamMetadata:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.tokens_used = get("tokensUsed")
        model.processing_time = get("processingTime")
        model.driving_mode = get("drivingMode")
        return model


class SubscriptionCancelledPayload(Model):
    """What a delivery of subscription.cancelled tells."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> SubscriptionCancelledPayload:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class SubscriptionCreatedPayload(Model):
    """What a delivery of subscription.created tells."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> SubscriptionCreatedPayload:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class SubscriptionUpdatedPayload(Model):
    """What a delivery of subscription.updated tells."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> SubscriptionUpdatedPayload:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class Suggestion(Model):
    """A piece of knowledge that the query may be after."""

    text: Optional[str]
    """The title or the text of the knowledge."""
    type: Optional[SuggestionType]
    """The kind of knowledge."""
    metadata: Optional[SuggestionMetadata]
    """Where the knowledge stands."""

    __slots__ = ("text", "type", "metadata")
    _keys = {"text": "text", "type": "type", "metadata": "metadata"}
    _worded = ("type",)
    _members = {"metadata": "SuggestionMetadata"}

    @classmethod
    def from_dict(cls, data: Any) -> Suggestion:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.text = get("text")
        model.type = get("type")
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.optional(value, "metadata", SuggestionMetadata.from_dict)
        )
        return model


class SuggestionMetadata(Model):
    """Where suggested knowledge stands."""

    domain: Optional[str]
    """The domain of a pattern."""
    pattern_id: Optional[str]
    """The id of a pattern."""
    wisdom_id: Optional[str]
    """The id of a piece of wisdom."""
    gotcha_id: Optional[str]
    """The id of a gotcha."""

    __slots__ = ("domain", "pattern_id", "wisdom_id", "gotcha_id")
    _keys = {"domain": "domain", "pattern_id": "pattern_id", "wisdom_id": "wisdom_id", "gotcha_id": "gotcha_id"}

    @classmethod
    def from_dict(cls, data: Any) -> SuggestionMetadata:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.domain = get("domain")
        model.pattern_id = get("pattern_id")
        model.wisdom_id = get("wisdom_id")
        model.gotcha_id = get("gotcha_id")
        return model


class TextEvent(Model):
    """A piece of the answer."""

    type: Literal["text"]
    """Always "text"."""
    content: str
    """The next piece of the text; may be empty."""

    __slots__ = ("type", "content")
    _keys = {"type": "type", "content": "content"}
    _required = ("type", "content")

    @classmethod
    def from_dict(cls, data: Any) -> TextEvent:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.type = value if (value := get("type")).__class__ is str else reading.text(data, "type")
        model.content = value if (value := get("content")).__class__ is str else reading.text(data, "content")
        return model


class TimeRange(Model):
    """A span of time."""

    start: Optional[datetime.datetime]
    """Its beginning."""
    end: Optional[datetime.datetime]
    """Its end."""

    __slots__ = ("start", "end")
    _keys = {"start": "start", "end": "end"}

    @classmethod
    def from_dict(cls, data: Any) -> TimeRange:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.start = None if (value := get("start")) is None else timestamps.timestamp_or_text(value)
        model.end = None if (value := get("end")) is None else timestamps.timestamp_or_text(value)
        return model


class UpdatePreferencesRequest(Model):
    """New preferences for the caller."""

    preferences: UserPreferences
    """The whole new document."""

    __slots__ = ("preferences",)
    _keys = {"preferences": "preferences"}
    _required = ("preferences",)
    _members = {"preferences": "UserPreferences"}

    @classmethod
    def from_dict(cls, data: Any) -> UpdatePreferencesRequest:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.preferences = reading.member(data, "preferences", UserPreferences.from_dict)
        return model


class UsageCounts(Model):
    """Messages and tokens used."""

    today: int
    """Messages today."""
    this_month: int
    """Messages this month."""
    tokens_used: Optional[int]
    """Tokens this month."""

    __slots__ = ("today", "this_month", "tokens_used")
    _keys = {"today": "today", "thisMonth": "this_month", "tokensUsed": "tokens_used"}
    _required = ("today", "this_month")

    @classmethod
    def from_dict(cls, data: Any) -> UsageCounts:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.today = value if (value := get("today")).__class__ is int else reading.integer(data, "today")
        model.this_month = value if (value := get("thisMonth")).__class__ is int else reading.integer(data, "thisMonth")
        model.tokens_used = get("tokensUsed")
        return model


class UsageExport(Model):
    """The usage of the account."""

    success: bool
    """Always true."""
    data: List[UsageRecord]
    """The records."""
    export_date: Optional[datetime.datetime]
    """When the export was made."""
    format: Optional[str]
    """The format of the export."""
    record_count: Optional[int]
    """The number of records."""

    __slots__ = ("success", "data", "export_date", "format", "record_count")
    _keys = {
        "success": "success",
        "data": "data",
        "exportDate": "export_date",
        "format": "format",
        "recordCount": "record_count",
    }
    _required = ("success", "data")
    _members = {"data": "UsageRecord"}

    @classmethod
    def from_dict(cls, data: Any) -> UsageExport:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.boolean(data, "success")
        model.data = reading.member(data, "data", reading.Items(UsageRecord.from_dict))
        model.export_date = None if (value := get("exportDate")) is None else timestamps.timestamp_or_text(value)
        model.format = get("format")
        model.record_count = get("recordCount")
        return model


class UsageQuota(Model):
    """A number of messages by day and by month."""

    daily: int
    """Messages a day; -1 is unlimited."""
    monthly: int
    """Messages a month; -1 is unlimited."""

    __slots__ = ("daily", "monthly")
    _keys = {"daily": "daily", "monthly": "monthly"}
    _required = ("daily", "monthly")

    @classmethod
    def from_dict(cls, data: Any) -> UsageQuota:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.daily = value if (value := get("daily")).__class__ is int else reading.integer(data, "daily")
        model.monthly = value if (value := get("monthly")).__class__ is int else reading.integer(data, "monthly")
        return model


class UsageRecord(Model):
    """What was used at one time."""

    date: Optional[datetime.datetime]
    """When it was used."""
    endpoint: Optional[str]
    """The part of the service."""
    requests: Optional[int]
    """Requests made."""
    tokens: Optional[int]
    """Tokens read and written."""
    cost: Optional[float]
    """What it cost."""
    model: Optional[str]
    """The model that answered."""
    status: Optional[str]
    """How it ended, such as success."""

    __slots__ = ("date", "endpoint", "requests", "tokens", "cost", "model", "status")
    _keys = {
        "date": "date",
        "endpoint": "endpoint",
        "requests": "requests",
        "tokens": "tokens",
        "cost": "cost",
        "model": "model",
        "status": "status",
    }

    @classmethod
    def from_dict(cls, data: Any) -> UsageRecord:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.date = None if (value := get("date")) is None else timestamps.timestamp_or_text(value)
        model.endpoint = get("endpoint")
        model.requests = get("requests")
        model.tokens = get("tokens")
        model.cost = get("cost")
        model.model = get("model")
        model.status = get("status")
        return model


class UsageResponse(Model):
    """What the caller has used and has left."""

    usage: UsageCounts
    """What was used."""
    limits: UsageQuota
    """What may be used."""
    tier: str
    """The tier of the caller, such as free."""
    remaining: UsageQuota
    """What is left."""

    __slots__ = ("usage", "limits", "tier", "remaining")
    _keys = {"usage": "usage", "limits": "limits", "tier": "tier", "remaining": "remaining"}
    _required = ("usage", "limits", "tier", "remaining")
    _members = {"usage": "UsageCounts", "limits": "UsageQuota", "remaining": "UsageQuota"}

    @classmethod
    def from_dict(cls, data: Any) -> UsageResponse:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.usage = reading.member(data, "usage", UsageCounts.from_dict)
        model.limits = reading.member(data, "limits", UsageQuota.from_dict)
        model.tier = value if (value := get("tier")).__class__ is str else reading.text(data, "tier")
        model.remaining = reading.member(data, "remaining", UsageQuota.from_dict)
        return model


class UserPreferences(Model):
    """A document of your own design that is stored for the user."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> UserPreferences:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class UserPreferencesUpdatedPayload(Model):
    """What a delivery of user.preferences.updated tells."""

    __slots__ = ()
    _keys = {}

    @classmethod
    def from_dict(cls, data: Any) -> UserPreferencesUpdatedPayload:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        return model


class Webhook(Model):
    """A webhook without its secret."""

    id: str
    """Its id; `delete_webhook` takes it."""
    url: Optional[str]
    """Where it delivers."""
    events: Optional[List[WebhookEvent]]
    """The events that it is told of."""
    is_active: Optional[bool]
    """Whether it still delivers; five failures in a row deactivate it."""
    created_at: Optional[datetime.datetime]
    """When it was registered."""
    last_triggered: Optional[datetime.datetime]
    """When it last delivered; absent before the first time."""
    failure_count: Optional[int]
    """Failures in a row."""

    __slots__ = ("id", "url", "events", "is_active", "created_at", "last_triggered", "failure_count")
    _keys = {
        "id": "id",
        "url": "url",
        "events": "events",
        "isActive": "is_active",
        "createdAt": "created_at",
        "lastTriggered": "last_triggered",
        "failureCount": "failure_count",
    }
    _required = ("id",)

    @classmethod
    def from_dict(cls, data: Any) -> Webhook:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = value if (value := get("id")).__class__ is str else reading.text(data, "id")
        model.url = get("url")
        model.events = get("events")
        model.is_active = get("isActive")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.timestamp_or_text(value)
        model.last_triggered = None if (value := get("lastTriggered")) is None else timestamps.timestamp_or_text(value)
        model.failure_count = get("failureCount")
        return model


class WebhookDelivery(Model):
    """The body that the service posts to a webhook. Only `data` is signed."""

    event: WebhookEvent
    """What happened; not signed."""
    timestamp: datetime.datetime
    """When it was sent; not signed."""
    data: Any
    """What the event is about; its schema depends on the event."""

    __slots__ = ("event", "timestamp", "data")
    _keys = {"event": "event", "timestamp": "timestamp", "data": "data"}
    _required = ("event", "timestamp", "data")
    _worded = ("event",)

    @classmethod
    def from_dict(cls, data: Any) -> WebhookDelivery:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.event = value if (value := get("event")).__class__ is str else reading.text(data, "event")
        model.timestamp = reading.member(data, "timestamp", timestamps.timestamp)
        model.data = reading.present(data, "data")
        return model


class Wisdom(Model):
    """A principle in the knowledge base."""

    id: Optional[str]
    """Its id, such as W.001."""
    title: Optional[str]
    """Its title."""
    content: Optional[str]
    """Its text."""
    score: Optional[float]
    """How well it fits the query; may exceed 1."""
    source: Optional[str]
    """Where it comes from."""

    __slots__ = ("id", "title", "content", "score", "source")
    _keys = {"id": "id", "title": "title", "content": "content", "score": "score", "source": "source"}

    @classmethod
    def from_dict(cls, data: Any) -> Wisdom:
        """Read a JSON object. Raises `ValueError` naming the place if it is not what the API promises."""
        if data.__class__ is not dict:
            data = reading.json_object(data)
        model = _new(cls)
        model._raw = model._rest = data
        get = data.get
        model.id = get("id")
        model.title = get("title")
        model.content = get("content")
        model.score = get("score")
        model.source = get("source")
        return model
