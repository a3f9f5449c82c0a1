# SPDX-License-Identifier: MIT
"""Where 1.0 had `Options`, `Timeout`: pickles that it wrote name this module. It goes in 2.0."""

from __future__ import annotations

from infinity_assistant._core.options import Options, Timeout

__all__ = ["Options", "Timeout"]
