# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""VoiceTone, a choice of values of the API."""

from typing import Literal

VoiceTone = Literal["friendly", "professional", "playful", "supportive", "neutral"]
"""The tone of voice."""
