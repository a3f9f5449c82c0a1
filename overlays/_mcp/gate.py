# SPDX-License-Identifier: MIT
"""Let in who was told the key, under names that mean this machine, and no page of a browser."""

from __future__ import annotations

import hmac
import secrets
from typing import Any, Awaitable, Callable, Dict, Iterable, List, Mapping, Optional, Tuple

App = Callable[[Any, Any, Any], Awaitable[None]]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def make_token() -> str:
    """Make a random key."""
    return secrets.token_urlsafe(32)


class BearerGate:
    """Decides whether a request may pass.

    Args:
        key: What `Authorization: Bearer` must hold.
        hosts: Names in `Host`, besides those of loopback, that are accepted; against DNS rebinding.
        origins: Pages of browsers that may call, such as `https://console.example`; none without.
    """

    def __init__(self, key: str, hosts: Iterable[str] = (), origins: Iterable[str] = ()) -> None:
        self._key = key.encode("utf-8")
        self._hosts = {*LOOPBACK, *(host.lower() for host in hosts)}
        self._origins = {origin.lower().rstrip("/") for origin in origins}

    def find_objection(self, method: str, headers: Mapping[str, str]) -> Optional[Tuple[int, str]]:
        """Find a reason to refuse, as a status and a sentence; None lets the request pass."""
        if _strip_port(headers.get("host", "")) not in self._hosts:
            return 421, "this host name is not served: start with --allow-host to serve it"
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in self._origins:
            return 403, "pages of this origin may not call: start with --allow-origin to let them"
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode("utf-8"), self._key):
            return 401, "send the key that was printed at the start, as Authorization: Bearer KEY"
        if method == "POST" and headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return 415, "send JSON, as Content-Type: application/json"
        return None


def guard(app: App, gate: BearerGate) -> App:
    """Put a gate before an ASGI application."""

    async def pass_or_refuse(scope: Dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        if scope["type"] != "http":  # A WebSocket: nothing here speaks it.
            await send({"type": "websocket.close", "code": 1008})
            return
        objection = gate.find_objection(scope["method"], _read_headers(scope["headers"]))
        if objection is None:
            await app(scope, receive, send)
        else:
            await _refuse(send, *objection)

    return pass_or_refuse


def _read_headers(pairs: Iterable[Tuple[bytes, bytes]]) -> Dict[str, str]:
    """Read the headers; one that is sent twice is refused by joining it, as no single value is."""
    found: Dict[str, List[str]] = {}
    for name, value in pairs:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return {name: ", ".join(values) for name, values in found.items()}


def _strip_port(host: str) -> str:
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdigit() else host.lower()


async def _refuse(send: Any, status: int, reason: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": reason.encode("utf-8")})
