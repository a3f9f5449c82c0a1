"""What a verified delivery says."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from typing import Any, Dict

import pytest

from infinity_assistant import models, webhooks
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantWebhookVerificationError

from .vectors import NOW, SECRET, TIME, VECTORS, delivery


def parse(body: bytes, signature: str, **options: Any) -> webhooks.WebhookDelivery:
    return webhooks.parse(body, signature, SECRET, **options)


def test_a_delivery_is_read_into_the_model_of_its_event() -> None:
    sent = delivery('{"conversationId":"conv_1","message":"Hello","new":1}')
    found = webhooks.parse(sent.body, sent.headers(), SECRET)
    assert isinstance(found.data, models.ChatMessagePayload)
    assert (found.data.conversation_id, found.data["message"], found.data["new"]) == ("conv_1", "Hello", 1)
    assert (found.event, found.webhook_id) == ("chat.message", "wh_1")
    assert found.timestamp == dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.timezone.utc)


@pytest.mark.parametrize("event", models.WebhookEvent.__args__)  # type: ignore[attr-defined]
def test_every_event_of_the_api_has_a_model(event: str) -> None:
    """An event without one would come as a plain mapping."""
    found = parse(*delivery('{"a":1}', event=event))
    assert type(found.data).__name__ == event.title().replace(".", "") + "Payload"
    assert found.data.to_dict() == {"a": 1}


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS.keys())
def test_the_vectors_are_read(vector: Dict[str, Any]) -> None:
    found = webhooks.parse(bytes.fromhex(vector["body_hex"]), vector["signature"], vector["secret"])
    assert found.event == vector["event"]
    assert (found.data is None) == (vector["signed_text"] == "null")


@pytest.mark.parametrize("data", ['{"x":[1]}', "[]", '"text"', "7", "true", "null"])
def test_the_data_of_an_unknown_event_comes_as_it_is(data: str) -> None:
    found = parse(*delivery(data, event="brand.new"))
    assert (found.event, found.data) == ("brand.new", json.loads(data))


def test_data_of_a_known_event_that_is_no_object_comes_as_it_is() -> None:
    assert parse(*delivery("[7]")).data == [7]


SENSELESS = {
    "brackets": ("[" * 100_000, "nested too deeply"),
    "brackets-closed": ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
    "cut": ('{"a":', "not JSON"),
    "empty": ("", "not JSON"),
    "nan": ("NaN", "not JSON"),
    "two-values": ("{} {}", "not JSON"),
}


@pytest.mark.parametrize(("data", "why"), SENSELESS.values(), ids=SENSELESS.keys())
def test_a_signed_but_invalid_body_is_an_error_of_ours(data: str, why: str) -> None:
    with pytest.raises(InfinityAssistantWebhookVerificationError, match=why):
        parse(*delivery(data))


def test_bytes_that_are_no_text_are_our_error() -> None:
    body = b'{"event":"chat.message","timestamp":"2026-01-02T03:04:05.000Z","data":"\xff"}'
    with pytest.raises(InfinityAssistantWebhookVerificationError, match="not JSON"):
        parse(body, webhooks.sign(b'"\xff"', SECRET))


@pytest.mark.parametrize("timestamp", ["", "yesterday", "2026-13-01T00:00:00.000Z", "1767323045"])
def test_a_timestamp_that_is_none_is_refused(timestamp: str) -> None:
    with pytest.raises(InfinityAssistantWebhookVerificationError, match="not a date-time"):
        parse(*delivery(timestamp=timestamp))


def test_a_timestamp_without_zone_is_utc() -> None:
    assert parse(*delivery(timestamp=TIME[:-1])).timestamp.timestamp() == NOW


@pytest.mark.parametrize("away", [-300, 0, 300])
def test_a_delivery_within_the_tolerance_is_taken(away: float) -> None:
    assert parse(*delivery(), tolerance=300, now=NOW + away).event == "chat.message"


@pytest.mark.parametrize("away", [-301, 301])
def test_a_delivery_beyond_the_tolerance_is_refused(away: float) -> None:
    """Early ones too: a clock is wrong somewhere."""
    with pytest.raises(InfinityAssistantWebhookVerificationError, match="more than 300 seconds from now"):
        parse(*delivery(), tolerance=300, now=NOW + away)


def test_tolerance_is_measured_by_the_clock_unless_now_is_given() -> None:
    now = dt.datetime.now(dt.timezone.utc)
    parse(*delivery(timestamp=now.isoformat()), tolerance=60)
    with pytest.raises(InfinityAssistantWebhookVerificationError, match="more than 60 seconds"):
        parse(*delivery(timestamp=(now - dt.timedelta(hours=1)).isoformat()), tolerance=60)


@pytest.mark.parametrize("tolerance", [-1, float("nan"), "300", True])
def test_a_tolerance_that_makes_no_sense_is_the_callers_mistake(tolerance: Any) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match="tolerance must be a number of seconds"):
        parse(*delivery(), tolerance=tolerance)


def test_a_delivery_shows_what_happened_and_hides_what_was_said() -> None:
    shown = repr(parse(*delivery('{"message":"private"}')))
    assert "chat.message" in shown
    assert "private" not in shown


def test_a_delivery_pickles() -> None:
    found = parse(*delivery())
    assert pickle.loads(pickle.dumps(found)) == found


def test_data_that_is_not_what_the_api_promises_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """No payload has required fields today; this one has."""
    monkeypatch.setattr(models, "ChatMessagePayload", models.ChatResponse)
    with pytest.raises(InfinityAssistantWebhookVerificationError, match="chat.message makes no sense: .* is missing"):
        parse(*delivery())
