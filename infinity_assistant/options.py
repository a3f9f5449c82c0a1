# SPDX-License-Identifier: MIT. Generated from overlays/options.py: edit that file, then run `make generate`.
"""Where 1.0 had `Options`, `Timeout`: pickles that it wrote name this module. It goes in 2.0."""

from __future__ import annotations

from infinity_assistant._core.options import Options, Timeout

__all__ = ["Options", "Timeout"]
