# SPDX-License-Identifier: MIT
"""What the API description says of an operation, and of the events of its stream."""

# Annotations are evaluated here: those of a NamedTuple that are texts are compiled one by one, 70 µs each.
from typing import Any, Dict, Mapping, NamedTuple, Optional, Tuple

from infinity_assistant._models.json_reader import Reader

NOTHING: Dict[str, Any] = {}
JSON = "application/json"


class StreamEvent(NamedTuple):
    """One event of a stream: its name on the wire, the type users see, and how it is read."""

    name: str
    event_type: str
    #: Reads the event that users see: the data, with its type and the names of its class.
    read: Reader
    #: Whether the stream ends with it: `success`, `failure`, or not.
    ends: str = ""
    #: What its data is: an `object`, whose fields become those of the event; other `json` and `text` become its `data`.
    form: str = "object"


class Operation(NamedTuple):
    """What the API description says about an operation, whatever the arguments of a call."""

    id: str
    method: str
    path: str
    #: Reads the JSON of a successful response; `None` if it has none.
    read: Optional[Reader] = None
    #: Media types in which the response is text, not JSON: it is handed over as it is.
    text_media_types: Tuple[str, ...] = ()
    #: Safe to repeat after a failure that leaves open whether the service acted.
    idempotent: bool = False
    #: The events of the stream by their name on the wire; empty if the response is no stream.
    events: Mapping[str, StreamEvent] = NOTHING
    #: Wire name -> name of the argument; with its place (`path.id`) where several are called so.
    arguments: Mapping[str, str] = NOTHING
    deprecated: bool = False
    #: Readers by status (`201`, `2XX`), where successes differ.
    readers: Mapping[str, Reader] = NOTHING
    #: Media types in which the response is bytes.
    binary: Tuple[str, ...] = ()
    #: A success may have no body; its result is `None`.
    empty: bool = False
    #: In what the body is sent.
    media_type: str = JSON
    #: How parameters and fields are written that are not written as usual, by place and name (`query.tags`).
    styles: Mapping[str, str] = NOTHING
    #: Media types that are asked for; empty for JSON.
    accept: Tuple[str, ...] = ()

    @property
    def streams(self) -> bool:
        """Whether the response is a stream of events."""
        return bool(self.events)

    def name_argument(self, place: str, key: str) -> str:
        """Return the name of the argument that travels at a place under a wire name."""
        return self.arguments.get(f"{place}.{key}", self.arguments.get(key, key))

    def __repr__(self) -> str:
        return f"<Operation {self.id}: {self.method} {self.path}>"
