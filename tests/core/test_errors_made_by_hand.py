"""Errors as tests and task queues make them: of a message alone."""

from __future__ import annotations

import pickle
from typing import Any
from unittest.mock import Mock

import pytest

import infinity_assistant as ia

KINDS = [getattr(ia, name) for name in ia.__all__ if name.endswith("Error")]
STATUS = {
    ia.InfinityAssistantBadRequestError: 400,
    ia.InfinityAssistantAuthenticationError: 401,
    ia.InfinityAssistantPermissionError: 403,
    ia.InfinityAssistantNotFoundError: 404,
    ia.InfinityAssistantConflictError: 409,
    ia.InfinityAssistantRateLimitError: 429,
    ia.InfinityAssistantServerError: 500,
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_class_is_made_of_a_message_and_of_its_args(kind: Any) -> None:
    error = kind("what went wrong")
    again = kind(*error.args)
    for one in (error, again, pickle.loads(pickle.dumps(again))):
        assert type(one) is kind
        assert "what went wrong" in str(one)
        assert (one.retryable, one.applied, one.attempts) == (error.retryable, error.applied, ())


@pytest.mark.parametrize("argument", [None, 5, b"x", {"a": 1}])
def test_what_is_no_text_is_shown_as_it_is(argument: Any) -> None:
    """A task queue rebuilds errors of its own message format."""
    assert str(argument) in str(ia.InfinityAssistantAPIError(argument))


@pytest.mark.parametrize("kind", STATUS)
def test_the_class_tells_the_status(kind: Any) -> None:
    assert kind("x").status_code == STATUS[kind]


def test_a_mock_raises_it_and_the_program_reads_it() -> None:
    client = Mock(spec=ia.InfinityAssistantClient)
    client.chat.side_effect = ia.InfinityAssistantRateLimitError("slow down")
    with pytest.raises(ia.InfinityAssistantRateLimitError) as caught:
        client.chat("hi")
    assert (caught.value.retryable, caught.value.applied, caught.value.reset_at) == (True, False, None)


@pytest.mark.parametrize(
    ("status", "retryable", "applied"),
    [
        (429, True, False),
        (503, True, False),
        (408, True, False),
        (500, True, None),
        (502, True, None),
        (529, True, None),
        (501, False, False),
        (505, False, False),
        (507, False, None),
        (511, False, False),
        (525, False, False),
        (526, False, False),
        (599, False, None),
        (400, False, False),
        (404, False, False),
        (499, False, None),
        (303, False, None),
        (308, False, False),
    ],
)
def test_a_status_tells_two_things(status: int, retryable: bool, applied: Any) -> None:
    """Whether the same call may succeed later, and whether it was certainly not carried out."""
    error = ia.InfinityAssistantAPIError("x", status_code=status)
    assert (error.retryable, error.applied) == (retryable, applied)


def test_request_sent_and_applied_say_the_same() -> None:
    error = ia.InfinityAssistantNetworkError("x")
    assert (error.request_sent, error.applied, error.retryable) == (True, None, True)
    error.request_sent = False
    assert error.applied is False
    error.applied = None
    assert error.request_sent


@pytest.mark.parametrize(
    "text", ["a\nb", "a\r\nb", "a\x1b[2Jb", "a\u202eb", "a\u200bb", "a\u2028b", "a\ud800b", "a\x00b", "a\x9bb"]
)
def test_text_of_the_service_does_not_act(text: str) -> None:
    """On a terminal, in a log, or in a file of one line for each error."""
    error = ia.InfinityAssistantAPIError(text, status_code=400, code=text, request_id=text)
    assert str(error).isprintable()
    assert error.message.isprintable()
    assert str(error).encode()


def test_text_that_only_looks_foreign_is_left_alone() -> None:
    text = "Überfüllt: 満員です\u00a0– 😀"
    assert ia.InfinityAssistantAPIError(text).message == text
