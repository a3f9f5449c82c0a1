# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/operations/api_keys.py: edit that file, then run `make generate`.
"""GET, POST and DELETE /api-keys."""

from __future__ import annotations

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._api.validation import NEEDED, ErrorText
from infinity_assistant.testing._http.json_text import trim
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_error, build_json
from infinity_assistant.testing._state.clock import format_iso

_TEXTS = (ErrorText("name", NEEDED, "API key name is required"),)


def list_all(context: RequestContext) -> Response:
    """List the keys that were created, revoked ones as inactive, without their secret part."""
    context.require_manager()
    shown = []
    for row in context.services.keys.list_created():
        used = {} if row["last_used"] is None else {"lastUsed": format_iso(row["last_used"])}
        key = {"id": row["id"], "name": row["name"], "prefix": row["prefix"], "createdAt": format_iso(row["created"])}
        shown.append({**key, **used, "isActive": bool(row["active"])})
    return build_json({"success": True, "apiKeys": shown})


def create(context: RequestContext) -> Response:
    """Create a key; the body is validated before the caller is identified."""
    name = trim(context.parse_body(_TEXTS)["name"])
    made = context.services.keys.create(name, context.require_manager())
    key = {"id": made.id, "name": name, "key": made.key, "prefix": made.prefix, "createdAt": format_iso(made.created)}
    message = "API key created. Save this key - it will not be shown again."
    return build_json({"success": True, "apiKey": key, "message": message})


def delete(context: RequestContext) -> Response:
    """Revoke a key; an unknown id is no error."""
    identifier = context.request.query_param("id")
    if not identifier:
        return build_error(400, "API key ID is required")
    context.require_manager()
    context.services.keys.revoke(identifier)
    return build_json({"success": True, "message": "API key revoked"})
