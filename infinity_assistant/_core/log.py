# SPDX-License-Identifier: MIT. Generated from overlays/_core/log.py: edit that file, then run `make generate`.
"""The log `infinity_assistant`: what was tried and what came of it, never what was said or who said it."""

from __future__ import annotations

import os

from infinity_assistant.errors import InfinityAssistantArgumentError


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
        # A program that shows what reaches the root, now or later, would show each line twice.
        handler.addFilter(lambda record: not logging.getLogger().handlers)
        logger.addHandler(handler)
