# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/quota.py: edit that file, then run `make generate`.
"""Count messages against the daily quota of a tier, and the usage of a month."""

from __future__ import annotations

from typing import Any, Dict, NamedTuple, Optional

from infinity_assistant.testing._state.clock import Clock
from infinity_assistant.testing._state.store import Store

UNLIMITED = -1
_UNLIMITED_TIERS = frozenset(
    {"builder_pro", "builder_business", "builder_enterprise", "master", "paid", "business", "enterprise", "team"}
)
_MESSAGES_A_DAY = {"free": 50, "pro": 100, "assistant_pro": 100}
_DISPLAYED = {"free": (10, 100), "pro": (100, 3000), "business": (500, 15000), "enterprise": (UNLIMITED, UNLIMITED)}


class Usage(NamedTuple):
    """Requests today and this month, tokens today."""

    today: int
    month: int
    tokens: int


class Quota:
    """The daily quota. `limit` replaces that of every tier, unless it is None."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self.limit: Optional[int] = None

    def get_tier(self, user_id: str) -> str:
        """Return the tier of a user: `free` unless it was set."""
        row = self._store.fetch_one("SELECT tier FROM users WHERE id = ?", user_id)
        return "free" if row is None else str(row["tier"])

    def set_tier(self, user_id: str, tier: str) -> None:
        """Set the tier of a user, such as `pro`."""
        self._store.execute("INSERT OR REPLACE INTO users (id, tier) VALUES (?, ?)", user_id, tier)

    def build_rate_limit(self, tier: str, used: int) -> Dict[str, Any]:
        """Build the `rateLimit` object after `used` messages of a day."""
        limit = self.get_daily_limit(tier)
        if limit == UNLIMITED:
            return {"allowed": True, "limit": UNLIMITED, "remaining": UNLIMITED}
        if used < limit:
            return {"allowed": True, "limit": limit, "remaining": limit - used}
        reset = self._clock.next_midnight()
        reason = f"Daily limit of {limit} requests reached. Reset at {reset}"
        return {"allowed": False, "limit": limit, "remaining": 0, "reset_at": reset, "reason": reason}

    def get_daily_limit(self, tier: str) -> int:
        """Return how many messages a day a tier allows; -1 is unlimited. An unknown tier counts as free."""
        if self.limit is not None:
            return self.limit
        name = tier.lower()
        return UNLIMITED if name in _UNLIMITED_TIERS else _MESSAGES_A_DAY.get(name, _MESSAGES_A_DAY["free"])

    def record_usage(self, user_id: str, endpoint: str, tokens: int, requests: int = 1) -> None:
        """Count requests, and the tokens they used, for today."""
        self._store.execute(
            "INSERT INTO usage (user_id, date, endpoint, created, requests, tokens) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (user_id, date, endpoint) DO UPDATE"
            " SET requests = requests + excluded.requests, tokens = tokens + excluded.tokens",
            *(user_id, self._clock.today(), endpoint, self._clock.now(), requests, tokens),
        )

    def get_usage(self, user_id: str) -> Usage:
        """Return the usage of a user today and this month."""
        day = self._clock.today()
        today = self._sum(user_id, day)
        return Usage(today[0], self._sum(user_id, f"{day[:7]}-%")[0], today[1])

    def get_displayed_limits(self, tier: str) -> Dict[str, int]:
        """Return the limits as GET /user/usage shows them. They differ from those that POST /chat enforces."""
        daily, monthly = _DISPLAYED.get(tier, _DISPLAYED["free"])
        return {"daily": daily, "monthly": monthly}

    def _sum(self, user_id: str, date: str) -> Any:
        return self._store.fetch_one(
            "SELECT coalesce(sum(requests), 0), coalesce(sum(tokens), 0) FROM usage WHERE user_id = ? AND date LIKE ?",
            *(user_id, date),
        )
