# SPDX-License-Identifier: MIT
"""Receiving webhook deliveries: verify, parse, sign.

    from infinity_assistant import webhooks

    delivery = webhooks.parse(raw_body, request.headers, secret)
    print(delivery.event, delivery.data)

A delivery is `{"event":"...","timestamp":"...","data":...}`, and its signature the hexadecimal HMAC-SHA256 of the raw
bytes of `data` alone. So trust `data`; the event and the timestamp are not signed, and whoever has seen one delivery
can send its `data` again under another event, at another time. With a `ReplayGuard`, an exact repetition raises
`InfinityAssistantWebhookReplayError`, and `delivery.repeated` tells how often the same data came before: that can be a
replay, or somebody who said "ok" twice.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from typing import Any, NamedTuple, Optional, Sequence, Union

from infinity_assistant._core.privacy import private_traceback
from infinity_assistant._replay_guard import ReplayGuard, Replays, count_repetitions
from infinity_assistant._service_facts import WEBHOOK_PAYLOADS
from infinity_assistant._webhook_envelope import (
    Envelope,
    encode_secret,
    encode_text,
    parse_json,
    raise_invalid,
    verify_envelope,
)
from infinity_assistant._webhook_headers import HeaderMapping, Headers
from infinity_assistant.errors import (
    InfinityAssistantWebhookReplayError,
)

__all__ = ["HeaderMapping", "Headers", "ReplayGuard", "Replays", "WebhookDelivery", "parse", "sign", "verify"]


class WebhookDelivery(NamedTuple):
    """A verified delivery.

    `data` is a model such as `ChatMessagePayload` for the events of the API description, else the JSON as it came.
    `webhook_id` is None unless the headers were given. `repeated` tells how often the same `data` was delivered before,
    as far as the `replay` guard knows; 0 without a guard. Only `data` is signed.
    """

    event: str
    timestamp: dt.datetime
    data: Any
    webhook_id: Optional[str] = None
    repeated: int = 0

    def __repr__(self) -> str:
        facts = f"event={self.event!r}, timestamp={self.timestamp!r}, webhook_id={self.webhook_id!r}"
        return f"{type(self).__name__}({facts}, data=<{type(self.data).__name__}>)"


@private_traceback
def verify(
    body: bytes,
    signature: Union[str, Headers, None],
    secret: Union[str, Sequence[str]],
    *,
    tolerance: Optional[float] = None,
    replay: Optional[Replays] = None,
    now: Optional[float] = None,
) -> bytes:
    """Check that the service signed a delivery, and return the signed bytes, which are those of `data`.

    `body` is the raw body of the request; `signature` the header `X-Infinity-Signature`, or all headers; `secret`
    the secret of the webhook, or several of which one must fit, so that secrets can be rotated. With `tolerance`,
    in seconds, the timestamp must not be further than that from `now` (seconds since 1970; the clock by default):
    this finds deliveries that were held up, not forged ones, as the timestamp is not signed. With `replay`, such
    as a `ReplayGuard`, a delivery that came before, exactly as it is, is refused.

    Raises:
        InfinityAssistantWebhookVerificationError: The delivery is not to be trusted: respond with 400.
        InfinityAssistantWebhookReplayError: It came before, exactly as it is: respond with 2xx, and do nothing.
        InfinityAssistantArgumentError: An argument cannot be right.
    """
    envelope = verify_envelope(body, signature, secret, tolerance, now)
    _claim(replay, envelope)
    return envelope.data


@private_traceback
def parse(
    body: bytes,
    signature: Union[str, Headers, None],
    secret: Union[str, Sequence[str]],
    *,
    tolerance: Optional[float] = None,
    replay: Optional[Replays] = None,
    now: Optional[float] = None,
) -> WebhookDelivery:
    """Verify a delivery, as `verify` does, and read it.

    Raises:
        InfinityAssistantWebhookVerificationError: The delivery is not to be trusted, or `data` is not what the API
            promises: respond with 400.
        InfinityAssistantWebhookReplayError: It came before, exactly as it is: respond with 2xx, and do nothing.
        InfinityAssistantArgumentError: An argument cannot be right.
    """
    envelope = verify_envelope(body, signature, secret, tolerance, now)
    data = _build_model(envelope.event, parse_json(envelope.data))
    repeated = _claim(replay, envelope)
    return WebhookDelivery(envelope.event, envelope.timestamp, data, envelope.webhook_id, repeated)


@private_traceback
def sign(data: Union[bytes, str], secret: str) -> str:
    """Sign `data` as the service does: 64 lower-case hexadecimal digits. Text is signed as UTF-8."""
    return hmac.new(encode_secret(secret), encode_text(data, "data"), hashlib.sha256).hexdigest()


def _claim(replay: Optional[Replays], envelope: Envelope) -> int:
    """Remember a delivery, and return how often its data came before."""
    if replay is None:
        return 0
    if not replay.claim(envelope.digest):
        raise InfinityAssistantWebhookReplayError("webhook delivery repeated: it was received before, exactly as it is")
    return count_repetitions(replay, envelope.signature)


def _build_model(event: str, data: Any) -> Any:
    from infinity_assistant import models  # most programs that verify have no other use for the models

    name = WEBHOOK_PAYLOADS.get(event)
    if name is None or not isinstance(data, dict):
        return data
    model = getattr(models, name)
    try:
        return model.from_dict(data)
    except ValueError as problem:
        raise_invalid(f"the data of {event} makes no sense: {problem}")
