# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/operations/usage.py: edit that file, then run `make generate`.
"""GET /user/usage."""

from __future__ import annotations

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import success
from infinity_assistant.testing._state.quota import UNLIMITED


def get(exchange: Exchange) -> Answer:
    """Tell what the caller has used; of a stranger no tokens are known."""
    user = exchange.signed_in()
    quota = exchange.parts.quota
    if user is None:
        limits = quota.shown("free")
        return success({"usage": {"today": 0, "thisMonth": 0}, "limits": limits, "tier": "free", "remaining": limits})
    tier, used = quota.tier(user), quota.used(user)
    limits = quota.shown(tier)
    remaining = {"daily": _left(limits["daily"], used.today), "monthly": _left(limits["monthly"], used.month)}
    usage = {"today": used.today, "thisMonth": used.month, "tokensUsed": used.tokens}
    return success({"usage": usage, "limits": limits, "tier": tier, "remaining": remaining})


def _left(limit: int, used: int) -> int:
    return UNLIMITED if limit == UNLIMITED else max(0, limit - used)
