# SPDX-License-Identifier: MIT. Generated from overlays/cli/_terminal/streams.py: edit that file, then run `make generate`.
"""Stand in for standard output and standard error where there are none."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Iterator


@contextmanager
def replace_closed_streams() -> Iterator[None]:
    """Let everything be printed nowhere that would go to a stream that was closed (`>&-`), or that never was.

    Python says None for such a stream: after `>&-`, in a service of Windows, below pythonw.exe.
    """
    with ExitStack() as stack:
        for name in ("stdout", "stderr"):
            before = getattr(sys, name)
            if before is None or before.closed:
                # The file takes the number of the closed one: no socket gets it, into which others might write.
                nowhere = stack.enter_context(Path(os.devnull).open("w", encoding="utf-8"))
                setattr(sys, name, nowhere)
                stack.callback(setattr, sys, name, before)
        yield


def require_output(what: str) -> None:
    """Reject a command whose result is shown only once, before it does anything.

    Raises:
        InfinityAssistantArgumentError: Standard output is closed.
    """
    if getattr(sys.stdout, "name", "") == os.devnull:  # `> /dev/null` has another name, and is the caller's will
        from infinity_assistant.errors import InfinityAssistantArgumentError

        raise InfinityAssistantArgumentError(f"standard output is closed, and {what} is shown there once")
