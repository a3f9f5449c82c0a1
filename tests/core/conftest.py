"""Every test that takes `connect` runs three times: blocking, on asyncio and on trio."""

from tests.client.conftest import colour, connect, portal, wire

__all__ = ["colour", "connect", "portal", "wire"]
