"""What goes wrong has a name, a cause, and survives a pickle."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from typing import Any

import pytest

import infinity_assistant as ia

from .conftest import Connect
from .wire import WireServer

SHAPES = [
    (400, {"error": "Message is required"}, ia.InfinityAssistantBadRequestError, "Message is required", None),
    (422, {"error": "odd"}, ia.InfinityAssistantBadRequestError, "odd", None),
    (
        401,
        {"error": "Authentication required"},
        ia.InfinityAssistantAuthenticationError,
        "Authentication required",
        None,
    ),
    (403, {"error": "no"}, ia.InfinityAssistantPermissionError, "no", None),
    (404, {"error": "Webhook not found"}, ia.InfinityAssistantNotFoundError, "Webhook not found", None),
    (409, {"error": "twice"}, ia.InfinityAssistantConflictError, "twice", None),
    (
        499,
        {"error": "Request cancelled", "message": "The client went"},
        ia.InfinityAssistantAPIError,
        "The client went",
        None,
    ),
    (504, {"error": "Timeout", "message": "Too slow"}, ia.InfinityAssistantServerError, "Too slow", None),
    (500, {"success": False, "error": "Search failed", "message": "db"}, ia.InfinityAssistantServerError, "db", None),
    (
        500,
        {"success": False, "error": {"code": "INTERNAL_ERROR", "message": "An unexpected error"}},
        ia.InfinityAssistantServerError,
        "An unexpected error",
        "INTERNAL_ERROR",
    ),
    (
        404,
        "<html><title>404: This page could not be found.</title>",
        ia.InfinityAssistantNotFoundError,
        "404: This page",
        None,
    ),
    (405, b"", ia.InfinityAssistantAPIError, "Method Not Allowed", None),
    (308, "/api/chat", ia.InfinityAssistantRedirectError, "the service redirects to", None),
    (502, "\xff<h1>Bad gateway</h1>", ia.InfinityAssistantServerError, "Bad Gateway", None),
    (500, [1, None], ia.InfinityAssistantServerError, "Internal Server Error", None),
    (500, "[" * 100_000, ia.InfinityAssistantServerError, "Internal Server Error", None),
    (500, {"error": None, "message": 5}, ia.InfinityAssistantServerError, "Internal Server Error", None),
]


@pytest.mark.parametrize(("status", "body", "kind", "message", "code"), SHAPES)
def test_every_shape_of_an_error_is_understood(
    connect: Connect, wire: WireServer, status: int, body: Any, kind: Any, message: str, code: Any
) -> None:
    with pytest.raises(kind) as caught:
        connect(base_url=wire.say(body, status=status).url, max_retries=0).health()
    error = caught.value
    assert type(error) is kind
    assert error.message.startswith(message)
    assert (error.status_code, error.code) == (status, code)
    assert message in str(error)
    assert f"HTTP {status}" in str(error)
    assert len(error.attempts) == 1


def test_a_daily_quota_is_not_waited_for(connect: Connect, wire: WireServer) -> None:
    quota = {"allowed": False, "limit": 50, "remaining": 0, "reset_at": "2126-11-23T00:00:00.000Z", "reason": "used up"}
    wire.say(
        {"error": "Rate limit exceeded", "message": "Come back", "rateLimit": quota, "suggestion": "pay"}, status=429
    )
    with pytest.raises(ia.InfinityAssistantRateLimitError, match="Come back") as caught:
        connect(base_url=wire.url).chat("Hi")
    error = caught.value
    assert (error.limit, error.remaining) == (50, 0)
    assert error.reset_at == dt.datetime(2126, 11, 23, tzinfo=dt.timezone.utc)
    assert error.response["suggestion"] == "pay"
    assert len(wire.heard) == 1


def test_a_redirect_is_not_followed(connect: Connect, wire: WireServer) -> None:
    wire.say("", status=307, headers={"location": "https://evil.example:444/api/chat?secret"})
    with pytest.raises(ia.InfinityAssistantRedirectError) as caught:
        connect("ia_key", base_url=wire.url).chat("Hi")
    assert caught.value.location_origin == "https://evil.example:444"
    assert len(wire.heard) == 1


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "empty"),
        ("<html>hello</html>", "not JSON"),
        (b"[1, 2]", "an array"),
        (b'"text"', "a string"),
        (b"null", "null"),
        (b"{}", "response is missing"),
        (b'{"response": 5}', "response is a number, not a string"),
        (b"\xff\xfe{}", "UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"response": NaN}', "NaN"),
    ],
)
def test_a_success_that_makes_no_sense_is_an_error(connect: Connect, wire: WireServer, body: bytes, says: str) -> None:
    """It is never tried again: the service did what it was asked."""
    with pytest.raises(ia.InfinityAssistantResponseError, match=says) as caught:
        connect(base_url=wire.say(body).url).chat("Hi")
    assert caught.value.status_code == 200
    assert len(wire.heard) == 1


def test_errors_survive_pickling_and_copying(connect: Connect, wire: WireServer) -> None:
    with pytest.raises(ia.InfinityAssistantServerError) as caught:
        connect(
            base_url=wire.say({"error": "x"}, status=503, headers={"x-request-id": "r"}).url, max_retries=1
        ).health()
    for error in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value), copy.deepcopy(caught.value)):
        assert type(error) is type(caught.value)
        assert vars(error) == vars(caught.value)
        assert str(error) == str(caught.value)
        assert "after 2 attempts" in str(error)


@pytest.mark.parametrize("kind", [getattr(ia, name) for name in ia.__all__ if name.endswith("Error")])
def test_every_error_is_of_the_family_and_can_be_pickled(kind: Any) -> None:
    assert issubclass(kind, ia.InfinityAssistantError)
    status = {"status_code": 500} if issubclass(kind, ia.InfinityAssistantAPIError) else {}
    error = kind("what went wrong", **status)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert "what went wrong" in str(error)


def test_an_unreachable_service_is_a_network_error(connect: Connect) -> None:
    with pytest.raises(ia.InfinityAssistantNetworkError, match="refused") as caught:
        connect(base_url="http://127.0.0.1:9/api", max_retries=2).chat("Hi")
    assert not caught.value.request_sent
    assert len(caught.value.attempts) == 3


def test_the_body_of_an_error_is_kept(connect: Connect, wire: WireServer) -> None:
    body = {"success": False, "error": {"code": "VALIDATION_ERROR", "details": {"field": "conversationId"}}}
    with pytest.raises(ia.InfinityAssistantBadRequestError) as caught:
        connect(base_url=wire.say(body, status=400).url).health()
    assert caught.value.response == body
    assert json.dumps(caught.value.response)
