# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/operations/preferences.py: edit that file, then run `make generate`.
"""GET and POST /user/preferences."""

from __future__ import annotations

import json

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._api.validation import ABSENT, TYPE, ErrorText
from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_error, build_json

_TEXTS = (ErrorText("preferences", (ABSENT, TYPE), "Invalid preferences"),)


def get(context: RequestContext) -> Response:
    """Return the stored document; it is empty for an unknown caller."""
    row = context.services.store.fetch_one(
        "SELECT document FROM preferences WHERE user_id = ?", context.find_user() or ""
    )
    return build_json({"preferences": {} if row is None else json.loads(row["document"])})


def update(context: RequestContext) -> Response:
    """Replace the whole document. The caller is identified before the body is read."""
    user = context.find_user()
    if user is None:
        return build_error(400, "User identification required")
    preferences = context.parse_body(_TEXTS)["preferences"]
    context.services.store.execute(
        "INSERT OR REPLACE INTO preferences (user_id, document) VALUES (?, ?)", user, dumps(preferences)
    )
    context.services.outbox.emit("user.preferences.updated", {"userId": user, "preferences": preferences})
    return build_json({"success": True})
