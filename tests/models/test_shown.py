"""What a model shows of itself: to a reader of logs, to rich, to Sentry, and to somebody who types in a shell."""

from __future__ import annotations

import json
from typing import Any

import pytest

from infinity_assistant import models as m

HEALTH = {
    "status": "healthy",
    "timestamp": "2026-11-22T10:26:16.123Z",
    "version": "1.0.0",
    "service": "infinity-assistant",
    "checks": {"database": {"status": "healthy"}},
}
KEY = {"id": "k", "name": "CANARY", "prefix": "ia_CANARY", "key": "ia_CANARY", "newField": "CANARY"}


def test_what_is_no_secret_and_no_prose_is_shown() -> None:
    """Versions, names of services, words of a list, ids, numbers."""
    shown = repr(m.HealthResponse.from_dict(HEALTH))
    assert "status='healthy'" in shown
    assert "version='1.0.0', service='infinity-assistant'" in shown
    assert "tokens_used=3" in repr(m.ChatMetadata.from_dict({"model": "x-1", "tokensUsed": 3, "processingTime": 5}))
    assert "model='x-1'" in repr(m.ChatMetadata.from_dict({"model": "x-1", "tokensUsed": 3, "processingTime": 5}))
    assert "mode='assist'" in repr(m.ChatRequest(message="Hello", mode="assist"))


def test_a_long_text_is_not_shown_even_where_a_word_is_expected() -> None:
    assert "version=<81 characters>" in repr(m.HealthResponse.from_dict({**HEALTH, "version": "x" * 81}))


@pytest.mark.parametrize(
    "show", [repr, str, lambda key: key.__sentry_repr__(), lambda key: repr(dict(key.__rich_repr__()))]
)
def test_secrets_and_prose_are_shown_to_nobody(show: Any) -> None:
    shown = show(m.NewApiKey.from_dict(KEY))
    assert "<secret>" in shown
    assert "CANARY" not in shown


def test_a_shell_completes_the_keys() -> None:
    model = m.HealthResponse.from_dict({"status": "healthy", "newField": 1})
    keys = model._ipython_key_completions_()
    assert {"status", "version", "newField"} <= set(keys)
    assert all(key in keys for key in model)


def test_a_model_writes_itself_as_text() -> None:
    model = m.HealthResponse.from_dict({**HEALTH, "note": "é"})
    assert json.loads(model.to_json()) == model.to_dict() == {**HEALTH, "note": "é"}
    assert "é" in model.to_json()
    assert model.to_json(indent=2).startswith('{\n  "status"')


def test_what_has_no_form_in_json_or_nests_too_deep_is_a_value_error() -> None:
    circle: Any = {}
    circle["self"] = circle
    deep: Any = {}
    for _ in range(100_000):
        deep = {"d": deep}
    for value in (object(), float("nan"), circle, deep):
        with pytest.raises(ValueError):
            m.ChatPreferences(additional_properties={"x": value}).to_json()
