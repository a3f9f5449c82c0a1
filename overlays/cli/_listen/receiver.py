# SPDX-License-Identifier: MIT
"""Serve HTTP for one kind of request: POST with a body of known length."""

from __future__ import annotations

import errno
import logging
import socket
import socketserver
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any, Callable, Optional, cast

from infinity_assistant.errors import InfinityAssistantArgumentError
from infinity_assistant.webhooks import HeaderMapping

LIMIT = 4 * 1024 * 1024
#: The longest that a connection may take, in seconds, and how many there may be.
DEADLINE = 30.0
MOST_CONNECTIONS = 64

logger = logging.getLogger("infinity_assistant.cli")

Receive = Callable[[bytes, HeaderMapping], int]


class Receiver(socketserver.ThreadingTCPServer):
    """Hands the body and the headers of each POST to `receive`, and responds with the status that it returns.

    Each connection has a thread, so that a slow sender is in nobody's way, and ends after `DEADLINE` seconds at the
    latest. `between_requests` is called again and again; its errors, and those of `receive`, end `serve_forever`.

    Raises:
        InfinityAssistantArgumentError: The address cannot be listened on.
    """

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, host: str, port: int, receive: Receive, between_requests: Callable[[], None]) -> None:
        self.receive = receive
        self._between_requests = between_requests
        self._free = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._failure: Optional[BaseException] = None
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            super().__init__((host, port), _Handler)
        except (OSError, OverflowError) as error:
            raise InfinityAssistantArgumentError(
                f"cannot listen on {host}:{port}: {_describe_error(port, error)}"
            ) from None

    @property
    def url(self) -> str:
        """The address to send deliveries to."""
        host, port = self.socket.getsockname()[:2]
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    def service_actions(self) -> None:
        """Run `between_requests`; `serve_forever` calls this."""
        if self._failure is not None:
            raise self._failure
        self._between_requests()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take a connection, unless there are too many: then it is closed at once."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Handle a connection, in its thread, and cut it off at its deadline."""
        cut = threading.Timer(DEADLINE, _shut_down, [request])
        cut.daemon = True
        cut.start()
        try:
            super().process_request_thread(request, client_address)
        finally:
            cut.cancel()
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Log a sender that closed the connection; keep anything else for `serve_forever` to raise."""
        error = sys.exc_info()[1]
        if isinstance(error, OSError):
            logger.debug("a delivery was cut off", exc_info=True)
        else:
            self._failure = error


class _Handler(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            self._respond(HTTPStatus.LENGTH_REQUIRED)
        elif len(length) > 9 or int(length) > LIMIT:
            self._respond(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self._receive(int(length))

    def _receive(self, length: int) -> None:
        body = self.rfile.read(length)
        whole = len(body) == length
        self._respond(cast(Receiver, self.server).receive(body, self.headers) if whole else HTTPStatus.BAD_REQUEST)

    def _respond(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        logger.debug(format, *args)


def _shut_down(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # It has been closed already.


def _describe_error(port: int, error: Exception) -> str:
    if isinstance(error, OverflowError):
        return "a port is a number from 0 to 65535"
    number = getattr(error, "errno", None)
    # Windows denies access to a port that another program has for itself.
    if number == errno.EADDRINUSE or (number == errno.EACCES and port > 1023):
        return "the port is in use; choose another with --port, 0 takes a free one"
    return str(getattr(error, "strerror", None) or error)
