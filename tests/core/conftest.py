"""Every test that takes `connect` runs three times: blocking, on asyncio and on trio."""

from tests.client.conftest import connect, portal, runtime, wire

__all__ = ["runtime", "connect", "portal", "wire"]
