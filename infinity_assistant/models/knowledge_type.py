# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeType, a choice of values of the API."""

from typing import Literal

KnowledgeType = Literal["all", "wisdom", "patterns", "gotchas"]
"""Which groups of knowledge to search."""
