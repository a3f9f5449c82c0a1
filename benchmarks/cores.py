"""Keeps server and contenders on different cores where there are at least two."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

AVAILABLE = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def server_cores() -> list[int]:
    """Return the last core, or what there is."""
    return AVAILABLE[-1:]


def client_cores() -> list[int]:
    """Return all cores but the server's, or what there is."""
    return AVAILABLE[:-1] or AVAILABLE


def pin(cores: list[int]) -> None:
    """Stay on `cores` from now on."""
    if cores:
        os.sched_setaffinity(0, cores)


@contextlib.contextmanager
def pin_to(cores: list[int]) -> Iterator[None]:
    """Stay on `cores` for a while, so that children begin there."""
    pin(cores)
    try:
        yield
    finally:
        pin(AVAILABLE)
