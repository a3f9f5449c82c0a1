# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""AssistantMode, a choice of values of the API."""

from typing import Literal

AssistantMode = Literal["companion", "professional"]
"""Whether the assistant speaks as a companion or as a professional."""
