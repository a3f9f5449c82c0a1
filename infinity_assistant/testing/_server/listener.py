# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/listener.py: edit that file, then run `make generate`.
"""Accept connections for an emulator, inside a running event loop."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, Optional, Set

from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing._http.responses import build_error
from infinity_assistant.testing._openai.upstream import Upstream
from infinity_assistant.testing._server.body_room import BodyRoom
from infinity_assistant.testing._server.connection import Connection
from infinity_assistant.testing._server.gate import Gate
from infinity_assistant.testing._server.site import Site
from infinity_assistant.testing.emulator import Emulator
from infinity_assistant.testing.errors import EmulatorError

GRACE = 5.0
_BACKLOG = 1024
_MOST_THREADS = 1000
#: More connections than this are closed as they come, so that nobody can use up the files of the process.
MOST_CONNECTIONS = 4000
_OTHER_FILES = 64

logger = logging.getLogger("infinity_assistant.testing")


def _log_error(error: BaseException) -> None:
    logger.error("a request failed inside the emulator", exc_info=error)


class Listener:
    """Accepts connections for an emulator, inside a running event loop.

    `on_error` gets what a request raises, which is mostly what a function of a test raises.
    """

    def __init__(
        self,
        emulator: Emulator,
        on_error: Callable[[BaseException], object] = _log_error,
        gate: Optional[Gate] = None,
        *,
        openai: bool = False,
        upstream: Optional[Upstream] = None,
    ) -> None:
        self._emulator = emulator
        self._site = Site(emulator, gate, openai=openai, upstream=upstream)
        self._on_error = on_error
        self._threads: Optional[ThreadPoolExecutor] = None
        self._connections: Set[Connection] = set()
        self._server: Optional[asyncio.AbstractServer] = None
        self._stopping = False
        self._room = find_room()
        self._body_room = BodyRoom()

    async def start(self, host: str, port: int) -> int:
        """Listen, and return the port: the given one, or a free one for 0.

        Raises:
            EmulatorError: The address cannot be listened on.
        """
        try:
            self._server = await asyncio.start_server(self._accept, host, port, backlog=_BACKLOG)
        except (OSError, OverflowError, UnicodeError) as error:
            raise EmulatorError(_describe_error(host, port, error)) from error
        address: Any = self._server.sockets[0].getsockname()
        return int(address[1])

    async def stop(self, grace: float = GRACE) -> None:
        """Accept no more, let responses under way end for at most `grace` seconds, and close all connections."""
        assert self._server is not None
        self._stopping = True
        # asyncio loses a connection that is accepted but not set up yet when the server closes; two passes of the loop
        # set up those that were accepted.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        self._server.close()
        for connection in tuple(self._connections):
            connection.close_when_idle()
        await _wait_for_tasks(asyncio.get_running_loop().time() + grace)
        if self._threads is not None:
            self._threads.shutdown(wait=False)

    async def _respond(self, request: Request) -> Response:
        try:
            response = await self._site.respond_from_upstream(request)
            if response is not None:
                return response
            if not self._emulator.services.scripts.has_functions:
                return self._site.respond(request)
            return await asyncio.get_running_loop().run_in_executor(self._get_threads(), self._site.respond, request)
        except (asyncio.CancelledError, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # pytest.fail raises no Exception.
            self._on_error(error)
            return build_error(500, "Internal server error")

    def _get_threads(self) -> ThreadPoolExecutor:
        """Return threads for requests that a function of a test may hold up, also by calling this server."""
        if self._threads is None:
            self._threads = ThreadPoolExecutor(_MOST_THREADS, "emulator-request")
        return self._threads

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._connections) >= min(MOST_CONNECTIONS, self._room):
            writer.close()
            return
        connection = Connection(reader, writer, self._respond, self._body_room)
        self._connections.add(connection)
        if self._stopping:
            connection.close_when_idle()
        try:
            await connection.serve()
        except asyncio.CancelledError:
            # The grace of a stop is over. Before Python 3.12 asyncio would log a task that ends as cancelled.
            writer.close()
        finally:
            self._connections.discard(connection)


def find_room() -> int:
    """Return how many connections fit in the limit of open files, which Windows has not; some are for other files."""
    try:
        from resource import RLIM_INFINITY, RLIMIT_NOFILE, getrlimit
    except ImportError:
        return MOST_CONNECTIONS
    soft, _ = getrlimit(RLIMIT_NOFILE)
    return MOST_CONNECTIONS if soft == RLIM_INFINITY else max(1, soft - _OTHER_FILES)


async def _wait_for_tasks(deadline: float) -> None:
    """Wait for all other tasks, also those of a connection that came last; cancel them at the deadline."""
    loop, current = asyncio.get_running_loop(), asyncio.current_task()
    while True:
        others = asyncio.all_tasks() - {current}
        if not others:
            return
        if loop.time() >= deadline:
            for task in others:
                task.cancel()
        await asyncio.wait(others, timeout=max(0.1, deadline - loop.time()))


def format_authority(host: str, port: int) -> str:
    """Format an address as in a URL (RFC 3986, section 3.2.2: IPv6 in brackets)."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _describe_error(host: str, port: int, error: Exception) -> str:
    number = getattr(error, "errno", None)
    # Windows denies access to a port that another program has for itself.
    if number == errno.EADDRINUSE or (number == errno.EACCES and port > 1023):
        return f"port {port} on {host} is in use; stop what listens there, or choose another port (0: a free one)"
    if number == errno.EACCES:
        return f"port {port} needs administrator rights; choose one above 1023"
    if isinstance(error, (socket.gaierror, UnicodeError)) or number in (None, errno.EADDRNOTAVAIL):
        return f"{host}:{port} is not an address of this machine that can be listened on"
    return f"cannot listen on {host}:{port}: {error}"
