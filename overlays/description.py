# SPDX-License-Identifier: MIT
"""Where 1.0 had `Difference`: pickles that it wrote name this module. It goes in 2.0."""

from __future__ import annotations

from infinity_assistant._drift.difference import Difference

__all__ = ["Difference"]
