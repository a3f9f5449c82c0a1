# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag exports. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import Any, Dict, Optional

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation

EXPORT_CONVERSATIONS = Operation(
    id="export_conversations",
    method="GET",
    path="/export/conversations",
    read=reading.ModelReader(m, "ConversationExport"),
    idempotent=True,
    arguments={"startDate": "start_date", "endDate": "end_date", "conversationId": "conversation_id"},
)

EXPORT_USAGE = Operation(
    id="export_usage",
    method="GET",
    path="/export/usage",
    read=reading.ModelReader(m, "UsageExport"),
    text_media_types=("text/csv",),
    idempotent=True,
    arguments={"format": "format", "startDate": "start_date", "endDate": "end_date"},
)


def export_conversations(
    *,
    start_date: Optional[str] = None,
    end_date: Optional[str] = None,
    conversation_id: Optional[str] = None,
) -> Call[m.ConversationExport]:
    """Export the conversations of the account.

    - `start_date`: Only what is from this date on, such as 2026-11-01.
    - `end_date`: Only what is from this date or before, such as 2026-11-30.
    - `conversation_id`: Only this conversation.
    """
    _query: Dict[str, Any] = {}
    if start_date is not None:
        _query["startDate"] = check.check_text("start_date", start_date, min_length=1)
    if end_date is not None:
        _query["endDate"] = check.check_text("end_date", end_date, min_length=1)
    if conversation_id is not None:
        _query["conversationId"] = check.check_text("conversation_id", conversation_id, min_length=1, blank=False)
    return Call(EXPORT_CONVERSATIONS, query=_query)


def export_usage(
    *,
    format: Optional[m.ExportFormat] = None,
    start_date: Optional[str] = None,
    end_date: Optional[str] = None,
) -> Call[m.UsageExport]:
    """Export the usage of the account.

    Where the arguments ask for text/csv, the response is a `str`.

    - `format`: As JSON, which is the default, or as a CSV file. One of `json`, `csv`.
    - `start_date`: Only what is from this date on, such as 2026-11-01.
    - `end_date`: Only what is from this date or before, such as 2026-11-30.
    """
    _query: Dict[str, Any] = {}
    if format is not None:
        _query["format"] = check.check_text("format", format)
    if start_date is not None:
        _query["startDate"] = check.check_text("start_date", start_date, min_length=1)
    if end_date is not None:
        _query["endDate"] = check.check_text("end_date", end_date, min_length=1)
    return Call(EXPORT_USAGE, query=_query)
