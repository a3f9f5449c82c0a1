# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ChatMode, a choice of values of the API."""

from typing import Literal

ChatMode = Literal["search", "assist", "build"]
"""How the assistant works on a message."""
