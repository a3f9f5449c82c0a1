# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/request_reader.py: edit that file, then run `make generate`.
"""Read requests: h11 parses them, and what it accepts and the service does not is rejected here."""

from __future__ import annotations

import asyncio
import re
from typing import List, Optional

import h11

from infinity_assistant.testing._api.context import LARGEST_BODY
from infinity_assistant.testing._http.messages import LARGEST_HEAD, Request
from infinity_assistant.testing._server.body_room import BodyRoom

IDLE = 5.0
#: A request has so many seconds from its first byte to its last, however steadily it drips.
REQUEST_TIMEOUT = 60.0
BODY_TIMEOUT = 30.0
_READ = 64 * 1024
_BARE_LF = re.compile(rb"(?<!\r)\n")


class BadRequest(Exception):
    """The bytes are not a request that the service accepts; the text says why, without repeating them."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class RequestReader:
    """Reads the requests of one connection, one after the other. What a body takes of `room` stays until `release`."""

    def __init__(
        self, http: h11.Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, room: BodyRoom
    ) -> None:
        self._http = http
        self._room = room
        self._held = 0
        self._reader = reader
        self._writer = writer
        self._raw_head = b""
        self._deadline = 0.0

    async def read(self) -> Optional[Request]:
        """Read a request; None if the caller closes the connection instead of sending one.

        Raises:
            BadRequest: It is not one that the service accepts.
            OSError: The connection is lost.
            asyncio.TimeoutError: Nothing comes for too long.
        """
        try:
            return await self._read_events()
        except h11.RemoteProtocolError as error:
            # The text of the error quotes what was sent; Node.js has a status of its own for the size alone.
            if error.error_status_hint == 431:
                raise BadRequest(431, "the head is larger than 16 KiB") from None
            raise BadRequest(400, "this is not HTTP/1.1") from None

    def release(self) -> None:
        """Give back the room of the last body."""
        self._room.give_back(self._held)
        self._held = 0

    async def _read_events(self) -> Optional[Request]:
        head: Optional[h11.Request] = None
        body: List[bytes] = []
        size = 0
        self._raw_head = self._http.trailing_data[0]
        self._deadline = 0.0
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA:
                self._check_framing(head)
                await self._receive(waiting=head is None)
            elif isinstance(event, h11.Request):
                head = event
                self._check_head(head)
            elif isinstance(event, h11.Data):
                if size <= LARGEST_BODY:
                    self._hold(len(event.data))
                    body.append(bytes(event.data))
                size += len(event.data)
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                return _build_request(head, b"".join(body))
            else:
                return None

    def _check_framing(self, head: Optional[h11.Request]) -> None:
        # What h11 has not taken of a body is the line of a chunk's size, or trailers: never data.
        if head is not None and _BARE_LF.search(self._http.trailing_data[0]):
            raise BadRequest(400, "a line between the chunks ends in LF without CR")

    def _hold(self, count: int) -> None:
        if not self._room.take(count):
            raise BadRequest(503, "the bodies of other requests take all the room there is")
        self._held += count

    async def _receive(self, waiting: bool) -> None:
        if self._http.they_are_waiting_for_100_continue:
            proceed = h11.InformationalResponse(status_code=100, headers=[])
            self._writer.write(self._http.send(proceed) or b"")
        now = asyncio.get_running_loop().time()
        patience = IDLE if waiting else BODY_TIMEOUT
        if self._deadline:
            patience = max(0.0, min(patience, self._deadline - now))
        data = await asyncio.wait_for(self._reader.read(_READ), patience)
        self._deadline = self._deadline or now + REQUEST_TIMEOUT
        if waiting:
            self._raw_head += data
        self._http.receive_data(data)

    def _check_head(self, head: h11.Request) -> None:
        raw = self._raw_head[: len(self._raw_head) - len(self._http.trailing_data[0])]
        names = {name for name, _ in head.headers}
        if len(raw) > LARGEST_HEAD:
            raise BadRequest(431, "the head is larger than 16 KiB")
        if head.http_version not in (b"1.0", b"1.1"):
            raise BadRequest(400, "this is not HTTP/1.1")
        if _BARE_LF.search(raw):
            raise BadRequest(400, "a line of the head ends in LF without CR")
        if {b"content-length", b"transfer-encoding"} <= names:
            raise BadRequest(400, "Content-Length stands beside Transfer-Encoding")


def _build_request(head: h11.Request, body: bytes) -> Request:
    path, _, query = head.target.decode("ascii", "replace").partition("?")
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers)
    return Request(head.method.decode("ascii"), path, query, headers, body)
