# SPDX-License-Identifier: MIT
"""Send webhook deliveries over HTTP, one after the other, in a thread of its own."""

from __future__ import annotations

import http.client
import queue
import threading
from contextlib import closing
from typing import Dict, Optional, Tuple
from urllib.parse import urlsplit

from infinity_assistant.testing._webhooks.outbox import Delivery, Outbox

TIMEOUT = 10.0
_CONNECTIONS = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}


class DeliverySender:
    """Sends the deliveries of an outbox. The thread starts with the first delivery and ends with `close`."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._waiting: queue.Queue[Optional[int]] = queue.Queue()
        self._thread: Optional[threading.Thread] = None
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._pending = 0

    def enqueue(self, delivery_id: int) -> None:
        """Send a delivery after those that wait already."""
        with self._lock:
            self._pending += 1
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="webhook-deliveries", daemon=True)
                self._thread.start()
        self._waiting.put(delivery_id)

    def wait(self, timeout: Optional[float] = None) -> bool:
        """Wait until all deliveries are sent, at most `timeout` seconds, and return whether they are."""
        with self._changed:
            return self._changed.wait_for(lambda: self._pending == 0, timeout)

    def close(self) -> None:
        """Send what waits, and end the thread."""
        thread = self._thread
        if thread is not None:
            self._waiting.put(None)
            thread.join(TIMEOUT)
            self._thread = None

    def _work(self) -> None:
        for delivery_id in iter(self._waiting.get, None):
            delivery = self._outbox.find_delivery(delivery_id)
            if delivery is not None:
                self._outbox.record_result(delivery, *send_delivery(delivery))
            with self._changed:
                self._pending -= 1
                self._changed.notify_all()


def send_delivery(delivery: Delivery) -> Tuple[Optional[int], Optional[str]]:
    """Send one delivery without following redirects; return the status of the response, or None and the reason."""
    try:
        parts = urlsplit(delivery.url)
        if parts.scheme not in _CONNECTIONS or not parts.hostname:
            return None, f"{parts.scheme or delivery.url} cannot be delivered to"
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
