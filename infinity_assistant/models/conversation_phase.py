# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ConversationPhase, a choice of values of the API."""

from typing import Literal

ConversationPhase = Literal["intake", "reflect", "execute", "compress", "reintake", "grow", "evolve", "autonomize"]
"""A phase of the assistant's work on a conversation."""
