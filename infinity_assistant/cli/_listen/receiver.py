# SPDX-License-Identifier: MIT. Generated from overlays/cli/_listen/receiver.py: edit that file, then run `make generate`.
"""A small HTTP server that takes one kind of request: POST with a body of known length."""

from __future__ import annotations

import errno
import logging
import socketserver
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any, Callable, cast

from infinity_assistant.errors import InfinityAssistantArgumentError
from infinity_assistant.webhooks import Headers

LIMIT = 4 * 1024 * 1024

logger = logging.getLogger("infinity_assistant.cli")

Receive = Callable[[bytes, Headers], int]


class Receiver(socketserver.TCPServer):
    """Hands the body and the headers of each POST to `receive`, and answers with the status that it returns.

    Requests are taken one by one; after each, `afterwards` is called, whose errors end `serve_forever`.

    Raises `InfinityAssistantArgumentError` if it cannot listen there.
    """

    allow_reuse_address = True

    def __init__(self, host: str, port: int, receive: Receive, afterwards: Callable[[], None]) -> None:
        self.receive = receive
        self._afterwards = afterwards
        try:
            super().__init__((host, port), _Handler)
        except (OSError, OverflowError) as error:
            raise InfinityAssistantArgumentError(f"cannot listen on {host}:{port}: {_why(error)}") from None

    @property
    def url(self) -> str:
        """Where deliveries are to be sent."""
        host, port = self.socket.getsockname()[:2]
        return f"http://{host}:{port}/"

    def service_actions(self) -> None:
        """Called by `serve_forever`, between requests."""
        self._afterwards()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A sender that went away is no news; anything else is not hidden."""
        if not isinstance(sys.exc_info()[1], OSError):
            self.shutdown_request(request)
            raise
        logger.debug("a delivery broke off", exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            self._answer(HTTPStatus.LENGTH_REQUIRED)
        elif len(length) > 9 or int(length) > LIMIT:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self._receive(int(length))

    def _receive(self, length: int) -> None:
        body = self.rfile.read(length)
        whole = len(body) == length
        self._answer(cast(Receiver, self.server).receive(body, self.headers) if whole else HTTPStatus.BAD_REQUEST)

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        logger.debug(format, *args)


def _why(error: Exception) -> str:
    if isinstance(error, OverflowError):
        return "a port is a number from 0 to 65535"
    if getattr(error, "errno", None) == errno.EADDRINUSE:
        return "the port is in use; choose another with --port, 0 takes a free one"
    return str(getattr(error, "strerror", None) or error)
