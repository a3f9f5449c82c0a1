# SPDX-License-Identifier: MIT
"""Provide fixtures for pytest, available without an import once the package is installed.

Importing this module costs next to nothing in test runs that do not use it: the rest is imported by the fixtures.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Iterator

import pytest

if TYPE_CHECKING:
    from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient
    from infinity_assistant.testing.emulator import Emulator
    from infinity_assistant.testing.server import EmulatorServer


@pytest.fixture
def infinity_assistant_emulator() -> Iterator[Emulator]:
    """A fresh emulator in the process, its clock and identifiers frozen: script it, break it, inspect it."""
    from infinity_assistant.testing.emulator import Emulator

    with Emulator(frozen=True) as emulator:
        yield emulator


@pytest.fixture
def infinity_assistant_client(infinity_assistant_emulator: Emulator) -> Iterator[InfinityAssistantClient]:
    """A client of the emulator of this test, with a valid key; it retries without waiting."""
    with infinity_assistant_emulator.client(retry_delay=0) as client:
        yield client


@pytest.fixture
def async_infinity_assistant_client(infinity_assistant_emulator: Emulator) -> AsyncInfinityAssistantClient:
    """An asynchronous client of the emulator of this test, for asyncio and trio; it holds nothing to be closed."""
    return infinity_assistant_emulator.async_client(retry_delay=0)


@pytest.fixture
def infinity_assistant_server(
    infinity_assistant_emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> Iterator[EmulatorServer]:
    """The emulator of this test as a server, to which `InfinityAssistantClient()` in the program under test connects.

    The environment is set for it: address, key, and no proxy in between.
    """
    from infinity_assistant.testing.server import EmulatorServer

    with EmulatorServer(infinity_assistant_emulator) as server:
        monkeypatch.setenv("INFINITY_ASSISTANT_BASE_URL", server.base_url)
        monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", infinity_assistant_emulator.api_key)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.setenv(name, server.host)
        yield server


@pytest.fixture
def infinity_assistant_cassette(request: pytest.FixtureRequest) -> Iterator[Callable[[str], Emulator]]:
    """A function that loads a cassette by its path beside the test's file, and returns the emulator that plays it."""
    from infinity_assistant.testing.emulator import Emulator

    with ExitStack() as stack:
        folder = Path(str(request.path)).parent
        yield lambda path: stack.enter_context(Emulator.load(folder / path))


@pytest.fixture
def infinity_assistant(infinity_assistant_client: InfinityAssistantClient) -> InfinityAssistantClient:
    """The former name of `infinity_assistant_client`, which hides the package of that name in a test."""
    return infinity_assistant_client


@pytest.fixture
def async_infinity_assistant(
    async_infinity_assistant_client: AsyncInfinityAssistantClient,
) -> AsyncInfinityAssistantClient:
    """The former name of `async_infinity_assistant_client`."""
    return async_infinity_assistant_client
