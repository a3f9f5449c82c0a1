# SPDX-License-Identifier: MIT. Generated from overlays/_models/own_typed_dict.py: edit that file, then run `make generate`.
"""A TypedDict that a user has declared, as a type of arguments. Type checkers alone use it."""

from typing import ClassVar, Protocol


class OwnTypedDict(Protocol):
    """Any TypedDict: what tells it from a dict that is written out is that its class knows whether it is total.

    A dict that is written out is held against the keys and values that the API description knows, so that a misspelt
    one is found. A TypedDict of a user's own has been checked already, and may have keys that the service knows and
    this version does not.
    """

    __total__: ClassVar[bool]
