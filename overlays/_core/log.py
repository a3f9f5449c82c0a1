# SPDX-License-Identifier: MIT
"""The log `infinity_assistant`: what was tried and what came of it, never what was said or who said it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Optional

from infinity_assistant.errors import InfinityAssistantArgumentError

if TYPE_CHECKING:
    import logging


_logger: Optional[logging.Logger] = None


def find_logger() -> Optional[logging.Logger]:
    """Return the logger; `None` while nobody has imported `logging`, which takes 3 ms: then nobody reads it either."""
    global _logger
    if _logger is None and "logging" in sys.modules:
        import logging

        _logger = logging.getLogger("infinity_assistant")
    return _logger


def configure_logging() -> None:
    """Show the log on standard error if `INFINITY_ASSISTANT_LOG` says `debug` or `info`."""
    level = os.environ.get("INFINITY_ASSISTANT_LOG", "").strip().upper()
    if not level:
        return
    if level not in ("DEBUG", "INFO"):
        raise InfinityAssistantArgumentError(
            f"INFINITY_ASSISTANT_LOG is {level[:20]!r}: it must be debug or info", argument="INFINITY_ASSISTANT_LOG"
        )
    import logging

    logger = logging.getLogger("infinity_assistant")
    logger.setLevel(level)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        handler.addFilter(lambda record: not _is_shown_elsewhere(logger, handler))
        logger.addHandler(handler)


def _is_shown_elsewhere(logger: logging.Logger, own: logging.Handler) -> bool:
    """Return whether a handler of the program, added now or later, shows each line already."""
    import logging

    others = [handler for handler in logger.handlers if handler is not own]
    if logger.propagate:
        others += logging.getLogger().handlers
    return not all(isinstance(handler, logging.NullHandler) for handler in others)
