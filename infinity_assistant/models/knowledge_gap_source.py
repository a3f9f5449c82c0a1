# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeGapSource, a choice of values of the API."""

from typing import Literal

KnowledgeGapSource = Literal["free_search", "assist", "build"]
"""What the user was doing when the gap was met."""
