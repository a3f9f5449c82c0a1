# SPDX-License-Identifier: MIT
"""GET /export/conversations and /export/usage."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List

from infinity_assistant.testing._api.context import RequestContext
from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json
from infinity_assistant.testing._state.clock import format_iso

_COLUMNS = ("date", "endpoint", "requests", "tokens", "cost", "model", "status")


def export_conversations(context: RequestContext) -> Response:
    """Export the caller's conversations, the latest first."""
    rows = context.services.store.fetch_all(
        "SELECT * FROM conversations WHERE user_id = ? ORDER BY created DESC, rowid DESC", context.require_manager()
    )
    wanted = context.request.query_param("conversationId")
    shown = [one for one in map(_serialize_conversation, rows) if _is_within(context, one["createdAt"])]
    shown = [one for one in shown if not wanted or one["id"] == wanted]
    return build_json({**_build_head(context, len(shown)), "conversations": shown})


def export_usage(context: RequestContext) -> Response:
    """Export the caller's usage by day and endpoint, the latest first, as JSON or with `format=csv` as CSV."""
    rows = context.services.store.fetch_all(
        "SELECT * FROM usage WHERE user_id = ? ORDER BY created DESC", context.require_manager()
    )
    records = [record for record in map(_serialize_usage, rows) if _is_within(context, record["date"])]
    if context.request.query_param("format") == "csv":
        return _build_csv(context, records)
    return build_json({**_build_head(context, len(records)), "data": records})


def _build_head(context: RequestContext, count: int) -> Dict[str, Any]:
    return {"success": True, "exportDate": context.services.clock.now_iso(), "format": "json", "recordCount": count}


def _serialize_conversation(row: sqlite3.Row) -> Dict[str, Any]:
    identifier = json.loads(row["key"])
    return {
        "id": identifier if isinstance(identifier, str) else row["key"],
        "title": row["title"] or "Untitled Conversation",
        "createdAt": format_iso(row["created"]),
        "updatedAt": format_iso(row["updated"]),
        "messageCount": row["messages"],
        "metadata": {},
    }


def _serialize_usage(row: sqlite3.Row) -> Dict[str, Any]:
    used = {"date": format_iso(row["created"]), "endpoint": row["endpoint"], "requests": row["requests"]}
    return {**used, "tokens": row["tokens"], "cost": 0, "model": "infinity-agent", "status": "success"}


def _is_within(context: RequestContext, moment: str) -> bool:
    start, end = context.request.query_param("startDate"), context.request.query_param("endDate")
    return (not start or moment >= start) and (not end or moment <= end)


def _build_csv(context: RequestContext, records: List[Dict[str, Any]]) -> Response:
    lines = [",".join(_COLUMNS)]
    lines += [",".join(_quote(record[column]) for column in _COLUMNS) for record in records]
    name = f"usage-export-{context.services.clock.today()}.csv"
    headers = (("content-disposition", f'attachment; filename="{name}"'), ("content-type", "text/csv"))
    return Response(200, headers, ((0.0, "\n".join(lines).encode()),))


def _quote(value: Any) -> str:
    if not isinstance(value, str):
        return str(value)
    return '"' + value.replace('"', '""') + '"'
