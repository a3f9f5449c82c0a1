"""A tracer and a meter that remember: as much of an SDK as these tests need."""

from __future__ import annotations

import itertools
from typing import Any, Dict, List, Optional, Tuple

from opentelemetry import metrics, trace
from opentelemetry.trace import SpanContext, TraceFlags

_ids = itertools.count(1)


class RecordedSpan(trace.NonRecordingSpan):
    """A span that remembers what it was told."""

    def __init__(self, name: str, parent: Optional[SpanContext], attributes: Any, *, sampled: bool) -> None:
        flags = TraceFlags(TraceFlags.SAMPLED if sampled else TraceFlags.DEFAULT)
        trace_id = parent.trace_id if parent is not None else next(_ids)
        super().__init__(SpanContext(trace_id, next(_ids), is_remote=False, trace_flags=flags))
        self.name = name
        self.parent = parent
        self.attributes: Dict[str, Any] = dict(attributes or {})
        self.events: List[Tuple[str, Any]] = []
        self.status: Any = None
        self.ended = 0
        self._sampled = sampled

    @property
    def id(self) -> int:
        return self.get_span_context().span_id

    @property
    def traceparent(self) -> str:
        context = self.get_span_context()
        return f"00-{context.trace_id:032x}-{context.span_id:016x}-{context.trace_flags:02x}"

    def is_recording(self) -> bool:
        return self._sampled

    def set_attribute(self, key: str, value: Any) -> None:
        assert value is not None, key
        self.attributes[key] = value

    def set_attributes(self, attributes: Any) -> None:
        for key, value in attributes.items():
            self.set_attribute(key, value)

    def add_event(self, name: str, attributes: Any = None, timestamp: Optional[int] = None) -> None:
        self.events.append((name, attributes))

    def set_status(self, status: Any, description: Optional[str] = None) -> None:
        self.status = status

    def end(self, end_time: Optional[int] = None) -> None:
        self.ended += 1


class Recorder(trace.TracerProvider, trace.Tracer, metrics.MeterProvider, metrics.NoOpMeter):
    """A provider of both kinds, its tracer and its meter."""

    def __init__(self, *, sampled: bool = True) -> None:
        metrics.NoOpMeter.__init__(self, "recorder")
        self.sampled = sampled
        self.spans: List[RecordedSpan] = []
        self.measured: List[Tuple[str, Any, Dict[str, Any]]] = []

    def get_tracer(self, *args: Any, **kwargs: Any) -> Recorder:
        return self

    def get_meter(self, *args: Any, **kwargs: Any) -> Recorder:
        return self

    def start_span(self, name: str, context: Any = None, kind: Any = None, attributes: Any = None, **_: Any) -> Any:  # type: ignore[override]
        assert kind is trace.SpanKind.CLIENT
        parent = trace.get_current_span(context).get_span_context()
        span = RecordedSpan(name, parent if parent.is_valid else None, attributes, sampled=self.sampled)
        self.spans.append(span)
        return span

    def start_as_current_span(self, *args: Any, **kwargs: Any) -> Any:
        raise NotImplementedError

    def create_histogram(self, name: str, *args: Any, **kwargs: Any) -> Any:
        return _Instrument(self, name)

    def create_counter(self, name: str, *args: Any, **kwargs: Any) -> Any:
        return _Instrument(self, name)

    def of(self, name: str) -> List[Tuple[Any, Dict[str, Any]]]:
        """What an instrument has measured."""
        return [(value, attributes) for found, value, attributes in self.measured if found == name]

    def tree(self) -> Dict[str, List[str]]:
        """The names of the spans without a parent here, each with the names of its children."""
        ids = {span.id for span in self.spans}
        roots = [span for span in self.spans if span.parent is None or span.parent.span_id not in ids]
        return {
            root.name: [span.name for span in self.spans if span.parent and span.parent.span_id == root.id]
            for root in roots
        }


class _Instrument:
    def __init__(self, recorder: Recorder, name: str) -> None:
        self._recorder = recorder
        self._name = name

    def record(self, value: Any, attributes: Any) -> None:
        self._recorder.measured.append((self._name, value, attributes))

    add = record
