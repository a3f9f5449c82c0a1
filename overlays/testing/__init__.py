# SPDX-License-Identifier: MIT
"""Test programs that use Infinity Assistant: the API as an emulator, in process or as a server.

Responses come from a small knowledge base and from the conversation's memory, not from a model, and nothing reaches
the network unless it is asked for. Each name is imported when it is first used.
"""

from __future__ import annotations

import warnings
from importlib import import_module
from typing import TYPE_CHECKING, Any, List

if TYPE_CHECKING:
    from infinity_assistant.testing._cassette.recording import record
    from infinity_assistant.testing._faults.faults import Fault
    from infinity_assistant.testing._http.messages import Request, Response
    from infinity_assistant.testing.emulator import API_KEY, Emulator
    from infinity_assistant.testing.errors import CassetteMissError, EmulatorError
    from infinity_assistant.testing.server import EmulatorServer
    from infinity_assistant.testing.transports import AsyncInProcessTransport, InProcessTransport

_MODULES = {
    "API_KEY": "emulator",
    "AsyncInProcessTransport": "transports",
    "CassetteMissError": "errors",
    "Emulator": "emulator",
    "EmulatorError": "errors",
    "EmulatorServer": "server",
    "Fault": "_faults.faults",
    "InProcessTransport": "transports",
    "Request": "_http.messages",
    "Response": "_http.messages",
    "record": "_cassette.recording",
}
#: Names of 1.0, until 2.0.
_DEPRECATED = {"Answer": "Response"}

__all__ = [
    "API_KEY",
    "AsyncInProcessTransport",
    "CassetteMissError",
    "Emulator",
    "EmulatorError",
    "EmulatorServer",
    "Fault",
    "InProcessTransport",
    "Request",
    "Response",
    "record",
]

if not TYPE_CHECKING:  # A type checker would take any name for one that is there.

    def __getattr__(name: str) -> Any:
        if name in _DEPRECATED:
            new = _DEPRECATED[name]
            warnings.warn(f"{__name__}.{name} is called {new} now", DeprecationWarning, stacklevel=2)
            return __getattr__(new)
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
