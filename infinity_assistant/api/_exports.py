# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag exports. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import Any, Dict, Optional

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call, Operation

EXPORT_CONVERSATIONS = Operation(
    id="export_conversations",
    method="GET",
    path="/export/conversations",
    read=reading.ModelReader(m, "ConversationExport"),
    idempotent=True,
)

EXPORT_USAGE = Operation(
    id="export_usage",
    method="GET",
    path="/export/usage",
    read=reading.ModelReader(m, "UsageExport"),
    texts=("text/csv",),
    idempotent=True,
    arguments={"format": "format"},
)


def export_conversations() -> Call[m.ConversationExport]:
    """Export the conversations of the account."""
    return Call(EXPORT_CONVERSATIONS)


def export_usage(
    *,
    format: Optional[m.ExportFormat] = None,
) -> Call[m.UsageExport]:
    """Export the usage of the account.

    Where the arguments ask for text/csv, the answer is a `str`.

    - `format`: As JSON, which is the default, or as a CSV file.
    """
    _query: Dict[str, Any] = {}
    if format is not None:
        _query["format"] = check.text("format", format)
    return Call(EXPORT_USAGE, query=_query)
