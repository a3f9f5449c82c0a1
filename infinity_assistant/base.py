# SPDX-License-Identifier: MIT. Generated from overlays/async_base.py: edit that file, then run `make generate`.
"""Where 1.0 had `_restored`: pickles that it wrote name this module. It goes in 2.0."""

from __future__ import annotations

from infinity_assistant._client.base import _restore_client as _restored

__all__ = ["_restored"]
