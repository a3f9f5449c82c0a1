# SPDX-License-Identifier: MIT
"""GET /export/conversations and /export/usage."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List

from infinity_assistant.testing._api.context import Exchange
from infinity_assistant.testing._http.messages import Answer
from infinity_assistant.testing._http.responses import success
from infinity_assistant.testing._state.clock import iso

_COLUMNS = ("date", "endpoint", "requests", "tokens", "cost", "model", "status")


def conversations(exchange: Exchange) -> Answer:
    """Give the caller's conversations, the latest first."""
    rows = exchange.parts.store.all(
        "SELECT * FROM conversations WHERE user_id = ? ORDER BY created DESC, rowid DESC", exchange.manager()
    )
    wanted = exchange.request.param("conversationId")
    shown = [one for one in map(_conversation, rows) if _within(exchange, one["createdAt"])]
    shown = [one for one in shown if not wanted or one["id"] == wanted]
    return success({**_head(exchange, len(shown)), "conversations": shown})


def usage(exchange: Exchange) -> Answer:
    """Give the caller's usage by day and endpoint, the latest first, as JSON or with `format=csv` as CSV."""
    rows = exchange.parts.store.all("SELECT * FROM usage WHERE user_id = ? ORDER BY created DESC", exchange.manager())
    records = [record for record in map(_record, rows) if _within(exchange, record["date"])]
    if exchange.request.param("format") == "csv":
        return _csv(exchange, records)
    return success({**_head(exchange, len(records)), "data": records})


def _head(exchange: Exchange, count: int) -> Dict[str, Any]:
    return {"success": True, "exportDate": exchange.parts.clock.iso(), "format": "json", "recordCount": count}


def _conversation(row: sqlite3.Row) -> Dict[str, Any]:
    identifier = json.loads(row["key"])
    return {
        "id": identifier if isinstance(identifier, str) else row["key"],
        "title": row["title"] or "Untitled Conversation",
        "createdAt": iso(row["created"]),
        "updatedAt": iso(row["updated"]),
        "messageCount": row["messages"],
        "metadata": {},
    }


def _record(row: sqlite3.Row) -> Dict[str, Any]:
    used = {"date": iso(row["created"]), "endpoint": row["endpoint"], "requests": row["requests"]}
    return {**used, "tokens": row["tokens"], "cost": 0, "model": "infinity-agent", "status": "success"}


def _within(exchange: Exchange, moment: str) -> bool:
    start, end = exchange.request.param("startDate"), exchange.request.param("endDate")
    return (not start or moment >= start) and (not end or moment <= end)


def _csv(exchange: Exchange, records: List[Dict[str, Any]]) -> Answer:
    lines = [",".join(_COLUMNS)]
    lines += [",".join(_cell(record[column]) for column in _COLUMNS) for record in records]
    name = f"usage-export-{exchange.parts.clock.day()}.csv"
    headers = (("content-disposition", f'attachment; filename="{name}"'), ("content-type", "text/csv"))
    return Answer(200, headers, ((0.0, "\n".join(lines).encode()),))


def _cell(value: Any) -> str:
    if not isinstance(value, str):
        return str(value)
    return '"' + value.replace('"', '""') + '"'
