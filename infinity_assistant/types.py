# SPDX-License-Identifier: MIT. Generated from overlays/types.py: edit that file, then run `make generate`.
"""Types for annotations: what methods take and return, in one place.

    from infinity_assistant.types import CallOptions, ChatMode, ChatPreferencesDict, ChatResponse

These are the classes, TypedDicts and choices of `infinity_assistant.models`, the events of streams, and the types of
options. Each is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Dict, List

if TYPE_CHECKING:
    from infinity_assistant._core.api_response import APIResponse as APIResponse
    from infinity_assistant._core.credentials import KeySource as KeySource
    from infinity_assistant._core.option_types import CallOptions as CallOptions
    from infinity_assistant._core.option_types import ClientOptions as ClientOptions
    from infinity_assistant._core.options import Timeout as Timeout
    from infinity_assistant._core.options import TimeoutTypes as TimeoutTypes
    from infinity_assistant._models.call import Call as Call
    from infinity_assistant.events import ChatStreamEvent as ChatStreamEvent
    from infinity_assistant.events import CollectedResponse as CollectedResponse
    from infinity_assistant.events import MetadataEvent as MetadataEvent
    from infinity_assistant.events import UnknownEvent as UnknownEvent
    from infinity_assistant.models import *  # noqa: F403

_HOMES = {
    "APIResponse": "_core.api_response",
    "Call": "_models.call",
    "CallOptions": "_core.option_types",
    "ChatStreamEvent": "events",
    "ClientOptions": "_core.option_types",
    "CollectedResponse": "events",
    "KeySource": "_core.credentials",
    "MetadataEvent": "events",
    "Timeout": "_core.options",
    "TimeoutTypes": "_core.options",
    "UnknownEvent": "events",
}


def _find_homes() -> Dict[str, str]:
    """Find the module of every name."""
    from infinity_assistant import models

    return {**dict.fromkeys(models.__all__, "models"), **_HOMES}


if not TYPE_CHECKING:  # A type checker would take any name for one that is there.

    def __getattr__(name: str) -> Any:
        if name == "__all__":
            return sorted(_find_homes())
        home = None if name.startswith("__") else _find_homes().get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"infinity_assistant.{home}"), name)
        return value


def __dir__() -> List[str]:
    return sorted({*globals(), *_find_homes()})
