# SPDX-License-Identifier: MIT
"""Serialize what the admin interface shows."""

from __future__ import annotations

import re
from typing import Any, Dict

from infinity_assistant.testing._api.records import RecordedRequest
from infinity_assistant.testing._http.messages import mask_headers
from infinity_assistant.testing._state.clock import format_iso
from infinity_assistant.testing._webhooks.outbox import Delivery

_LONGEST_BODY = 16_000
#: Keys and secrets, which the service shows once.
_SECRET = re.compile(r'("(?:key|secret)"\s*:\s*")[^"]+')


def serialize_request(one: RecordedRequest) -> Dict[str, Any]:
    """Serialize a request and its response, without credentials."""
    return {
        "number": one.number,
        "time": one.moment,
        "method": one.method,
        "path": one.path,
        "query": one.request.masked_query(),
        "headers": one.request.masked_headers(),
        "body": _show_body(one.body),
        "operation": one.operation,
        "status": one.status,
        "seconds": one.duration.seconds,
        "response": {
            "headers": mask_headers(one.response.headers),
            "body": _SECRET.sub(r"\1***", _show_body(one.response.body)),
            "ending": one.response.ending,
        },
    }


def _show_body(body: bytes) -> str:
    text = body.decode("utf-8", "replace")
    return text if len(text) <= _LONGEST_BODY else f"{text[:_LONGEST_BODY]}… ({len(body)} bytes)"


def serialize_delivery(one: Delivery) -> Dict[str, Any]:
    """Serialize a delivery, without what is not known of it."""
    shown = {**one._asdict(), "created": format_iso(one.created), "body": one.body.decode("utf-8", "replace")}
    return {name: value for name, value in shown.items() if value is not None}
