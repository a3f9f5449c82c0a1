# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the API. Each function describes one call, checks its arguments, and does no I/O.

`client.request(api.chat(message="Hello"))` makes the exchange. An argument that cannot be right raises
`InfinityAssistantArgumentError`.
"""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Sequence, Union

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models.call import Call, Operation, StreamEvent

GET_CONVERSATION = Operation(
    id="get_conversation",
    method="GET",
    path="/chat",
    read=m.ConversationResponse.from_dict,
    idempotent=True,
    arguments={"conversationId": "conversation_id", "userId": "user_id"},
)

CHAT = Operation(
    id="chat",
    method="POST",
    path="/chat",
    read=m.ChatResponse.from_dict,
    idempotent=False,
    arguments={
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
    },
)

CHAT_STREAM = Operation(
    id="chat_stream",
    method="POST",
    path="/chat/stream",
    idempotent=False,
    events={
        "phase": StreamEvent("phase", "phase", m.PhaseEventData.from_dict),
        "memory": StreamEvent("memory", "memory", m.MemoryEventData.from_dict),
        "language": StreamEvent("language", "language", m.LanguageEventData.from_dict),
        "speaker": StreamEvent("speaker", "speaker", m.SpeakerEventData.from_dict),
        "essence": StreamEvent("essence", "essence", m.EssenceEventData.from_dict),
        "driving": StreamEvent("driving", "driving", m.DrivingEventData.from_dict),
        "start": StreamEvent("start", "start", m.StartEventData.from_dict),
        "chunk": StreamEvent("chunk", "text", m.ChunkEventData.from_dict),
        "done": StreamEvent("done", "done", m.DoneEventData.from_dict),
        "error": StreamEvent("error", "error", m.ErrorEventData.from_dict),
    },
    arguments={
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
    },
)

SUGGEST_KNOWLEDGE = Operation(
    id="suggest_knowledge",
    method="GET",
    path="/search",
    read=m.KnowledgeSuggestResponse.from_dict,
    idempotent=True,
    arguments={"q": "q", "limit": "limit"},
)

SEARCH_KNOWLEDGE = Operation(
    id="search_knowledge",
    method="POST",
    path="/search",
    read=m.KnowledgeSearchResponse.from_dict,
    idempotent=True,
    arguments={
        "query": "query",
        "type": "type",
        "limit": "limit",
        "domain": "domain",
        "tags": "tags",
        "userId": "user_id",
        "userTier": "user_tier",
    },
)

REPORT_KNOWLEDGE_GAP = Operation(
    id="report_knowledge_gap",
    method="POST",
    path="/knowledge/gap",
    read=m.KnowledgeGapResponse.from_dict,
    idempotent=False,
    arguments={"query": "query", "userId": "user_id", "source": "source", "context": "context"},
)

RESEARCH_STATUS = Operation(
    id="research_status",
    method="GET",
    path="/research",
    read=m.ResearchStatusResponse.from_dict,
    idempotent=True,
)

RESEARCH = Operation(
    id="research",
    method="POST",
    path="/research",
    read=m.ResearchResponse.from_dict,
    idempotent=False,
    arguments={
        "topic": "topic",
        "mode": "mode",
        "context": "context",
        "domains": "domains",
        "maxSources": "max_sources",
        "includeExternal": "include_external",
    },
)

RETRIEVE_MEMORY = Operation(
    id="retrieve_memory",
    method="GET",
    path="/memory",
    read=m.MemoryResponse.from_dict,
    idempotent=True,
    arguments={"conversationId": "conversation_id"},
)

STORE_MEMORY = Operation(
    id="store_memory",
    method="POST",
    path="/memory",
    read=m.StoreMemoryResponse.from_dict,
    idempotent=False,
    arguments={"conversationId": "conversation_id", "content": "content", "type": "type"},
)

DELETE_MEMORY = Operation(
    id="delete_memory",
    method="DELETE",
    path="/memory",
    read=m.Confirmation.from_dict,
    idempotent=False,
    arguments={"conversationId": "conversation_id", "type": "type", "entryId": "entry_id"},
)

GET_PREFERENCES = Operation(
    id="get_preferences",
    method="GET",
    path="/user/preferences",
    read=m.PreferencesResponse.from_dict,
    idempotent=True,
)

UPDATE_PREFERENCES = Operation(
    id="update_preferences",
    method="POST",
    path="/user/preferences",
    read=m.Confirmation.from_dict,
    idempotent=False,
    arguments={"preferences": "preferences"},
)

GET_USAGE = Operation(
    id="get_usage",
    method="GET",
    path="/user/usage",
    read=m.UsageResponse.from_dict,
    idempotent=True,
)

LIST_API_KEYS = Operation(
    id="list_api_keys",
    method="GET",
    path="/api-keys",
    read=m.ListApiKeysResponse.from_dict,
    idempotent=True,
)

CREATE_API_KEY = Operation(
    id="create_api_key",
    method="POST",
    path="/api-keys",
    read=m.CreateApiKeyResponse.from_dict,
    idempotent=False,
    arguments={"name": "name"},
)

DELETE_API_KEY = Operation(
    id="delete_api_key",
    method="DELETE",
    path="/api-keys",
    read=m.Confirmation.from_dict,
    idempotent=True,
    arguments={"id": "id"},
)

LIST_WEBHOOKS = Operation(
    id="list_webhooks",
    method="GET",
    path="/webhooks",
    read=m.ListWebhooksResponse.from_dict,
    idempotent=True,
)

CREATE_WEBHOOK = Operation(
    id="create_webhook",
    method="POST",
    path="/webhooks",
    read=m.CreateWebhookResponse.from_dict,
    idempotent=False,
    arguments={"url": "url", "events": "events"},
)

DELETE_WEBHOOK = Operation(
    id="delete_webhook",
    method="DELETE",
    path="/webhooks",
    read=m.Confirmation.from_dict,
    idempotent=True,
    arguments={"id": "id"},
)

EXPORT_CONVERSATIONS = Operation(
    id="export_conversations",
    method="GET",
    path="/export/conversations",
    read=m.ConversationExport.from_dict,
    idempotent=True,
)

EXPORT_USAGE = Operation(
    id="export_usage",
    method="GET",
    path="/export/usage",
    read=m.UsageExport.from_dict,
    texts=("text/csv",),
    idempotent=True,
    arguments={"format": "format"},
)

SEND_FEEDBACK = Operation(
    id="send_feedback",
    method="POST",
    path="/feedback",
    read=m.Confirmation.from_dict,
    idempotent=False,
    arguments={
        "message": "message",
        "type": "type",
        "rating": "rating",
        "conversationId": "conversation_id",
        "metadata": "metadata",
    },
)

KNOWLEDGE_ANALYTICS = Operation(
    id="knowledge_analytics",
    method="GET",
    path="/analytics/knowledge",
    read=m.KnowledgeAnalyticsResponse.from_dict,
    idempotent=True,
    arguments={"mode": "mode", "timeframe": "timeframe"},
)

HEALTH = Operation(
    id="health",
    method="GET",
    path="/health",
    read=m.HealthResponse.from_dict,
    idempotent=True,
)


def get_conversation(
    *,
    conversation_id: str,
    user_id: Optional[str] = None,
) -> Call[m.ConversationResponse]:
    """Get what is stored of a conversation.

    `messages` holds no row or one: the memory of the conversation as the database keeps it, with snake_case
    names. A conversation of another user looks empty.

    - `conversation_id`: The id of the conversation.
    - `user_id`: The user whose conversation it is; the caller itself when absent.
    """
    _query: Dict[str, Any] = {"conversationId": check.text("conversation_id", conversation_id, least=1, blank=False)}
    if user_id is not None:
        _query["userId"] = check.text("user_id", user_id, least=1, blank=False)
    return Call(GET_CONVERSATION, query=_query)


def chat(
    *,
    message: str,
    conversation_id: Optional[str] = None,
    user_id: Optional[str] = None,
    user_tier: Optional[str] = None,
    mode: Optional[m.ChatMode] = None,
    user_context: Optional[str] = None,
    session_id: Optional[str] = None,
    preferences: Optional[Union[m.ChatPreferences, Mapping[str, Any]]] = None,
    essence: Optional[Union[m.Essence, Mapping[str, Any]]] = None,
    driving_mode: Optional[Union[m.DrivingMode, Mapping[str, Any]]] = None,
) -> Call[m.ChatResponse]:
    """Send a message and wait for the whole answer.

    Pass the `conversationId` of an earlier answer to go on with that conversation; without one, a new
    conversation begins. When the model behind the service fails, the service still answers with status 200: an
    apology as `response`, and `tokensUsed` 0.

    - `message`: What to say. At most 5000 UTF-16 code units (an emoji is two), not blank.
    - `conversation_id`: The conversation to go on with; a new one begins without it. Any text of your own will do.
    - `user_id`: Who is speaking. Anonymous callers are told apart by a cookie.
    - `user_tier`: The tier of the user, such as free or pro. It decides on the daily quota.
    - `mode`: How the assistant works on the message.
    - `user_context`: Background that the assistant should take into account.
    - `session_id`: A session of your own that this message belongs to.
    - `preferences`: Who the user is and how they like to be answered.
    - `essence`: The character that the assistant takes on.
    - `driving_mode`: The state of the vehicle, when the user is driving. An object; a bare boolean is ignored by the service.
    """
    _body: Dict[str, Any] = {
        "message": check.text("message", message, least=1, most=5000, blank=False, unit=check.UTF16)
    }
    if conversation_id is not None:
        _body["conversationId"] = check.text("conversation_id", conversation_id, least=1, blank=False)
    if user_id is not None:
        _body["userId"] = check.text("user_id", user_id, least=1, blank=False)
    if user_tier is not None:
        _body["userTier"] = check.text("user_tier", user_tier)
    if mode is not None:
        _body["mode"] = check.text("mode", mode)
    if user_context is not None:
        _body["userContext"] = check.text("user_context", user_context)
    if session_id is not None:
        _body["sessionId"] = check.text("session_id", session_id, least=1, blank=False)
    if preferences is not None:
        _body["preferences"] = check.members("preferences", preferences, m.ChatPreferences)
    if essence is not None:
        _body["essence"] = check.members("essence", essence, m.Essence)
    if driving_mode is not None:
        _body["drivingMode"] = check.members("driving_mode", driving_mode, m.DrivingMode)
    return Call(CHAT, body=_body)


def chat_stream(
    *,
    message: str,
    conversation_id: Optional[str] = None,
    user_id: Optional[str] = None,
    user_tier: Optional[str] = None,
    mode: Optional[m.ChatMode] = None,
    user_context: Optional[str] = None,
    session_id: Optional[str] = None,
    preferences: Optional[Union[m.ChatPreferences, Mapping[str, Any]]] = None,
    essence: Optional[Union[m.Essence, Mapping[str, Any]]] = None,
    driving_mode: Optional[Union[m.DrivingMode, Mapping[str, Any]]] = None,
) -> Call[
    Union[
        m.PhaseEventData,
        m.MemoryEventData,
        m.LanguageEventData,
        m.SpeakerEventData,
        m.EssenceEventData,
        m.DrivingEventData,
        m.StartEventData,
        m.ChunkEventData,
        m.DoneEventData,
        m.ErrorEventData,
    ]
]:
    """Send a message and read the answer as it is written.

    The answer is a `text/event-stream`. The name of an event stands in its `event:` line only; its data is one
    line of JSON. First come those of phase, memory, language, speaker, essence and driving that apply, then
    start, any number of chunks, and done. An error event ends a stream without done, and may come without
    start. A minute can pass between start and the first chunk. The texts of all chunks together are the exact
    answer.

    Older deployments speak two other dialects, without `event:` lines: `{"type":"chunk","content":...}` up to
    `{"type":"complete","message_id":...}`; and `{"content":...}`, `{"metadata":{...}}`, `[DONE]`; both with
    `{"type":"error","error":...}`.

    - `message`: What to say. At most 5000 UTF-16 code units (an emoji is two), not blank.
    - `conversation_id`: The conversation to go on with; a new one begins without it. Any text of your own will do.
    - `user_id`: Who is speaking. Anonymous callers are told apart by a cookie.
    - `user_tier`: The tier of the user, such as free or pro. It decides on the daily quota.
    - `mode`: How the assistant works on the message.
    - `user_context`: Background that the assistant should take into account.
    - `session_id`: A session of your own that this message belongs to.
    - `preferences`: Who the user is and how they like to be answered.
    - `essence`: The character that the assistant takes on.
    - `driving_mode`: The state of the vehicle, when the user is driving. An object; a bare boolean is ignored by the service.
    """
    _body: Dict[str, Any] = {
        "message": check.text("message", message, least=1, most=5000, blank=False, unit=check.UTF16)
    }
    if conversation_id is not None:
        _body["conversationId"] = check.text("conversation_id", conversation_id, least=1, blank=False)
    if user_id is not None:
        _body["userId"] = check.text("user_id", user_id, least=1, blank=False)
    if user_tier is not None:
        _body["userTier"] = check.text("user_tier", user_tier)
    if mode is not None:
        _body["mode"] = check.text("mode", mode)
    if user_context is not None:
        _body["userContext"] = check.text("user_context", user_context)
    if session_id is not None:
        _body["sessionId"] = check.text("session_id", session_id, least=1, blank=False)
    if preferences is not None:
        _body["preferences"] = check.members("preferences", preferences, m.ChatPreferences)
    if essence is not None:
        _body["essence"] = check.members("essence", essence, m.Essence)
    if driving_mode is not None:
        _body["drivingMode"] = check.members("driving_mode", driving_mode, m.DrivingMode)
    return Call(CHAT_STREAM, body=_body)


def suggest_knowledge(
    *,
    q: str,
    limit: Optional[int] = None,
) -> Call[m.KnowledgeSuggestResponse]:
    """Suggest titles while a query is being typed.

    A blank query, or a limit below 1, has no suggestions.

    - `q`: The beginning of a query.
    - `limit`: The most suggestions wanted.
    """
    _query: Dict[str, Any] = {"q": check.text("q", q)}
    if limit is not None:
        _query["limit"] = limit
    return Call(SUGGEST_KNOWLEDGE, query=_query)


def search_knowledge(
    *,
    query: str,
    type: Optional[m.KnowledgeType] = None,
    limit: Optional[int] = None,
    domain: Optional[str] = None,
    tags: Optional[Sequence[str]] = None,
    user_id: Optional[str] = None,
    user_tier: Optional[str] = None,
) -> Call[m.KnowledgeSearchResponse]:
    """Search the knowledge base.

    Results come in three groups, best first. Scores order the results of one group and may exceed 1.

    - `query`: The words to search for. At most 500 UTF-16 code units (an emoji is two), not blank.
    - `type`: The groups to search; all by default.
    - `limit`: The most results in each group; the service gives at most 50. The service takes `20` when it is absent.
    - `domain`: Only knowledge of this domain, such as api.
    - `tags`: Only knowledge with these tags.
    - `user_id`: Who is searching.
    - `user_tier`: The tier of the user, such as free or pro.
    """
    _body: Dict[str, Any] = {"query": check.text("query", query, least=1, most=500, blank=False, unit=check.UTF16)}
    if type is not None:
        _body["type"] = check.text("type", type)
    if limit is not None:
        _body["limit"] = limit
    if domain is not None:
        _body["domain"] = check.text("domain", domain)
    if tags is not None:
        _body["tags"] = check.several("tags", tags)
    if user_id is not None:
        _body["userId"] = check.text("user_id", user_id, least=1, blank=False)
    if user_tier is not None:
        _body["userTier"] = check.text("user_tier", user_tier)
    return Call(SEARCH_KNOWLEDGE, body=_body)


def report_knowledge_gap(
    *,
    query: str,
    user_id: Optional[str] = None,
    source: Optional[m.KnowledgeGapSource] = None,
    context: Optional[str] = None,
) -> Call[m.KnowledgeGapResponse]:
    """Report a question that the knowledge base cannot answer.

    The gap is noted for research; `response` says what can be said already.

    - `query`: The question. Not blank.
    - `user_id`: Who asked.
    - `source`: What the user was doing.
    - `context`: What surrounds the question.
    """
    _body: Dict[str, Any] = {"query": check.text("query", query, least=1, blank=False)}
    if user_id is not None:
        _body["userId"] = check.text("user_id", user_id, least=1, blank=False)
    if source is not None:
        _body["source"] = check.text("source", source)
    if context is not None:
        _body["context"] = check.text("context", context)
    return Call(REPORT_KNOWLEDGE_GAP, body=_body)


def research_status() -> Call[m.ResearchStatusResponse]:
    """Get the state and the figures of the research service."""
    return Call(RESEARCH_STATUS)


def research(
    *,
    topic: str,
    mode: Optional[m.ResearchMode] = None,
    context: Optional[str] = None,
    domains: Optional[Sequence[str]] = None,
    max_sources: Optional[int] = None,
    include_external: Optional[bool] = None,
) -> Call[m.ResearchResponse]:
    """Research a topic.

    Findings from the knowledge sources, a synthesis of them, and where each came from.

    - `topic`: What to find out about. Not blank.
    - `mode`: How thorough to be.
    - `context`: What the findings are needed for.
    - `domains`: The domains to look into, such as api.
    - `max_sources`: The most sources to use.
    - `include_external`: Whether to look beyond the knowledge base.
    """
    _body: Dict[str, Any] = {"topic": check.text("topic", topic, least=1, blank=False)}
    if mode is not None:
        _body["mode"] = check.text("mode", mode)
    if context is not None:
        _body["context"] = check.text("context", context)
    if domains is not None:
        _body["domains"] = check.several("domains", domains)
    if max_sources is not None:
        _body["maxSources"] = max_sources
    if include_external is not None:
        _body["includeExternal"] = include_external
    return Call(RESEARCH, body=_body)


def retrieve_memory(
    *,
    conversation_id: str,
) -> Call[m.MemoryResponse]:
    """Read the memory of a conversation.

    A conversation that the service does not know has an empty memory.

    - `conversation_id`: The id of the conversation.
    """
    _query: Dict[str, Any] = {"conversationId": check.text("conversation_id", conversation_id, least=1, blank=False)}
    return Call(RETRIEVE_MEMORY, query=_query)


def store_memory(
    *,
    conversation_id: str,
    content: str,
    type: Optional[m.MemoryType] = None,
) -> Call[m.StoreMemoryResponse]:
    """Store an entry in the memory of a conversation.

    There is no key, no time to live and no limit of length.

    - `conversation_id`: The conversation.
    - `content`: What to store. Not blank; there is no limit of length.
    - `type`: The kind of the entry; fact by default. The service takes `fact` when it is absent.
    """
    _body: Dict[str, Any] = {
        "conversationId": check.text("conversation_id", conversation_id, least=1, blank=False),
        "content": check.text("content", content, least=1, blank=False),
    }
    if type is not None:
        _body["type"] = check.text("type", type)
    return Call(STORE_MEMORY, body=_body)


def delete_memory(
    *,
    conversation_id: str,
    type: m.MemoryDeleteType,
    entry_id: Optional[str] = None,
) -> Call[m.Confirmation]:
    """Delete one entry, or all of the memory of a conversation.

    `type` says which memory; `entryId` picks one entry of it: the id of a critical fact, or the place of a
    compressed segment counted from "0".

    - `conversation_id`: The conversation.
    - `type`: Which memory to delete from.
    - `entry_id`: The id of a critical fact, or the place of a compressed segment counted from "0".
    """
    _body: Dict[str, Any] = {
        "conversationId": check.text("conversation_id", conversation_id, least=1, blank=False),
        "type": check.text("type", type),
    }
    if entry_id is not None:
        _body["entryId"] = check.text("entry_id", entry_id, least=1, blank=False)
    return Call(DELETE_MEMORY, body=_body)


def get_preferences() -> Call[m.PreferencesResponse]:
    """Get the stored preferences of the caller.

    A caller without preferences, or a database out of reach, gives an empty document.
    """
    return Call(GET_PREFERENCES)


def update_preferences(
    *,
    preferences: Union[m.UserPreferences, Mapping[str, Any]],
) -> Call[m.Confirmation]:
    """Replace the stored preferences of the caller.

    The whole document is replaced, not merged. Its content is not validated.

    - `preferences`: The whole new document.
    """
    _body: Dict[str, Any] = {"preferences": check.members("preferences", preferences, m.UserPreferences)}
    return Call(UPDATE_PREFERENCES, body=_body)


def get_usage() -> Call[m.UsageResponse]:
    """Get what the caller has used and has left."""
    return Call(GET_USAGE)


def list_api_keys() -> Call[m.ListApiKeysResponse]:
    """List the API keys of the account.

    The keys themselves are not shown again; `prefix` tells them apart.
    """
    return Call(LIST_API_KEYS)


def create_api_key(
    *,
    name: str,
) -> Call[m.CreateApiKeyResponse]:
    """Create an API key.

    The key is shown in this answer and never again.

    - `name`: A name by which people know the key. Not blank.
    """
    _body: Dict[str, Any] = {"name": check.text("name", name, least=1, blank=False)}
    return Call(CREATE_API_KEY, body=_body)


def delete_api_key(
    *,
    id: str,
) -> Call[m.Confirmation]:
    """Revoke an API key.

    An id that does not exist can be answered as if it had been revoked.

    - `id`: The id of the key, from the list or from its creation.
    """
    _query: Dict[str, Any] = {"id": check.text("id", id, least=1, blank=False)}
    return Call(DELETE_API_KEY, query=_query)


def list_webhooks() -> Call[m.ListWebhooksResponse]:
    """List the webhooks of the account.

    Their secrets are not shown again.
    """
    return Call(LIST_WEBHOOKS)


def create_webhook(
    *,
    url: str,
    events: Sequence[m.WebhookEvent],
) -> Call[m.CreateWebhookResponse]:
    """Register a webhook.

    The secret that signs the deliveries is shown in this answer and never again. Five failures in a row
    deactivate a webhook; a delivery is not sent again.

    - `url`: Where to deliver, beginning with http:// or https://.
    - `events`: The events to be told of, at least one.
    """
    _body: Dict[str, Any] = {
        "url": check.text(
            "url",
            url,
            pattern="^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]\\S*\\Z",
            hint="Where to deliver, beginning with http:// or https://.",
        ),
        "events": check.several(
            "events",
            events,
            least=1,
            allowed=(
                "chat.message",
                "chat.response",
                "knowledge.created",
                "memory.stored",
                "subscription.cancelled",
                "subscription.created",
                "subscription.updated",
                "user.preferences.updated",
            ),
        ),
    }
    return Call(CREATE_WEBHOOK, body=_body)


def delete_webhook(
    *,
    id: str,
) -> Call[m.Confirmation]:
    """Delete a webhook.

    - `id`: The id of the webhook, from the list or from its registration.
    """
    _query: Dict[str, Any] = {"id": check.text("id", id, least=1, blank=False)}
    return Call(DELETE_WEBHOOK, query=_query)


def export_conversations() -> Call[m.ConversationExport]:
    """Export the conversations of the account."""
    return Call(EXPORT_CONVERSATIONS)


def export_usage(
    *,
    format: Optional[m.ExportFormat] = None,
) -> Call[m.UsageExport]:
    """Export the usage of the account.

    Where the arguments ask for text/csv, the answer is a `str`.

    - `format`: As JSON, which is the default, or as a CSV file.
    """
    _query: Dict[str, Any] = {}
    if format is not None:
        _query["format"] = check.text("format", format)
    return Call(EXPORT_USAGE, query=_query)


def send_feedback(
    *,
    message: str,
    type: Optional[str] = None,
    rating: Optional[float] = None,
    conversation_id: Optional[str] = None,
    metadata: Optional[Union[m.FeedbackMetadata, Mapping[str, Any]]] = None,
) -> Call[m.Confirmation]:
    """Send feedback to the people behind the service.

    - `message`: What to say. At most 5000 UTF-16 code units (an emoji is two), not blank.
    - `type`: The kind of feedback, such as bug.
    - `rating`: How content the user is.
    - `conversation_id`: The conversation it is about.
    - `metadata`: Anything that helps to understand it.
    """
    _body: Dict[str, Any] = {
        "message": check.text("message", message, least=1, most=5000, blank=False, unit=check.UTF16)
    }
    if type is not None:
        _body["type"] = check.text("type", type)
    if rating is not None:
        _body["rating"] = rating
    if conversation_id is not None:
        _body["conversationId"] = check.text("conversation_id", conversation_id, least=1, blank=False)
    if metadata is not None:
        _body["metadata"] = check.members("metadata", metadata, m.FeedbackMetadata)
    return Call(SEND_FEEDBACK, body=_body)


def knowledge_analytics(
    *,
    mode: Optional[m.AnalyticsMode] = None,
    timeframe: Optional[m.AnalyticsTimeframe] = None,
) -> Call[m.KnowledgeAnalyticsResponse]:
    """Get figures on what is asked and what is not yet known.

    - `mode`: Whose questions to count.
    - `timeframe`: How far back to look.
    """
    _query: Dict[str, Any] = {}
    if mode is not None:
        _query["mode"] = check.text("mode", mode)
    if timeframe is not None:
        _query["timeframe"] = check.text("timeframe", timeframe)
    return Call(KNOWLEDGE_ANALYTICS, query=_query)


def health() -> Call[m.HealthResponse]:
    """Ask how the service is.

    The status is 200 whatever the state of health; read `status`.
    """
    return Call(HEALTH)


OPERATIONS: Dict[str, Operation] = {
    "get_conversation": GET_CONVERSATION,
    "chat": CHAT,
    "chat_stream": CHAT_STREAM,
    "suggest_knowledge": SUGGEST_KNOWLEDGE,
    "search_knowledge": SEARCH_KNOWLEDGE,
    "report_knowledge_gap": REPORT_KNOWLEDGE_GAP,
    "research_status": RESEARCH_STATUS,
    "research": RESEARCH,
    "retrieve_memory": RETRIEVE_MEMORY,
    "store_memory": STORE_MEMORY,
    "delete_memory": DELETE_MEMORY,
    "get_preferences": GET_PREFERENCES,
    "update_preferences": UPDATE_PREFERENCES,
    "get_usage": GET_USAGE,
    "list_api_keys": LIST_API_KEYS,
    "create_api_key": CREATE_API_KEY,
    "delete_api_key": DELETE_API_KEY,
    "list_webhooks": LIST_WEBHOOKS,
    "create_webhook": CREATE_WEBHOOK,
    "delete_webhook": DELETE_WEBHOOK,
    "export_conversations": EXPORT_CONVERSATIONS,
    "export_usage": EXPORT_USAGE,
    "send_feedback": SEND_FEEDBACK,
    "knowledge_analytics": KNOWLEDGE_ANALYTICS,
    "health": HEALTH,
}
"""Every operation by its id."""
