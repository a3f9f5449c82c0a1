# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""AnalyticsTimeframe, a choice of values of the API."""

from typing import Literal

AnalyticsTimeframe = Literal["day", "week", "month", "all"]
"""How far back to look."""
