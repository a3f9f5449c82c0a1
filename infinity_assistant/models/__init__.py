# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The JSON objects of the API, as Python objects that are read by attribute and by key.

Each stands in a module of its own, which is imported when the class is first used (PEP 562).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, List

if TYPE_CHECKING:
    from infinity_assistant._models.model import Model as Model
    from infinity_assistant.models.age_group import AgeGroup as AgeGroup
    from infinity_assistant.models.analytics_mode import AnalyticsMode as AnalyticsMode
    from infinity_assistant.models.analytics_timeframe import AnalyticsTimeframe as AnalyticsTimeframe
    from infinity_assistant.models.api_key import ApiKey as ApiKey
    from infinity_assistant.models.assistant_mode import AssistantMode as AssistantMode
    from infinity_assistant.models.chat_message_payload import ChatMessagePayload as ChatMessagePayload
    from infinity_assistant.models.chat_metadata import ChatMetadata as ChatMetadata
    from infinity_assistant.models.chat_mode import ChatMode as ChatMode
    from infinity_assistant.models.chat_preferences import ChatPreferences as ChatPreferences
    from infinity_assistant.models.chat_preferences_dict import ChatPreferencesDict as ChatPreferencesDict
    from infinity_assistant.models.chat_preferences_dict import ChatPreferencesParam as ChatPreferencesParam
    from infinity_assistant.models.chat_request import ChatRequest as ChatRequest
    from infinity_assistant.models.chat_response import ChatResponse as ChatResponse
    from infinity_assistant.models.chat_response_payload import ChatResponsePayload as ChatResponsePayload
    from infinity_assistant.models.child_safety_level import ChildSafetyLevel as ChildSafetyLevel
    from infinity_assistant.models.chunk_event_data import ChunkEventData as ChunkEventData
    from infinity_assistant.models.communication_adaptation import CommunicationAdaptation as CommunicationAdaptation
    from infinity_assistant.models.communication_style import CommunicationStyle as CommunicationStyle
    from infinity_assistant.models.compressed_segment import CompressedSegment as CompressedSegment
    from infinity_assistant.models.confirmation import Confirmation as Confirmation
    from infinity_assistant.models.conversation_export import ConversationExport as ConversationExport
    from infinity_assistant.models.conversation_phase import ConversationPhase as ConversationPhase
    from infinity_assistant.models.conversation_response import ConversationResponse as ConversationResponse
    from infinity_assistant.models.conversation_row import ConversationRow as ConversationRow
    from infinity_assistant.models.create_api_key_request import CreateApiKeyRequest as CreateApiKeyRequest
    from infinity_assistant.models.create_api_key_response import CreateApiKeyResponse as CreateApiKeyResponse
    from infinity_assistant.models.create_webhook_request import CreateWebhookRequest as CreateWebhookRequest
    from infinity_assistant.models.create_webhook_response import CreateWebhookResponse as CreateWebhookResponse
    from infinity_assistant.models.critical_fact import CriticalFact as CriticalFact
    from infinity_assistant.models.delete_memory_request import DeleteMemoryRequest as DeleteMemoryRequest
    from infinity_assistant.models.done_event import DoneEvent as DoneEvent
    from infinity_assistant.models.done_event_data import DoneEventData as DoneEventData
    from infinity_assistant.models.driving_event import DrivingEvent as DrivingEvent
    from infinity_assistant.models.driving_event_data import DrivingEventData as DrivingEventData
    from infinity_assistant.models.driving_mode import DrivingMode as DrivingMode
    from infinity_assistant.models.driving_mode_dict import DrivingModeDict as DrivingModeDict
    from infinity_assistant.models.driving_mode_dict import DrivingModeParam as DrivingModeParam
    from infinity_assistant.models.error_code import ErrorCode as ErrorCode
    from infinity_assistant.models.error_detail import ErrorDetail as ErrorDetail
    from infinity_assistant.models.error_details import ErrorDetails as ErrorDetails
    from infinity_assistant.models.error_envelope import ErrorEnvelope as ErrorEnvelope
    from infinity_assistant.models.error_event import ErrorEvent as ErrorEvent
    from infinity_assistant.models.error_event_data import ErrorEventData as ErrorEventData
    from infinity_assistant.models.error_message import ErrorMessage as ErrorMessage
    from infinity_assistant.models.error_with_message import ErrorWithMessage as ErrorWithMessage
    from infinity_assistant.models.essence import Essence as Essence
    from infinity_assistant.models.essence_dict import EssenceDict as EssenceDict
    from infinity_assistant.models.essence_dict import EssenceParam as EssenceParam
    from infinity_assistant.models.essence_event import EssenceEvent as EssenceEvent
    from infinity_assistant.models.essence_event_data import EssenceEventData as EssenceEventData
    from infinity_assistant.models.export_format import ExportFormat as ExportFormat
    from infinity_assistant.models.exported_conversation import ExportedConversation as ExportedConversation
    from infinity_assistant.models.failed_operation import FailedOperation as FailedOperation
    from infinity_assistant.models.feedback_metadata import FeedbackMetadata as FeedbackMetadata
    from infinity_assistant.models.feedback_request import FeedbackRequest as FeedbackRequest
    from infinity_assistant.models.gotcha import Gotcha as Gotcha
    from infinity_assistant.models.health_check import HealthCheck as HealthCheck
    from infinity_assistant.models.health_checks import HealthChecks as HealthChecks
    from infinity_assistant.models.health_response import HealthResponse as HealthResponse
    from infinity_assistant.models.health_status import HealthStatus as HealthStatus
    from infinity_assistant.models.knowledge_analytics import KnowledgeAnalytics as KnowledgeAnalytics
    from infinity_assistant.models.knowledge_analytics_response import (
        KnowledgeAnalyticsResponse as KnowledgeAnalyticsResponse,
    )
    from infinity_assistant.models.knowledge_counts import KnowledgeCounts as KnowledgeCounts
    from infinity_assistant.models.knowledge_created_payload import KnowledgeCreatedPayload as KnowledgeCreatedPayload
    from infinity_assistant.models.knowledge_gap_request import KnowledgeGapRequest as KnowledgeGapRequest
    from infinity_assistant.models.knowledge_gap_response import KnowledgeGapResponse as KnowledgeGapResponse
    from infinity_assistant.models.knowledge_gap_source import KnowledgeGapSource as KnowledgeGapSource
    from infinity_assistant.models.knowledge_gap_stats import KnowledgeGapStats as KnowledgeGapStats
    from infinity_assistant.models.knowledge_gap_stats_response import (
        KnowledgeGapStatsResponse as KnowledgeGapStatsResponse,
    )
    from infinity_assistant.models.knowledge_results import KnowledgeResults as KnowledgeResults
    from infinity_assistant.models.knowledge_search_metadata import KnowledgeSearchMetadata as KnowledgeSearchMetadata
    from infinity_assistant.models.knowledge_search_request import KnowledgeSearchRequest as KnowledgeSearchRequest
    from infinity_assistant.models.knowledge_search_response import KnowledgeSearchResponse as KnowledgeSearchResponse
    from infinity_assistant.models.knowledge_suggest_response import (
        KnowledgeSuggestResponse as KnowledgeSuggestResponse,
    )
    from infinity_assistant.models.knowledge_type import KnowledgeType as KnowledgeType
    from infinity_assistant.models.language_event import LanguageEvent as LanguageEvent
    from infinity_assistant.models.language_event_data import LanguageEventData as LanguageEventData
    from infinity_assistant.models.list_api_keys_response import ListApiKeysResponse as ListApiKeysResponse
    from infinity_assistant.models.list_webhooks_response import ListWebhooksResponse as ListWebhooksResponse
    from infinity_assistant.models.memory import Memory as Memory
    from infinity_assistant.models.memory_delete_type import MemoryDeleteType as MemoryDeleteType
    from infinity_assistant.models.memory_entry import MemoryEntry as MemoryEntry
    from infinity_assistant.models.memory_event import MemoryEvent as MemoryEvent
    from infinity_assistant.models.memory_event_data import MemoryEventData as MemoryEventData
    from infinity_assistant.models.memory_response import MemoryResponse as MemoryResponse
    from infinity_assistant.models.memory_stored_payload import MemoryStoredPayload as MemoryStoredPayload
    from infinity_assistant.models.memory_type import MemoryType as MemoryType
    from infinity_assistant.models.music_mood import MusicMood as MusicMood
    from infinity_assistant.models.new_api_key import NewApiKey as NewApiKey
    from infinity_assistant.models.new_webhook import NewWebhook as NewWebhook
    from infinity_assistant.models.pattern import Pattern as Pattern
    from infinity_assistant.models.phase_event import PhaseEvent as PhaseEvent
    from infinity_assistant.models.phase_event_data import PhaseEventData as PhaseEventData
    from infinity_assistant.models.preferences_response import PreferencesResponse as PreferencesResponse
    from infinity_assistant.models.preferred_language import PreferredLanguage as PreferredLanguage
    from infinity_assistant.models.rate_limit import RateLimit as RateLimit
    from infinity_assistant.models.rate_limit_exceeded import RateLimitExceeded as RateLimitExceeded
    from infinity_assistant.models.recent_message import RecentMessage as RecentMessage
    from infinity_assistant.models.research_assessment import ResearchAssessment as ResearchAssessment
    from infinity_assistant.models.research_finding import ResearchFinding as ResearchFinding
    from infinity_assistant.models.research_finding_metadata import ResearchFindingMetadata as ResearchFindingMetadata
    from infinity_assistant.models.research_metrics import ResearchMetrics as ResearchMetrics
    from infinity_assistant.models.research_mode import ResearchMode as ResearchMode
    from infinity_assistant.models.research_need_request import ResearchNeedRequest as ResearchNeedRequest
    from infinity_assistant.models.research_need_response import ResearchNeedResponse as ResearchNeedResponse
    from infinity_assistant.models.research_query import ResearchQuery as ResearchQuery
    from infinity_assistant.models.research_request import ResearchRequest as ResearchRequest
    from infinity_assistant.models.research_response import ResearchResponse as ResearchResponse
    from infinity_assistant.models.research_result import ResearchResult as ResearchResult
    from infinity_assistant.models.research_sources import ResearchSources as ResearchSources
    from infinity_assistant.models.research_status_response import ResearchStatusResponse as ResearchStatusResponse
    from infinity_assistant.models.research_synthesis import ResearchSynthesis as ResearchSynthesis
    from infinity_assistant.models.research_time_budgets import ResearchTimeBudgets as ResearchTimeBudgets
    from infinity_assistant.models.research_timing import ResearchTiming as ResearchTiming
    from infinity_assistant.models.response_style import ResponseStyle as ResponseStyle
    from infinity_assistant.models.speaker_event import SpeakerEvent as SpeakerEvent
    from infinity_assistant.models.speaker_event_data import SpeakerEventData as SpeakerEventData
    from infinity_assistant.models.start_event import StartEvent as StartEvent
    from infinity_assistant.models.start_event_data import StartEventData as StartEventData
    from infinity_assistant.models.store_memory_request import StoreMemoryRequest as StoreMemoryRequest
    from infinity_assistant.models.store_memory_response import StoreMemoryResponse as StoreMemoryResponse
    from infinity_assistant.models.stream_metadata import StreamMetadata as StreamMetadata
    from infinity_assistant.models.subscription_cancelled_payload import (
        SubscriptionCancelledPayload as SubscriptionCancelledPayload,
    )
    from infinity_assistant.models.subscription_created_payload import (
        SubscriptionCreatedPayload as SubscriptionCreatedPayload,
    )
    from infinity_assistant.models.subscription_updated_payload import (
        SubscriptionUpdatedPayload as SubscriptionUpdatedPayload,
    )
    from infinity_assistant.models.suggestion import Suggestion as Suggestion
    from infinity_assistant.models.suggestion_metadata import SuggestionMetadata as SuggestionMetadata
    from infinity_assistant.models.suggestion_type import SuggestionType as SuggestionType
    from infinity_assistant.models.text_event import TextEvent as TextEvent
    from infinity_assistant.models.time_range import TimeRange as TimeRange
    from infinity_assistant.models.traffic_conditions import TrafficConditions as TrafficConditions
    from infinity_assistant.models.update_preferences_request import (
        UpdatePreferencesRequest as UpdatePreferencesRequest,
    )
    from infinity_assistant.models.usage_counts import UsageCounts as UsageCounts
    from infinity_assistant.models.usage_export import UsageExport as UsageExport
    from infinity_assistant.models.usage_quota import UsageQuota as UsageQuota
    from infinity_assistant.models.usage_record import UsageRecord as UsageRecord
    from infinity_assistant.models.usage_response import UsageResponse as UsageResponse
    from infinity_assistant.models.user_preferences import UserPreferences as UserPreferences
    from infinity_assistant.models.user_preferences_updated_payload import (
        UserPreferencesUpdatedPayload as UserPreferencesUpdatedPayload,
    )
    from infinity_assistant.models.voice_tone import VoiceTone as VoiceTone
    from infinity_assistant.models.webhook import Webhook as Webhook
    from infinity_assistant.models.webhook_delivery import WebhookDelivery as WebhookDelivery
    from infinity_assistant.models.webhook_event import WebhookEvent as WebhookEvent
    from infinity_assistant.models.wisdom import Wisdom as Wisdom
    from infinity_assistant.models.workflow_phase import WorkflowPhase as WorkflowPhase

