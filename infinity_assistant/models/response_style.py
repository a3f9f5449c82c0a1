# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResponseStyle, a choice of values of the API."""

from typing import Literal

ResponseStyle = Literal["concise", "detailed", "balanced"]
"""The length of answers."""
