# SPDX-License-Identifier: MIT
"""Store webhooks and their deliveries: what is sent where, its signature, and its result.

Nothing here opens a connection. Deliveries wait in the store as `recorded`; `sender` sends them if that is asked for.
Five failures in a row deactivate a webhook; nothing is repeated automatically.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Callable, List, NamedTuple, Optional

from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._state.clock import Clock, IdGenerator
from infinity_assistant.testing._state.store import Store
from infinity_assistant.webhooks import sign

RECORDED, DELIVERED, FAILED = "recorded", "delivered", "failed"
MOST_FAILURES = 5


class Delivery(NamedTuple):
    """One delivery: where to, the exact body, its signature, and its state (recorded, delivered, failed)."""

    id: int
    webhook_id: str
    url: str
    event: str
    body: bytes
    signature: str
    created: int
    state: str
    status: Optional[int]
    error: Optional[str]
    redelivery_of: Optional[int]

    @property
    def data(self) -> Any:
        """The payload, parsed."""
        return json.loads(self.body)["data"]


class Outbox:
    """The webhooks and their deliveries in a store. `on_new_delivery` is called with the id of each stored delivery."""

    def __init__(self, store: Store, clock: Clock, ids: IdGenerator) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self.on_new_delivery: Callable[[int], None] = _ignore

    def register(self, url: str, events: List[str]) -> sqlite3.Row:
        """Add a webhook, and return its row with the new secret."""
        identifier = self._ids.make_uuid()
        self._store.execute(
            "INSERT INTO webhooks (id, url, events, secret, created) VALUES (?, ?, ?, ?, ?)",
            *(identifier, url, dumps(events), self._ids.make_secret(), self._clock.now()),
        )
        row = self.find_webhook(identifier)
        assert row is not None
        return row

    def find_webhook(self, identifier: str) -> Optional[sqlite3.Row]:
        """Return the row of a webhook, or None."""
        return self._store.fetch_one("SELECT * FROM webhooks WHERE id = ?", identifier)

    def list_webhooks(self) -> List[sqlite3.Row]:
        """List the webhooks, oldest first."""
        return self._store.fetch_all("SELECT * FROM webhooks ORDER BY seq")

    def remove(self, identifier: str) -> bool:
        """Delete a webhook, and return whether there was one. Its deliveries are kept."""
        return self._store.execute("DELETE FROM webhooks WHERE id = ?", identifier) == 1

    def emit(self, event: str, data: Any) -> List[int]:
        """Store a delivery for each active webhook that listens to an event, and return their ids."""
        listening = [row for row in self.list_webhooks() if row["active"] and event in json.loads(row["events"])]
        return [self._store_delivery(row, event, dumps(data)) for row in listening]

    def redeliver(self, delivery_id: int) -> Optional[int]:
        """Store a delivery of the same payload, signed again, and return its id; None if it or its webhook is gone."""
        old = self.find_delivery(delivery_id)
        row = None if old is None else self.find_webhook(old.webhook_id)
        if old is None or row is None:
            return None
        return self._store_delivery(row, old.event, _slice_payload(old), redelivery_of=old.id)

    def find_delivery(self, delivery_id: int) -> Optional[Delivery]:
        """Return a delivery, or None."""
        row = self._store.fetch_one("SELECT * FROM deliveries WHERE id = ?", delivery_id)
        return None if row is None else Delivery(*row)

    def list_deliveries(self, webhook_id: Optional[str] = None) -> List[Delivery]:
        """List the deliveries, of one webhook or of all, oldest first."""
        rows = self._store.fetch_all(
            "SELECT * FROM deliveries WHERE ? IS NULL OR webhook = ? ORDER BY id", *[webhook_id] * 2
        )
        return [Delivery(*row) for row in rows]

    def record_result(self, delivery: Delivery, status: Optional[int], error: Optional[str]) -> None:
        """Record the result of a delivery. Any 2xx is success; the fifth failure in a row deactivates the webhook."""
        succeeded = status is not None and 200 <= status < 300
        with self._store.transaction():
            self._store.execute(
                "UPDATE deliveries SET state = ?, status = ?, error = ? WHERE id = ?",
                *(DELIVERED if succeeded else FAILED, status, error, delivery.id),
            )
            if succeeded:
                self._store.execute(
                    "UPDATE webhooks SET failures = 0, last_triggered = ? WHERE id = ?",
                    *(self._clock.now(), delivery.webhook_id),
                )
            else:
                self._store.execute(
                    "UPDATE webhooks SET failures = failures + 1, active = active AND failures + 1 < ? WHERE id = ?",
                    *(MOST_FAILURES, delivery.webhook_id),
                )

    def _store_delivery(
        self, webhook: sqlite3.Row, event: str, payload: str, redelivery_of: Optional[int] = None
    ) -> int:
        body = f'{{"event":{dumps(event)},"timestamp":"{self._clock.now_iso()}","data":{payload}}}'.encode()
        self._store.execute(
            "INSERT INTO deliveries (webhook, url, event, body, signature, created, state, redelivery_of)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(webhook["id"], webhook["url"], event, body, sign(payload, webhook["secret"])),
            *(self._clock.now(), RECORDED, redelivery_of),
        )
        row = self._store.fetch_one("SELECT max(id) AS id FROM deliveries")
        assert row is not None
        identifier = int(row["id"])
        self.on_new_delivery(identifier)
        return identifier


def _slice_payload(delivery: Delivery) -> str:
    _, _, rest = delivery.body.partition(b'"data":')
    return rest[:-1].decode()


def _ignore(_: int) -> None:
    """Leave the delivery as it is, recorded."""
