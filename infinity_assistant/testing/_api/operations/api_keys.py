# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/operations/api_keys.py: edit that file, then run `make generate`.
"""GET, POST and DELETE /api-keys."""

from __future__ import annotations

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._api.validation import NEEDED, Text
from infinity_assistant.testing._http.json_text import trim
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import plain, success
from infinity_assistant.testing._state.clock import iso

_TEXTS = (Text("name", NEEDED, "API key name is required"),)


def list_all(exchange: Exchange) -> Answer:
    """List the keys that were created, revoked ones as inactive, without their secret part."""
    exchange.manager()
    shown = []
    for row in exchange.parts.keys.listed():
        used = {} if row["last_used"] is None else {"lastUsed": iso(row["last_used"])}
        key = {"id": row["id"], "name": row["name"], "prefix": row["prefix"], "createdAt": iso(row["created"])}
        shown.append({**key, **used, "isActive": bool(row["active"])})
    return success({"success": True, "apiKeys": shown})


def create(exchange: Exchange) -> Answer:
    """Make a key; the body is checked before the caller is."""
    name = trim(exchange.checked(_TEXTS)["name"])
    made = exchange.parts.keys.create(name, exchange.manager())
    key = {"id": made.id, "name": name, "key": made.key, "prefix": made.prefix, "createdAt": iso(made.created)}
    message = "API key created. Save this key - it will not be shown again."
    return success({"success": True, "apiKey": key, "message": message})


def delete(exchange: Exchange) -> Answer:
    """Revoke a key; an unknown id is no error."""
    identifier = exchange.request.param("id")
    if not identifier:
        return plain(400, "API key ID is required")
    exchange.manager()
    exchange.parts.keys.revoke(identifier)
    return success({"success": True, "message": "API key revoked"})
