# SPDX-License-Identifier: MIT. Generated from overlays/testing/transports.py: edit that file, then run `make generate`.
"""Put a client of httpx on an emulator inside the process."""

from __future__ import annotations

from typing import Optional

from infinity_assistant.testing._in_process.transports import AsyncHandlerTransport, HandlerTransport
from infinity_assistant.testing.emulator import Emulator


class InProcessTransport(HandlerTransport):
    """The transport of `httpx.Client(transport=InProcessTransport(emulator))`; without an emulator, it makes one."""

    def __init__(self, emulator: Optional[Emulator] = None) -> None:
        self._owned = emulator is None
        self.emulator: Emulator = Emulator() if emulator is None else emulator
        super().__init__(self.emulator.handle)

    def close(self) -> None:
        """Close the emulator if it was made here."""
        if self._owned:
            self.emulator.close()


class AsyncInProcessTransport(AsyncHandlerTransport):
    """The transport of `httpx.AsyncClient(transport=AsyncInProcessTransport(emulator))`, for asyncio and trio."""

    def __init__(self, emulator: Optional[Emulator] = None) -> None:
        self._owned = emulator is None
        self.emulator: Emulator = Emulator() if emulator is None else emulator
        super().__init__(self.emulator.handle)

    async def aclose(self) -> None:
        """Close the emulator if it was made here."""
        if self._owned:
            self.emulator.close()
