# SPDX-License-Identifier: MIT. Generated from overlays/testing/_faults/faults.py: edit that file, then run `make generate`.
"""Describe faults, and apply them to responses. Nothing here waits or touches a connection."""

from __future__ import annotations

import random
import threading
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

from infinity_assistant.testing._faults.error_responses import build_operation_error
from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import CUT, RESET, SILENT, Chunk, Response
from infinity_assistant.testing._http.responses import HTML, build_html_page
from infinity_assistant.testing.errors import EmulatorError

ANY = "*"


class Fault(NamedTuple):
    """A fault of one kind.

    `kind` is one of `KINDS`. `operation` is an operation id, or `*` for all. It happens to the next `times` requests
    (None: to all), each with `probability`. `seconds` belongs to delay and trickle, `after` (events or pieces of a
    body) and `after_bytes` to cut and reset, `status`, `body` and `retry_after` (the header's text) to status,
    `applied` to reset: whether the request took effect before the connection broke.
    """

    kind: str
    operation: str = ANY
    times: Optional[int] = None
    probability: float = 1.0
    status: int = 503
    body: Any = None
    retry_after: Optional[str] = None
    seconds: float = 0.0
    after: Optional[int] = None
    after_bytes: Optional[int] = None
    applied: bool = False

    @property
    def prevents(self) -> bool:
        """Whether the operation is not carried out at all."""
        return self.kind == "status" or (self.kind == "reset" and not self.applied)


class FaultPlan:
    """The faults of an emulator. With a seed, probabilities have the same outcome in every run."""

    def __init__(self, operations: Sequence[str], seed: Optional[int] = None) -> None:
        self._operations = operations
        self._random = random.Random(seed)
        self._faults: List[List[Any]] = []
        self._lock = threading.RLock()

    def add(self, fault: Fault) -> None:
        """Add a fault.

        Raises:
            EmulatorError: There is no such operation.
        """
        if fault.operation not in (ANY, *self._operations):
            known = ", ".join(self._operations)
            raise EmulatorError(f"no operation is called {fault.operation!r}; there are: {known}")
        with self._lock:
            self._faults.append([fault, fault.times])

    def clear(self, operation: str = ANY) -> None:
        """Remove the faults of one operation, or all."""
        with self._lock:
            self._faults = [pair for pair in self._faults if operation not in (ANY, pair[0].operation)]

    def remove(self, unwanted: Callable[[Fault], bool]) -> bool:
        """Remove the faults that are unwanted, as they are now, and return whether there were any."""
        with self._lock:
            kept = [pair for pair in self._faults if pair[1] == 0 or not unwanted(pair[0]._replace(times=pair[1]))]
            removed = len(kept) < len(self._faults)
            self._faults = kept
        return removed

    def list_pending(self) -> List[Tuple[Fault, Optional[int]]]:
        """List the faults that can still happen, and how often."""
        with self._lock:
            return [(fault, remaining) for fault, remaining in self._faults if remaining != 0]

    def select_faults(self, operation: str) -> List[Fault]:
        """Select the faults that happen to a request, and count them down."""
        with self._lock:
            return [pair[0] for pair in self._faults if self._happens(pair, operation)]

    def _happens(self, pair: List[Any], operation: str) -> bool:
        fault, remaining = pair
        if fault.operation not in (ANY, operation) or remaining == 0:
            return False
        if fault.probability < 1.0 and self._random.random() >= fault.probability:
            return False
        pair[1] = None if remaining is None else remaining - 1
        return True


def apply_faults(faults: List[Fault], operation: str, make: Callable[[], Response]) -> Response:
    """Apply faults to the response that `make` returns; `make` is not called if a fault prevents the operation."""
    prevented = any(fault.prevents for fault in faults)
    response = Response(0) if prevented else make()
    for fault in faults:
        response = KINDS[fault.kind](fault, operation, response)
        if response.ending == SILENT:
            break
    return response


def _replace_by_status(fault: Fault, operation: str, response: Response) -> Response:
    failed = build_operation_error(operation, fault.status)
    if isinstance(fault.body, str):
        failed = build_html_page(fault.status, fault.body)
    elif fault.body is not None:
        failed = Response(fault.status, (("content-type", "application/json"),), ((0.0, dumps(fault.body).encode()),))
    failed = failed._replace(delay=response.delay)
    return failed if fault.retry_after is None else failed.with_header("retry-after", fault.retry_after)


def _add_delay(fault: Fault, operation: str, response: Response) -> Response:
    return response._replace(delay=response.delay + fault.seconds)


def _replace_by_page(fault: Fault, operation: str, response: Response) -> Response:
    return build_html_page(200, "Welcome to the hotel's network. Please sign in.")


def _halve_body(fault: Fault, operation: str, response: Response) -> Response:
    return response._replace(chunks=_take_bytes(response.chunks, max(1, len(response.body) // 2)))


def _change_content_type(fault: Fault, operation: str, response: Response) -> Response:
    return response.with_header("content-type", "application/octet-stream")


def _send_bytewise(fault: Fault, operation: str, response: Response) -> Response:
    return response._replace(chunks=tuple((fault.seconds, response.body[n : n + 1]) for n in range(len(response.body))))


def _cut_body(fault: Fault, operation: str, response: Response) -> Response:
    return response._replace(chunks=_select_chunks(fault, response), ending=CUT)


def _reset_connection(fault: Fault, operation: str, response: Response) -> Response:
    if fault.after is None and fault.after_bytes is None:
        return response._replace(chunks=(), ending=SILENT)
    return response._replace(chunks=_select_chunks(fault, response), ending=RESET)


def _select_chunks(fault: Fault, response: Response) -> Tuple[Chunk, ...]:
    if fault.after_bytes is not None:
        return _take_bytes(response.chunks, fault.after_bytes)
    if response.header("content-type") == HTML[1] or len(response.chunks) == 1:
        return _take_bytes(response.chunks, len(response.body) // 2)
    return response.chunks[: fault.after or 0]


def _take_bytes(chunks: Tuple[Chunk, ...], count: int) -> Tuple[Chunk, ...]:
    kept = []
    for delay, data in chunks:
        if count > 0:
            kept.append((delay, data[:count]))
        count -= len(data)
    return tuple(kept)


KINDS: Dict[str, Callable[[Fault, str, Response], Response]] = {
    "status": _replace_by_status,
    "delay": _add_delay,
    "cut": _cut_body,
    "reset": _reset_connection,
    "html": _replace_by_page,
    "malformed": _halve_body,
    "trickle": _send_bytewise,
    "content-type": _change_content_type,
}
