# SPDX-License-Identifier: MIT
"""Record what a client exchanges with the service."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple, Union

from infinity_assistant.testing._api.document import load_document
from infinity_assistant.testing._cassette.bodies import decompress, describe_body, describe_events
from infinity_assistant.testing._cassette.exchange import COMPLETE, CUT, SILENT, Cassette, Exchange, write_cassette
from infinity_assistant.testing._cassette.masking import Masker
from infinity_assistant.testing._cassette.player import describe_request
from infinity_assistant.testing._http.messages import Request
from infinity_assistant.testing.errors import EmulatorError

#: What the client reads of a head. Everything else differs from run to run, or tells who called.
_KEPT = ("content-type", "retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")


@contextmanager
def record(client: Any, path: Union[str, Path], *, mask_text: bool = False) -> Iterator[None]:
    """Record what a client (of either kind) and its copies exchange with the service, and write it to a file.

        with record(client, "weather.json"):
            client.chat("How is the weather?")

    The file is written when the block is left, also by an error, and replaces an older one. `Emulator.load` plays it.
    Each attempt is an exchange, so that a 429 and the retry after it are both there. Request headers are not written;
    keys and secrets are masked in what is. Read a recording before you commit it: what was said stands in it.

    Args:
        client: The client whose calls are recorded.
        path: The file to write.
        mask_text: Mask the words too, in requests and responses; identifiers and choices stay.

    Raises:
        EmulatorError: The client cannot be recorded, or the file not be written.
    """
    recorder = Recorder(client, mask_text)
    exchange = client._pipeline.exchange
    if "send" in vars(exchange):
        raise EmulatorError("the client is being recorded already: one recording at a time")
    module = "async_recorder" if hasattr(client, "__aenter__") else "recorder"
    send = import_module(f"infinity_assistant.testing._cassette.{module}").make_send(exchange.send, recorder)
    exchange.send = send
    try:
        yield
    finally:
        del exchange.send
        recorder.write(Path(path))


class Recorder:
    """Keeps the exchanges in the order in which they began."""

    def __init__(self, client: Any, masks_text: bool) -> None:
        pipeline = getattr(client, "_pipeline", None)
        if pipeline is None:
            raise EmulatorError(f"record() takes a client, not {type(client).__name__}")
        self._prefix = len(pipeline.exchange.prefix)
        self._document = load_document()
        self._masker = Masker(self._document, text=masks_text, secret=client.get_api_key())
        self._masks_text = masks_text
        self._tracks: List[Track] = []
        self._lock = threading.Lock()

    def begin(self, request: Any) -> Track:
        """Begin with an exchange; `request` is what the client sends."""
        path, _, query = request.target.partition("?")
        track = Track(Request(request.method, path[self._prefix :], query, (), request.body))
        with self._lock:
            self._tracks.append(track)
        return track

    def write(self, path: Path) -> None:
        """Write the cassette."""
        exchanges = [self._describe(track) for track in self._tracks]
        cassette = Cassette(self._document.raw["info"]["version"], self._masks_text, exchanges)
        try:
            write_cassette(path, cassette)
        except OSError as error:
            raise EmulatorError(f"the cassette {path} cannot be written: {error.strerror}") from None

    def _describe(self, track: Track) -> Exchange:
        operation = self._document.find_operation(track.request.method, track.request.path)
        request = self._masker.mask(describe_request(track.request, track.request.path))
        ends = {} if operation is None else operation.described.get("x-events", {})
        response = self._masker.mask(track.describe([name for name, one in ends.items() if one.get("ends")]))
        return Exchange("" if operation is None else operation.id, request, response)


class Track:
    """What is known of one exchange while it goes on."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.status = 0
        self.headers: Dict[str, str] = {}
        self.pieces: List[Tuple[float, bytes]] = []
        self.is_complete = False

    def describe(self, terminal: List[str]) -> Dict[str, Any]:
        """Describe the response; `terminal` names the events that end a stream."""
        if not self.status:
            return {"status": 200, "ending": SILENT}
        kept = {name: value for name, value in self.headers.items() if name in _KEPT}
        described: Dict[str, Any] = {"status": self.status, "headers": kept}
        is_complete = self.is_complete
        if kept.get("content-type", "").startswith("text/event-stream"):
            described["events"] = describe_events(self.pieces)
            is_complete = is_complete or any(one.get("event") in terminal for one in described["events"][-1:])
        else:
            body = b"".join(data for _, data in self.pieces)
            described.update(describe_body(decompress(body, self.headers.get("content-encoding", ""))))
        return {**described, "ending": COMPLETE if is_complete else CUT}
