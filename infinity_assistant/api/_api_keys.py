# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""The calls of the tag api-keys. Each function describes one call, checks its arguments, and does no I/O."""

from __future__ import annotations

from typing import Any, Dict

from infinity_assistant import models as m
from infinity_assistant._models import arguments as check
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation

LIST_API_KEYS = Operation(
    id="list_api_keys",
    method="GET",
    path="/api-keys",
    read=reading.ModelReader(m, "ListApiKeysResponse"),
    idempotent=True,
)

CREATE_API_KEY = Operation(
    id="create_api_key",
    method="POST",
    path="/api-keys",
    read=reading.ModelReader(m, "CreateApiKeyResponse"),
    idempotent=False,
    arguments={"name": "name"},
)

DELETE_API_KEY = Operation(
    id="delete_api_key",
    method="DELETE",
    path="/api-keys",
    read=reading.ModelReader(m, "Confirmation"),
    idempotent=True,
    arguments={"id": "id"},
)


def list_api_keys() -> Call[m.ListApiKeysResponse]:
    """List the API keys of the account.

    The keys themselves are not shown again; `prefix` tells them apart.
    """
    return Call(LIST_API_KEYS)


def create_api_key(
    *,
    name: str,
) -> Call[m.CreateApiKeyResponse]:
    """Create an API key.

    The key is shown in this response and never again.

    - `name`: A name by which people know the key. Not blank.
    """
    _body: Dict[str, Any] = {"name": check.check_text("name", name, min_length=1, blank=False)}
    return Call(CREATE_API_KEY, body=_body)


def delete_api_key(
    *,
    id: str,
) -> Call[m.Confirmation]:
    """Revoke an API key.

    An id that does not exist can be answered as if it had been revoked.

    - `id`: The id of the key, from the list or from its creation.
    """
    _query: Dict[str, Any] = {"id": check.check_text("id", id, min_length=1, blank=False)}
    return Call(DELETE_API_KEY, query=_query)
