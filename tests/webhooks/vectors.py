"""The worked vectors, and deliveries that are written as the service writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, NamedTuple

from infinity_assistant import webhooks

_FILE = json.loads((Path(__file__).parents[1] / "data" / "webhook-vectors.json").read_text("utf-8"))
VECTORS: Dict[str, Dict[str, Any]] = {vector["name"]: vector for vector in _FILE}
SECRET = "c4ppNvM0rVkWJTvNDPXCUHanEw4dWbRY-ciertZN0KU"
TIME = "2026-01-02T03:04:05.000Z"
NOW = 1767323045.0
"""`TIME` in seconds since 1970."""


class Delivery(NamedTuple):
    """What a receiver gets."""

    body: bytes
    signature: str

    def headers(self, event: str = "chat.message", webhook_id: str = "wh_1") -> Dict[str, str]:
        return {
            "content-type": "application/json",
            "x-infinity-signature": self.signature,
            "X-Infinity-Event": event,
            "X-INFINITY-WEBHOOK-ID": webhook_id,
        }


def delivery(
    data: str = '{"message":"Hello"}', event: str = "chat.message", timestamp: str = TIME, secret: str = SECRET
) -> Delivery:
    body = f'{{"event":{json.dumps(event)},"timestamp":{json.dumps(timestamp)},"data":{data}}}'
    return Delivery(body.encode(), webhooks.sign(data, secret))
