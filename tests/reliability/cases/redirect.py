"""Redirects, which are never followed: the key stays where it belongs."""

from __future__ import annotations

from typing import Any, Callable, Dict, Tuple

from ..case import Case, case, each
from ..responses import response
from ..server import Exchange, Script
from ..steps import read, send_now

Where = Callable[[Exchange], str]


def here(exchange: Exchange) -> str:
    return exchange.server.url


def there(exchange: Exchange) -> str:
    """The second server: the same host, another port."""
    assert exchange.server.elsewhere is not None
    return exchange.server.elsewhere.url


TARGETS: Dict[str, Where] = {
    "same-origin": lambda exchange: f"{here(exchange)}/api/v2/chat",
    "path": lambda exchange: "/api/v2/chat",
    "loop": lambda exchange: f"{here(exchange)}{exchange.attempt.target}",
    "other-port": lambda exchange: f"{there(exchange)}/api/chat",
    "other-host": lambda exchange: there(exchange).replace("127.0.0.1", "localhost"),
    "other-scheme": lambda exchange: here(exchange).replace("http:", "https:"),
    "without-scheme": lambda exchange: f"//{there(exchange).partition('//')[2]}/api/chat",
    "credentials": lambda exchange: there(exchange).replace("//", "//user:password@"),
    "file": lambda exchange: "file:///etc/hostname",
    "invalid": lambda exchange: "http://[::1",
    "port-out-of-range": lambda exchange: "http://127.0.0.1:99999/",
    "bytes": lambda exchange: "http://\xff\xfe/",
    "empty": lambda exchange: "",
}


def redirect(status: int, where: Where) -> Script:
    """A redirect to there."""

    def data(exchange: Exchange) -> bytes:
        return response(b"Moved", status, {"Location": where(exchange)}, content_type="text/plain")

    return [read, send_now(data)]


def check_named(outcome: Any, server: Any) -> None:
    """The error names the origin of the target, and nothing more of it."""
    error, port = outcome.error, server.elsewhere.port
    assert error.location_origin == f"http://127.0.0.1:{port}"
    assert str(port) in str(error)
    assert "password" not in f"{error} {vars(error)!r}"


FACTS: Dict[str, Any] = {"raises": "RedirectError", "elsewhere": True, "open": 1}

CASES: Tuple[Case, ...] = (
    *(found for name, where in TARGETS.items() for found in each(name, "chat health", redirect(307, where), **FACTS)),
    *(
        found
        for name in ("same-origin", "other-port", "loop")
        for found in each(f"{name}-308", "stream search", redirect(308, TARGETS[name]), **FACTS)
    ),
    *(
        case(f"{status}", "chat", redirect(status, TARGETS["other-port"]), **FACTS)
        for status in (300, 301, 302, 303, 305, 307, 308, 399)
    ),
    *each("without-location", "chat health", [read, send_now(lambda _: response(b"", 302))], **FACTS),
    *each("304", "health", [read, send_now(lambda _: response(b"", 304, length=0))], **FACTS),
    case("names-the-origin", "chat", redirect(307, TARGETS["other-port"]), check=check_named, **FACTS),
    case("hides-credentials", "chat", redirect(307, TARGETS["credentials"]), check=check_named, **FACTS),
)
