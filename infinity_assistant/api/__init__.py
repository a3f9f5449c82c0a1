# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the API. Each function describes one call, checks its arguments, and does no I/O.

`client.request(api.chat(message="Hello"))` makes the exchange. The functions of each tag stand in a module of their
own, which is imported when one of them is first used (PEP 562).
"""

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any, Dict, List

from infinity_assistant._models.operation import Operation

if TYPE_CHECKING:
    from infinity_assistant.api._api_keys import CREATE_API_KEY as CREATE_API_KEY
    from infinity_assistant.api._api_keys import DELETE_API_KEY as DELETE_API_KEY
    from infinity_assistant.api._api_keys import LIST_API_KEYS as LIST_API_KEYS
    from infinity_assistant.api._api_keys import create_api_key as create_api_key
    from infinity_assistant.api._api_keys import delete_api_key as delete_api_key
    from infinity_assistant.api._api_keys import list_api_keys as list_api_keys
    from infinity_assistant.api._chat import CHAT as CHAT
    from infinity_assistant.api._chat import CHAT_STREAM as CHAT_STREAM
    from infinity_assistant.api._chat import GET_CONVERSATION as GET_CONVERSATION
    from infinity_assistant.api._chat import chat as chat
    from infinity_assistant.api._chat import chat_stream as chat_stream
    from infinity_assistant.api._chat import get_conversation as get_conversation
    from infinity_assistant.api._exports import EXPORT_CONVERSATIONS as EXPORT_CONVERSATIONS
    from infinity_assistant.api._exports import EXPORT_USAGE as EXPORT_USAGE
    from infinity_assistant.api._exports import export_conversations as export_conversations
    from infinity_assistant.api._exports import export_usage as export_usage
    from infinity_assistant.api._knowledge import ASSESS_RESEARCH_NEED as ASSESS_RESEARCH_NEED
    from infinity_assistant.api._knowledge import KNOWLEDGE_GAP_STATS as KNOWLEDGE_GAP_STATS
    from infinity_assistant.api._knowledge import REPORT_KNOWLEDGE_GAP as REPORT_KNOWLEDGE_GAP
    from infinity_assistant.api._knowledge import SEARCH_KNOWLEDGE as SEARCH_KNOWLEDGE
    from infinity_assistant.api._knowledge import SUGGEST_KNOWLEDGE as SUGGEST_KNOWLEDGE
    from infinity_assistant.api._knowledge import assess_research_need as assess_research_need
    from infinity_assistant.api._knowledge import knowledge_gap_stats as knowledge_gap_stats
    from infinity_assistant.api._knowledge import report_knowledge_gap as report_knowledge_gap
    from infinity_assistant.api._knowledge import search_knowledge as search_knowledge
    from infinity_assistant.api._knowledge import suggest_knowledge as suggest_knowledge
    from infinity_assistant.api._memory import DELETE_MEMORY as DELETE_MEMORY
    from infinity_assistant.api._memory import RETRIEVE_MEMORY as RETRIEVE_MEMORY
    from infinity_assistant.api._memory import STORE_MEMORY as STORE_MEMORY
    from infinity_assistant.api._memory import delete_memory as delete_memory
    from infinity_assistant.api._memory import retrieve_memory as retrieve_memory
    from infinity_assistant.api._memory import store_memory as store_memory
    from infinity_assistant.api._research import RESEARCH as RESEARCH
    from infinity_assistant.api._research import RESEARCH_STATUS as RESEARCH_STATUS
    from infinity_assistant.api._research import research as research
    from infinity_assistant.api._research import research_status as research_status
    from infinity_assistant.api._service import HEALTH as HEALTH
    from infinity_assistant.api._service import KNOWLEDGE_ANALYTICS as KNOWLEDGE_ANALYTICS
    from infinity_assistant.api._service import health as health
    from infinity_assistant.api._service import knowledge_analytics as knowledge_analytics
    from infinity_assistant.api._user import GET_PREFERENCES as GET_PREFERENCES
    from infinity_assistant.api._user import GET_USAGE as GET_USAGE
    from infinity_assistant.api._user import SEND_FEEDBACK as SEND_FEEDBACK
    from infinity_assistant.api._user import UPDATE_PREFERENCES as UPDATE_PREFERENCES
    from infinity_assistant.api._user import get_preferences as get_preferences
    from infinity_assistant.api._user import get_usage as get_usage
    from infinity_assistant.api._user import send_feedback as send_feedback
    from infinity_assistant.api._user import update_preferences as update_preferences
    from infinity_assistant.api._webhooks import CREATE_WEBHOOK as CREATE_WEBHOOK
    from infinity_assistant.api._webhooks import DELETE_WEBHOOK as DELETE_WEBHOOK
    from infinity_assistant.api._webhooks import LIST_WEBHOOKS as LIST_WEBHOOKS
    from infinity_assistant.api._webhooks import create_webhook as create_webhook
    from infinity_assistant.api._webhooks import delete_webhook as delete_webhook
    from infinity_assistant.api._webhooks import list_webhooks as list_webhooks

OPERATIONS: Dict[str, Operation]
"""Every operation by its id."""

__all__ = [
    "OPERATIONS",
    "GET_CONVERSATION",
    "get_conversation",
    "CHAT",
    "chat",
    "CHAT_STREAM",
    "chat_stream",
    "SUGGEST_KNOWLEDGE",
    "suggest_knowledge",
    "SEARCH_KNOWLEDGE",
    "search_knowledge",
    "KNOWLEDGE_GAP_STATS",
    "knowledge_gap_stats",
    "REPORT_KNOWLEDGE_GAP",
    "report_knowledge_gap",
    "ASSESS_RESEARCH_NEED",
    "assess_research_need",
    "RESEARCH_STATUS",
    "research_status",
    "RESEARCH",
    "research",
    "RETRIEVE_MEMORY",
    "retrieve_memory",
    "STORE_MEMORY",
    "store_memory",
    "DELETE_MEMORY",
    "delete_memory",
    "GET_PREFERENCES",
    "get_preferences",
    "UPDATE_PREFERENCES",
    "update_preferences",
    "GET_USAGE",
    "get_usage",
    "LIST_API_KEYS",
    "list_api_keys",
    "CREATE_API_KEY",
    "create_api_key",
    "DELETE_API_KEY",
    "delete_api_key",
    "LIST_WEBHOOKS",
    "list_webhooks",
    "CREATE_WEBHOOK",
    "create_webhook",
    "DELETE_WEBHOOK",
    "delete_webhook",
    "EXPORT_CONVERSATIONS",
    "export_conversations",
    "EXPORT_USAGE",
    "export_usage",
    "SEND_FEEDBACK",
    "send_feedback",
    "KNOWLEDGE_ANALYTICS",
    "knowledge_analytics",
    "HEALTH",
    "health",
]

_MODULES = {
    "get_conversation": "_chat",
    "chat": "_chat",
    "chat_stream": "_chat",
    "suggest_knowledge": "_knowledge",
    "search_knowledge": "_knowledge",
    "knowledge_gap_stats": "_knowledge",
    "report_knowledge_gap": "_knowledge",
    "assess_research_need": "_knowledge",
    "research_status": "_research",
    "research": "_research",
    "retrieve_memory": "_memory",
    "store_memory": "_memory",
    "delete_memory": "_memory",
    "get_preferences": "_user",
    "update_preferences": "_user",
    "get_usage": "_user",
    "list_api_keys": "_api_keys",
    "create_api_key": "_api_keys",
    "delete_api_key": "_api_keys",
    "list_webhooks": "_webhooks",
    "create_webhook": "_webhooks",
    "delete_webhook": "_webhooks",
    "export_conversations": "_exports",
    "export_usage": "_exports",
    "send_feedback": "_user",
    "knowledge_analytics": "_service",
    "health": "_service",
}

if not TYPE_CHECKING:  # A type checker would take any name for one that is there.

    def __getattr__(name: str) -> Any:
        if name == "OPERATIONS":
            value = {name: __getattr__(name.upper()) for name in _MODULES}
        elif name.lower() in _MODULES and name in __all__:
            value = getattr(_import_module(f"infinity_assistant.api.{_MODULES[name.lower()]}"), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
