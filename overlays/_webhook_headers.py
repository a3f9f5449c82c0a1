# SPDX-License-Identifier: MIT
"""The headers of a webhook request, as any framework has them."""

from __future__ import annotations

from typing import Any, Iterable, Iterator, Protocol, Tuple, Union

SIGNATURE, EVENT, WEBHOOK_ID = "x-infinity-signature", "x-infinity-event", "x-infinity-webhook-id"
_NAMES = frozenset({SIGNATURE, EVENT, WEBHOOK_ID})


class HeaderMapping(Protocol):
    """Headers as a mapping; upper and lower case are alike."""

    def items(self) -> Iterable[Tuple[Any, Any]]:
        """Return pairs of a name and a value."""
        ...


#: A mapping, or pairs; names and values as text or bytes (ASGI), or named as in Django's `request.META` (WSGI).
Headers = Union[HeaderMapping, Iterable[Tuple[Any, Any]]]


def iterate_headers(headers: Any) -> Iterator[Tuple[str, str]]:
    """Give the headers that matter to a webhook: lower-case names, values as text.

    Raises:
        TypeError: These are no headers.
        ValueError: A value is neither text nor bytes; the message is the name.
    """
    pairs = headers.items() if callable(getattr(headers, "items", None)) else headers
    if isinstance(pairs, (bytes, bytearray)):
        raise TypeError("bytes are no headers")
    for name, value in pairs:
        key = _normalize(name)
        if key in _NAMES:
            if not isinstance(value, (str, bytes)):
                raise ValueError(key)
            yield key, value if isinstance(value, str) else value.decode("latin-1")


def _normalize(name: Any) -> str:
    text = name.decode("latin-1") if isinstance(name, bytes) else name if isinstance(name, str) else ""
    key = text.lower()
    # The rule of CGI (RFC 3875, section 4.1.18), which WSGI and Django follow.
    return key[5:].replace("_", "-") if key.startswith("http_") else key
