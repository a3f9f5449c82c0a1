"""What switches telemetry on and off: an option of a client, or the instrumentor of a program."""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
from typing import Any, Iterator

import pytest
from opentelemetry import trace

from infinity_assistant import InfinityAssistantArgumentError, InfinityAssistantClient
from infinity_assistant.otel import InfinityAssistantInstrumentor, Telemetry
from infinity_assistant.otel._base_instrumentor import OwnBaseInstrumentor
from tests.client.conftest import Connect
from tests.client.wire import WireServer

from .recorder import Recorder


@pytest.fixture
def instrumentor(recorder: Recorder) -> Iterator[InfinityAssistantInstrumentor]:
    found = InfinityAssistantInstrumentor()
    found.instrument(tracer_provider=recorder, meter_provider=recorder)
    yield found
    if found.is_instrumented_by_opentelemetry:
        found.uninstrument()


def test_the_instrumentor_sees_the_calls_of_clients_that_are_there_already(
    connect: Connect, wire: WireServer, recorder: Recorder
) -> None:
    wire.say({"status": "ok"})
    client = connect(base_url=wire.url)
    client.health()
    instrumentor = InfinityAssistantInstrumentor()
    instrumentor.instrument(tracer_provider=recorder, meter_provider=recorder)
    client.health()
    instrumentor.uninstrument()
    client.health()
    assert recorder.tree() == {"health": ["GET"]}


def test_a_client_may_be_left_out(
    wire: WireServer, recorder: Recorder, instrumentor: InfinityAssistantInstrumentor
) -> None:
    wire.say({"status": "ok"})
    with InfinityAssistantClient(base_url=wire.url, telemetry=False) as client:
        client.health()
        pickle.loads(pickle.dumps(client)).health()
        assert recorder.spans == []
        client.with_options(telemetry=Telemetry(recorder)).health()
    assert len(recorder.spans) == 2


def test_one_client_may_be_instrumented_alone(connect: Connect, wire: WireServer, recorder: Recorder) -> None:
    wire.say({"status": "ok"})
    client, other = InfinityAssistantClient(base_url=wire.url), connect(base_url=wire.url)
    instrumentor = InfinityAssistantInstrumentor()
    with client:
        instrumentor.instrument_client(client, tracer_provider=recorder, meter_provider=recorder)
        other.health()
        assert recorder.spans == []
        client.health()
        client.with_options(max_retries=0).health()
        instrumentor.uninstrument_client(client)
        client.health()
    assert len(recorder.spans) == 4


@pytest.mark.parametrize("form", [lambda recorder: recorder, Telemetry], ids=["provider", "telemetry"])
def test_a_provider_is_as_good_as_a_telemetry(
    connect: Connect, wire: WireServer, recorder: Recorder, form: Any
) -> None:
    wire.say({"status": "ok"})
    connect(base_url=wire.url, telemetry=form(recorder)).health()
    assert recorder.tree() == {"health": ["GET"]}


def test_the_providers_of_the_program_are_used_without_others(
    connect: Connect, wire: WireServer, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trace, "_TRACER_PROVIDER", recorder)
    wire.say({"status": "ok"})
    connect(base_url=wire.url, telemetry=True).health()
    assert recorder.tree() == {"health": ["GET"]}


@pytest.mark.parametrize("value", ["true", 1, object()])
def test_what_traces_nothing_is_refused(value: Any) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match="telemetry must be True, False, a TracerProvider"):
        InfinityAssistantClient(telemetry=value)


def test_a_pickled_client_leaves_its_providers_behind(recorder: Recorder) -> None:
    client = pickle.loads(pickle.dumps(InfinityAssistantClient(telemetry=Telemetry(recorder))))
    assert client.options.telemetry is None


def test_neither_repr_shows_what_it_holds(recorder: Recorder) -> None:
    options = InfinityAssistantClient(telemetry=Telemetry(recorder)).options
    assert "telemetry" not in repr(options)
    assert repr(Telemetry(recorder)) == "<Telemetry>"


def test_an_instrumentor_that_stands_alone_is_one_switch(caplog: pytest.LogCaptureFixture) -> None:
    class Alone(OwnBaseInstrumentor):
        pass

    alone = Alone()
    assert alone is Alone() and alone is not InfinityAssistantInstrumentor()
    assert list(alone.instrumentation_dependencies()) == []
    with caplog.at_level(logging.WARNING):
        alone.uninstrument()
        alone.instrument()
        assert alone.is_instrumented_by_opentelemetry
        alone.instrument()
        alone.uninstrument()
    assert [record.getMessage() for record in caplog.records] == [
        "infinity_assistant is not instrumented",
        "infinity_assistant is instrumented already",
    ]


def _run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_without_opentelemetry_the_error_says_what_to_install() -> None:
    program = """
import sys
sys.modules["opentelemetry"] = sys.modules["opentelemetry.trace"] = None
import infinity_assistant as ia
try:
    ia.InfinityAssistantClient(telemetry=True)
except ia.InfinityAssistantArgumentError as error:
    print(error)
try:
    import infinity_assistant.otel
except ImportError as error:
    print(error)
"""
    first, second = _run(program).splitlines()
    assert "infinity-assistant[otel]" in first and first.startswith("telemetry cannot be used")
    assert "infinity-assistant[otel]" in second


def test_a_client_without_telemetry_imports_nothing_of_it() -> None:
    program = """
import sys
from infinity_assistant.testing import Emulator
with Emulator(frozen=True) as emulator:
    client = emulator.client()
    client.chat("Hi")
    list(client.chat_stream("Hi"))
watched = ("opentelemetry", "infinity_assistant.otel", "infinity_assistant._core.call_events")
print([name for name in sys.modules if name.startswith(watched)])
"""
    assert _run(program) == "[]"
