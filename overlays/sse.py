# SPDX-License-Identifier: MIT
"""Server-sent events, decoded without doing any I/O (WHATWG HTML, section 9.2)."""

from __future__ import annotations

from infinity_assistant._streaming.sse import Decoder, Event, EventTooLong

__all__ = ["Decoder", "Event", "EventTooLong"]
