# SPDX-License-Identifier: MIT. Generated from overlays/testing/_in_process/clients.py: edit that file, then run `make generate`.
"""Make the package's own clients on an emulator. The only place of the emulator that knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Mapping

import httpx

from infinity_assistant.testing._in_process.transports import AsyncHandlerTransport, Handle, HandlerTransport

if TYPE_CHECKING:
    from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient


def make_client(handle: Handle, options: Mapping[str, Any]) -> InfinityAssistantClient:
    """Make an `InfinityAssistantClient` whose requests go to `handle`. Proxies of the environment are not used."""
    from infinity_assistant import InfinityAssistantClient

    http_client = httpx.Client(transport=HandlerTransport(handle), trust_env=False)
    settings: Dict[str, Any] = {"http_client": http_client, **options}
    return InfinityAssistantClient(**settings)


def make_async_client(handle: Handle, options: Mapping[str, Any]) -> AsyncInfinityAssistantClient:
    """Make an `AsyncInfinityAssistantClient` whose requests go to `handle`, without proxies of the environment."""
    from infinity_assistant import AsyncInfinityAssistantClient

    http_client = httpx.AsyncClient(transport=AsyncHandlerTransport(handle), trust_env=False)
    settings: Dict[str, Any] = {"http_client": http_client, **options}
    return AsyncInfinityAssistantClient(**settings)
