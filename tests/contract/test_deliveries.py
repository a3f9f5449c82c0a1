"""The document against worked examples of webhook deliveries."""

from __future__ import annotations

import json
from typing import Any, Dict

import pytest

from .document import DOCUMENT, problems, resolve
from .recordings import deliveries

each_vector = pytest.mark.parametrize("vector", deliveries(), ids=lambda vector: vector["name"])


def _body_schema(event: str) -> Dict[str, Any]:
    schema: Dict[str, Any] = DOCUMENT["webhooks"][event]["post"]["requestBody"]["content"]["application/json"]["schema"]
    return schema


@each_vector
def test_a_delivery_matches_the_schema_of_its_event(vector: Dict[str, str]) -> None:
    assert problems(json.loads(vector["body"]), _body_schema(vector["event"])) == {}


@each_vector
def test_a_delivery_of_one_event_is_none_of_another(vector: Dict[str, str]) -> None:
    others = [event for event in DOCUMENT["webhooks"] if event != vector["event"]]
    assert all("$.event" in problems(json.loads(vector["body"]), _body_schema(event)) for event in others)


@each_vector
def test_a_signature_has_the_documented_form(vector: Dict[str, str]) -> None:
    signature = resolve({"$ref": "#/components/parameters/WebhookSignature"})
    assert problems(vector["signature"], signature["schema"]) == {}
    assert problems(vector["signature"].upper(), signature["schema"])
