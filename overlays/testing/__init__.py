# SPDX-License-Identifier: MIT
"""Test programs that use Infinity Assistant: the API as an emulator, in process or as a server.

Answers come from a small knowledge base and from the conversation's memory, not from a model, and nothing reaches the
network unless it is asked for. The names are imported when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, List

if TYPE_CHECKING:
    from infinity_assistant.testing._faults.faults import Fault
    from infinity_assistant.testing._http.messages import Answer, Request
    from infinity_assistant.testing.emulator import API_KEY, Emulator
    from infinity_assistant.testing.errors import EmulatorError
    from infinity_assistant.testing.server import EmulatorServer
    from infinity_assistant.testing.transports import AsyncInProcessTransport, InProcessTransport

_HOMES = {
    "API_KEY": "emulator",
    "Answer": "_http.messages",
    "AsyncInProcessTransport": "transports",
    "Emulator": "emulator",
    "EmulatorError": "errors",
    "EmulatorServer": "server",
    "Fault": "_faults.faults",
    "InProcessTransport": "transports",
    "Request": "_http.messages",
}

__all__ = [
    "API_KEY",
    "Answer",
    "AsyncInProcessTransport",
    "Emulator",
    "EmulatorError",
    "EmulatorServer",
    "Fault",
    "InProcessTransport",
    "Request",
]

if not TYPE_CHECKING:  # A type checker would take any name for one that is there.

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return value


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
