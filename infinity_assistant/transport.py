# SPDX-License-Identifier: MIT. Generated from overlays/async_transport.py: edit that file, then run `make generate`.
"""Deprecated: what 1.0 called the transport is private. This module goes in 2.0."""

from __future__ import annotations

from infinity_assistant._core.pipeline import Pipeline as Transport

__all__ = ["Transport"]
