# SPDX-License-Identifier: MIT
"""Describe what goes wrong, and bend an answer accordingly. Nothing here waits or touches a connection."""

from __future__ import annotations

import random
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple

from infinity_assistant.testing._faults.error_responses import failing
from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import CUT, RESET, SILENT, Answer, Chunk
from infinity_assistant.testing._http.responses import HTML, page

ANY = "*"


class Fault(NamedTuple):
    """One thing that goes wrong.

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
    """The faults of an emulator. A seed makes their chances fall the same way in every run."""

    def __init__(self, seed: Optional[int] = None) -> None:
        self._random = random.Random(seed)
        self._faults: List[List[Any]] = []

    def add(self, fault: Fault) -> None:
        """Add a fault."""
        self._faults.append([fault, fault.times])

    def clear(self, operation: str = ANY) -> None:
        """Remove the faults of one operation, or all."""
        self._faults = [pair for pair in self._faults if operation not in (ANY, pair[0].operation)]

    def remove(self, unwanted: Callable[[Fault], bool]) -> bool:
        """Remove the faults, as they are now, that are unwanted, and say whether there were any."""
        kept = [pair for pair in self._faults if pair[1] == 0 or not unwanted(pair[0]._replace(times=pair[1]))]
        removed = len(kept) < len(self._faults)
        self._faults = kept
        return removed

    def armed(self) -> List[Tuple[Fault, Optional[int]]]:
        """Give the faults that can still happen, and how often."""
        return [(fault, left) for fault, left in self._faults if left != 0]

    def draw(self, operation: str) -> List[Fault]:
        """Draw the faults that happen to a request, and count them down."""
        return [pair[0] for pair in self._faults if self._happens(pair, operation)]

    def _happens(self, pair: List[Any], operation: str) -> bool:
        fault, left = pair
        if fault.operation not in (ANY, operation) or left == 0:
            return False
        if fault.probability < 1.0 and self._random.random() >= fault.probability:
            return False
        pair[1] = None if left is None else left - 1
        return True


def bend(faults: List[Fault], operation: str, make: Callable[[], Answer]) -> Answer:
    """Give the answer that faults leave of the one that `make` gives; it is not made where a fault prevents it."""
    prevented = any(fault.prevents for fault in faults)
    answer = Answer(0) if prevented else make()
    for fault in faults:
        answer = KINDS[fault.kind](fault, operation, answer)
        if answer.ending == SILENT:
            break
    return answer


def _status(fault: Fault, operation: str, answer: Answer) -> Answer:
    failed = failing(operation, fault.status)
    if isinstance(fault.body, str):
        failed = page(fault.status, fault.body)
    elif fault.body is not None:
        failed = Answer(fault.status, (("content-type", "application/json"),), ((0.0, dumps(fault.body).encode()),))
    failed = failed._replace(delay=answer.delay)
    return failed if fault.retry_after is None else failed.with_header("retry-after", fault.retry_after)


def _delay(fault: Fault, operation: str, answer: Answer) -> Answer:
    return answer._replace(delay=answer.delay + fault.seconds)


def _html(fault: Fault, operation: str, answer: Answer) -> Answer:
    return page(200, "Welcome to the hotel's network. Please sign in.")


def _malformed(fault: Fault, operation: str, answer: Answer) -> Answer:
    return answer._replace(chunks=_first_bytes(answer.chunks, max(1, len(answer.body) // 2)))


def _content_type(fault: Fault, operation: str, answer: Answer) -> Answer:
    return answer.with_header("content-type", "application/octet-stream")


def _trickle(fault: Fault, operation: str, answer: Answer) -> Answer:
    return answer._replace(chunks=tuple((fault.seconds, answer.body[n : n + 1]) for n in range(len(answer.body))))


def _cut(fault: Fault, operation: str, answer: Answer) -> Answer:
    return answer._replace(chunks=_kept(fault, answer), ending=CUT)


def _reset(fault: Fault, operation: str, answer: Answer) -> Answer:
    if fault.after is None and fault.after_bytes is None:
        return answer._replace(chunks=(), ending=SILENT)
    return answer._replace(chunks=_kept(fault, answer), ending=RESET)


def _kept(fault: Fault, answer: Answer) -> Tuple[Chunk, ...]:
    if fault.after_bytes is not None:
        return _first_bytes(answer.chunks, fault.after_bytes)
    if answer.header("content-type") == HTML[1] or len(answer.chunks) == 1:
        return _first_bytes(answer.chunks, len(answer.body) // 2)
    return answer.chunks[: fault.after or 0]


def _first_bytes(chunks: Tuple[Chunk, ...], count: int) -> Tuple[Chunk, ...]:
    kept = []
    for delay, data in chunks:
        if count > 0:
            kept.append((delay, data[:count]))
        count -= len(data)
    return tuple(kept)


KINDS: Dict[str, Callable[[Fault, str, Answer], Answer]] = {
    "status": _status,
    "delay": _delay,
    "cut": _cut,
    "reset": _reset,
    "html": _html,
    "malformed": _malformed,
    "trickle": _trickle,
    "content-type": _content_type,
}
