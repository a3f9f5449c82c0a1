"""What is tried again, and what is not."""

from __future__ import annotations

import uuid
from typing import Any, Tuple

from ..case import Case, case, each
from ..responses import CHAT, HEALTH, HELLO, SEARCH, START, STREAM_HEAD, response, stream, text
from ..server import Script
from ..steps import close, read, reset, send

FINE = {
    "chat": ([read, send(response(CHAT))], "Hello."),
    "health": ([read, send(response(HEALTH))], "healthy"),
    "search": ([read, send(response(SEARCH))], "tea"),
    "stream": ([read, send(stream(HELLO))], "Hello."),
}


def fails(status: int, **headers: str) -> Script:
    """A response that says no."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return [read, send(response({"error": "no"}, status, named))]


def then_fine(status: int, calls: str, **facts: Any) -> Tuple[Case, ...]:
    """The first attempt fails with that status, the second does not."""
    return tuple(
        case(
            f"{status}-then-fine-{call}", call, fails(status), FINE[call][0], returns=FINE[call][1], attempts=2, **facts
        )
        for call in calls.split()
    )


def same_key(outcome: Any, server: Any) -> None:
    """All attempts of one call carry one key, a random UUID."""
    keys = {request.headers["idempotency-key"] for request in server.requests}
    assert len(keys) == 1
    assert uuid.UUID(keys.pop()).version == 4


def check_given_key(outcome: Any, server: Any) -> None:
    """All attempts of the call carry the key that the caller gave."""
    assert {request.headers["idempotency-key"] for request in server.requests} == {"order-7"}


def own_key(outcome: Any, server: Any) -> None:
    """Two calls carry two keys."""
    first, second = (request.headers["idempotency-key"] for request in server.requests)
    assert first != second


def same_body(outcome: Any, server: Any) -> None:
    """Every attempt sends the same bytes."""
    assert len({request.body for request in server.requests}) == 1


def three_attempts(outcome: Any, server: Any) -> None:
    """The error tells of each try, and of the waits between them."""
    log = outcome.error.attempts
    assert [attempt.outcome for attempt in log] == ["503"] * 3
    assert [attempt.wait > 0 for attempt in log] == [True, True, False]
    assert "3 attempts" in str(outcome.error)


NEVER_AGAIN = (400, 401, 403, 404, 405, 409, 410, 413, 422, 501, 505)
NAMES = {
    400: "BadRequest",
    401: "Authentication",
    403: "Permission",
    404: "NotFound",
    409: "Conflict",
    422: "BadRequest",
    501: "Server",
    505: "Server",
}

CASES: Tuple[Case, ...] = (
    *(found for status in (408, 425, 429, 503) for found in then_fine(status, "chat health stream")),
    *(found for status in (500, 502, 504, 520, 524, 529, 530) for found in then_fine(status, "health")),
    *(found for status in (500, 502, 504) for found in then_fine(status, "search")),
    *(
        found
        for status in (500, 502, 504, 520)
        for found in each(f"{status}-is-not-repeated", "chat stream", fails(status), raises="ServerError", open=1)
    ),
    *(
        case(f"{status}-is-final", "health", fails(status), raises=f"{NAMES.get(status, 'API')}Error")
        for status in NEVER_AGAIN
    ),
    *each(
        "503-for-ever",
        "chat health search stream",
        fails(503),
        raises="ServerError",
        attempts=3,
        open=1,
        check=three_attempts,
    ),
    *each("503-without-retries", "chat health stream", fails(503), raises="ServerError", retries=0, open=1),
    case("502-for-ever", "health", fails(502), raises="ServerError", attempts=3),
    case("429-for-ever", "chat", fails(429), raises="RateLimitError", attempts=3),
    case("503-then-cut", "chat", fails(503), [read, close], raises="NetworkError", attempts=2),
    case("503-then-400", "chat", fails(503), fails(400), raises="BadRequestError", attempts=2),
    case(
        "cut-then-503-then-fine", "health", [read, reset], fails(503), FINE["health"][0], returns="healthy", attempts=3
    ),
    case(
        "wait-beyond-the-deadline", "health", fails(503, Retry_After="3"), raises="ServerError", timeout=1.0, within=0.5
    ),
    case(
        "one-key-for-all-attempts",
        "chat",
        fails(503),
        fails(503),
        FINE["chat"][0],
        returns="Hello.",
        attempts=3,
        check=same_key,
    ),
    case(
        "one-body-for-all-attempts", "chat", fails(503), FINE["chat"][0], returns="Hello.", attempts=2, check=same_body
    ),
    case(
        "one-key-for-each-call", "chat", FINE["chat"][0], returns="Hello.", attempts=2, before=("chat",), check=own_key
    ),
    case(
        "key-of-the-caller",
        "chat",
        fails(503),
        FINE["chat"][0],
        returns="Hello.",
        attempts=2,
        check=check_given_key,
        arguments={"idempotency_key": "order-7"},
    ),
    case(
        "key-of-the-caller-does-not-repeat",
        "chat",
        fails(500),
        raises="ServerError",
        arguments={"idempotency_key": "order-7"},
    ),
    case(
        "cut-with-a-key-of-the-caller",
        "chat",
        [read, close],
        raises="NetworkError",
        arguments={"idempotency_key": "order-7"},
    ),
    case(
        "cut-where-repeating-is-allowed",
        "chat",
        [read, reset],
        FINE["chat"][0],
        returns="Hello.",
        attempts=2,
        arguments={"retry_unsafe": True},
        check=same_key,
    ),
    case(
        "stream-cut-where-repeating-is-allowed",
        "stream",
        [read, close],
        FINE["stream"][0],
        returns="Hello.",
        attempts=2,
        arguments={"retry_unsafe": True},
    ),
    case(
        "stream-cut-after-its-first-event",
        "stream",
        [read, send(STREAM_HEAD + START + text("Hel")), close],
        FINE["stream"][0],
        raises="StreamInterruptedError",
        returns="Hel",
        arguments={"retry_unsafe": True},
    ),
    case("call-without-retries", "health", fails(503), raises="ServerError", arguments={"max_retries": 0}),
    case("call-with-one-retry", "health", fails(503), raises="ServerError", attempts=2, arguments={"max_retries": 1}),
    case("invalid-is-final", "health", [read, send(response(b"{"))], raises="ResponseError", open=1),
)
