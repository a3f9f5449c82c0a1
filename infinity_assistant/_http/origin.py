# SPDX-License-Identifier: MIT. Generated from overlays/_http/origin.py: edit that file, then run `make generate`.
"""Where the service lives (RFC 6454): the key never goes to another place."""

# Annotations are evaluated here: those of a NamedTuple that are texts are compiled one by one, 70 µs each.
from typing import NamedTuple, Tuple
from urllib.parse import urlsplit

from infinity_assistant.errors import InfinityAssistantArgumentError

_PORTS = {"http": 80, "https": 443}


class Origin(NamedTuple):
    """Scheme, host and port."""

    scheme: str
    host: str
    port: int

    @property
    def is_secure(self) -> bool:
        """Whether connections use TLS."""
        return self.scheme == "https"

    @property
    def authority(self) -> str:
        """What the `Host` header says (RFC 9110, section 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}"


def split_base_url(base_url: str) -> Tuple[Origin, str]:
    """Take a base URL apart into the origin and the path before every operation, without a final slash.

    Raises:
        InfinityAssistantArgumentError: It is not an absolute http or https URL.
    """
    if not isinstance(base_url, str) or any(c <= " " or c == "\x7f" for c in base_url):
        raise _make_error("it must be a string without spaces and control characters")
    try:
        parts = urlsplit(base_url)
        port = parts.port
        host = _to_ascii(parts.hostname or "")
        path = parts.path.rstrip("/").encode("ascii").decode("ascii")
    except ValueError as exc:
        raise _make_error(str(exc)) from None
    if parts.scheme not in _PORTS or not host:
        raise _make_error("it must begin with https:// or http:// and name a host")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise _make_error("it must not hold a user, a password, a query or a fragment")
    return Origin(parts.scheme, host, port or _PORTS[parts.scheme]), path


def _to_ascii(host: str) -> str:
    if not host.isascii():
        return host.encode("idna").decode("ascii")
    labels = (host[:-1] if host.endswith(".") else host).split(".")
    if host and ":" not in host and not all(0 < len(label) < 64 for label in labels):
        raise ValueError("each part of a host name has 1 to 63 characters (RFC 1035, section 2.3.4)")
    return host


def _make_error(why: str) -> InfinityAssistantArgumentError:
    example = "https://infinityassistant.io/api"
    return InfinityAssistantArgumentError(f"base_url cannot be used: {why}, for example {example}", argument="base_url")
