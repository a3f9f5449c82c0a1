# SPDX-License-Identifier: MIT
"""Fixtures for pytest, there without an import once the package is installed.

Importing this module costs next to nothing in test runs that do not use it: the rest is imported by the fixtures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

import pytest

if TYPE_CHECKING:
    from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient
    from infinity_assistant.testing.emulator import Emulator


@pytest.fixture
def infinity_assistant_emulator() -> Iterator[Emulator]:
    """A fresh emulator in the process, its clock and identifiers frozen: script it, break it, look into it."""
    from infinity_assistant.testing.emulator import Emulator

    with Emulator(frozen=True) as emulator:
        yield emulator


@pytest.fixture
def infinity_assistant(infinity_assistant_emulator: Emulator) -> Iterator[InfinityAssistantClient]:
    """A client on the emulator of this test, with a valid key; it retries without waiting."""
    with infinity_assistant_emulator.client(retry_delay=0) as client:
        yield client


@pytest.fixture
def async_infinity_assistant(infinity_assistant_emulator: Emulator) -> AsyncInfinityAssistantClient:
    """An asynchronous client on the emulator of this test, under asyncio and trio; it holds nothing to be closed."""
    return infinity_assistant_emulator.async_client(retry_delay=0)
