"""What every case of the matrix gave with 1.0.0, and where a later version gives something else on purpose.

`FREEZE=path python -m pytest tests/reliability/test_matrix.py` (in one process) notes the facts of all cases anew.
"""

from __future__ import annotations

import json
import os
import zlib
from fnmatch import fnmatchcase
from itertools import groupby
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, NamedTuple

from .runtimes import Outcome
from .server import Attempt, FaultServer

Facts = Dict[str, Any]

PATH = Path(__file__).with_name("frozen-1.0.0.json")
FREEZE = os.environ.get("FREEZE", "")
SHOWN = 200
"""Characters of JSON that are kept as they are; of longer ones, length and checksum."""
OF_ERRORS = (
    "status_code",
    "code",
    "argument",
    "retryable",
    "request_sent",
    "request_id",
    "response",
    "should_retry",
    "limit",
    "remaining",
    "partial_text",
    "conversation_id",
)
USUAL_HEADERS = {"accept", "accept-encoding", "host", "user-agent", "x-api-key"}
"""Fields of every request; what is noted is how the names of a request differ from these."""
ABSENT = None
"""The value, in a deviation, of a fact that is not there."""


class Deviation(NamedTuple):
    """A fact that is no longer what it was with 1.0.0, and why. `cases` is a pattern of `group-id`."""

    cases: str
    fact: str
    before: Any
    now: Any
    reason: str
    ways: str = "*"
    error: str = "*"
    """A pattern of the error that it ended with."""

    def matches(self, name: str, way: str, error: str) -> bool:
        """Whether this is about a case that is played in that way, and ends with that error."""
        return fnmatchcase(name, self.cases) and fnmatchcase(way, self.ways) and fnmatchcase(error, self.error)


IGNORED_KEY = "the service ignores the key of the caller: a repetition would be charged"
FINAL = "a status that nothing will change is not transient"
_ONCE = "POST /api/chat [content-length,content-type,idempotency-key] " + json.dumps(
    {"message": "canary message 90b1d3"}, separators=(",", ":")
)
_DONE = {
    "conversationId": "conv_1",
    "metadata": {"model": "infinity-agent", "processingTime": 54, "tokensUsed": 42},
    "rateLimit": {"allowed": True, "limit": 50, "remaining": 44},
    "response": "Hello.",
}
UPSTREAM = "the service's own upstream failed: the same message may succeed later"
COUNTED = "the attempt that opened the stream is known before its events are handed over"
HALF = "half an emoji becomes U+FFFD, so that it can be printed and sent again"
CUT = "a stream that was cut, or fell silent, may succeed later"
DEVIATIONS: List[Deviation] = [
    *(
        Deviation("retry-cut-with-a-key-of-the-caller", fact, before, now, IGNORED_KEY)
        for fact, before, now in (
            ("connections", [1, 2], [1]),
            ("requests", [[2, _ONCE]], [[1, _ONCE]]),
            ("result", _DONE, ABSENT),
            ("error", ABSENT, "InfinityAssistantNetworkError"),
            ("attempts", ABSENT, ["NetworkError"]),
            ("waited", ABSENT, [False]),
            ("request_sent", ABSENT, True),
            ("retryable", ABSENT, True),
        )
    ),
    Deviation("*-501-*", "retryable", True, False, FINAL),
    Deviation("*-505-*", "retryable", True, False, FINAL),
    Deviation("status-507-*", "retryable", True, False, FINAL),
    Deviation("status-511-*", "retryable", True, False, FINAL),
    Deviation("status-599-*", "retryable", True, False, FINAL),
    Deviation("*", "retryable", False, True, CUT, error="InfinityAssistantStream*tedError"),
    Deviation("*", "retryable", False, True, CUT, error="InfinityAssistant*TimeoutError"),
    Deviation(
        "body-fine-lone-surrogate", "result", {**_DONE, "response": "a\ud800b"}, {**_DONE, "response": "a\ufffdb"}, HALF
    ),
    Deviation("stream-fine-lone-surrogate", "text", "a\ud800b", "a\ufffdb", HALF),
    Deviation("status-odd-lone-surrogate", "response", {"error": "a\ud800b"}, {"error": "a\ufffdb"}, HALF),
    Deviation("stream-error-*", "retryable", False, True, UPSTREAM, error="InfinityAssistantStreamError"),
    Deviation("stream-error-*", "attempts", ABSENT, ["200"], COUNTED, error="InfinityAssistantStreamError"),
    Deviation("stream-error-*", "waited", ABSENT, [False], COUNTED, error="InfinityAssistantStreamError"),
]
"""All that was changed on purpose. A case that changes and is not listed here is a fault."""


