# SPDX-License-Identifier: MIT. Generated from overlays/testing/_webhooks/outbox.py: edit that file, then run `make generate`.
"""Write webhook deliveries: what is sent to whom, signed, and how it went.

Nothing here opens a connection. Deliveries wait in the store as `recorded`, and `delivery` sends them where that is
asked for. Five failures in a row deactivate a webhook; nothing is sent again by itself.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Callable, List, NamedTuple, Optional

from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._state.clock import Clock, Ids
from infinity_assistant.testing._state.store import Store
from infinity_assistant.webhooks import sign

RECORDED, DELIVERED, FAILED = "recorded", "delivered", "failed"
GIVES_UP_AFTER = 5


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
        """The payload, read."""
        return json.loads(self.body)["data"]


class Outbox:
    """The webhooks and their deliveries in a store. `announce` is called with each new delivery, once it is kept."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self.announce: Callable[[int], None] = _nobody

    def register(self, url: str, events: List[str]) -> sqlite3.Row:
        """Add a webhook, and give its row with the new secret."""
        identifier = self._ids.uuid()
        self._store.run(
            "INSERT INTO webhooks (id, url, events, secret, created) VALUES (?, ?, ?, ?, ?)",
            *(identifier, url, dumps(events), self._ids.secret(), self._clock.now()),
        )
        row = self.webhook(identifier)
        assert row is not None
        return row

    def webhook(self, identifier: str) -> Optional[sqlite3.Row]:
        """Give a webhook's row, or None."""
        return self._store.one("SELECT * FROM webhooks WHERE id = ?", identifier)

    def webhooks(self) -> List[sqlite3.Row]:
        """Give all webhooks, oldest first."""
        return self._store.all("SELECT * FROM webhooks ORDER BY seq")

    def remove(self, identifier: str) -> bool:
        """Delete a webhook, and say whether there was one. Its deliveries stay in the log."""
        return self._store.run("DELETE FROM webhooks WHERE id = ?", identifier) == 1

    def emit(self, event: str, data: Any) -> List[int]:
        """Write a delivery for each active webhook that listens to an event, and give their ids."""
        listening = [row for row in self.webhooks() if row["active"] and event in json.loads(row["events"])]
        return [self._write(row, event, dumps(data)) for row in listening]

    def redeliver(self, delivery_id: int) -> Optional[int]:
        """Write a delivery again with the same payload, signed anew; None if it or its webhook is gone."""
        old = self.delivery(delivery_id)
        row = None if old is None else self.webhook(old.webhook_id)
        if old is None or row is None:
            return None
        return self._write(row, old.event, _payload(old), redelivery_of=old.id)

    def delivery(self, delivery_id: int) -> Optional[Delivery]:
        """Give one delivery, or None."""
        row = self._store.one("SELECT * FROM deliveries WHERE id = ?", delivery_id)
        return None if row is None else Delivery(*row)

    def deliveries(self, webhook_id: Optional[str] = None) -> List[Delivery]:
        """Give the deliveries, of one webhook or of all, oldest first."""
        rows = self._store.all("SELECT * FROM deliveries WHERE ? IS NULL OR webhook = ? ORDER BY id", *[webhook_id] * 2)
        return [Delivery(*row) for row in rows]

    def settle(self, delivery: Delivery, status: Optional[int], error: Optional[str]) -> None:
        """Note how a delivery went. Any 2xx is success; the fifth failure in a row deactivates the webhook."""
        good = status is not None and 200 <= status < 300
        with self._store.transaction():
            self._store.run(
                "UPDATE deliveries SET state = ?, status = ?, error = ? WHERE id = ?",
                *(DELIVERED if good else FAILED, status, error, delivery.id),
            )
            if good:
                self._store.run(
                    "UPDATE webhooks SET failures = 0, last_triggered = ? WHERE id = ?",
                    *(self._clock.now(), delivery.webhook_id),
                )
            else:
                self._store.run(
                    "UPDATE webhooks SET failures = failures + 1, active = active AND failures + 1 < ? WHERE id = ?",
                    *(GIVES_UP_AFTER, delivery.webhook_id),
                )

    def _write(self, webhook: sqlite3.Row, event: str, payload: str, redelivery_of: Optional[int] = None) -> int:
        body = f'{{"event":{dumps(event)},"timestamp":"{self._clock.iso()}","data":{payload}}}'.encode()
        self._store.run(
            "INSERT INTO deliveries (webhook, url, event, body, signature, created, state, redelivery_of)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(webhook["id"], webhook["url"], event, body, sign(payload, webhook["secret"])),
            *(self._clock.now(), RECORDED, redelivery_of),
        )
        row = self._store.one("SELECT max(id) AS id FROM deliveries")
        assert row is not None
        identifier = int(row["id"])
        self.announce(identifier)
        return identifier


def _payload(delivery: Delivery) -> str:
    _, _, rest = delivery.body.partition(b'"data":')
    return rest[:-1].decode()


def _nobody(_: int) -> None:
    """Tell nobody: deliveries stay recorded."""
