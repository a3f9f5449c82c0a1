"""Arguments that cannot be right: nothing is sent. And some that are odd but fine."""

from __future__ import annotations

import datetime as dt
from typing import Any, Dict, List, Tuple

from ..case import Case, case
from ..responses import CHAT, HELLO, response, stream
from ..steps import read, send

LOOP: List[Any] = []
LOOP.append(LOOP)
DEEP: Any = []
for _ in range(100_000):
    DEEP = [DEEP]

WRONG: Dict[str, Dict[str, Any]] = {
    "message-empty": {"message": ""},
    "message-blank": {"message": " \n\t"},
    "message-too-long": {"message": "x" * 5001},
    "message-too-long-in-utf-16": {"message": "\U0001f600" * 2501},
    "message-a-number": {"message": 7},
    "message-none": {"message": None},
    "message-bytes": {"message": b"Hello"},
    "message-with-half-a-surrogate-pair": {"message": "a\ud800b"},
    "preferences-a-string": {"preferences": "concise"},
    "preferences-unsendable": {"preferences": {"x": object()}},
    "preferences-a-set": {"preferences": {"x": {1, 2}}},
    "preferences-bytes": {"preferences": {"x": b"\xff"}},
    "preferences-nan": {"preferences": {"x": float("nan")}},
    "preferences-infinite": {"preferences": {"x": float("inf")}},
    "preferences-without-end": {"preferences": {"x": LOOP}},
    "preferences-nested-deep": {"preferences": {"x": DEEP}},
    "preferences-keys-of-tuples": {"preferences": {"x": {(1, 2): 3}}},
    "driving-mode-true": {"driving_mode": True},
    "timeout-zero": {"timeout": 0},
    "timeout-negative": {"timeout": -1.0},
    "timeout-nan": {"timeout": float("nan")},
    "timeout-text": {"timeout": "soon"},
    "retries-negative": {"max_retries": -1},
    "retries-text": {"max_retries": "3"},
    "retries-a-fraction": {"max_retries": 1.5},
    "header-with-a-line-end": {"headers": {"X-A": "b\r\nX-Api-Key: stolen"}},
    "header-name-with-a-line-end": {"headers": {"X-A: b\r\nX-B": "c"}},
    "header-with-nul": {"headers": {"X-A": "a\0b"}},
    "header-name-empty": {"headers": {"": "b"}},
    "header-name-with-space": {"headers": {"X A": "b"}},
    "header-a-number": {"headers": {"X-A": object()}},
    "header-not-latin-1": {"headers": {"X-A": "\u0436"}},
    "idempotency-key-with-a-line-end": {"idempotency_key": "a\r\nb: c"},
    "extra-body-a-list": {"extra_body": [1]},
    "extra-body-unsendable": {"extra_body": {"x": object()}},
    "extra-body-nan": {"extra_body": {"x": float("nan")}},
}
FINE: Dict[str, Dict[str, Any]] = {
    "message-of-5000": {"message": "x" * 5000},
    "message-of-emoji": {"message": "\U0001f600" * 2500},
    "message-with-nul": {"message": "a\0b"},
    "message-with-line-separators": {"message": "a\u2028b\r\n\r\nc"},
    "conversation-of-another-world": {"conversation_id": "../x?y#z\r\n"},
    "unknown-enum": {"mode": "dream"},
    "extra-body": {"extra_body": {"brandNew": {"a": [1]}}},
    "preferences-of-python-names": {"preferences": {"preferred_mode": "build", "interests": ["tea"], "new": 1}},
}


def names_the_argument(name: str) -> Any:
    """The error names the argument, and is a ValueError too."""

    def check(outcome: Any, _: Any) -> None:
        assert isinstance(outcome.error, ValueError)
        assert outcome.error.argument in str(outcome.error)
        assert name in (outcome.error.argument, "extra_body")

    return check


CASES: Tuple[Case, ...] = (
    *(
        case(
            f"wrong-{name}",
            "chat",
            [read, send(response(CHAT))],
            raises="ArgumentError",
            attempts=0,
            arguments=arguments,
            check=names_the_argument(next(iter(arguments))),
        )
        for name, arguments in WRONG.items()
    ),
    *(
        case(
            f"wrong-{name}-stream",
            "stream",
            [read, send(stream(HELLO))],
            raises="ArgumentError",
            attempts=0,
            arguments=WRONG[name],
        )
        for name in ("message-empty", "preferences-nan", "timeout-zero", "header-with-a-line-end")
    ),
    *(
        case(
            f"wrong-query-{name}",
            "search",
            [read, send(response(CHAT))],
            raises="ArgumentError",
            attempts=0,
            arguments={"query": query},
        )
        for name, query in (("empty", ""), ("too-long", "x" * 501), ("date", dt.date.min))
    ),
    *(
        case(f"fine-{name}", "chat", [read, send(response(CHAT))], returns="Hello.", arguments=arguments)
        for name, arguments in FINE.items()
    ),
)
