# SPDX-License-Identifier: MIT. Generated from overlays/_models/not_given.py: edit that file, then run `make generate`.
"""What stands where `None` has a meaning of its own."""

from __future__ import annotations

from enum import Enum


class NotGiven(Enum):
    """The type of `NOT_GIVEN`, which stands where `None` has a meaning of its own."""

    NOT_GIVEN = "not given"

    def __repr__(self) -> str:
        return self.name


NOT_GIVEN = NotGiven.NOT_GIVEN
