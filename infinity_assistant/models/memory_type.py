# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""MemoryType, a choice of values of the API."""

from typing import Literal

MemoryType = Literal["wisdom", "pattern", "gotcha", "fact"]
"""The kind of an entry to store."""
