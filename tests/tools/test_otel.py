"""The spans and metrics of calls, as the SDK of OpenTelemetry exports them."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Optional

import anyio
import httpx
import pytest
from opentelemetry import baggage, context
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.instrumentation.instrumentor import BaseInstrumentor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF
from opentelemetry.trace import SpanKind

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantStreamInterruptedError
from infinity_assistant.otel import InfinityAssistantInstrumentor, Telemetry
from tests.client.conftest import Connect, connect, portal, runtime, wire
from tests.client.wire import CHAT, DONE, START, WireServer, event

__all__ = ["runtime", "connect", "portal", "wire"]

ROOT = Path(__file__).resolve().parents[2]
TEXT = event("chunk", {"content": "Hello"})
KEY, PROSE = "ia_" + "CAN" + "ARY", "PROSE of a user"


class Memory(NamedTuple):
    """Providers whose exporters keep what they are given."""

    tracers: TracerProvider
    meters: MeterProvider
    exporter: InMemorySpanExporter
    reader: InMemoryMetricReader

    @property
    def spans(self) -> List[ReadableSpan]:
        """The spans in the order of their beginning."""
        return sorted(self.exporter.get_finished_spans(), key=lambda span: span.start_time or 0)

    def tree(self) -> Dict[str, List[str]]:
        """The names of spans without a parent, each with the names of its children."""
        roots = [span for span in self.spans if span.parent is None]
        return {
            root.name: [span.name for span in self.spans if span.parent and span.parent.span_id == root.context.span_id]
            for root in roots
        }

    def metrics(self) -> Dict[str, Any]:
        """The data points of each metric."""
        data = self.reader.get_metrics_data()
        assert data is not None
        scopes = [scope for resource in data.resource_metrics for scope in resource.scope_metrics]
        return {metric.name: metric.data.data_points for scope in scopes for metric in scope.metrics}

    def to_text(self) -> str:
        """Everything that is exported."""
        data = self.reader.get_metrics_data()
        return "".join(span.to_json() for span in self.spans) + (data.to_json() if data else "")


def make_memory(**options: Any) -> Memory:
    exporter, reader = InMemorySpanExporter(), InMemoryMetricReader()
    tracers = TracerProvider(**options)
    tracers.add_span_processor(SimpleSpanProcessor(exporter))
    return Memory(tracers, MeterProvider([reader]), exporter, reader)


@pytest.fixture
def memory() -> Memory:
    return make_memory()


@pytest.fixture
def instrumented(memory: Memory) -> Iterator[None]:
    """The calls of the whole program are exported, and those of httpx are, too."""
    ours, theirs = InfinityAssistantInstrumentor(), HTTPXClientInstrumentor()
    ours.instrument(tracer_provider=memory.tracers, meter_provider=memory.meters)
    theirs.instrument(tracer_provider=memory.tracers, meter_provider=memory.meters)
    yield
    theirs.uninstrument()
    ours.uninstrument()


def make_telemetry(memory: Memory) -> Telemetry:
    return Telemetry(memory.tracers, memory.meters)


def test_a_call_with_three_attempts_is_exported(connect: Connect, wire: WireServer, memory: Memory) -> None:
    wire.say({"error": "slow down"}, 429, {"retry-after": "0.01"}).cut().say(CHAT)
    connect(KEY, base_url=wire.url, telemetry=make_telemetry(memory), retry_unsafe=True).chat(PROSE)
    assert memory.tree() == {"chat": ["POST", "POST", "POST"]}
    call, *attempts = memory.spans
    assert call.attributes and call.attributes["gen_ai.operation.name"] == "chat"
    assert call.status.is_ok and call.events == ()
    found = [span.attributes or {} for span in attempts]
    assert [one.get("http.response.status_code") for one in found] == [429, None, 200]
    assert [one.get("http.request.resend_count") for one in found] == [None, 1, 2]
    assert [[one.name for one in span.events] for span in attempts][0] == ["infinity_assistant.wait"]
    assert {span.kind for span in memory.spans} == {SpanKind.CLIENT}
    names = [f"{span.context.trace_id:032x}-{span.context.span_id:016x}" for span in attempts]
    assert [heard.headers["traceparent"][:-3] for heard in wire.heard] == [f"00-{name}" for name in names]
    assert KEY not in memory.to_text() and "PROSE" not in memory.to_text()


def test_metrics_are_exported_with_the_buckets_of_the_conventions(
    connect: Connect, wire: WireServer, memory: Memory
) -> None:
    wire.say({"error": "busy"}, 503).say(CHAT).stream(START, TEXT, DONE)
    client = connect(base_url=wire.url, telemetry=make_telemetry(memory), retry_unsafe=True)
    client.chat("Hi")
    client.chat_stream("Hi").collect()
    found = memory.metrics()
    (first,) = found["gen_ai.client.operation.time_to_first_chunk"]
    assert first.count == 1 and first.explicit_bounds[:2] == (0.01, 0.02)
    assert sum(point.count for point in found["gen_ai.client.operation.duration"]) == 2
    assert sum(point.sum for point in found["gen_ai.client.token.usage"]) == 44
    assert {point.explicit_bounds[-1] for point in found["gen_ai.client.token.usage"]} == {4**13}
    assert sum(point.value for point in found["infinity_assistant.client.attempts"]) == 3
    assert sum(point.count for point in found["http.client.request.duration"]) == 3


def test_streams_are_exported_whole_and_cut(connect: Connect, wire: WireServer, memory: Memory) -> None:
    wire.stream(START, TEXT, DONE).stream(START, TEXT)
    client = connect(base_url=wire.url, telemetry=make_telemetry(memory))
    client.chat_stream("Hi").collect()
    with pytest.raises(InfinityAssistantStreamInterruptedError):
        client.chat_stream("Hi").collect()
    whole, cut = (span for span in memory.spans if span.name == "chat")
    assert whole.attributes and cut.attributes
    assert whole.status.is_ok and whole.attributes["gen_ai.response.time_to_first_chunk"]
    assert not cut.status.is_ok and cut.attributes["error.type"] == "InfinityAssistantStreamInterruptedError"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("streams", [False, True])
def test_a_cancelled_call_is_exported(backend: str, streams: bool, memory: Memory) -> None:
    """The service never responds; the call is cancelled once it has heard the request."""

    async def call(client: AsyncInfinityAssistantClient) -> None:
        if streams:
            async with client.chat_stream("Hi") as events:
                await events.collect()
        else:
            await client.chat("Hi")

    async def main() -> None:
        async def serve(stream: anyio.abc.SocketStream) -> None:
            async with stream:
                await stream.receive()
                group.cancel_scope.cancel()

        listener = await anyio.create_tcp_listener(local_host="127.0.0.1")
        url = f"http://127.0.0.1:{listener.extra(anyio.abc.SocketAttribute.local_port)}"
        client = AsyncInfinityAssistantClient(base_url=url, telemetry=make_telemetry(memory))
        async with listener, client, anyio.create_task_group() as group:
            group.start_soon(listener.serve, serve)
            await call(client)

    anyio.run(main, backend=backend)
    assert memory.tree() == {"chat": ["POST"]}
    assert [(span.attributes or {}).get("http.response.status_code") for span in memory.spans] == [None, None]


def test_an_attempt_has_one_span_although_httpx_is_instrumented(
    runtime: str, connect: Connect, wire: WireServer, memory: Memory, instrumented: None
) -> None:
    """The instrumentation of httpx makes requests go through it."""
    wire.say(CHAT)
    if runtime == "trio":
        wire.say(CHAT)
    else:
        wire.stream(START, TEXT, DONE)
    client = connect(base_url=wire.url)
    client.chat("Hi")
    # httpx leaves a generator behind where a stream ends before its connection, of which trio warns.
    client.chat("Hi") if runtime == "trio" else client.chat_stream("Hi").collect()
    assert [span.name for span in memory.spans] == ["chat", "POST", "chat", "POST"]
    assert sum(point.count for point in memory.metrics()["http.client.request.duration"]) == 2


def test_an_attempt_through_a_lent_client_has_one_span(
    portal: Any, connect: Connect, wire: WireServer, memory: Memory, instrumented: None
) -> None:
    wire.say({"error": "busy"}, 503).say(CHAT)
    lent: Any = httpx.Client() if portal is None else httpx.AsyncClient()
    connect(base_url=wire.url, http_client=lent, retry_unsafe=True).chat("Hi")
    assert memory.tree() == {"chat": ["POST", "POST"]}
    sent = [span.context.span_id for span in memory.spans[1:]]
    assert [int(heard.headers["traceparent"].split("-")[2], 16) for heard in wire.heard] == sent
    lent.close() if portal is None else portal.call(lent.aclose)


def test_requests_of_the_program_itself_keep_their_spans(
    wire: WireServer, memory: Memory, instrumented: None, connect: Connect
) -> None:
    wire.say(CHAT)
    connect(base_url=wire.url).chat("Hi")
    httpx.get(f"{wire.url}/other")
    assert [span.name for span in memory.spans] == ["chat", "POST", "GET"]


def test_a_program_that_samples_nothing_exports_nothing(connect: Connect, wire: WireServer) -> None:
    memory = make_memory(sampler=ALWAYS_OFF)
    wire.say(CHAT)
    connect(base_url=wire.url, telemetry=make_telemetry(memory)).chat("Hi")
    assert memory.spans == []
    # The lowest bit says that it is sampled.
    assert int(wire.heard[0].headers["traceparent"][-2:], 16) & 1 == 0


def test_baggage_travels_as_the_program_says(connect: Connect, wire: WireServer, memory: Memory) -> None:
    wire.say({"status": "ok"})
    token = context.attach(baggage.set_baggage("tenant", "grün"))
    try:
        telemetry: Optional[Telemetry] = make_telemetry(memory)
        client = connect(base_url=wire.url, telemetry=telemetry)
        client.health()
    finally:
        context.detach(token)
    assert "traceparent" in wire.heard[0].headers


def test_the_instrumentor_is_one_of_opentelemetry_and_declared() -> None:
    assert issubclass(InfinityAssistantInstrumentor, BaseInstrumentor)
    declared = (ROOT / "pyproject.toml").read_text("utf-8")
    section = declared.partition("[project.entry-points.opentelemetry_instrumentor]\n")[2]
    assert section.startswith('infinity_assistant = "infinity_assistant.otel:InfinityAssistantInstrumentor"\n')
    entry = metadata.EntryPoint("x", "infinity_assistant.otel:InfinityAssistantInstrumentor", "g")
    assert entry.load() is InfinityAssistantInstrumentor


def test_opentelemetry_instrument_finds_it(tmp_path: Path, wire: WireServer) -> None:
    """As an installed package is found: by its metadata."""
    wire.say({"status": "ok"})
    info = tmp_path / "infinity_assistant-9.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: infinity-assistant\nVersion: 9\n")
    (info / "entry_points.txt").write_text(
        "[opentelemetry_instrumentor]\ninfinity_assistant = infinity_assistant.otel:InfinityAssistantInstrumentor\n"
    )
    program = tmp_path / "program.py"
    program.write_text(
        "from infinity_assistant._core.telemetry import Default\n"
        "from infinity_assistant import InfinityAssistantClient\n"
        f"InfinityAssistantClient(base_url={wire.url!r}).health()\n"
        "print(Default.telemetry)\n"
    )
    auto = [str(Path(sys.executable).parent / "opentelemetry-instrument"), sys.executable, str(program)]
    path = f"{tmp_path}:{ROOT}"
    environment = {"PYTHONPATH": path, "OTEL_TRACES_EXPORTER": "none", "OTEL_METRICS_EXPORTER": "none"}
    done = subprocess.run(auto, env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == "<Telemetry>", done.stderr
    assert len(wire.heard) == 1
