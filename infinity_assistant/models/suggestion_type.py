# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""SuggestionType, a choice of values of the API."""

from typing import Literal

SuggestionType = Literal["pattern", "wisdom", "gotcha"]
"""The kind of knowledge that a suggestion leads to."""
