"""Clients, results, models, errors and calls can be pickled and copied."""

from __future__ import annotations

import asyncio
import copy
import pickle
from typing import Any, Callable

import pytest

from infinity_assistant import api
from infinity_assistant.errors import (
    InfinityAssistantError,
    InfinityAssistantRateLimitError,
    InfinityAssistantStreamInterruptedError,
)

from .case import KEY
from .clients import async_client_of, client_of
from .responses import CHAT, HELLO, QUOTA, START, STREAM_HEAD, response, stream, text
from .server import FaultServer
from .steps import close, echo, read, send

COPIES = [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))]
WAYS = pytest.mark.parametrize("copied", COPIES, ids=["copy", "deepcopy", "pickle"])
ODD = {**CHAT, "brandNew": {"a": [1]}, "rateLimit": {**CHAT["rateLimit"], "reason": None}}


@WAYS
def test_results_survive(copied: Callable[[Any], Any]) -> None:
    """Known, unknown and absent fields alike."""
    with FaultServer([read, send(response(ODD))]) as server, client_of(server) as client:
        whole = client.request(api.chat(message="hi"))
        result = client.chat("hi")
    for original in (result, result.rate_limit, whole.parsed):
        assert copied(original) == original
    assert copied(result).to_dict() == result.to_dict() == whole.parsed.to_dict()
    assert copied(result)["brandNew"] == {"a": [1]}
    again = copied(whole)
    assert (again.parsed, again.status_code, dict(again.headers)) == (whole.parsed, 200, dict(whole.headers))
    assert again.attempts == whole.attempts


@WAYS
def test_events_survive(copied: Callable[[Any], Any]) -> None:
    """Every event of a stream."""
    with FaultServer([read, send(stream(HELLO))]) as server, client_of(server) as client:
        for event in client.chat_stream("hi"):
            assert copied(event) == event
            assert copied(event).type == event.type


@WAYS
def test_errors_survive(copied: Callable[[Any], Any]) -> None:
    """With all that they know."""
    scripts = [read, send(response(QUOTA, 429))], [read, send(STREAM_HEAD + START + text("Hel")), close]
    with FaultServer(*scripts) as server, client_of(server) as client:
        with pytest.raises(InfinityAssistantRateLimitError) as limited:
            client.chat("hi")
        client.forget_quota()
        with pytest.raises(InfinityAssistantStreamInterruptedError) as cut:
            list(client.chat_stream("hi"))
    for error in (limited.value, cut.value):
        again = copied(error)
        assert (type(again), str(again), again.attempts) == (type(error), str(error), error.attempts)
        assert vars(again) == vars(error)


def test_every_error_class_can_be_copied() -> None:
    """Made with a message alone, or without any of the optional facts."""
    kinds = [InfinityAssistantError]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
        facts = (
            {"status_code": 400}
            if "status_code" in (kind.__init__.__kwdefaults__ or {}) or "APIError" in str(kind.__mro__)
            else {}
        )
        error = kind("what happened", **facts)
        for copied in COPIES:
            assert (type(copied(error)), str(copied(error))) == (kind, str(error))
    assert len(kinds) >= 17


@WAYS
def test_calls_survive(copied: Callable[[Any], Any]) -> None:
    """A call that was copied is the same call, and can be made."""
    call = copied(api.chat(message="hi", conversation_id="c", preferences={"interests": ["tea"]}))
    assert call == api.chat(message="hi", conversation_id="c", preferences={"interests": ["tea"]})
    with FaultServer([read, send(response(CHAT))]) as server, client_of(server) as client:
        assert client.request(call).parsed.response == "Hello."


@WAYS
def test_clients_are_copied_as_configuration(copied: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy has the settings, connections of its own, and (pickled) the key of the environment."""
    monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", KEY)
    with FaultServer([read, echo]) as server, client_of(server, timeout=3.0) as client:
        client.chat("one")
        with copied(client) as again:
            assert again.chat("two").response == "two"
        assert client.chat("three").response == "three"
    assert KEY.encode() not in pickle.dumps(client)


@WAYS
def test_clients_of_event_loops_are_copied_as_configuration(
    copied: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same on an event loop."""
    monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", KEY)

    async def main(server: FaultServer) -> None:
        async with async_client_of(server) as client:
            await client.chat("one")
            async with copied(client) as again:
                assert (await again.chat("two")).response == "two"
            assert (await client.chat("three")).response == "three"

    with FaultServer([read, echo]) as server:
        asyncio.run(main(server))
