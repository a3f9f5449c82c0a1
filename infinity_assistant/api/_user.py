# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag user. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Union

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation

GET_PREFERENCES = Operation(
    id="get_preferences",
    method="GET",
    path="/user/preferences",
    read=reading.ModelReader(m, "PreferencesResponse"),
    idempotent=True,
)

UPDATE_PREFERENCES = Operation(
    id="update_preferences",
    method="POST",
    path="/user/preferences",
    read=reading.ModelReader(m, "Confirmation"),
    idempotent=False,
    arguments={"preferences": "preferences"},
)

GET_USAGE = Operation(
    id="get_usage",
    method="GET",
    path="/user/usage",
    read=reading.ModelReader(m, "UsageResponse"),
    idempotent=True,
)

SEND_FEEDBACK = Operation(
    id="send_feedback",
    method="POST",
    path="/feedback",
    read=reading.ModelReader(m, "Confirmation"),
    idempotent=False,
    arguments={
        "message": "message",
        "type": "type",
        "rating": "rating",
        "conversationId": "conversation_id",
        "metadata": "metadata",
    },
)


def get_preferences() -> Call[m.PreferencesResponse]:
    """Get the stored preferences of the caller.

    A caller without preferences, or a database out of reach, gives an empty document.
    """
    return Call(GET_PREFERENCES)


def update_preferences(
    *,
    preferences: Union[m.UserPreferences, Mapping[str, Any]],
) -> Call[m.Confirmation]:
    """Replace the stored preferences of the caller.

    The whole document is replaced, not merged. Its content is not validated.

    - `preferences`: The whole new document.
    """
    _body: Dict[str, Any] = {"preferences": check.check_object("preferences", preferences, m.UserPreferences)}
    return Call(UPDATE_PREFERENCES, body=_body)


def get_usage() -> Call[m.UsageResponse]:
    """Get what the caller has used and has left."""
    return Call(GET_USAGE)


def send_feedback(
    *,
    message: str,
    type: Optional[str] = None,
    rating: Optional[float] = None,
    conversation_id: Optional[str] = None,
    metadata: Optional[Union[m.FeedbackMetadata, Mapping[str, Any]]] = None,
) -> Call[m.Confirmation]:
    """Send feedback to the people behind the service.

    - `message`: What to say. At most 5000 UTF-16 code units (an emoji is two), not blank.
    - `type`: The kind of feedback, such as bug.
    - `rating`: How content the user is.
    - `conversation_id`: The conversation it is about.
    - `metadata`: Anything that helps to understand it.
    """
    _body: Dict[str, Any] = {
        "message": check.check_text("message", message, min_length=1, max_length=5000, blank=False, unit=check.UTF16)
    }
    if type is not None:
        _body["type"] = check.check_text("type", type)
    if rating is not None:
        _body["rating"] = rating
    if conversation_id is not None:
        _body["conversationId"] = check.check_text("conversation_id", conversation_id, min_length=1, blank=False)
    if metadata is not None:
        _body["metadata"] = check.check_object("metadata", metadata, m.FeedbackMetadata)
    return Call(SEND_FEEDBACK, body=_body)
