from __future__ import annotations

from tests.reliability.conftest import certificates

__all__ = ["certificates"]
