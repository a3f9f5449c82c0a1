"""What the service says beyond the API description, and what it no longer says, is noticed once."""

from __future__ import annotations

import json
import warnings
from typing import Any, Dict, List, Optional

import httpx
import pytest

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient
from infinity_assistant._drift.description import Description
from infinity_assistant._drift.report import CompatibilityReport, build_probes
from infinity_assistant._drift.warnings import Drift, InfinityAssistantDriftWarning

CHAT = {
    "response": "Paris.",
    "conversationId": "conv_1",
    "rateLimit": {"allowed": True, "limit": 50, "remaining": 44},
    "metadata": {"model": "infinity-agent", "tokensUsed": 42, "processingTime": 54},
}
HEALTH = {"status": "healthy", "timestamp": "2026-01-02T03:04:05.678Z", "version": "1", "service": "s", "checks": {}}


def describe(**schemas: Any) -> Description:
    """A description of one operation that returns `Reply`."""
    response = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Reply"}}}}
    operation = {"operationId": "ask", "responses": {"200": response}, "x-events": {"tick": {"schema": "Tick"}}}
    return Description({"paths": {"/ask": {"get": operation}}, "components": {"schemas": schemas}})


def find_differences(description: Description, value: Any) -> List[str]:
    """Every difference of a response, as `place: kind`."""
    return sorted(f"{d.place}: {d.kind}" for d in description.differences("ask", value))


def test_a_response_as_described_has_no_differences() -> None:
    assert Description.load_packaged().differences("chat", CHAT) == []
    assert Description.load_packaged().differences("health", HEALTH) == []


def test_each_kind_of_difference_is_told_with_its_place() -> None:
    description = describe(
        Reply={
            "type": "object",
            "required": ["id", "mode"],
            "properties": {
                "id": {"type": "string"},
                "mode": {"type": "string", "enum": ["a", "b"]},
                "count": {"type": "integer"},
                "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
            },
        },
        Part={"type": "object", "properties": {"n": {"type": ["integer", "null"]}}},
    )
    assert find_differences(description, {"id": "1", "mode": "a", "count": 1, "parts": [{"n": None}]}) == []
    assert find_differences(description, {"mode": "c", "count": "1", "more": 1, "parts": [{"n": "x"}, {"o": 1}]}) == [
        "count: type",
        "id: missing",
        "mode: value",
        "more: field",
        "parts[].n: type",
        "parts[].o: field",
    ]


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "object", "properties": {"a": {}}, "additionalProperties": True}, {"a": 1, "b": 2}),
        ({"type": "object"}, {"b": 2}),
        ({"type": "string", "x-echo": True}, 5),
        ({"type": "number"}, 1),
        ({"type": "integer"}, 1.0),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, None),
        ({"allOf": [{"type": "object", "properties": {"a": {}}}, {"properties": {"b": {}}}]}, {"a": 1, "b": 2}),
        ({"type": "object", "properties": {"a": {"type": "string"}}}, {"a": None}),
    ],
)
def test_what_the_description_allows_is_no_difference(schema: Dict[str, Any], value: Any) -> None:
    """Open objects, echoed values, whole numbers, and null for what is optional."""
    assert find_differences(describe(Reply=schema), value) == []


def test_a_boolean_is_no_number() -> None:
    assert find_differences(describe(Reply={"type": "integer"}), True) == [": type"]


def test_a_value_nested_deeper_than_the_stack_is_no_trouble() -> None:
    value: Any = {}
    for _ in range(50_000):
        value = {"next": value}
    response = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Reply"}}}
    assert find_differences(describe(Reply=response), value) == []


def test_each_difference_is_warned_of_once_for_each_operation() -> None:
    drift = Drift()
    with pytest.warns(InfinityAssistantDriftWarning, match="metadata.cost is a field that is not described") as caught:
        for _ in range(3):
            drift.observe("chat", {**CHAT, "metadata": {**CHAT["metadata"], "cost": 1}})  # type: ignore[dict-item]
    assert len(caught) == 1
    difference = caught[0].message.difference  # type: ignore[union-attr]
    assert (difference.operation, difference.kind, difference.place) == ("chat", "field", "metadata.cost")


def test_unknown_events_are_warned_of_by_name() -> None:
    drift = Drift()
    drift.observe_event("chat_stream", "chunk", {"text": "Hi"})
    with pytest.warns(InfinityAssistantDriftWarning, match="chat_stream: tool is an event that is not described"):
        drift.observe_event("chat_stream", "tool", {})
    with pytest.warns(InfinityAssistantDriftWarning, match="chunk.shade is a field"):
        drift.observe_event("chat_stream", "chunk", {"text": "Hi", "shade": "red"})


