from __future__ import annotations

from tests.reliability.conftest import trusted_certificates

__all__ = ["trusted_certificates"]
