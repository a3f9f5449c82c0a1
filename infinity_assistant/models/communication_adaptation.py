# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""CommunicationAdaptation, a choice of values of the API."""

from typing import Literal

CommunicationAdaptation = Literal["match", "balanced", "counterbalance"]
"""Whether the assistant follows the user's tone or balances it."""