__all__ = [
    "Model",
    "AgeGroup",
    "AnalyticsMode",
    "AnalyticsTimeframe",
    "ApiKey",
    "AssistantMode",
    "ChatMessagePayload",
    "ChatMetadata",
    "ChatMode",
    "ChatPreferences",
    "ChatPreferencesDict",
    "ChatPreferencesParam",
    "ChatRequest",
    "ChatResponse",
    "ChatResponsePayload",
    "ChildSafetyLevel",
    "ChunkEventData",
    "CommunicationAdaptation",
    "CommunicationStyle",
    "CompressedSegment",
    "Confirmation",
    "ConversationExport",
    "ConversationPhase",
    "ConversationResponse",
    "ConversationRow",
    "CreateApiKeyRequest",
    "CreateApiKeyResponse",
    "CreateWebhookRequest",
    "CreateWebhookResponse",
    "CriticalFact",
    "DeleteMemoryRequest",
    "DoneEvent",
    "DoneEventData",
    "DrivingEvent",
    "DrivingEventData",
    "DrivingMode",
    "DrivingModeDict",
    "DrivingModeParam",
    "ErrorCode",
    "ErrorDetail",
    "ErrorDetails",
    "ErrorEnvelope",
    "ErrorEvent",
    "ErrorEventData",
    "ErrorMessage",
    "ErrorWithMessage",
    "Essence",
    "EssenceDict",
    "EssenceEvent",
    "EssenceEventData",
    "EssenceParam",
    "ExportFormat",
    "ExportedConversation",
    "FailedOperation",
    "FeedbackMetadata",
    "FeedbackRequest",
    "Gotcha",
    "HealthCheck",
    "HealthChecks",
    "HealthResponse",
    "HealthStatus",
    "KnowledgeAnalytics",
    "KnowledgeAnalyticsResponse",
    "KnowledgeCounts",
    "KnowledgeCreatedPayload",
    "KnowledgeGapRequest",
    "KnowledgeGapResponse",
    "KnowledgeGapSource",
    "KnowledgeGapStats",
    "KnowledgeGapStatsResponse",
    "KnowledgeResults",
    "KnowledgeSearchMetadata",
    "KnowledgeSearchRequest",
    "KnowledgeSearchResponse",
    "KnowledgeSuggestResponse",
    "KnowledgeType",
    "LanguageEvent",
    "LanguageEventData",
    "ListApiKeysResponse",
    "ListWebhooksResponse",
    "Memory",
    "MemoryDeleteType",
    "MemoryEntry",
    "MemoryEvent",
    "MemoryEventData",
    "MemoryResponse",
    "MemoryStoredPayload",
    "MemoryType",
    "MusicMood",
    "NewApiKey",
    "NewWebhook",
    "Pattern",
    "PhaseEvent",
    "PhaseEventData",
    "PreferencesResponse",
    "PreferredLanguage",
    "RateLimit",
    "RateLimitExceeded",
    "RecentMessage",
    "ResearchAssessment",
    "ResearchFinding",
    "ResearchFindingMetadata",
    "ResearchMetrics",
    "ResearchMode",
    "ResearchNeedRequest",
    "ResearchNeedResponse",
    "ResearchQuery",
    "ResearchRequest",
    "ResearchResponse",
    "ResearchResult",
    "ResearchSources",
    "ResearchStatusResponse",
    "ResearchSynthesis",
    "ResearchTimeBudgets",
    "ResearchTiming",
    "ResponseStyle",
    "SpeakerEvent",
    "SpeakerEventData",
    "StartEvent",
    "StartEventData",
    "StoreMemoryRequest",
    "StoreMemoryResponse",
    "StreamMetadata",
    "SubscriptionCancelledPayload",
    "SubscriptionCreatedPayload",
    "SubscriptionUpdatedPayload",
    "Suggestion",
    "SuggestionMetadata",
    "SuggestionType",
    "TextEvent",
    "TimeRange",
    "TrafficConditions",
    "UpdatePreferencesRequest",
    "UsageCounts",
    "UsageExport",
    "UsageQuota",
    "UsageRecord",
    "UsageResponse",
    "UserPreferences",
    "UserPreferencesUpdatedPayload",
    "VoiceTone",
    "Webhook",
    "WebhookDelivery",
    "WebhookEvent",
    "Wisdom",
    "WorkflowPhase",
]

