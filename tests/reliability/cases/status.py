"""Errors of the service, of every shape that occurs and of some that should not."""

from __future__ import annotations

from typing import Any, Callable, Tuple

from ..case import Case, case, each
from ..responses import QUOTA, chunk_response, dump, response
from ..steps import close, read, send

NAMES = {
    400: "BadRequest",
    401: "Authentication",
    402: "API",
    403: "Permission",
    404: "NotFound",
    405: "API",
    406: "API",
    409: "Conflict",
    410: "API",
    413: "API",
    415: "API",
    418: "API",
    422: "BadRequest",
    431: "API",
    451: "API",
    499: "API",
    500: "Server",
    501: "Server",
    505: "Server",
    507: "Server",
    511: "Server",
    599: "Server",
}
DETAIL = {"code": "CONVERSATION_NOT_FOUND", "message": "No such conversation.", "details": {"field": "id"}}
SHAPES = {
    "a": {"error": "No such conversation."},
    "b": {"error": "Agent failed", "message": "No such conversation."},
    "c": {"success": False, "error": "No such conversation."},
    "d": {"success": False, "error": DETAIL},
}
ODD = {
    "empty": b"",
    "html": b"<html><h1>404</h1></html>",
    "text": b"Not here",
    "list": dump([]),
    "null": b"null",
    "number": b"7",
    "string": b'"gone"',
    "true": b"true",
    "empty-object": b"{}",
    "cut": b'{"error": "No su',
    "not-utf-8": b"\xff\xfe\xe9",
    "nul": b"\0" * 9,
    "brackets": b"[" * 100_000,
    "nested-deep": b'{"error":' * 100_000 + b"1" + b"}" * 100_000,
    "nan": b'{"error": NaN}',
    "error-null": dump({"error": None}),
    "error-a-number": dump({"error": 5}),
    "error-a-list": dump({"error": ["a", {}]}),
    "error-empty-object": dump({"error": {}}),
    "error-of-nulls": dump({"error": {"code": None, "message": None}}),
    "code-a-list": dump({"error": {"code": [1], "message": {"a": 1}}}),
    "lone-surrogate": b'{"error": "a\\ud800b"}',
    "huge-message": dump({"error": "x" * 500_000}),
    "quota-misplaced": dump(QUOTA),
    "success-true": dump({"success": True}),
}


def says(status: int, *words: str) -> Callable[[Any, Any], None]:
    """The error carries the status and the words of the service."""

    def check(outcome: Any, _: Any) -> None:
        assert outcome.error.status_code == status
        assert all(word in str(outcome.error) for word in (str(status), *words))
        assert len(str(outcome.error)) < 5000

    return check


def check_code(outcome: Any, _: Any) -> None:
    """The error carries the code of the service, and its body."""
    assert outcome.error.code == DETAIL["code"]
    assert outcome.error.response["error"]["details"] == {"field": "id"}


def check_request_id(outcome: Any, _: Any) -> None:
    """The error carries the id that the service gave to the request."""
    assert outcome.error.request_id == "req_17"


def simple(status: int, call: str = "chat") -> Case:
    data = response({"error": "Nope."}, status)
    return case(
        f"{status}-{call}",
        call,
        [read, send(data)],
        raises=f"{NAMES[status]}Error",
        open=1,
        check=says(status, "Nope."),
    )


CASES: Tuple[Case, ...] = (
    *(simple(status) for status in NAMES),
    *(simple(status, "stream") for status in (400, 401, 404, 405, 499, 500)),
    *(
        case(
            f"shape-{name}",
            "chat",
            [read, send(response(body, 404))],
            raises="NotFoundError",
            check=says(404, "No such conversation."),
        )
        for name, body in SHAPES.items()
    ),
    *(
        case(f"odd-{name}", "chat", [read, send(response(body, 404))], raises="NotFoundError", check=says(404))
        for name, body in ODD.items()
    ),
    *(
        case(
            f"odd-{name}-stream",
            "stream",
            [read, send(response(ODD[name], 500, content_type="text/event-stream"))],
            raises="ServerError",
            open=1,
            check=says(500),
        )
        for name in ("empty", "html", "not-utf-8", "brackets")
    ),
    case("coded", "chat", [read, send(response(SHAPES["d"], 404))], raises="NotFoundError", check=check_code),
    case(
        "in-chunks",
        "chat",
        [read, send(chunk_response(b'{"err', b'or":"Nope."}', status=404))],
        raises="NotFoundError",
        check=says(404, "Nope."),
    ),
    case(
        "cut",
        "chat",
        [read, send(response(b'{"error":"Nope."', 404, length=99)), close],
        raises="NotFoundError",
        open=0,
    ),
    case(
        "request-id",
        "chat",
        [read, send(response({"error": "x"}, 500, {"X-Request-Id": "req_17"}))],
        raises="ServerError",
        check=check_request_id,
    ),
    *each(
        "404-html",
        "health search stream",
        [read, send(response(ODD["html"], 404, content_type="text/html"))],
        raises="NotFoundError",
        open=1,
    ),
)
