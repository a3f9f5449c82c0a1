# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchMode, a choice of values of the API."""

from typing import Literal

ResearchMode = Literal["quick", "standard", "deep", "comprehensive"]
"""How thorough the research is."""
