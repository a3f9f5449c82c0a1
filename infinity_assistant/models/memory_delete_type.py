# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""MemoryDeleteType, a choice of values of the API."""

from typing import Literal

MemoryDeleteType = Literal["critical", "compressed", "all"]
"""Which memory of a conversation to delete from."""
