"""The former name of `GeneratorError`."""

from __future__ import annotations

from generator.errors import GeneratorError as Refusal

__all__ = ["Refusal"]
