# SPDX-License-Identifier: MIT. Generated from overlays/_lazy_modules.py: edit that file, then run `make generate`.
"""Modules that annotations alone name: they are imported when somebody asks for the types."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class LazyModule:
    """Stands for a module until one of its names is used.

    `typing.get_type_hints` evaluates annotations among the names of their module, so each name has to be there;
    importing all of them would make a first call a tenth dearer.
    """

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)
