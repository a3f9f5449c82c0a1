# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/operations/usage.py: edit that file, then run `make generate`.
"""GET /user/usage."""

from __future__ import annotations

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json
from infinity_assistant.testing._state.quota import UNLIMITED


def get(context: RequestContext) -> Response:
    """Return what the caller has used; the tokens of an unknown caller are not counted."""
    user = context.find_user()
    quota = context.services.quota
    if user is None:
        limits = quota.get_displayed_limits("free")
        return build_json(
            {"usage": {"today": 0, "thisMonth": 0}, "limits": limits, "tier": "free", "remaining": limits}
        )
    tier, used = quota.get_tier(user), quota.get_usage(user)
    limits = quota.get_displayed_limits(tier)
    remaining = {"daily": _subtract(limits["daily"], used.today), "monthly": _subtract(limits["monthly"], used.month)}
    usage = {"today": used.today, "thisMonth": used.month, "tokensUsed": used.tokens}
    return build_json({"usage": usage, "limits": limits, "tier": tier, "remaining": remaining})


def _subtract(limit: int, used: int) -> int:
    return UNLIMITED if limit == UNLIMITED else max(0, limit - used)
