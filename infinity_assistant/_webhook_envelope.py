# SPDX-License-Identifier: MIT. Generated from overlays/_webhook_envelope.py: edit that file, then run `make generate`.
"""A webhook delivery as it travelled: its signature is verified, its parts are taken apart.

A delivery is `{"event":"...","timestamp":"...","data":...}`, and its signature the hexadecimal HMAC-SHA256 of the raw
bytes of `data` alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import re
import time
from typing import Any, Dict, List, NamedTuple, NoReturn, Optional, Sequence, Tuple, Union

from infinity_assistant._webhook_headers import EVENT, SIGNATURE, WEBHOOK_ID, Headers, iterate_headers
from infinity_assistant.errors import (
    InfinityAssistantArgumentError,
    InfinityAssistantWebhookVerificationError,
)

_TEXT = rb'"[^"\\]*(?:\\.[^"\\]*)*"'
# The strings are matched whole, so that an event named `","data":` cannot move the place where `data` begins.
_ENVELOPE = re.compile(rb'\{"event":(%b),"timestamp":(%b),"data":' % (_TEXT, _TEXT), re.DOTALL)
_DIGEST = re.compile("[0-9a-f]{64}")


class Envelope(NamedTuple):
    event: str
    timestamp: dt.datetime
    data: bytes
    signature: str
    webhook_id: Optional[str]
    #: Tells this delivery from any other, the unsigned parts included.
    digest: str


def verify_envelope(
    body: bytes,
    signature: Union[str, Headers, None],
    secret: Union[str, Sequence[str]],
    tolerance: Optional[float],
    now: Optional[float],
) -> Envelope:
    _check_tolerance(tolerance)
    keys = _parse_secrets(secret)
    headers = _find_headers(signature)
    event, timestamp, data = _parse_envelope(body)
    digest = headers.get(SIGNATURE, "")
    _check_signature(data, digest, keys)
    if headers.get(EVENT, event) != event:
        raise_invalid("the header X-Infinity-Event and the body name different events")
    if tolerance is not None:
        _check_age(timestamp, tolerance, time.time() if now is None else now)
    # Two webhooks may tell one receiver of the same: their secrets differ, and so do their signatures.
    whole = hashlib.sha256(digest.encode() + bytes(body)).hexdigest()
    return Envelope(event, timestamp, data, digest, headers.get(WEBHOOK_ID), whole)


def _parse_secrets(secret: Union[str, Sequence[str]]) -> List[bytes]:
    if not isinstance(secret, (str, list, tuple)) or not secret:
        _raise_argument_error("secret", "must be the secret of the webhook, or a list of secrets")
    return [encode_secret(one) for one in ([secret] if isinstance(secret, str) else secret)]


def encode_secret(secret: str) -> bytes:
    if not isinstance(secret, str) or not secret.strip():
        _raise_argument_error("secret", "must be text that is not blank, as it was shown when the webhook was created")
    return encode_text(secret, "secret")


def encode_text(value: Union[bytes, str], argument: str) -> bytes:
    if not isinstance(value, str):
        return value
    try:
        return value.encode()
    except UnicodeEncodeError:
        _raise_argument_error(argument, "contains half of a surrogate pair, which UTF-8 cannot express")


def _find_headers(signature: Union[str, Headers, None]) -> Dict[str, str]:
    """Find the headers that matter here, by lower-case name."""
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
        raise_invalid(f"the header {problem} does not stand there once, as text")
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
        raise_invalid('the body is not {"event":...,"timestamp":...,"data":...} exactly as the service writes it')
    return parse_json(start[1]), _parse_timestamp(parse_json(start[2])), raw[start.end() : -1]


def parse_json(raw: bytes) -> Any:
    try:
        return json.loads(str(raw, "utf-8"), parse_constant=_reject_constant)
    except RecursionError:
        raise_invalid("the body is nested too deeply")
    except ValueError:
        raise_invalid("the body is not JSON")


def _reject_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _parse_timestamp(text: str) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)
    except ValueError:
        raise_invalid("the timestamp is not a date-time")
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.timezone.utc)


def _check_signature(data: bytes, signature: str, keys: List[bytes]) -> None:
    if not _DIGEST.fullmatch(signature):
        raise_invalid("the signature is not 64 lower-case hexadecimal digits" if signature else "there is no signature")
    # Every secret is tried, whichever fits: the time taken tells nothing.
    is_match = [hmac.compare_digest(hmac.new(key, data, hashlib.sha256).hexdigest(), signature) for key in keys]
    if not any(is_match):
        raise_invalid("the signature does not fit: another secret, or the body is not as it was sent")


def _check_tolerance(tolerance: Optional[float]) -> None:
    number = isinstance(tolerance, (int, float)) and not isinstance(tolerance, bool)
    if tolerance is not None and not (number and tolerance >= 0):
        _raise_argument_error("tolerance", "must be a number of seconds, at least 0")


def _check_age(timestamp: dt.datetime, tolerance: float, now: float) -> None:
    if abs(timestamp.timestamp() - now) > tolerance:
        raise_invalid(f"the timestamp is more than {tolerance:g} seconds from now")


def raise_invalid(why: str) -> NoReturn:
    raise InfinityAssistantWebhookVerificationError(f"webhook delivery refused: {why}") from None


def _raise_argument_error(argument: str, what: str) -> NoReturn:
    raise InfinityAssistantArgumentError(f"{argument} {what}", argument=argument)
