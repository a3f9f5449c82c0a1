# SPDX-License-Identifier: MIT
"""Where 1.0 had `Headers`: pickles that it wrote name this module. It goes in 2.0."""

from __future__ import annotations

from infinity_assistant._http.headers import Headers

__all__ = ["Headers"]
