# SPDX-License-Identifier: MIT
"""The type of the events of a stream, for type checkers: those of a chat where nothing else is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from infinity_assistant.events import ChatStreamEvent

    EventT = TypeVar("EventT", default=ChatStreamEvent, covariant=True)
else:
    from typing import TypeVar

    EventT = TypeVar("EventT", covariant=True)
