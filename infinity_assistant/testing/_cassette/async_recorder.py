# SPDX-License-Identifier: MIT. Generated from overlays/testing/_cassette/async_recorder.py: edit that file, then run `make generate`.
"""Listen to the exchanges of a client."""

from __future__ import annotations

import time
from typing import Any, Callable

from infinity_assistant.testing._cassette.recording import Recorder, Track


def make_send(send: Callable[..., Any], recorder: Recorder) -> Callable[..., Any]:
    """Make a function that does what `send` does, and has the recorder listen."""

    async def send_recorded(request: Any, *args: Any) -> Any:
        track = recorder.begin(request)
        started = time.monotonic()
        return AsyncRecordedResponse(await send(request, *args), track, started)

    return send_recorded


class AsyncRecordedResponse:
    """A response of the client's transport that keeps what is read of it."""

    def __init__(self, response: Any, track: Track, started: float) -> None:
        self._response = response
        self._track = track
        self._started = started

    async def receive_head(self, deadline: float) -> None:
        """Read the head, and keep it."""
        await self._response.receive_head(deadline)
        self._track.status = self._response.status
        self._track.headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in self.headers}

    async def read(self, deadline: float) -> bytes:
        """Read a piece of the body, and keep it; nothing means the end."""
        piece: bytes = await self._response.read(deadline)
        if piece:
            self._track.pieces.append((time.monotonic() - self._started, piece))
        else:
            self._track.is_complete = True
        return piece

    async def aclose(self) -> None:
        """Be done with it."""
        await self._response.aclose()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)
