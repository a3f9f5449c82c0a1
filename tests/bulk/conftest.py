"""Fixtures of the jobs."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import pytest

from infinity_assistant.testing import Emulator


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose clock goes on: quotas end tonight."""
    with Emulator(seed=1) as emulator:
        emulator.quota(-1)
        yield emulator


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "job.db"
