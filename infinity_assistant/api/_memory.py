# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag memory. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import Any, Dict, Optional

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation

RETRIEVE_MEMORY = Operation(
    id="retrieve_memory",
    method="GET",
    path="/memory",
    read=reading.ModelReader(m, "MemoryResponse"),
    idempotent=True,
    arguments={"conversationId": "conversation_id"},
)

STORE_MEMORY = Operation(
    id="store_memory",
    method="POST",
    path="/memory",
    read=reading.ModelReader(m, "StoreMemoryResponse"),
    idempotent=False,
    arguments={"conversationId": "conversation_id", "content": "content", "type": "type"},
)

DELETE_MEMORY = Operation(
    id="delete_memory",
    method="DELETE",
    path="/memory",
    read=reading.ModelReader(m, "Confirmation"),
    idempotent=False,
    arguments={"conversationId": "conversation_id", "type": "type", "entryId": "entry_id"},
)


def retrieve_memory(
    *,
    conversation_id: str,
) -> Call[m.MemoryResponse]:
    """Read the memory of a conversation.

    A conversation that the service does not know has an empty memory.

    - `conversation_id`: The id of the conversation.
    """
    _query: Dict[str, Any] = {
        "conversationId": check.check_text("conversation_id", conversation_id, min_length=1, blank=False)
    }
    return Call(RETRIEVE_MEMORY, query=_query)


def store_memory(
    *,
    conversation_id: str,
    content: str,
    type: Optional[m.MemoryType] = None,
) -> Call[m.StoreMemoryResponse]:
    """Store an entry in the memory of a conversation.

    There is no key, no time to live and no limit of length.

    - `conversation_id`: The conversation.
    - `content`: What to store. Not blank; there is no limit of length.
    - `type`: The kind of the entry; fact by default. The service takes `fact` when it is absent. One of `wisdom`, `pattern`, `gotcha`, `fact`.
    """
    _body: Dict[str, Any] = {
        "conversationId": check.check_text("conversation_id", conversation_id, min_length=1, blank=False),
        "content": check.check_text("content", content, min_length=1, blank=False),
    }
    if type is not None:
        _body["type"] = check.check_text("type", type)
    return Call(STORE_MEMORY, body=_body)


def delete_memory(
    *,
    conversation_id: str,
    type: m.MemoryDeleteType,
    entry_id: Optional[str] = None,
) -> Call[m.Confirmation]:
    """Delete one entry, or all of the memory of a conversation.

    `type` says which memory; `entryId` picks one entry of it: the id of a critical fact, or the place of a
    compressed segment counted from "0".

    - `conversation_id`: The conversation.
    - `type`: Which memory to delete from. One of `critical`, `compressed`, `all`.
    - `entry_id`: The id of a critical fact, or the place of a compressed segment counted from "0".
    """
    check.require_when("entry_id", entry_id, "type", type, "critical")
    _body: Dict[str, Any] = {
        "conversationId": check.check_text("conversation_id", conversation_id, min_length=1, blank=False),
        "type": check.check_text("type", type),
    }
    if entry_id is not None:
        _body["entryId"] = check.check_text("entry_id", entry_id, min_length=1, blank=False)
    return Call(DELETE_MEMORY, body=_body)
