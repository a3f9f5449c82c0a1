# SPDX-License-Identifier: MIT
"""GET /health."""

from __future__ import annotations

from typing import Any, Dict

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json

#: The parts of the service, by its names. Behind the emulator there is a database, and no model.
_CHECKS: Dict[str, Dict[str, Any]] = {
    "supabase": {"status": "healthy", "latency": 0},
    "stripe": {"status": "not_configured"},
    "anthropic": {"status": "not_configured"},
    "openai": {"status": "not_configured"},
    "ollama": {"status": "offline", "latency": 0, "details": {"models": [], "defaultModel": "none"}},
    "mesh": {"status": "disconnected", "details": {"self": "infinity-assistant-emulator", "nodes": []}},
    "uaa2_service": {
        "status": "offline",
        "details": {"hasMCPSupport": False, "endpoints": [], "primary": None, "aiWorkspace": None, "backup": None},
    },
    "fallback_llm": {"status": "unavailable", "details": {"providers": [], "configuredProviders": []}},
}


def check(context: RequestContext) -> Response:
    """Report that the emulator is healthy, and that there is no model behind it."""
    head = {"status": "healthy", "timestamp": context.services.clock.now_iso(), "version": "1.0.0"}
    return build_json({**head, "service": "infinityassistant", "checks": _CHECKS})
