"""cattrs reads and writes models by their names on the wire, with the two hooks of the documentation."""

from __future__ import annotations

from typing import Any, Dict, List

import attrs
import cattrs
import pytest

from infinity_assistant import models

LIMIT = {"allowed": True, "limit": 50, "remaining": 44, "reset_at": "2026-11-23T00:00:00.000Z"}
CHAT = {
    "response": "Paris.",
    "conversationId": "conv_1",
    "rateLimit": LIMIT,
    "metadata": {"model": "infinity-agent", "tokensUsed": 42, "processingTime": 54},
    "brandNew": {"a": [1]},
}


@attrs.define
class Kept:
    response: models.ChatResponse
    limits: Dict[str, List[models.RateLimit]]


@pytest.fixture
def converter() -> Any:
    converter = cattrs.Converter()
    converter.register_structure_hook(models.Model, lambda value, model: model.from_dict(value))
    converter.register_unstructure_hook(models.Model, models.Model.to_dict)
    return converter


def test_a_model_is_read_and_written_by_its_names_on_the_wire(converter: Any) -> None:
    response = converter.structure(CHAT, models.ChatResponse)
    assert response == models.ChatResponse.from_dict(CHAT)
    assert isinstance(response.rate_limit, models.RateLimit)
    assert converter.unstructure(response) == CHAT


def test_models_within_classes_of_ones_own_are_too(converter: Any) -> None:
    raw = {"response": CHAT, "limits": {"today": [LIMIT]}}
    kept = converter.structure(raw, Kept)
    assert kept.limits["today"][0].limit == 50
    assert converter.unstructure(kept) == raw
