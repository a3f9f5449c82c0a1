# SPDX-License-Identifier: MIT
"""Turn whatever a command does into an exit code, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from typing import Callable

from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.streams import replace_closed_streams

_IS_WINDOWS = os.name == "nt"


def run_guarded(command: Callable[[], int]) -> int:
    """Run `command` and return its exit code, or that of its error, which is printed on standard error."""
    with replace_closed_streams():
        return _flush_output(_catch_errors(command))


def _catch_errors(command: Callable[[], int]) -> int:
    try:
        return command()
    except SystemExit as leaving:  # argparse, after --help or a complaint
        return leaving.code if isinstance(leaving.code, int) else exit_codes.OK
    except KeyboardInterrupt:
        return _report_interrupt()
    except Exception as error:
        return exit_codes.BROKEN_PIPE if _is_broken_pipe(error) else _report(error)


def _flush_output(code: int) -> int:
    """Write what is buffered now: Python prints a traceback for what it cannot write at exit."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _discard_output()
        return (code or exit_codes.BROKEN_PIPE) if _is_broken_pipe(error) else _report(error)
    return code


def _is_broken_pipe(error: Exception) -> bool:
    """Return whether the reader of the output has left; Windows calls that an invalid argument."""
    if isinstance(error, BrokenPipeError):
        return True
    return _IS_WINDOWS and isinstance(error, OSError) and error.errno == errno.EINVAL and error.filename is None


def _report_interrupt() -> int:
    from infinity_assistant.cli._terminal.output import print_message

    print_message("Interrupted.")
    return exit_codes.INTERRUPTED


def _report(error: Exception) -> int:
    from infinity_assistant.cli._outcome.error_messages import print_error

    return print_error(error)


def _discard_output() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
