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
import json
import re
import time
from typing import Any, Dict, List, NamedTuple, NoReturn, Optional, Sequence, Tuple, Union

from infinity_assistant._core.privacy import private_traceback
from infinity_assistant._replay_guard import ReplayGuard, Replays, count_repetitions
from infinity_assistant._service_facts import WEBHOOK_PAYLOADS
from infinity_assistant._webhook_headers import EVENT, SIGNATURE, WEBHOOK_ID, HeaderMapping, Headers, iterate_headers
from infinity_assistant.errors import (
    InfinityAssistantArgumentError,
    InfinityAssistantWebhookReplayError,
    InfinityAssistantWebhookVerificationError,
)

__all__ = ["HeaderMapping", "Headers", "ReplayGuard", "Replays", "WebhookDelivery", "parse", "sign", "verify"]

_TEXT = rb'"[^"\\]*(?:\\.[^"\\]*)*"'
# The strings are matched whole, so that an event named `","data":` cannot move the place where `data` begins.
_ENVELOPE = re.compile(rb'\{"event":(%b),"timestamp":(%b),"data":' % (_TEXT, _TEXT), re.DOTALL)
_DIGEST = re.compile("[0-9a-f]{64}")


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


class _Envelope(NamedTuple):
    event: str
    timestamp: dt.datetime
    data: bytes
    signature: str
    webhook_id: Optional[str]
    #: Tells this delivery from any other, the unsigned parts included.
    digest: str


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
    envelope = _verify_envelope(body, signature, secret, tolerance, now)
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
    envelope = _verify_envelope(body, signature, secret, tolerance, now)
    data = _build_model(envelope.event, _parse_json(envelope.data))
    repeated = _claim(replay, envelope)
    return WebhookDelivery(envelope.event, envelope.timestamp, data, envelope.webhook_id, repeated)


@private_traceback
def sign(data: Union[bytes, str], secret: str) -> str:
    """Sign `data` as the service does: 64 lower-case hexadecimal digits. Text is signed as UTF-8."""
    return hmac.new(_encode_secret(secret), _encode(data, "data"), hashlib.sha256).hexdigest()


def _verify_envelope(
    body: bytes,
    signature: Union[str, Headers, None],
    secret: Union[str, Sequence[str]],
    tolerance: Optional[float],
    now: Optional[float],
) -> _Envelope:
    _check_tolerance(tolerance)
    keys = _parse_secrets(secret)
    headers = _find_headers(signature)
    event, timestamp, data = _parse_envelope(body)
    digest = headers.get(SIGNATURE, "")
    _check_signature(data, digest, keys)
    if headers.get(EVENT, event) != event:
        _raise_invalid("the header X-Infinity-Event and the body name different events")
    if tolerance is not None:
        _check_age(timestamp, tolerance, time.time() if now is None else now)
    # Two webhooks may tell one receiver of the same: their secrets differ, and so do their signatures.
    whole = hashlib.sha256(digest.encode() + bytes(body)).hexdigest()
    return _Envelope(event, timestamp, data, digest, headers.get(WEBHOOK_ID), whole)


def _parse_secrets(secret: Union[str, Sequence[str]]) -> List[bytes]:
    if not isinstance(secret, (str, list, tuple)) or not secret:
        _raise_argument_error("secret", "must be the secret of the webhook, or a list of secrets")
    return [_encode_secret(one) for one in ([secret] if isinstance(secret, str) else secret)]


def _encode_secret(secret: str) -> bytes:
    if not isinstance(secret, str) or not secret.strip():
        _raise_argument_error("secret", "must be text that is not blank, as it was shown when the webhook was created")
    return _encode(secret, "secret")


def _encode(value: Union[bytes, str], argument: str) -> bytes:
    if not isinstance(value, str):
        return value
    try:
        return value.encode()
    except UnicodeEncodeError:
        _raise_argument_error(argument, "contains half of a surrogate pair, which UTF-8 cannot express")


def _find_headers(signature: Union[str, Headers, None]) -> Dict[str, str]:
    """The headers that matter here, by lower-case name."""
    if signature is None or isinstance(signature, str):
        return {SIGNATURE: signature or ""}
    found: Dict[str, str] = {}
    try:
        for name, value in iterate_headers(signature):
            if name in found:
                raise ValueError(name)
            found[name] = value
    except TypeError:
        expected = "must be the header X-Infinity-Signature, or all headers of the request: a mapping, or pairs"
        _raise_argument_error("signature", expected)
    except ValueError as problem:
        _raise_invalid(f"the header {problem} does not stand there once, as text")
    return found


def _parse_envelope(body: bytes) -> Tuple[str, dt.datetime, bytes]:
    if not isinstance(body, (bytes, bytearray, memoryview)):
        type_name = type(body).__name__
        _raise_argument_error(
            "body", f"must be the raw bytes of the request, not {type_name}: what was decoded cannot be verified"
        )
    raw = bytes(body)
    start = _ENVELOPE.match(raw)
    if start is None or not raw.endswith(b"}"):
        _raise_invalid('the body is not {"event":...,"timestamp":...,"data":...} exactly as the service writes it')
    return _parse_json(start[1]), _parse_timestamp(_parse_json(start[2])), raw[start.end() : -1]


def _parse_json(raw: bytes) -> Any:
    try:
        return json.loads(str(raw, "utf-8"), parse_constant=_reject_constant)
    except RecursionError:
        _raise_invalid("the body is nested too deeply")
    except ValueError:
        _raise_invalid("the body is not JSON")


def _reject_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _parse_timestamp(text: str) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)
    except ValueError:
        _raise_invalid("the timestamp is not a date-time")
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.timezone.utc)


def _check_signature(data: bytes, signature: str, keys: List[bytes]) -> None:
    if not _DIGEST.fullmatch(signature):
        _raise_invalid(
            "the signature is not 64 lower-case hexadecimal digits" if signature else "there is no signature"
        )
    # Every secret is tried, whichever fits: the time taken tells nothing.
    is_match = [hmac.compare_digest(hmac.new(key, data, hashlib.sha256).hexdigest(), signature) for key in keys]
    if not any(is_match):
        _raise_invalid("the signature does not fit: another secret, or the body is not as it was sent")


def _check_tolerance(tolerance: Optional[float]) -> None:
    number = isinstance(tolerance, (int, float)) and not isinstance(tolerance, bool)
    if tolerance is not None and not (number and tolerance >= 0):
        _raise_argument_error("tolerance", "must be a number of seconds, at least 0")


def _check_age(timestamp: dt.datetime, tolerance: float, now: float) -> None:
    if abs(timestamp.timestamp() - now) > tolerance:
        _raise_invalid(f"the timestamp is more than {tolerance:g} seconds from now")


def _claim(replay: Optional[Replays], envelope: _Envelope) -> int:
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
        _raise_invalid(f"the data of {event} makes no sense: {problem}")


def _raise_invalid(why: str) -> NoReturn:
    raise InfinityAssistantWebhookVerificationError(f"webhook delivery refused: {why}") from None


def _raise_argument_error(argument: str, what: str) -> NoReturn:
    raise InfinityAssistantArgumentError(f"{argument} {what}", argument=argument)