def load() -> Dict[str, Dict[str, Facts]]:
    """The facts of 1.0.0 by case and by way of calling."""
    lines = json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}
    return {name: {way: facts for ways, facts in by_ways for way in ways.split()} for name, by_ways in lines.items()}


def dump(frozen: Dict[str, Dict[str, Facts]]) -> str:
    """The file: one line for each case, in order; ways of calling that gave the same stand together."""
    lines = (f"{json.dumps(name)}:{_compact(list(_same(ways)))}" for name, ways in sorted(frozen.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def find_expected(name: str, way: str, frozen: Facts) -> Facts:
    """What a case must give now: what it gave, with the deviations."""
    facts = dict(frozen)
    error = str(frozen.get("error"))
    for deviation in DEVIATIONS:
        if deviation.matches(name, way, error) and facts.get(deviation.fact, ABSENT) == deviation.before:
            facts[deviation.fact] = deviation.now
    return {key: value for key, value in facts.items() if value is not ABSENT}


def observe(outcome: Outcome, server: FaultServer) -> Facts:
    """What a case gave, without what differs from run to run: times, ports and wordings."""
    facts = {
        **(_of_result(outcome) if outcome.error is None else _of_error(outcome.error, bool(outcome.events))),
        "events": [[kind, len(list(run))] for kind, run in groupby(event.type for event in outcome.events)],
        "text": _digest(outcome.text),
        "connections": _connections(server.attempts),
        "requests": list(_once(_of_request(attempt) for attempt in server.requests)),
    }
    return json.loads(_compact({key: value for key, value in facts.items() if value not in (None, "", [])}))


def _of_result(outcome: Outcome) -> Facts:
    return {} if outcome.result is None else {"result": _digest(outcome.result.to_dict())}


def _of_error(error: BaseException, has_events: bool) -> Facts:
    facts = {name: _digest(getattr(error, name, None)) for name in OF_ERRORS}
    attempts = getattr(error, "attempts", ())
    outcomes = [attempt.outcome for attempt in attempts]
    # Whether what breaks a stream arrives in one read with its first event, is chance.
    if has_events and outcomes:
        outcomes[-1] = "200"
    return {
        "error": type(error).__name__,
        **facts,
        "attempts": outcomes,
        "waited": [attempt.wait > 0 for attempt in attempts],
    }


def _of_request(attempt: Attempt) -> str:
    names = ",".join(sorted({name.lower() for name, _ in attempt.raw_headers} ^ USUAL_HEADERS))
    return f"{attempt.method} {attempt.target} [{names}] {_digest(attempt.body.decode())}".strip()


def _connections(attempts: List[Attempt]) -> List[int]:
    """On which connection each request arrived, counted from 1 in the order of use."""
    order: Dict[int, int] = {}
    return [order.setdefault(attempt.connection, len(order) + 1) for attempt in attempts]


def _digest(value: Any) -> Any:
    text = value if isinstance(value, str) else _compact(value)
    return value if len(text) <= SHOWN else f"<{len(text)}:{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}>"


def _once(values: Iterable[str]) -> Iterator[Any]:
    for value, run in groupby(values):
        yield [len(list(run)), value]


def _same(ways: Dict[str, Facts]) -> Iterator[List[Any]]:
    groups: Dict[str, List[str]] = {}
    for way, facts in ways.items():
        groups.setdefault(_compact(facts), []).append(way)
    for text, names in groups.items():
        yield [" ".join(sorted(names)), json.loads(text)]


def _compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), sort_keys=True)
