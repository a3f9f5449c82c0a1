# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_settings.py: edit that file, then run `make generate`.
"""What can be said of a job, checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Callable, Iterable, Optional, Tuple, Type, Union

from attrs import frozen

from infinity_assistant._core.option_checks import make_argument_error
from infinity_assistant.bulk._result import Progress
from infinity_assistant.bulk._stop_file import StopFile

MOST = 10_000


@frozen
class Settings:
    """How a job is run."""

    concurrency: int = 16
    rate: Optional[float] = None
    in_doubt: str = "report"
    ordered: bool = True
    dedupe: Optional[bool] = None
    retry_failed: bool = False
    store_requests: bool = False
    durable: bool = False
    on_progress: Optional[Callable[[Progress], object]] = None
    stop_file: Optional[StopFile] = None
    wait: bool = False
    should_stop: Callable[[], bool] = bool

    def __attrs_post_init__(self) -> None:
        if type(self.concurrency) is not int or not 0 < self.concurrency <= MOST:
            raise make_argument_error("concurrency", f"must be a whole number from 1 to {MOST}")
        if self.rate is not None and not _is_positive(self.rate):
            raise make_argument_error("rate", "must be a number of calls a second above 0, or None for no limit")
        if self.in_doubt not in ("report", "repeat"):
            raise make_argument_error("in_doubt", 'must be "report" or "repeat"')
        if self.on_progress is not None and not callable(self.on_progress):
            raise make_argument_error("on_progress", "must be a function of one argument, or None")
        if not callable(self.should_stop):
            raise make_argument_error("should_stop", "must be a function without arguments")


def check_job(client: Any, kinds: Tuple[Type[Any], ...], calls: Any) -> None:
    """Check what a job is made of.

    Raises:
        InfinityAssistantArgumentError: It is something else.
    """
    if not isinstance(client, kinds):
        names = " or ".join(kind.__name__ for kind in kinds)
        raise make_argument_error("client", f"must be an {names}, not {type(client).__name__}")
    if not isinstance(calls, Iterable):
        raise make_argument_error("calls", f"must be an iterable of calls, not {type(calls).__name__}")


def make_path(path: Union[str, Path], name: str) -> Path:
    """Return the path that an argument says.

    Raises:
        InfinityAssistantArgumentError: It is no path.
    """
    if not isinstance(path, (str, os.PathLike)):
        raise make_argument_error(name, f"must be a path, not {type(path).__name__}")
    return Path(path)


def _is_positive(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < float("inf")
