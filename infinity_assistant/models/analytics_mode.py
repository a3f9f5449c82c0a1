# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""AnalyticsMode, a choice of values of the API."""

from typing import Literal

AnalyticsMode = Literal["all", "professional", "companion"]
"""Whose questions to count."""
