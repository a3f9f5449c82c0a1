# SPDX-License-Identifier: MIT. Generated from overlays/drift.py: edit that file, then run `make generate`.
"""Where 1.0 had `InfinityAssistantDriftWarning`: pickles that it wrote name this module. It goes in 2.0."""

from __future__ import annotations

from infinity_assistant._drift.warnings import InfinityAssistantDriftWarning

__all__ = ["InfinityAssistantDriftWarning"]
