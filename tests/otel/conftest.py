"""Every test that takes `connect` runs three times: blocking, on asyncio and on trio."""

from __future__ import annotations

from typing import Iterator

import pytest

from infinity_assistant._core import hooks
from infinity_assistant._core.telemetry import Default
from tests.client.conftest import connect, portal, runtime, wire

from .recorder import Recorder

__all__ = ["runtime", "connect", "portal", "recorder", "wire"]


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture(autouse=True)
def uninstrumented(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is left over for the next test."""
    monkeypatch.setattr(hooks, "_reported", set())
    monkeypatch.delenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", raising=False)
    yield
    assert Default.telemetry is None
