# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""WorkflowPhase, a choice of values of the API."""

from typing import Literal

WorkflowPhase = Literal["research", "plan", "deliver"]
"""A phase of the user's way of working."""
