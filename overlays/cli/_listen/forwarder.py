# SPDX-License-Identifier: MIT
"""Forward deliveries to the program that is being developed."""

from __future__ import annotations

from http import HTTPStatus
from types import TracebackType
from typing import Dict, List, Optional, Tuple, Type
from urllib.parse import urlsplit

import httpx

from infinity_assistant.errors import InfinityAssistantArgumentError
from infinity_assistant.webhooks import HeaderMapping

#: Headers of one connection, not of the message (RFC 9110, section 7.6.1), and those that the new request sets anew.
_CONNECTION_HEADERS = frozenset(
    {
        *("connection", "content-length", "expect", "host", "keep-alive", "proxy-authorization", "proxy-connection"),
        *("te", "trailer", "transfer-encoding", "upgrade"),
    }
)
SECONDS = 8.0


class Forwarder:
    """Forwards deliveries to `url` with the headers and the bytes they came with; nowhere if `url` is `None`.

    Raises:
        InfinityAssistantArgumentError: The URL is not one of HTTP.
    """

    def __init__(self, url: Optional[str]) -> None:
        self._url = None if url is None else _check_url(url)
        # No proxy of the environment: what is forwarded to is mostly this machine.
        self._client = None if url is None else httpx.Client(timeout=SECONDS, trust_env=False)

    def forward(self, body: bytes, headers: HeaderMapping) -> Tuple[int, Dict[str, str]]:
        """Forward a delivery; return the status to respond with, and the error, if there was one, as `problem`."""
        if self._client is None or self._url is None:
            return HTTPStatus.OK, {}
        try:
            return self._client.post(self._url, content=body, headers=_select_headers(headers)).status_code, {}
        except httpx.HTTPError as error:
            return HTTPStatus.BAD_GATEWAY, {"problem": f"{type(error).__name__}: {error}"}

    def __enter__(self) -> Forwarder:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        if self._client is not None:
            self._client.close()


def _select_headers(headers: HeaderMapping) -> List[Tuple[bytes, bytes]]:
    """Select the headers of the message, byte by byte as they came: http.server reads them as Latin-1."""
    pairs = [(name.lower(), value) for name, value in headers.items()]
    named = {option.strip().lower() for name, value in pairs if name == "connection" for option in value.split(",")}
    dropped = _CONNECTION_HEADERS | named
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in pairs if name not in dropped]


def _check_url(url: str) -> str:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        usable = False
    if not usable:
        raise InfinityAssistantArgumentError("--forward must be a URL such as http://127.0.0.1:3000/webhooks")
    return url
