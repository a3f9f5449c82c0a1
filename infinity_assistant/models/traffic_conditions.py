# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""TrafficConditions, a choice of values of the API."""

from typing import Literal

TrafficConditions = Literal["light", "moderate", "heavy"]
"""The traffic around the vehicle."""
