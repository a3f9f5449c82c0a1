"""The document is valid, whole, and says what the SDK needs to know."""

from __future__ import annotations

import re
from typing import Any, Dict, Set

import pytest
import yaml
from openapi_spec_validator import validate

from .document import DOCUMENT, PATH, SCHEMAS, Operation, operations, resolve, walk

OPERATIONS = list(operations())
RECEIVED = list(operations("webhooks"))
each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
each_of_ours_and_received = pytest.mark.parametrize(
    "operation", OPERATIONS + RECEIVED, ids=lambda operation: operation.name
)
each_schema = pytest.mark.parametrize("name", SCHEMAS)


def test_the_document_is_valid_openapi() -> None:
    validate(DOCUMENT)


def test_the_document_uses_no_anchors() -> None:
    """Every YAML reader sees the same tree, and none can be made to grow it."""
    events = yaml.parse(PATH.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    assert not [event for event in events if getattr(event, "anchor", None) is not None]


def test_operation_ids_are_unique() -> None:
    names = [operation.name for operation in OPERATIONS + RECEIVED]
    assert sorted(set(names)) == sorted(names)


@each_of_ours_and_received
def test_an_operation_has_a_python_name_and_a_summary_that_is_a_sentence(operation: Operation) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", operation.name)
    assert re.fullmatch(r"[A-Z][^\n]+\.", operation.facts["summary"])


@each_operation
def test_an_operation_says_whether_it_may_be_repeated(operation: Operation) -> None:
    assert operation.facts["x-idempotent"] in (True, False)


@each_operation
def test_an_operation_has_a_success_and_says_what_its_errors_look_like(operation: Operation) -> None:
    responses = operation.facts["responses"]
    assert "200" in responses
    assert {status for status in responses if not status.startswith("2")} >= {"default"}
    for status, response in responses.items():
        assert resolve(response)["content"], status


@each_of_ours_and_received
def test_an_operation_uses_declared_tags_and_security(operation: Operation) -> None:
    assert set(operation.facts["tags"]) <= {tag["name"] for tag in DOCUMENT["tags"]}
    used = {name for requirement in operation.facts.get("security", []) for name in requirement}
    assert used <= set(DOCUMENT["components"]["securitySchemes"])


def test_the_data_of_each_stream_event_has_a_schema() -> None:
    events = {name: event for operation in OPERATIONS for name, event in operation.facts.get("x-events", {}).items()}
    assert {"chunk", "done", "error"} <= set(events)
    for event in events.values():
        assert {"schema", "friendly"} <= set(event) <= {"schema", "friendly", "ends"}
        assert event.get("ends") in (None, "success", "failure")
        assert event["schema"] in SCHEMAS


def test_each_webhook_event_has_a_delivery_of_its_own() -> None:
    assert list(DOCUMENT["webhooks"]) == SCHEMAS["WebhookEvent"]["enum"]


def test_every_fact_is_explained() -> None:
    """An `x-` word that the document uses stands in `x-sdk-facts`, and nothing stands there unused."""
    body = {key: value for key, value in DOCUMENT.items() if key != "x-sdk-facts"}
    used = {key for _, node in walk(body) for key in node if key.startswith("x-")}
    assert used == set(DOCUMENT["x-sdk-facts"]) - {"required"}


def test_every_schema_is_used() -> None:
    references = {node["$ref"].rpartition("/")[2] for _, node in walk(DOCUMENT) if "$ref" in node}
    streamed = {event["schema"] for operation in OPERATIONS for event in operation.facts.get("x-events", {}).values()}
    assert set(SCHEMAS) - references - streamed == set()


@each_schema
def test_a_schema_is_described_and_so_is_each_of_its_properties(name: str) -> None:
    """Descriptions become docstrings."""
    schema = SCHEMAS[name]
    for described in (schema, *schema.get("properties", {}).values()):
        assert re.fullmatch(r"[A-Z`0-9].*[.]", described["description"], re.DOTALL), described


@each_schema
def test_objects_and_enums_inside_a_schema_have_names(name: str) -> None:
    """What has no name gets one made up by the generator."""
    for place, node in walk(SCHEMAS[name].get("properties", {})):
        assert node.get("type") != "object", place
        assert not isinstance(node.get("enum"), list), place


@each_schema
def test_required_properties_exist(name: str) -> None:
    schema = SCHEMAS[name]
    assert set(schema.get("required", [])) <= set(schema.get("properties", {}))


def test_enums_that_are_checked_are_the_events_of_webhooks_alone() -> None:
    checked = {place for place, node in walk(SCHEMAS) if node.get("x-checked")}
    assert checked == {"#/CreateWebhookRequest/properties/events"}


def test_secrets_are_marked() -> None:
    secrets = {place for place, node in walk(SCHEMAS) if node.get("x-secret")}
    assert secrets == {"#/NewApiKey/properties/key", "#/NewWebhook/properties/secret"}


@each_operation
def test_every_identifier_that_is_sent_refuses_blanks(operation: Operation) -> None:
    for name, schema in _list_sent(operation).items():
        if name == "id" or name.endswith("Id"):
            assert (schema["minLength"], schema["x-not-blank"]) == (1, True), name


@each_operation
def test_a_limit_of_length_says_in_what_it_counts(operation: Operation) -> None:
    for name, schema in _list_sent(operation).items():
        assert ("maxLength" in schema) == ("x-length-unit" in schema), name


def test_only_what_the_service_can_live_with_twice_is_repeated() -> None:
    """Of the requests by POST and DELETE: those that only read, or name what they remove by an id for ever."""
    safe: Set[str] = {op.name for op in OPERATIONS if op.facts["x-idempotent"] and op.method != "GET"}
    assert safe == {"search_knowledge", "assess_research_need", "delete_api_key", "delete_webhook"}


def _list_sent(operation: Operation) -> Dict[str, Any]:
    """The schemas of what a caller gives to an operation, by name."""
    parameters = [resolve(parameter) for parameter in operation.facts.get("parameters", [])]
    sent = {parameter["name"]: resolve(parameter["schema"]) for parameter in parameters}
    if "requestBody" in operation.facts:
        body = resolve(operation.facts["requestBody"]["content"]["application/json"]["schema"])
        sent.update({name: resolve(schema) for name, schema in body["properties"].items()})
    return sent
