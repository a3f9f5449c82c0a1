# SPDX-License-Identifier: MIT
"""Serve an emulator over HTTP: asyncio moves the bytes, h11 speaks the protocol; both are there with httpx."""

from __future__ import annotations

import asyncio
import threading
from typing import Any, Callable, Iterable, Optional

from infinity_assistant.testing._api.router import BASE
from infinity_assistant.testing._server.gate import Gate
from infinity_assistant.testing._server.listener import Listener, format_authority
from infinity_assistant.testing.emulator import Emulator
from infinity_assistant.testing.errors import EmulatorError


class EmulatorServer:
    """An emulator behind a real socket, in a thread of its own.

    >>> from infinity_assistant.testing import EmulatorServer
    >>> with EmulatorServer() as server:
    ...     server.base_url
    'http://127.0.0.1:.../api'

    Args:
        emulator: The emulator to serve; without one, a new one is made from `options`, and delivers webhooks.
        host: The address to listen on.
        port: The port; 0 takes a free one.
        allow_origins: Pages of which other sites may use the server, such as "http://localhost:3000".
        openai: Speak the chat completions protocol of OpenAI, too, below `/v1`.
        options: What `Emulator` takes.
    """

    def __init__(
        self,
        emulator: Optional[Emulator] = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        allow_origins: Iterable[str] = (),
        openai: bool = False,
        **options: Any,
    ) -> None:
        self._owned = emulator is None
        self.emulator: Emulator = Emulator(**{"deliver": True, **options}) if emulator is None else emulator
        self.host = host
        self._openai = openai
        self._gate = Gate(frozenset({host.lower()}), frozenset(origin.lower() for origin in allow_origins))
        self.port: int = port
        self._error: Optional[BaseException] = None
        self._stop: Callable[[], object] = bool
        self._ready = threading.Event()
        self._thread: Optional[threading.Thread] = None

    @property
    def base_url(self) -> str:
        """The base URL of the API, for the option of that name."""
        return f"http://{format_authority(self.host, self.port)}{BASE}"

    @property
    def url(self) -> str:
        """The same as `base_url`."""
        return self.base_url

    def start(self) -> EmulatorServer:
        """Start listening.

        Raises:
            EmulatorError: The address cannot be listened on, the thread cannot be started, or this was called before.
        """
        if self._thread is not None:
            raise EmulatorError("an EmulatorServer can be started once; make another one")
        self._thread = threading.Thread(target=self._run, name="emulator-server", daemon=True)
        try:
            self._thread.start()
        except RuntimeError as error:
            self._thread = None
            self.close()
            raise EmulatorError(f"the thread of the server cannot be started: {error}") from error
        self._ready.wait()
        if self._error is not None:
            self.stop()
        return self

    def stop(self) -> None:
        """Let responses under way end, and stop; a second call does nothing.

        Raises:
            AssertionError: What a function given to `on_chat` raised while the server ran.
            EmulatorError: The server failed.
        """
        self.close()
        error, self._error = self._error, None
        if error is not None:
            raise error

    def close(self) -> None:
        """Stop as `stop` does, and raise nothing."""
        self._stop()
        if self._thread is not None:
            self._thread.join()
        if self._owned:
            self.emulator.close()

    def __enter__(self) -> EmulatorServer:
        return self.start()

    def __exit__(self, exc_type: object, exc: object, traceback: object) -> None:
        if exc is None:
            self.stop()
        else:
            self.close()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except EmulatorError as error:
            self._keep_error(error)
        except BaseException as error:  # Nobody else sees what ends this thread.
            failure = EmulatorError(f"the server failed: {type(error).__name__}: {error}")
            failure.__cause__ = error
            self._keep_error(failure)
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        listener, stopped = Listener(self.emulator, self._keep_error, self._gate, openai=self._openai), asyncio.Event()
        loop = asyncio.get_running_loop()
        self.port = await listener.start(self.host, self.port)
        self._stop = lambda: _call_in(loop, stopped.set)
        self._ready.set()
        await stopped.wait()
        await listener.stop(grace=0.5)

    def _keep_error(self, error: BaseException) -> None:
        """Keep the first error for the thread that stops the server."""
        if self._error is None:
            self._error = error


def _call_in(loop: asyncio.AbstractEventLoop, function: Callable[[], object]) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(function)
