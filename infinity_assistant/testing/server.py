# SPDX-License-Identifier: MIT. Generated from overlays/testing/server.py: edit that file, then run `make generate`.
"""Serve an emulator over HTTP: asyncio moves the bytes, h11 speaks the protocol; both are there with httpx."""

from __future__ import annotations

import asyncio
import threading
from typing import Any, Callable, Optional

from infinity_assistant.testing._api.router import BASE
from infinity_assistant.testing._server.listener import Listener, format_authority
from infinity_assistant.testing.emulator import Emulator
from infinity_assistant.testing.errors import EmulatorError


class EmulatorServer:
    """An emulator behind a real socket, in a thread of its own.

    >>> from infinity_assistant.testing import EmulatorServer
    >>> with EmulatorServer() as server:
    ...     server.url
    'http://127.0.0.1:.../api'

    Args:
        emulator: The emulator to serve; without one, a new one is made from `options`, and delivers webhooks.
        host: The address to listen on.
        port: The port; 0 takes a free one.
        options: What `Emulator` takes.
    """

    def __init__(
        self, emulator: Optional[Emulator] = None, *, host: str = "127.0.0.1", port: int = 0, **options: Any
    ) -> None:
        self._owned = emulator is None
        self.emulator = Emulator(**{"deliver": True, **options}) if emulator is None else emulator
        self.host = host
        self.port = port
        self._failure: Optional[BaseException] = None
        self._stop: Callable[[], object] = bool
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="emulator-server", daemon=True)

    @property
    def url(self) -> str:
        """The base URL of the API, for `base_url`."""
        return f"http://{format_authority(self.host, self.port)}{BASE}"

    def start(self) -> EmulatorServer:
        """Start listening.

        Raises:
            EmulatorError: The address cannot be listened on.
        """
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            self.stop()
            raise self._failure
        return self

    def stop(self) -> None:
        """Let responses under way end, and stop; a second call does nothing."""
        self._stop()
        self._thread.join()
        if self._owned:
            self.emulator.close()

    def __enter__(self) -> EmulatorServer:
        return self.start()

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        listener, stopped, loop = Listener(self.emulator), asyncio.Event(), asyncio.get_running_loop()
        try:
            self.port = await listener.start(self.host, self.port)
        except EmulatorError as error:
            self._failure = error
            return
        finally:
            self._stop = lambda: _call_in(loop, stopped.set)
            self._ready.set()
        await stopped.wait()
        await listener.stop(grace=0.5)


def _call_in(loop: asyncio.AbstractEventLoop, function: Callable[[], object]) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(function)
