# SPDX-License-Identifier: MIT
"""Define the error of the emulator."""

from __future__ import annotations


class EmulatorError(ValueError):
    """A setting of the emulator that cannot be used; the message says which, why, and what to do."""
