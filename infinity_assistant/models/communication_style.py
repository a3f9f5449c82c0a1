# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""CommunicationStyle, a choice of values of the API."""

from typing import Literal

CommunicationStyle = Literal["concise", "detailed", "conversational"]
"""How much the assistant says."""
