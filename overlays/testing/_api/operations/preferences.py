# SPDX-License-Identifier: MIT
"""GET and POST /user/preferences."""

from __future__ import annotations

import json

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._api.validation import ABSENT, TYPE, Text
from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import plain, success

_TEXTS = (Text("preferences", (ABSENT, TYPE), "Invalid preferences"),)


def get(exchange: Exchange) -> Answer:
    """Give the stored document; a stranger's is empty."""
    row = exchange.parts.store.one("SELECT document FROM preferences WHERE user_id = ?", exchange.signed_in() or "")
    return success({"preferences": {} if row is None else json.loads(row["document"])})


def update(exchange: Exchange) -> Answer:
    """Replace the whole document. Who is calling is asked before the body is read."""
    user = exchange.signed_in()
    if user is None:
        return plain(400, "User identification required")
    preferences = exchange.checked(_TEXTS)["preferences"]
    exchange.parts.store.run(
        "INSERT OR REPLACE INTO preferences (user_id, document) VALUES (?, ?)", user, dumps(preferences)
    )
    exchange.parts.outbox.emit("user.preferences.updated", {"userId": user, "preferences": preferences})
    return success({"success": True})
