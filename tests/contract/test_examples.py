"""Every example in the document is one."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Tuple

import pytest

from .document import DOCUMENT, problems, resolve, walk
from .recordings import list_recorded_values
from .streams import events

EXAMPLES = [
    (f"{place}/examples/{name}", node["schema"], example["value"])
    for place, node in walk(DOCUMENT)
    if "schema" in node
    for name, example in node.get("examples", {}).items()
]

RECORDED = list(list_recorded_values())

#: Examples that leave something out of a recorded value.
SHORTENED = {
    "#/paths//chat/get/responses/200/content/application/json/examples/stored",
    "#/paths//user/preferences/post/requestBody/content/application/json/examples/theme",
    "#/paths//webhooks/get/responses/200/content/application/json/examples/one",
    "#/paths//health/get/responses/200/content/application/json/examples/healthy",
    "#/webhooks/chat.response/post/requestBody/content/application/json/examples/delivery",
    "#/webhooks/memory.stored/post/requestBody/content/application/json/examples/delivery",
    "#/components/responses/OtherError/content/text/html/examples/unknownPath",
    # These two were read from the code of the service, and never recorded.
    "#/paths//knowledge/gap/get/responses/200/content/application/json/examples/some",
    "#/paths//knowledge/needs-research/post/requestBody/content/application/json/examples/topic",
    "#/paths//knowledge/needs-research/post/responses/200/content/application/json/examples/needed",
    "#/paths//knowledge/needs-research/post/responses/400/content/application/json/examples/missing",
}


def _shapes() -> Iterator[Tuple[str, Dict[str, Any]]]:
    for place, schema, _ in EXAMPLES:
        yield schema.get("$ref", place).rpartition("/")[2], schema


@pytest.mark.parametrize(
    ("schema", "value"), [example[1:] for example in EXAMPLES], ids=[example[0] for example in EXAMPLES]
)
def test_an_example_matches_its_schema(schema: Dict[str, Any], value: Any) -> None:
    assert problems(value, schema) == {}


def test_each_json_error_shape_has_an_example() -> None:
    shapes = {"ErrorMessage", "ErrorWithMessage", "RateLimitExceeded", "FailedOperation", "ErrorEnvelope"}
    assert shapes - {name for name, _ in _shapes()} == set()


def test_the_examples_of_streams_hold_events_that_match() -> None:
    stream = DOCUMENT["paths"]["/chat/stream"]["post"]
    examples = stream["responses"]["200"]["content"]["text/event-stream"]["examples"]
    seen = [event for example in examples.values() for event in events(example["value"])]
    assert {name for name, _ in seen} >= {"start", "chunk", "done", "error"}
    for name, data in seen:
        assert problems(data, {"$ref": f"#/components/schemas/{stream['x-events'][name]['schema']}"}) == {}


def test_the_page_that_no_schema_describes_has_an_example() -> None:
    """Shape E: a page where JSON was expected."""
    other = resolve({"$ref": "#/components/responses/OtherError"})
    assert [
        example["value"].startswith("<!DOCTYPE html>") for example in other["content"]["text/html"]["examples"].values()
    ] == [True]


def test_examples_were_recorded() -> None:
    """An example is what was sent, word for word, unless it had to be cut to be read."""
    invented = {place for place, _, value in EXAMPLES if value not in RECORDED}
    assert invented == SHORTENED
