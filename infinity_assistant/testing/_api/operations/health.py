# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/operations/health.py: edit that file, then run `make generate`.
"""GET /health."""

from __future__ import annotations

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import success


def check(exchange: Exchange) -> Answer:
    """Tell that the emulator is well, and that there is no model behind it."""
    parts = exchange.parts
    checks = {
        "database": {"status": "healthy", "latency": 0},
        "knowledge": {"status": "healthy", "details": {"entries": parts.knowledge.count()}},
        "model": {"status": "not_configured"},
        "emulator": {"status": "healthy", "details": {"profile": parts.profile.name, "frozen": parts.clock.frozen}},
    }
    head = {"status": "healthy", "timestamp": parts.clock.iso(), "version": "1.0.0"}
    return success({**head, "service": "infinityassistant", "checks": checks})
