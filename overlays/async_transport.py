# SPDX-License-Identifier: MIT
"""Deprecated: what 1.0 called the transport is private. This module goes in 2.0."""

from __future__ import annotations

from infinity_assistant._core.async_pipeline import AsyncPipeline as AsyncTransport

__all__ = ["AsyncTransport"]
