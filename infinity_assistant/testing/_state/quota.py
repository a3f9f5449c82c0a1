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
_SHOWN = {"free": (10, 100), "pro": (100, 3000), "business": (500, 15000), "enterprise": (UNLIMITED, UNLIMITED)}


class Usage(NamedTuple):
    """What a user has used: requests today and this month, tokens today."""

    today: int
    month: int
    tokens: int


class Quota:
    """The daily quota. `limit` replaces that of every tier; None gives the tiers their own back."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self.limit: Optional[int] = None

    def tier(self, user_id: str) -> str:
        """Give the tier of a user: `free` unless it was set."""
        row = self._store.one("SELECT tier FROM users WHERE id = ?", user_id)
        return "free" if row is None else str(row["tier"])

    def set_tier(self, user_id: str, tier: str) -> None:
        """Give a user a tier, such as `pro`."""
        self._store.run("INSERT OR REPLACE INTO users (id, tier) VALUES (?, ?)", user_id, tier)

    def state(self, tier: str, used: int) -> Dict[str, Any]:
        """Give the `rateLimit` object after `used` messages of a day."""
        limit = self.daily(tier)
        if limit == UNLIMITED:
            return {"allowed": True, "limit": UNLIMITED, "remaining": UNLIMITED}
        if used < limit:
            return {"allowed": True, "limit": limit, "remaining": limit - used}
        reset = self._clock.tomorrow()
        reason = f"Daily limit of {limit} requests reached. Reset at {reset}"
        return {"allowed": False, "limit": limit, "remaining": 0, "reset_at": reset, "reason": reason}

    def daily(self, tier: str) -> int:
        """Give how many messages a day a tier may send; -1 is as many as it likes. An unknown tier counts as free."""
        if self.limit is not None:
            return self.limit
        name = tier.lower()
        return UNLIMITED if name in _UNLIMITED_TIERS else _MESSAGES_A_DAY.get(name, _MESSAGES_A_DAY["free"])

    def record(self, user_id: str, endpoint: str, tokens: int, requests: int = 1) -> None:
        """Count requests, and the tokens they took, for today."""
        self._store.run(
            "INSERT INTO usage (user_id, date, endpoint, created, requests, tokens) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (user_id, date, endpoint) DO UPDATE"
            " SET requests = requests + excluded.requests, tokens = tokens + excluded.tokens",
            *(user_id, self._clock.day(), endpoint, self._clock.now(), requests, tokens),
        )

    def used(self, user_id: str) -> Usage:
        """Give what a user has used today and this month."""
        day = self._clock.day()
        today = self._sum(user_id, day)
        return Usage(today[0], self._sum(user_id, f"{day[:7]}-%")[0], today[1])

    def shown(self, tier: str) -> Dict[str, int]:
        """Give the limits as GET /user/usage shows them. They differ from those that POST /chat keeps to."""
        daily, monthly = _SHOWN.get(tier, _SHOWN["free"])
        return {"daily": daily, "monthly": monthly}

    def _sum(self, user_id: str, date: str) -> Any:
        return self._store.one(
            "SELECT coalesce(sum(requests), 0), coalesce(sum(tokens), 0) FROM usage WHERE user_id = ? AND date LIKE ?",
            *(user_id, date),
        )
