# SPDX-License-Identifier: MIT
"""Put the package's own clients on an emulator. The only place of the emulator that knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict

import httpx

from infinity_assistant.testing._in_process.transports import AsyncInProcessTransport, InProcessTransport
from infinity_assistant.testing.emulator import Emulator

if TYPE_CHECKING:
    from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient


def client(emulator: Emulator, options: Dict[str, Any]) -> InfinityAssistantClient:
    """Give an `InfinityAssistantClient` on an emulator. Proxies of the environment are not used."""
    from infinity_assistant import InfinityAssistantClient

    http_client = httpx.Client(transport=InProcessTransport(emulator), trust_env=False)
    settings: Dict[str, Any] = {"api_key": emulator.api_key, "http_client": http_client, **options}
    return InfinityAssistantClient(**settings)


def async_client(emulator: Emulator, options: Dict[str, Any]) -> AsyncInfinityAssistantClient:
    """Give an `AsyncInfinityAssistantClient` on an emulator. Proxies of the environment are not used."""
    from infinity_assistant import AsyncInfinityAssistantClient

    http_client = httpx.AsyncClient(transport=AsyncInProcessTransport(emulator), trust_env=False)
    settings: Dict[str, Any] = {"api_key": emulator.api_key, "http_client": http_client, **options}
    return AsyncInfinityAssistantClient(**settings)
