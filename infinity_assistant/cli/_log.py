# SPDX-License-Identifier: MIT. Generated from overlays/cli/_log.py: edit that file, then run `make generate`.
"""Show the log of the client while a command runs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator


@contextmanager
def show_log(verbose: bool) -> Iterator[None]:
    """Show the log `infinity_assistant` on standard error, if `verbose`."""
    if not verbose:
        yield
        return
    import logging

    logger, handler = logging.getLogger("infinity_assistant"), logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
