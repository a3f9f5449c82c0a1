# SPDX-License-Identifier: MIT
"""Where 1.0 had `APIResponse`: pickles that it wrote name this module. It goes in 2.0."""

from __future__ import annotations

from infinity_assistant._core.api_response import APIResponse

__all__ = ["APIResponse"]
