"""Recorders and tracers that replace functions of httpx see the calls of a client that has connections of its own."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import httpx
import pytest

from infinity_assistant import InfinityAssistantClient, InfinityAssistantNetworkError
from infinity_assistant._http import interception
from infinity_assistant.testing import EmulatorServer


def test_vcr_records_calls_and_streams_and_plays_them_without_the_network(tmp_path: Path) -> None:
    vcr = pytest.importorskip("vcr")
    cassette = str(tmp_path / "cassette.yaml")
    with EmulatorServer() as server:
        server.emulator.on_chat().reply("It snows.")
        for mode in ("once", "none"):
            with vcr.use_cassette(cassette, record_mode=mode) as recorded:
                with InfinityAssistantClient(base_url=server.url) as client:
                    client.health()
                    with client.chat_stream("How is the weather?") as stream:
                        assert stream.collect().text == "It snows."
                assert len(recorded) == 2
        assert len(server.emulator.requests) == 2
    assert not interception.is_active()


def test_vcr_without_a_recording_reaches_no_network(tmp_path: Path) -> None:
    vcr = pytest.importorskip("vcr")
    with EmulatorServer() as server, vcr.use_cassette(str(tmp_path / "none.yaml"), record_mode="none"):
        client = InfinityAssistantClient(base_url=server.url, max_retries=0)
        with client, pytest.raises(InfinityAssistantNetworkError):
            client.health()
        assert not server.emulator.requests


def test_opentelemetry_sees_a_span_for_each_call() -> None:
    pytest.importorskip("opentelemetry.instrumentation.httpx")
    from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor

    class Hook:
        calls = 0

        def __call__(self, span: Any, request: Any) -> None:
            self.calls += 1

    hook = Hook()
    instrumentor = HTTPXClientInstrumentor()
    instrumentor.instrument(request_hook=hook)
    try:
        with EmulatorServer() as server, InfinityAssistantClient(base_url=server.url) as client:
            client.health()
    finally:
        instrumentor.uninstrument()
    assert hook.calls == 1
    assert not interception.is_active()


@pytest.mark.parametrize("kind", [httpx.Client, httpx.AsyncClient])
def test_a_wrapper_that_copies_the_names_of_send_is_seen(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    original = kind.send

    @functools.wraps(original)
    def send(*args: Any, **kwargs: Any) -> Any:
        return original(*args, **kwargs)

    assert not interception.is_active()
    monkeypatch.setattr(kind, "send", send)
    assert interception.find_family() == "httpx"


def test_an_object_in_the_place_of_a_function_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    wrapt = pytest.importorskip("wrapt")
    wrapped = wrapt.FunctionWrapper(httpx.HTTPTransport.handle_request, lambda f, _, args, kwargs: f(*args, **kwargs))
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", wrapped)
    assert interception.is_active()
