# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/connection.py: edit that file, then run `make generate`.
"""Speak HTTP/1.1 on one connection: h11 parses and writes, this moves the bytes and keeps the timeouts."""

from __future__ import annotations

import asyncio
import logging
import socket
import struct
import time
from contextlib import suppress
from email.utils import formatdate
from http import HTTPStatus
from typing import AsyncGenerator, Awaitable, Callable, List, Tuple

import h11

from infinity_assistant.testing._http.messages import COMPLETE, CUT, SILENT, Request, Response
from infinity_assistant.testing._http.responses import build_empty
from infinity_assistant.testing._server.body_room import BodyRoom
from infinity_assistant.testing._server.request_reader import IDLE, BadRequest, RequestReader

LINGER = 2.0
_READ = 64 * 1024
_PHRASES = {int(status): status.phrase for status in HTTPStatus}
_ABORT = struct.pack("ii", 1, 0)

Respond = Callable[[Request], Awaitable[Response]]

access_logger = logging.getLogger("infinity_assistant.testing.access")


class Connection:
    """One connection, from the first request to the close. `busy` says whether a response is under way."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, respond: Respond, room: BodyRoom
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._respond = respond
        self._http = h11.Connection(h11.SERVER)
        self._requests = RequestReader(self._http, reader, writer, room)
        self.busy = False
        self.closing = False

    async def serve(self) -> None:
        """Respond to requests until the caller closes, the server stops, or nothing comes for 5 s."""
        try:
            while await self._exchange():
                self._http.start_next_cycle()
        except (OSError, asyncio.TimeoutError):
            access_logger.debug("connection lost")
        finally:
            self._requests.release()
            self._writer.close()
            with suppress(OSError):
                await self._writer.wait_closed()

    def close_when_idle(self) -> None:
        """Close now if no response is under way, else after it."""
        self.closing = True
        if not self.busy:
            self._writer.close()

    async def _exchange(self) -> bool:
        try:
            request = await self._requests.read()
        except BadRequest as error:
            access_logger.info("%s %d %s", self._get_peer(), error.status, error)
            await self._send_error(error.status)
            return False
        if request is None:
            return False
        self.busy = True
        started = time.monotonic()
        response = await self._respond(request)
        try:
            sent = await self._send(response, request)
        finally:
            elapsed = time.monotonic() - started
            if response.duration is not None:
                response.duration.seconds = elapsed
        access_logger.info(
            "%s %s %s %d %d bytes %.0f ms",
            self._get_peer(),
            request.method,
            request.path,
            response.status,
            sent,
            elapsed * 1000,
        )
        self._requests.release()
        self.busy = False
        return response.ending == COMPLETE and not self.closing and self._is_reusable()

    def _get_peer(self) -> str:
        return str((self._writer.get_extra_info("peername") or ("-",))[0])

    async def _send(self, response: Response, request: Request) -> int:
        """Send a response, and return how many bytes of its body were sent."""
        await asyncio.sleep(response.delay)
        if response.ending == SILENT:
            self._reset()
            return 0
        self._write(self._head(response))
        sent = 0
        for delay, data in response.chunks:
            if delay:
                await self._writer.drain()
                await asyncio.sleep(delay)
            if self._writer.is_closing():
                raise ConnectionError("the caller closed the connection")
            self._write(h11.Data(data))
            sent += len(data)
        if response.live is not None:
            sent += await self._send_live(response.live)
        await self._end(response)
        return sent

    async def _send_live(self, pieces: AsyncGenerator[bytes, None]) -> int:
        sent = 0
        try:
            async for data in pieces:
                if self._writer.is_closing():
                    raise ConnectionError("the caller closed the connection")
                self._write(h11.Data(data))
                await self._writer.drain()
                sent += len(data)
        finally:
            await pieces.aclose()
        return sent

    async def _end(self, response: Response) -> None:
        if response.ending == COMPLETE:
            self._write(h11.EndOfMessage())
        await self._writer.drain()
        if response.ending not in (COMPLETE, CUT):
            self._reset()

    def _write(self, event: h11.Event) -> None:
        self._writer.write(self._http.send(event) or b"")

    def _head(self, response: Response) -> h11.Response:
        phrase = _PHRASES.get(response.status, "")
        return h11.Response(status_code=response.status, headers=self._headers(response), reason=phrase)

    def _headers(self, response: Response) -> List[Tuple[str, str]]:
        headers = [
            *((name, _make_writable(value)) for name, value in response.headers),
            ("date", formatdate(usegmt=True)),
        ]
        if self.closing:
            return [*headers, ("connection", "close")]
        return [*headers, ("connection", "keep-alive"), ("keep-alive", f"timeout={IDLE:.0f}")]

    def _is_reusable(self) -> bool:
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    async def _send_error(self, status: int) -> None:
        """Send an empty response and close, as Node.js does with what its parser rejects."""
        self.closing = True
        self._write(self._head(build_empty(status, ("content-length", "0"))))
        self._write(h11.EndOfMessage())
        await self._writer.drain()
        await asyncio.wait_for(self._drain_input(), LINGER)

    async def _drain_input(self) -> None:
        """Read what is still being sent: closing over unread bytes is a reset, which would discard the response."""
        self._writer.write_eof()
        while await self._reader.read(_READ):
            pass

    def _reset(self) -> None:
        """Close with a reset (SO_LINGER of zero)."""
        sock = self._writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABORT)
        self._writer.transport.abort()


def _make_writable(value: str) -> str:
    """Return a value that can stand in a header: some echo what was asked, whatever it was."""
    if value.isascii() and value.isprintable():
        return value
    return "".join(char if " " <= char <= "~" else "?" for char in value)
