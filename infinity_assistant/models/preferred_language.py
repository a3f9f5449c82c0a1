# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""PreferredLanguage, a choice of values of the API."""

from typing import Literal

PreferredLanguage = Literal["en", "es", "fr", "de", "it", "pt", "ja", "ko", "zh", "ar"]
"""The language to answer in, by its ISO 639-1 code."""
