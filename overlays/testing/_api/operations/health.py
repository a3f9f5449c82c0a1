# SPDX-License-Identifier: MIT
"""GET /health."""

from __future__ import annotations

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json


def check(context: RequestContext) -> Response:
    """Report that the emulator is healthy, and that there is no model behind it."""
    services = context.services
    checks = {
        "database": {"status": "healthy", "latency": 0},
        "knowledge": {"status": "healthy", "details": {"entries": services.knowledge.count()}},
        "model": {"status": "not_configured"},
        "emulator": {
            "status": "healthy",
            "details": {"profile": services.profile.name, "frozen": services.clock.frozen},
        },
    }
    head = {"status": "healthy", "timestamp": services.clock.now_iso(), "version": "1.0.0"}
    return build_json({**head, "service": "infinityassistant", "checks": checks})
