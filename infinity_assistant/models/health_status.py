# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""HealthStatus, a choice of values of the API."""

from typing import Literal

HealthStatus = Literal["healthy", "degraded", "critical"]
"""The health of the service as a whole."""
