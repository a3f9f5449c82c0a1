from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(scope="session", autouse=True)
def trusted_certificates(certificates: Any) -> None:
    """Every client of these tests trusts the authority of the test servers."""
