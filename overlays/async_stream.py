# SPDX-License-Identifier: MIT
"""Deprecated: import `AsyncStream` from `infinity_assistant`. This module goes in 2.0."""

from __future__ import annotations

from infinity_assistant._streaming.async_stream import AsyncStream

__all__ = ["AsyncStream"]