def test_a_warning_does_not_repeat_what_the_response_says() -> None:
    """Names of fields and values of enumerations are told, texts are not."""
    drift = Drift()
    with pytest.warns(InfinityAssistantDriftWarning) as caught:
        drift.observe("chat", {**CHAT, "secret": "ia_very-secret", "response": 5})
    assert "very-secret" not in " ".join(str(warning.message) for warning in caught)


def service(responses: Dict[str, Any], status: Optional[Dict[str, int]] = None) -> httpx.MockTransport:
    """A service that knows some paths, and sends 404 with a page for the rest."""

    def handle(request: httpx.Request) -> httpx.Response:
        path = request.url.path[len("/api") :]
        if path not in responses:
            return httpx.Response(404, html="<h1>404</h1>")
        return httpx.Response((status or {}).get(path, 200), content=json.dumps(responses[path]))

    return httpx.MockTransport(handle)


def client(responses: Dict[str, Any], **options: Any) -> InfinityAssistantClient:
    """A client of that service."""
    http_client = httpx.Client(transport=service(responses))
    return InfinityAssistantClient(
        http_client=http_client, base_url="https://service.test/api", max_retries=0, **options
    )


def test_drift_is_silent_unless_it_is_asked_for() -> None:
    with client({"/health": {**HEALTH, "mood": "good"}}) as quiet:
        assert quiet.health()["mood"] == "good"
    loud = client({"/health": {**HEALTH, "mood": "good"}}, drift_warnings=True)
    with loud, pytest.warns(InfinityAssistantDriftWarning, match="health: mood is a field"):
        loud.health()


def test_the_environment_turns_the_warnings_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFINITY_ASSISTANT_DRIFT", "1")
    loud = client({"/health": {**HEALTH, "mood": "good"}})
    with loud, pytest.warns(InfinityAssistantDriftWarning, match="mood"):
        loud.health()


def test_a_compatible_service_is_reported_as_such() -> None:
    with client({"/health": {**HEALTH, "mood": "good"}}) as asking:
        report = asking.check_compatibility(operations=["health"])
    assert report.compatible
    assert [(d.place, d.kind) for d in report.differences] == [("mood", "field")]
    assert [(o.operation, o.status_code) for o in report.operations] == [("health", 200)]


def test_what_is_missing_or_of_another_type_is_not_compatible() -> None:
    with client({"/health": {**HEALTH, "status": 5}}) as asking:
        report = asking.check_compatibility(operations=["health", "get_usage"])
    assert not report.compatible
    assert sorted((d.operation, d.kind) for d in report.differences) == [("get_usage", "status"), ("health", "type")]
    assert "not compatible" in str(report)


def test_an_argument_without_an_example_keeps_an_operation_from_being_called() -> None:
    wanted = {"name": "id", "in": "query", "required": True, "schema": {"type": "string"}}
    operations = {
        "/a": {"get": {"operationId": "a", "parameters": [wanted]}},
        "/b": {"get": {"operationId": "b", "parameters": [{**wanted, "example": "conv 1"}]}},
        "/c": {"post": {"operationId": "c"}},
    }
    found = dict(build_probes(Description({"paths": operations})))
    assert found["a"] is None
    assert found["b"] is not None and found["b"].target() == "/b?id=conv%201"
    assert "c" not in found


def test_a_failure_of_the_day_says_nothing_about_compatibility() -> None:
    transport = service({"/health": {}}, {"/health": 503})
    http_client = httpx.Client(transport=transport)
    with InfinityAssistantClient(http_client=http_client, base_url="https://service.test/api", max_retries=0) as asking:
        report = asking.check_compatibility(operations=["health"])
    assert report.verdict == "undecided"
    assert [(o.status_code, bool(o.problem)) for o in report.operations] == [(503, True)]


def test_only_operations_that_read_are_called() -> None:
    methods = set()

    def handle(request: httpx.Request) -> httpx.Response:
        methods.add(request.method)
        return httpx.Response(401, json={"error": "Authentication required"})

    http_client = httpx.Client(transport=httpx.MockTransport(handle))
    with InfinityAssistantClient(http_client=http_client, base_url="https://service.test/api") as asking:
        asking.check_compatibility()
    assert methods == {"GET"}


def test_both_clients_report_alike() -> None:
    import asyncio

    async def ask() -> CompatibilityReport:
        transport = service({"/health": {**HEALTH, "status": "odd"}})
        async with httpx.AsyncClient(transport=transport) as http_client:
            asking = AsyncInfinityAssistantClient(http_client=http_client, base_url="https://service.test/api")
            return await asking.check_compatibility(operations=["health"])

    with client({"/health": {**HEALTH, "status": "odd"}}) as asking:
        assert asking.check_compatibility(operations=["health"]) == asyncio.run(ask())


@pytest.fixture(autouse=True)
def every_warning_counts() -> Any:
    """Warnings are errors, unless a test waits for them."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield
