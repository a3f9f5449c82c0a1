# SPDX-License-Identifier: MIT
"""Carry out the operations: one module per subject, one function per operation."""

from __future__ import annotations

from typing import Callable, Dict

from infinity_assistant.testing._api.context import Outcome, RequestContext
from infinity_assistant.testing._api.operations import (
    analytics,
    api_keys,
    chat,
    export,
    feedback,
    health,
    knowledge_gaps,
    memory,
    preferences,
    research,
    search,
    usage,
    webhooks,
)

ROUTES: Dict[str, Callable[[RequestContext], Outcome]] = {
    "chat": chat.chat,
    "chat_stream": chat.chat_stream,
    "get_conversation": chat.get_conversation,
    "search_knowledge": search.search,
    "suggest_knowledge": search.suggest,
    "report_knowledge_gap": search.report_gap,
    "knowledge_gap_stats": knowledge_gaps.count_gaps,
    "assess_research_need": knowledge_gaps.assess_need,
    "research": research.research,
    "research_status": research.get_status,
    "retrieve_memory": memory.retrieve,
    "store_memory": memory.store,
    "delete_memory": memory.delete,
    "get_preferences": preferences.get,
    "update_preferences": preferences.update,
    "get_usage": usage.get,
    "list_api_keys": api_keys.list_all,
    "create_api_key": api_keys.create,
    "delete_api_key": api_keys.delete,
    "list_webhooks": webhooks.list_all,
    "create_webhook": webhooks.create,
    "delete_webhook": webhooks.delete,
    "export_conversations": export.export_conversations,
    "export_usage": export.export_usage,
    "send_feedback": feedback.send,
    "knowledge_analytics": analytics.analyze_knowledge,
    "health": health.check,
}
