# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""AgeGroup, a choice of values of the API."""

from typing import Literal

AgeGroup = Literal["child", "teen", "adult", "senior"]
"""How old the speaker sounds."""
