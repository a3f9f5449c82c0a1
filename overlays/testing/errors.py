# SPDX-License-Identifier: MIT
"""The error that the emulator raises at the person who sets it up."""

from __future__ import annotations


class EmulatorError(ValueError):
    """A setting of the emulator that cannot be used; the text says which, why, and what would do."""
