# SPDX-License-Identifier: MIT
"""What httpcore tells of one exchange, by its `trace` extension: whether a byte of the request has left."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

#: RFC 9113, section 7: the server did nothing with the request before it reset the stream.
_REFUSED_STREAM = 7

#: Where httpcore leaves the connection open: what a SOCKS proxy refuses, and a handshake that is cancelled.
LEAVING = (".setup_socks5_connection.failed", ".start_tls.failed")


class HttpxTrace:
    """The course of one exchange. A transport that is not httpcore's tells nothing of it."""

    __slots__ = ("_stream_id", "head", "is_heard", "is_shared", "sent")

    def __init__(self) -> None:
        #: Whether anything was told at all.
        self.is_heard: bool = False
        self.sent: bool = False
        #: Whether the connection may carry exchanges of others at the same time, as HTTP/2 does.
        self.is_shared: bool = False
        #: Status and headers of the response.
        self.head: Optional[Tuple[int, List[Tuple[bytes, bytes]]]] = None
        self._stream_id: Optional[int] = None

    def note(self, name: str, info: Dict[str, Any]) -> None:
        """Take note of one event."""
        self.is_heard = True
        if name.endswith(".receive_response_headers.complete"):
            # That of HTTP/1 has the version before the status, and the reason after it.
            parts = info["return_value"]
            self.head = next(part for part in parts if isinstance(part, int)), parts[-1]
        if not name.endswith(".send_request_headers.started"):
            return
        # A tunnel through a proxy is asked for first: that is no request to the service.
        self.sent = self.sent or info["request"].method != b"CONNECT"
        self.is_shared = name.startswith("http2.")
        self._stream_id = info.get("stream_id")

    def is_refused(self, exc: Optional[BaseException]) -> bool:
        """Return whether the server said by HTTP/2 that it has done nothing with the request."""
        while exc is not None:
            event: Any = exc.args[0] if exc.args else None
            if getattr(event, "error_code", None) == _REFUSED_STREAM and getattr(event, "remote_reset", False):
                return True
            # RFC 9113, section 6.8: streams after the last one that GOAWAY names were not looked at.
            last = getattr(event, "last_stream_id", None)
            if last is not None and self._stream_id is not None and self._stream_id > last:
                return True
            exc = exc.__cause__ or exc.__context__
        return False
