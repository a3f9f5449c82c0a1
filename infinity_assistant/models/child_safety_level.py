# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ChildSafetyLevel, a choice of values of the API."""

from typing import Literal

ChildSafetyLevel = Literal["open", "family", "strict"]
"""What is fit for the ears of those listening."""
