# SPDX-License-Identifier: MIT
"""What is done with a delivery: verified, sent on, printed."""

from __future__ import annotations

import datetime as dt
import json
import sys
from http import HTTPStatus
from typing import Any, Dict, List

from infinity_assistant import webhooks
from infinity_assistant.cli._listen.forwarder import Forwarding
from infinity_assistant.cli._terminal.output import BOLD, say, say_json
from infinity_assistant.errors import InfinityAssistantWebhookVerificationError


class Deliveries:
    """Verifies deliveries, sends them on, and prints them. `count` is how many came."""

    def __init__(self, secret: str, forwarding: Forwarding, as_json: bool) -> None:
        self.count = 0
        self._secret = secret
        self._forwarding = forwarding
        self._show = say_json if as_json else _show
        self._unseen: List[Dict[str, Any]] = []

    def receive(self, body: bytes, headers: webhooks.Headers) -> int:
        """Take a delivery, and return the HTTP status that answers it."""
        try:
            delivery = webhooks.parse(body, headers, self._secret)
        except InfinityAssistantWebhookVerificationError as refusal:
            return self._done(HTTPStatus.UNAUTHORIZED, {"verified": False, "reason": refusal.message})
        status, problem = self._forwarding.send(body, headers)
        return self._done(status, {"verified": True, **_told(delivery), "status": status, **problem})

    def show(self) -> None:
        """Print what came since the last time."""
        while self._unseen:
            self._show(self._unseen.pop(0))
            sys.stdout.flush()

    def _done(self, status: int, facts: Dict[str, Any]) -> int:
        self.count += 1
        self._unseen.append(facts)
        return status


def _told(delivery: webhooks.WebhookDelivery) -> Dict[str, Any]:
    data = delivery.data
    return {
        "event": delivery.event,
        "timestamp": delivery.timestamp.isoformat(),
        "webhookId": delivery.webhook_id,
        "data": data.to_dict() if hasattr(data, "to_dict") else data,
    }


def _show(facts: Dict[str, Any]) -> None:
    now = f"{dt.datetime.now():%H:%M:%S}"
    if facts["verified"]:
        say(f"{now} {facts['event']} for {facts['webhookId']}: verified, answered {facts['status']}", BOLD)
        say(json.dumps(facts["data"], indent=2, ensure_ascii=False))
    else:
        say(f"{now} {facts['reason']}", BOLD)
    if "problem" in facts:
        say(f"not forwarded: {facts['problem']}")
