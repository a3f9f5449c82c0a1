from __future__ import annotations

from tests.network.conftest import certificates

__all__ = ["certificates"]