_MODULES = {
    "Model": "infinity_assistant._models.model",
    "AgeGroup": "infinity_assistant.models.age_group",
    "AnalyticsMode": "infinity_assistant.models.analytics_mode",
    "AnalyticsTimeframe": "infinity_assistant.models.analytics_timeframe",
    "ApiKey": "infinity_assistant.models.api_key",
    "AssistantMode": "infinity_assistant.models.assistant_mode",
    "ChatMessagePayload": "infinity_assistant.models.chat_message_payload",
    "ChatMetadata": "infinity_assistant.models.chat_metadata",
    "ChatMode": "infinity_assistant.models.chat_mode",
    "ChatPreferences": "infinity_assistant.models.chat_preferences",
    "ChatPreferencesDict": "infinity_assistant.models.chat_preferences_dict",
    "ChatPreferencesParam": "infinity_assistant.models.chat_preferences_dict",
    "ChatRequest": "infinity_assistant.models.chat_request",
    "ChatResponse": "infinity_assistant.models.chat_response",
    "ChatResponsePayload": "infinity_assistant.models.chat_response_payload",
    "ChildSafetyLevel": "infinity_assistant.models.child_safety_level",
    "ChunkEventData": "infinity_assistant.models.chunk_event_data",
    "CommunicationAdaptation": "infinity_assistant.models.communication_adaptation",
    "CommunicationStyle": "infinity_assistant.models.communication_style",
    "CompressedSegment": "infinity_assistant.models.compressed_segment",
    "Confirmation": "infinity_assistant.models.confirmation",
    "ConversationExport": "infinity_assistant.models.conversation_export",
    "ConversationPhase": "infinity_assistant.models.conversation_phase",
    "ConversationResponse": "infinity_assistant.models.conversation_response",
    "ConversationRow": "infinity_assistant.models.conversation_row",
    "CreateApiKeyRequest": "infinity_assistant.models.create_api_key_request",
    "CreateApiKeyResponse": "infinity_assistant.models.create_api_key_response",
    "CreateWebhookRequest": "infinity_assistant.models.create_webhook_request",
    "CreateWebhookResponse": "infinity_assistant.models.create_webhook_response",
    "CriticalFact": "infinity_assistant.models.critical_fact",
    "DeleteMemoryRequest": "infinity_assistant.models.delete_memory_request",
    "DoneEvent": "infinity_assistant.models.done_event",
    "DoneEventData": "infinity_assistant.models.done_event_data",
    "DrivingEvent": "infinity_assistant.models.driving_event",
    "DrivingEventData": "infinity_assistant.models.driving_event_data",
    "DrivingMode": "infinity_assistant.models.driving_mode",
    "DrivingModeDict": "infinity_assistant.models.driving_mode_dict",
    "DrivingModeParam": "infinity_assistant.models.driving_mode_dict",
    "ErrorCode": "infinity_assistant.models.error_code",
    "ErrorDetail": "infinity_assistant.models.error_detail",
    "ErrorDetails": "infinity_assistant.models.error_details",
    "ErrorEnvelope": "infinity_assistant.models.error_envelope",
    "ErrorEvent": "infinity_assistant.models.error_event",
    "ErrorEventData": "infinity_assistant.models.error_event_data",
    "ErrorMessage": "infinity_assistant.models.error_message",
    "ErrorWithMessage": "infinity_assistant.models.error_with_message",
    "Essence": "infinity_assistant.models.essence",
    "EssenceDict": "infinity_assistant.models.essence_dict",
    "EssenceEvent": "infinity_assistant.models.essence_event",
    "EssenceEventData": "infinity_assistant.models.essence_event_data",
    "EssenceParam": "infinity_assistant.models.essence_dict",
    "ExportFormat": "infinity_assistant.models.export_format",
    "ExportedConversation": "infinity_assistant.models.exported_conversation",
    "FailedOperation": "infinity_assistant.models.failed_operation",
    "FeedbackMetadata": "infinity_assistant.models.feedback_metadata",
    "FeedbackRequest": "infinity_assistant.models.feedback_request",
    "Gotcha": "infinity_assistant.models.gotcha",
    "HealthCheck": "infinity_assistant.models.health_check",
    "HealthChecks": "infinity_assistant.models.health_checks",
    "HealthResponse": "infinity_assistant.models.health_response",
    "HealthStatus": "infinity_assistant.models.health_status",
    "KnowledgeAnalytics": "infinity_assistant.models.knowledge_analytics",
    "KnowledgeAnalyticsResponse": "infinity_assistant.models.knowledge_analytics_response",
    "KnowledgeCounts": "infinity_assistant.models.knowledge_counts",
    "KnowledgeCreatedPayload": "infinity_assistant.models.knowledge_created_payload",
    "KnowledgeGapRequest": "infinity_assistant.models.knowledge_gap_request",
    "KnowledgeGapResponse": "infinity_assistant.models.knowledge_gap_response",
    "KnowledgeGapSource": "infinity_assistant.models.knowledge_gap_source",
    "KnowledgeGapStats": "infinity_assistant.models.knowledge_gap_stats",
    "KnowledgeGapStatsResponse": "infinity_assistant.models.knowledge_gap_stats_response",
    "KnowledgeResults": "infinity_assistant.models.knowledge_results",
    "KnowledgeSearchMetadata": "infinity_assistant.models.knowledge_search_metadata",
    "KnowledgeSearchRequest": "infinity_assistant.models.knowledge_search_request",
    "KnowledgeSearchResponse": "infinity_assistant.models.knowledge_search_response",
    "KnowledgeSuggestResponse": "infinity_assistant.models.knowledge_suggest_response",
    "KnowledgeType": "infinity_assistant.models.knowledge_type",
    "LanguageEvent": "infinity_assistant.models.language_event",
    "LanguageEventData": "infinity_assistant.models.language_event_data",
    "ListApiKeysResponse": "infinity_assistant.models.list_api_keys_response",
    "ListWebhooksResponse": "infinity_assistant.models.list_webhooks_response",
    "Memory": "infinity_assistant.models.memory",
    "MemoryDeleteType": "infinity_assistant.models.memory_delete_type",
    "MemoryEntry": "infinity_assistant.models.memory_entry",
    "MemoryEvent": "infinity_assistant.models.memory_event",
    "MemoryEventData": "infinity_assistant.models.memory_event_data",
    "MemoryResponse": "infinity_assistant.models.memory_response",
    "MemoryStoredPayload": "infinity_assistant.models.memory_stored_payload",
    "MemoryType": "infinity_assistant.models.memory_type",
    "MusicMood": "infinity_assistant.models.music_mood",
    "NewApiKey": "infinity_assistant.models.new_api_key",
    "NewWebhook": "infinity_assistant.models.new_webhook",
    "Pattern": "infinity_assistant.models.pattern",
    "PhaseEvent": "infinity_assistant.models.phase_event",
    "PhaseEventData": "infinity_assistant.models.phase_event_data",
    "PreferencesResponse": "infinity_assistant.models.preferences_response",
    "PreferredLanguage": "infinity_assistant.models.preferred_language",
    "RateLimit": "infinity_assistant.models.rate_limit",
    "RateLimitExceeded": "infinity_assistant.models.rate_limit_exceeded",
    "RecentMessage": "infinity_assistant.models.recent_message",
    "ResearchAssessment": "infinity_assistant.models.research_assessment",
    "ResearchFinding": "infinity_assistant.models.research_finding",
    "ResearchFindingMetadata": "infinity_assistant.models.research_finding_metadata",
    "ResearchMetrics": "infinity_assistant.models.research_metrics",
    "ResearchMode": "infinity_assistant.models.research_mode",
    "ResearchNeedRequest": "infinity_assistant.models.research_need_request",
    "ResearchNeedResponse": "infinity_assistant.models.research_need_response",
    "ResearchQuery": "infinity_assistant.models.research_query",
    "ResearchRequest": "infinity_assistant.models.research_request",
    "ResearchResponse": "infinity_assistant.models.research_response",
    "ResearchResult": "infinity_assistant.models.research_result",
    "ResearchSources": "infinity_assistant.models.research_sources",
    "ResearchStatusResponse": "infinity_assistant.models.research_status_response",
    "ResearchSynthesis": "infinity_assistant.models.research_synthesis",
    "ResearchTimeBudgets": "infinity_assistant.models.research_time_budgets",
    "ResearchTiming": "infinity_assistant.models.research_timing",
    "ResponseStyle": "infinity_assistant.models.response_style",
    "SpeakerEvent": "infinity_assistant.models.speaker_event",
    "SpeakerEventData": "infinity_assistant.models.speaker_event_data",
    "StartEvent": "infinity_assistant.models.start_event",
    "StartEventData": "infinity_assistant.models.start_event_data",
    "StoreMemoryRequest": "infinity_assistant.models.store_memory_request",
    "StoreMemoryResponse": "infinity_assistant.models.store_memory_response",
    "StreamMetadata": "infinity_assistant.models.stream_metadata",
    "SubscriptionCancelledPayload": "infinity_assistant.models.subscription_cancelled_payload",
    "SubscriptionCreatedPayload": "infinity_assistant.models.subscription_created_payload",
    "SubscriptionUpdatedPayload": "infinity_assistant.models.subscription_updated_payload",
    "Suggestion": "infinity_assistant.models.suggestion",
    "SuggestionMetadata": "infinity_assistant.models.suggestion_metadata",
    "SuggestionType": "infinity_assistant.models.suggestion_type",
    "TextEvent": "infinity_assistant.models.text_event",
    "TimeRange": "infinity_assistant.models.time_range",
    "TrafficConditions": "infinity_assistant.models.traffic_conditions",
    "UpdatePreferencesRequest": "infinity_assistant.models.update_preferences_request",
    "UsageCounts": "infinity_assistant.models.usage_counts",
    "UsageExport": "infinity_assistant.models.usage_export",
    "UsageQuota": "infinity_assistant.models.usage_quota",
    "UsageRecord": "infinity_assistant.models.usage_record",
    "UsageResponse": "infinity_assistant.models.usage_response",
    "UserPreferences": "infinity_assistant.models.user_preferences",
    "UserPreferencesUpdatedPayload": "infinity_assistant.models.user_preferences_updated_payload",
    "VoiceTone": "infinity_assistant.models.voice_tone",
    "Webhook": "infinity_assistant.models.webhook",
    "WebhookDelivery": "infinity_assistant.models.webhook_delivery",
    "WebhookEvent": "infinity_assistant.models.webhook_event",
    "Wisdom": "infinity_assistant.models.wisdom",
    "WorkflowPhase": "infinity_assistant.models.workflow_phase",
}

if not TYPE_CHECKING:  # A type checker would take any name for one that is there.

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_MODULES[name]), name)
        return value


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
