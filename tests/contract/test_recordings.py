"""The document against recorded exchanges: what the service was seen to send is what the document says."""

from __future__ import annotations

import json

import pytest

from .document import find_schema, problems
from .recordings import Recording, recordings
from .relaxed import RESPONSE_SCHEMAS

RECORDINGS = list(recordings())
DOCUMENTED = [recording for recording in RECORDINGS if recording.operation]

#: Exchanges that belong to no operation, each with the reason. All others match the document, without exception.
UNDOCUMENTED = {
    "analytics--companion-tracking": "not part of the public API",
    "chat--method-delete": "wrong method",
    "stream--method-delete": "wrong method",
    "stream--method-get": "wrong method",
    "search--method-delete": "wrong method",
    "search--method-options": "CORS, handled by the hosting",
    "health--head": "HEAD, handled by the hosting",
    "health--options": "CORS, handled by the hosting",
    "health--post-405": "wrong method",
    "memory--get-retrieve-sdk-404": "a path of older SDKs",
    "unknown--api-root": "unknown path",
    "unknown--delete-key-by-path": "unknown path",
}


def _of(media_type: str, *, success: bool) -> pytest.MarkDecorator:
    chosen = [r for r in DOCUMENTED if r.media_type == media_type and (r.status < 300) == success]
    return pytest.mark.parametrize("recording", chosen, ids=lambda recording: recording.name)


def test_every_recording_belongs_to_an_operation_or_to_a_list_of_exceptions() -> None:
    assert {recording.name for recording in RECORDINGS if not recording.operation} == set(UNDOCUMENTED)


def test_every_recording_has_a_documented_media_type() -> None:
    strangers = {r.name for r in DOCUMENTED if r.media_type not in r.response["content"]}
    assert strangers == set()


@_of("application/json", success=True)
def test_a_recorded_response_matches_its_schema(recording: Recording) -> None:
    schema = recording.response["content"]["application/json"]["schema"]
    assert problems(json.loads(recording.body), schema, RESPONSE_SCHEMAS) == {}


@_of("application/json", success=False)
def test_a_recorded_error_matches_the_schema_of_its_status(recording: Recording) -> None:
    """The status is documented too: `default` is for what the hosting sends."""
    assert recording.operation is not None
    assert str(recording.status) in recording.operation.facts["responses"]
    schema = recording.response["content"]["application/json"]["schema"]
    assert problems(json.loads(recording.body), schema) == {}


@_of("text/csv", success=True)
def test_a_recorded_file_has_the_columns_of_its_json(recording: Recording) -> None:
    header = recording.body.partition("\n")[0]
    assert header.split(",") == list(RESPONSE_SCHEMAS["UsageRecord"]["properties"])


def test_an_echo_may_have_any_type_and_nothing_else_may() -> None:
    """The one place where recordings break the letter of a schema."""
    echoed = {
        "response": "Hi",
        "conversationId": 123,
        "rateLimit": {"allowed": True, "limit": 50, "remaining": 49},
        "metadata": {"model": "infinity-agent", "tokensUsed": 42, "processingTime": 174},
    }
    assert list(problems(echoed, find_schema("ChatResponse"))) == ["$.conversationId"]
    assert problems(echoed, find_schema("ChatResponse"), RESPONSE_SCHEMAS) == {}
    assert list(problems(dict(echoed, response=123), find_schema("ChatResponse"), RESPONSE_SCHEMAS)) == ["$.response"]


def test_dates_are_looked_at() -> None:
    """Formats are checked only where a checker is installed: it is."""
    assert problems("yesterday", {"type": "string", "format": "date-time"})
