# SPDX-License-Identifier: MIT. Generated from overlays/cli/_listen/delivery_handler.py: edit that file, then run `make generate`.
"""Handle deliveries: verify, forward, print."""

from __future__ import annotations

import datetime as dt
import json
import sys
from http import HTTPStatus
from typing import Any, Dict, List

from infinity_assistant import webhooks
from infinity_assistant.cli._listen.forwarder import Forwarder
from infinity_assistant.cli._terminal.output import BOLD, print_json, print_line
from infinity_assistant.errors import (
    InfinityAssistantWebhookReplayError,
    InfinityAssistantWebhookVerificationError,
)


class DeliveryHandler:
    """Verifies deliveries, forwards them, and prints them. `count` is how many came."""

    def __init__(self, secret: str, forwarder: Forwarder, as_json: bool) -> None:
        self.count = 0
        self._secret = secret
        self._replays = webhooks.ReplayGuard()
        self._forwarder = forwarder
        self._show = print_json if as_json else _show
        self._unprinted: List[Dict[str, Any]] = []

    def receive(self, body: bytes, headers: webhooks.HeaderMapping) -> int:
        """Handle a delivery, and return the HTTP status to respond with."""
        try:
            delivery = webhooks.parse(body, headers, self._secret, replay=self._replays)
        except InfinityAssistantWebhookReplayError as error:
            return self._record(HTTPStatus.NO_CONTENT, {"verified": True, "reason": error.message})
        except InfinityAssistantWebhookVerificationError as error:
            return self._record(HTTPStatus.UNAUTHORIZED, {"verified": False, "reason": error.message})
        status, problem = self._forwarder.forward(body, headers)
        return self._record(status, {"verified": True, **_describe(delivery), "status": status, **problem})

    def print_new(self) -> None:
        """Print the deliveries that came since the last time."""
        while self._unprinted:
            self._show(self._unprinted.pop(0))
            sys.stdout.flush()

    def _record(self, status: int, facts: Dict[str, Any]) -> int:
        self.count += 1
        self._unprinted.append(facts)
        return status


def _describe(delivery: webhooks.WebhookDelivery) -> Dict[str, Any]:
    data = delivery.data
    return {
        "event": delivery.event,
        "timestamp": delivery.timestamp.isoformat(),
        "webhookId": delivery.webhook_id,
        "repeated": delivery.repeated,
        "data": data.to_dict() if hasattr(data, "to_dict") else data,
    }


def _show(facts: Dict[str, Any]) -> None:
    now = f"{dt.datetime.now():%H:%M:%S}"
    if "reason" not in facts:
        print_line(f"{now} {facts['event']} for {facts['webhookId']}: verified, response {facts['status']}", BOLD)
        print_line(json.dumps(facts["data"], indent=2, ensure_ascii=False))
    else:
        print_line(f"{now} {facts['reason']}", BOLD)
    if "problem" in facts:
        print_line(f"not forwarded: {facts['problem']}")
