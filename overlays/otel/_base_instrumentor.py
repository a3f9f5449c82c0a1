# SPDX-License-Identifier: MIT
"""What instrumentors are made of: opentelemetry-instrumentation's base class, or as much of it where it is missing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Collection, Optional

logger = logging.getLogger("infinity_assistant")


class OwnBaseInstrumentor:
    """One object for the whole program, which is on or off."""

    _instance: Optional[OwnBaseInstrumentor] = None
    _is_instrumented_by_opentelemetry = False

    def __new__(cls) -> OwnBaseInstrumentor:
        if cls._instance is None:
            cls._instance = object.__new__(cls)
        return cls._instance

    @property
    def is_instrumented_by_opentelemetry(self) -> bool:
        """Whether it is on."""
        return self._is_instrumented_by_opentelemetry

    def instrument(self, **kwargs: Any) -> None:
        """Switch it on."""
        if self._is_instrumented_by_opentelemetry:
            logger.warning("infinity_assistant is instrumented already")
            return
        self._instrument(**kwargs)
        self._is_instrumented_by_opentelemetry = True

    def uninstrument(self, **kwargs: Any) -> None:
        """Switch it off."""
        if not self._is_instrumented_by_opentelemetry:
            logger.warning("infinity_assistant is not instrumented")
            return
        self._uninstrument(**kwargs)
        self._is_instrumented_by_opentelemetry = False

    def instrumentation_dependencies(self) -> Collection[str]:
        """Return which packages must be installed."""
        return ()

    def _instrument(self, **kwargs: Any) -> None:
        """Do what switches it on."""

    def _uninstrument(self, **kwargs: Any) -> None:
        """Do what switches it off."""


if TYPE_CHECKING:
    BaseInstrumentor = OwnBaseInstrumentor
else:
    try:
        from opentelemetry.instrumentation.instrumentor import BaseInstrumentor
    except ImportError:
        BaseInstrumentor = OwnBaseInstrumentor
