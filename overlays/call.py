# SPDX-License-Identifier: MIT
"""Calls of the API as values: described, checked, and not made. `client.request` makes them."""

from __future__ import annotations

from infinity_assistant._models.call import Call, Operation, StreamEvent

__all__ = ["Call", "Operation", "StreamEvent"]
