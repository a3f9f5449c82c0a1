# SPDX-License-Identifier: MIT
"""Calls of the API as values: described, checked, and not made. `client.request` makes them."""

from __future__ import annotations

from infinity_assistant._models.call import Call
from infinity_assistant._models.call import _restore as _restore  # Pickles of 1.0 name it.
from infinity_assistant._models.operation import Operation, StreamEvent

__all__ = ["Call", "Operation", "StreamEvent"]
