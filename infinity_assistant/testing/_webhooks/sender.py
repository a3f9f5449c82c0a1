# SPDX-License-Identifier: MIT. Generated from overlays/testing/_webhooks/sender.py: edit that file, then run `make generate`.
"""Send webhook deliveries over HTTP: those of one receiver in order, no receiver in the way of another."""

from __future__ import annotations

import http.client
import threading
from collections import deque
from contextlib import closing
from typing import Deque, Dict, Optional, Tuple
from urllib.parse import urlsplit

from infinity_assistant.testing._http.addresses import is_local_name
from infinity_assistant.testing._webhooks.outbox import Delivery, Outbox

TIMEOUT = 10.0
#: How long the end of the emulator waits for deliveries under way, in seconds.
GRACE = 2.0
_CONNECTIONS = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}


class DeliverySender:
    """Sends the deliveries of an outbox. A receiver has a thread of its own while there is something for it."""

    def __init__(self, outbox: Outbox, *, anywhere: bool = False) -> None:
        self._outbox = outbox
        self._anywhere = anywhere
        self._lanes: Dict[str, Deque[int]] = {}
        self._changed = threading.Condition()
        self._pending = 0
        self._closing = False

    def enqueue(self, delivery_id: int) -> None:
        """Send a delivery after those that wait for the same receiver already."""
        delivery = self._outbox.find_delivery(delivery_id)
        receiver = "" if delivery is None else urlsplit(delivery.url).netloc
        with self._changed:
            self._pending += 1
            lane = self._lanes.get(receiver)
            if lane is not None:
                lane.append(delivery_id)
                return
            self._lanes[receiver] = deque([delivery_id])
        threading.Thread(target=self._work, args=(receiver,), name="webhook-deliveries", daemon=True).start()

    def wait(self, timeout: Optional[float] = None) -> bool:
        """Wait until all deliveries are sent, at most `timeout` seconds, and return whether they are."""
        with self._changed:
            return self._changed.wait_for(lambda: self._pending == 0, timeout)

    def close(self) -> None:
        """Send what waits, as far as a moment suffices; the rest stays recorded."""
        self.wait(GRACE)
        with self._changed:
            self._closing = True

    def _work(self, receiver: str) -> None:
        while True:
            with self._changed:
                lane = self._lanes[receiver]
                if not lane or self._closing:
                    del self._lanes[receiver]
                    return
                delivery_id = lane.popleft()
            self._send(delivery_id)
            with self._changed:
                self._pending -= 1
                self._changed.notify_all()

    def _send(self, delivery_id: int) -> None:
        delivery = self._outbox.find_delivery(delivery_id)
        if delivery is None:
            return
        result = send_delivery(delivery, anywhere=self._anywhere)
        with self._changed:
            # The store may have been closed while a slow receiver was waited for.
            if not self._closing:
                self._outbox.record_result(delivery, *result)


def send_delivery(delivery: Delivery, *, anywhere: bool = False) -> Tuple[Optional[int], Optional[str]]:
    """Send one delivery without following redirects; return the status of the response, or None and the reason."""
    try:
        parts = urlsplit(delivery.url)
        if parts.scheme not in _CONNECTIONS or not parts.hostname:
            return None, f"{parts.scheme or delivery.url} cannot be delivered to"
        if not anywhere and not is_local_name(parts.hostname):
            return None, f"{parts.hostname} is not this machine: allow others with --deliver-anywhere"
        connection = _CONNECTIONS[parts.scheme](parts.hostname, parts.port, timeout=TIMEOUT)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        with closing(connection):
            connection.request("POST", target, delivery.body, build_headers(delivery))
            return connection.getresponse().status, None
    except (OSError, ValueError, http.client.HTTPException) as error:
        return None, f"{type(error).__name__}: {error}"


def build_headers(delivery: Delivery) -> Dict[str, str]:
    """Build the headers of a delivery."""
    return {
        "Content-Type": "application/json",
        "X-Infinity-Signature": delivery.signature,
        "X-Infinity-Event": delivery.event,
        "X-Infinity-Webhook-Id": delivery.webhook_id,
        "Connection": "close",
    }
