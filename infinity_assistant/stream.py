# SPDX-License-Identifier: MIT. Generated from overlays/async_stream.py: edit that file, then run `make generate`.
"""Deprecated: import `Stream` from `infinity_assistant`. This module goes in 2.0."""

from __future__ import annotations

from infinity_assistant._streaming.stream import Stream

__all__ = ["Stream"]
