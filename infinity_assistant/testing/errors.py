# SPDX-License-Identifier: MIT. Generated from overlays/testing/errors.py: edit that file, then run `make generate`.
"""Define the errors of the emulator."""

from __future__ import annotations


class EmulatorError(ValueError):
    """A setting of the emulator that cannot be used; the message says which, why, and what to do."""


class CassetteMissError(AssertionError):
    """A request that was not recorded reached an emulator that plays a cassette. It fails the test, as it should."""
