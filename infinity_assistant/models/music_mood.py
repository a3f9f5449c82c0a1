# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""MusicMood, a choice of values of the API."""

from typing import Literal

MusicMood = Literal["calm", "energetic", "focused", "relaxed"]
"""The mood of the music."""
