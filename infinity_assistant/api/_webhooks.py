# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag webhooks. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import Any, Dict, Sequence

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation

LIST_WEBHOOKS = Operation(
    id="list_webhooks",
    method="GET",
    path="/webhooks",
    read=reading.ModelReader(m, "ListWebhooksResponse"),
    idempotent=True,
)

CREATE_WEBHOOK = Operation(
    id="create_webhook",
    method="POST",
    path="/webhooks",
    read=reading.ModelReader(m, "CreateWebhookResponse"),
    idempotent=False,
    arguments={"url": "url", "events": "events"},
)

DELETE_WEBHOOK = Operation(
    id="delete_webhook",
    method="DELETE",
    path="/webhooks",
    read=reading.ModelReader(m, "Confirmation"),
    idempotent=True,
    arguments={"id": "id"},
)


def list_webhooks() -> Call[m.ListWebhooksResponse]:
    """List the webhooks of the account.

    Their secrets are not shown again.
    """
    return Call(LIST_WEBHOOKS)


def create_webhook(
    *,
    url: str,
    events: Sequence[m.WebhookEvent],
) -> Call[m.CreateWebhookResponse]:
    """Register a webhook.

    The secret that signs the deliveries is shown in this response and never again. Five failures in a row
    deactivate a webhook; a delivery is not sent again.

    - `url`: Where to deliver, beginning with http:// or https://.
    - `events`: The events to be told of, at least one. One of `chat.message`, `chat.response`, `knowledge.created`, `memory.stored`, `subscription.cancelled`, `subscription.created`, `subscription.updated`, `user.preferences.updated`.
    """
    _body: Dict[str, Any] = {
        "url": check.check_text(
            "url",
            url,
            pattern="^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]\\S*\\Z",
            description="Where to deliver, beginning with http:// or https://.",
        ),
        "events": check.check_list(
            "events",
            events,
            min_items=1,
            allowed=(
                "chat.message",
                "chat.response",
                "knowledge.created",
                "memory.stored",
                "subscription.cancelled",
                "subscription.created",
                "subscription.updated",
                "user.preferences.updated",
            ),
        ),
    }
    return Call(CREATE_WEBHOOK, body=_body)


def delete_webhook(
    *,
    id: str,
) -> Call[m.Confirmation]:
    """Delete a webhook.

    - `id`: The id of the webhook, from the list or from its registration.
    """
    _query: Dict[str, Any] = {"id": check.check_text("id", id, min_length=1, blank=False)}
    return Call(DELETE_WEBHOOK, query=_query)
