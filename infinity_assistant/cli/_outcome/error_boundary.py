# SPDX-License-Identifier: MIT. Generated from overlays/cli/_outcome/error_boundary.py: edit that file, then run `make generate`.
"""The outermost frame: whatever happens, an exit code comes of it, and no traceback."""

from __future__ import annotations

import os
import sys
from typing import Callable

from infinity_assistant.cli._outcome import exit_codes as exits


def guarded(command: Callable[[], int]) -> int:
    """Run `command` and return its exit code, or that of what went wrong, which is said on standard error."""
    return _flushed(_contained(command))


def _contained(command: Callable[[], int]) -> int:
    try:
        return command()
    except SystemExit as leaving:  # argparse, after --help or a complaint
        return leaving.code if isinstance(leaving.code, int) else exits.OK
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        return exits.BROKEN_PIPE
    except Exception as error:
        return _reported(error)


def _flushed(code: int) -> int:
    """What is still buffered is written here, because Python complains loudly about what it cannot write at exit."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
        return code or exits.BROKEN_PIPE
    except OSError as error:
        _discard_output()
        return _reported(error)
    return code


def _interrupted() -> int:
    from infinity_assistant.cli._terminal.output import tell

    tell("Interrupted.")
    return exits.INTERRUPTED


def _reported(error: Exception) -> int:
    from infinity_assistant.cli._outcome.error_messages import report

    return report(error)


def _discard_output() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
