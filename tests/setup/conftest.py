"""A machine for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .machine import TOOLS, Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Make a machine without a Python."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        pytest.skip(f"{', '.join(missing)} is not on PATH")
    return Machine(tmp_path)
