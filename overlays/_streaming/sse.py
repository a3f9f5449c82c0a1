# SPDX-License-Identifier: MIT
"""Server-sent events, decoded without doing any I/O.

Follows section 9.2 of the WHATWG HTML standard:
https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

from typing import List, NamedTuple, Optional, Union

_BOM = b"\xef\xbb\xbf"
# Fifteen digits of milliseconds are 31,000 years, and int() raises on numbers that are very much longer.
_RETRY_DIGITS = 15
_new = tuple.__new__


class Event(NamedTuple):
    """One server-sent event: its type, its data, and the last event id at that point of the stream."""

    event: str = "message"
    data: str = ""
    id: str = ""


class EventTooLong(ValueError):
    """An event is longer than the decoder's limit.

    `limit` is in bytes; `events` are those that were complete before, in the same chunk.
    """

    def __init__(self, limit: int, events: List[Event]) -> None:
        super().__init__(limit, events)
        self.limit = limit
        self.events = events

    def __str__(self) -> str:
        return f"an event of the stream is longer than {self.limit} bytes"


class Decoder:
    """Turns chunks of bytes into events, wherever the chunks happen to be cut.

    An event comes out with the chunk that ends its blank line; what the end of the stream cuts short never
    does. Bytes that are not UTF-8 become U+FFFD. `limit` bounds one event in bytes (16 MiB by default): its
    data so far and the line being read. Comments do not count, and are not kept.

    `last_event_id` is the id to resume from, "" if there is none; `retry` the reconnection time in
    milliseconds that the stream asked for, None if it did not.
    """

    def __init__(self, limit: int = 16 * 1024 * 1024) -> None:
        self.limit = limit
        self.last_event_id: str = ""
        self.retry: Optional[int] = None
        self._id = ""
        self._event = ""
        self._data: Union[bytes, bytearray, None] = None
        self._line = bytearray()
        self._has_started = False
        self._after_cr = False
        # One test on the hot path instead of three: a line, a CRLF or the start of the stream is still open.
        self._open = True

    def feed(self, chunk: bytes) -> List[Event]:
        """Return the events that `chunk` completes.

        Raises: EventTooLong, after which the decoder is of no more use.
        """
        if self._open:
            chunk = self._resume(chunk)
        # Of bytes, unlike of str, splitlines() ends a line at LF, CR and CRLF alone.
        lines = chunk.splitlines()
        if not chunk or chunk[-1] == 10:  # "\n"
            return self._decode_lines(lines)
        self._open = True
        if chunk[-1] == 13:  # "\r", and the "\n" of a CRLF may follow
            self._after_cr = True
            return self._decode_lines(lines)
        rest = lines.pop()
        events = self._decode_lines(lines)
        self._append_line(rest, events)
        return events

    def _resume(self, chunk: bytes) -> bytes:
        """Return `chunk` behind what was open before it, or nothing as long as that stays open."""
        if self._after_cr and chunk:
            self._after_cr = False
            chunk = chunk[1:] if chunk[0] == 10 else chunk
        if self._has_started and b"\n" not in chunk and b"\r" not in chunk:
            self._append_line(chunk, [])
            return b""
        chunk = b"".join((self._line, chunk))
        self._line.clear()
        if not self._has_started:
            chunk = self._begin(chunk)
        self._open = not self._has_started or self._after_cr
        return chunk

    def _begin(self, start: bytes) -> bytes:
        """Take the byte order mark off the start of the stream, once there are bytes enough to know."""
        if len(start) < len(_BOM) and _BOM.startswith(start):
            self._line += start
            return b""
        self._has_started = True
        return start[len(_BOM) :] if start.startswith(_BOM) else start

    def _append_line(self, part: bytes, events: List[Event]) -> None:
        self._line += part
        if self._line.startswith(b":"):
            del self._line[1:]
        elif len(self._line) + len(self._data or b"") > self.limit:
            self._reject_event(events)

    def _decode_lines(self, lines: List[bytes]) -> List[Event]:
        # Local names and a plain tuple.__new__ halve the cost of an event.
        events: List[Event] = []
        data, event, limit = self._data, self._event, self.limit
        for line in lines:
            if not line:
                self.last_event_id = self._id
                if data is not None:
                    text = data.decode("utf-8", "replace")
                    events.append(_new(Event, (event or "message", text, self._id)))
                    data = None
                event = ""
            elif line[:6] == b"data: " and data is None and len(line) <= limit:
                data = line[6:]
            elif line[:7] == b"event: " and data is None and len(line) <= limit:
                event = line[7:].decode("utf-8", "replace")
            else:
                self._data, self._event = data, event
                self._process_field(line, events)
                data, event = self._data, self._event
        self._data, self._event = data, event
        return events

    def _process_field(self, line: bytes, events: List[Event]) -> None:
        name, _, value = line.partition(b":")
        if name and len(line) + len(self._data or b"") > self.limit:
            self._reject_event(events)
        value = value[1:] if value[:1] == b" " else value
        if name == b"data":
            self._append(value)
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) <= _RETRY_DIGITS:
            self.retry = int(value)

    def _append(self, value: bytes) -> None:
        # One buffer, not a list of lines: a list of a million empty lines takes much more room than they do.
        if self._data is None:
            self._data = value
            return
        if isinstance(self._data, bytes):
            self._data = bytearray(self._data)
        self._data += b"\n"
        self._data += value

    def _reject_event(self, events: List[Event]) -> None:
        self._data = None
        self._line.clear()
        raise EventTooLong(self.limit, events)
