# SPDX-License-Identifier: MIT
"""Speak HTTP/1.1 on one connection: h11 reads and writes, this moves the bytes and keeps the time."""

from __future__ import annotations

import asyncio
import logging
import socket
import struct
import time
from contextlib import suppress
from email.utils import formatdate
from http import HTTPStatus
from typing import Callable, List, Optional, Tuple

import h11

from infinity_assistant.testing._http.messages import COMPLETE, CUT, SILENT, Answer, Request
from infinity_assistant.testing._http.responses import plain

IDLE = 5.0
BODY_TIMEOUT = 30.0
LINGER = 2.0
LARGEST_BODY = 10 * 1024 * 1024
_READ = 64 * 1024
_PHRASES = {int(status): status.phrase for status in HTTPStatus}
_ABORT = struct.pack("ii", 1, 0)

access = logging.getLogger("infinity_assistant.testing.access")


class Connection:
    """One connection, from the first request to the close. `busy` says whether an answer is under way."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, respond: Callable[[Request], Answer]
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._respond = respond
        self._http = h11.Connection(h11.SERVER)
        self.busy = False
        self.closing = False

    async def serve(self) -> None:
        """Answer requests until either side has enough: the caller, a stop, or 5 s of silence."""
        try:
            while await self._exchange():
                self._http.start_next_cycle()
        except (OSError, asyncio.TimeoutError):
            access.debug("connection lost")
        finally:
            self._writer.close()
            with suppress(OSError):
                await self._writer.wait_closed()

    def hang_up(self) -> None:
        """Close now if no answer is under way, else after it."""
        self.closing = True
        if not self.busy:
            self._writer.close()

    async def _exchange(self) -> bool:
        try:
            request = await self._receive()
        except h11.RemoteProtocolError as error:
            await self._refuse(error.error_status_hint, str(error))
            return False
        if request is None:
            return False
        self.busy = True
        started = time.monotonic()
        answer = self._respond(request)
        sent = await self._send(answer, request)
        peer = self._writer.get_extra_info("peername") or ("-",)
        took = (time.monotonic() - started) * 1000
        access.info("%s %s %s %d %d bytes %.0f ms", peer[0], request.method, request.path, answer.status, sent, took)
        self.busy = False
        return answer.ending == COMPLETE and not self.closing and self._reusable()

    async def _receive(self) -> Optional[Request]:
        head: Optional[h11.Request] = None
        body: List[bytes] = []
        size = 0
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA:
                await self._read(IDLE if head is None else BODY_TIMEOUT)
            elif isinstance(event, h11.Request):
                head = event
            elif isinstance(event, h11.Data):
                size += len(event.data)
                if size > LARGEST_BODY:
                    raise h11.RemoteProtocolError("the body is larger than 10 MiB", error_status_hint=413)
                body.append(bytes(event.data))
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                return _request(head, b"".join(body))
            else:
                return None

    async def _read(self, timeout: float) -> None:
        if self._http.they_are_waiting_for_100_continue:
            go_on = h11.InformationalResponse(status_code=100, headers=[])
            self._writer.write(self._http.send(go_on) or b"")
        self._http.receive_data(await asyncio.wait_for(self._reader.read(_READ), timeout))

    async def _send(self, answer: Answer, request: Request) -> int:
        """Send an answer, and give how many bytes of its body went out."""
        await asyncio.sleep(answer.delay)
        if answer.ending == SILENT:
            self._abort()
            return 0
        self._write(self._head(answer))
        sent = 0
        for delay, data in answer.chunks:
            if delay:
                await self._writer.drain()
                await asyncio.sleep(delay)
            if self._writer.is_closing():
                raise ConnectionError("the caller has gone")
            self._write(h11.Data(data))
            sent += len(data)
        await self._end(answer)
        return sent

    async def _end(self, answer: Answer) -> None:
        if answer.ending == COMPLETE:
            self._write(h11.EndOfMessage())
        await self._writer.drain()
        if answer.ending not in (COMPLETE, CUT):
            self._abort()

    def _write(self, event: h11.Event) -> None:
        self._writer.write(self._http.send(event) or b"")

    def _head(self, answer: Answer) -> h11.Response:
        phrase = _PHRASES.get(answer.status, "")
        return h11.Response(status_code=answer.status, headers=self._headers(answer), reason=phrase)

    def _headers(self, answer: Answer) -> List[Tuple[str, str]]:
        headers = [*answer.headers, ("date", formatdate(usegmt=True))]
        if self.closing:
            return [*headers, ("connection", "close")]
        return [*headers, ("connection", "keep-alive"), ("keep-alive", f"timeout={IDLE:.0f}")]

    def _reusable(self) -> bool:
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    async def _refuse(self, status: int, reason: str) -> None:
        answer = plain(status, reason)
        self.closing = True
        self._write(self._head(answer))
        self._write(h11.Data(answer.body))
        self._write(h11.EndOfMessage())
        await self._writer.drain()
        await asyncio.wait_for(self._swallow(), LINGER)

    async def _swallow(self) -> None:
        """Read what is still being sent: to close over unread bytes is a reset, which would take the answer with it."""
        self._writer.write_eof()
        while await self._reader.read(_READ):
            pass

    def _abort(self) -> None:
        """Close with a reset instead of an orderly end (SO_LINGER of zero)."""
        line = self._writer.get_extra_info("socket")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABORT)
        self._writer.transport.abort()


def _request(head: h11.Request, body: bytes) -> Request:
    path, _, query = head.target.decode("ascii", "replace").partition("?")
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers)
    return Request(head.method.decode("ascii"), path, query, headers, body)
