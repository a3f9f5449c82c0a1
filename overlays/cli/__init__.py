# SPDX-License-Identifier: MIT
"""Provide the command line `infinity-assistant`. A command is imported when it is used, so that `--help` is fast."""

from __future__ import annotations

import sys
from typing import Optional, Sequence


def main(argv: Optional[Sequence[str]] = None) -> int:
    """Run a command and return its exit code; `--help` lists them.

    `argv` are the arguments after the program's name, by default those of this process. Nothing is raised: errors are
    printed on standard error.
    """
    from infinity_assistant.cli._outcome.error_boundary import run_guarded

    return run_guarded(lambda: _run(sys.argv[1:] if argv is None else list(argv)))


def _run(words: Sequence[str]) -> int:
    from infinity_assistant.cli._log import show_log
    from infinity_assistant.cli._parser import parse_args

    args = parse_args(words)
    with show_log(args.verbose):
        code: int = args.run(args)
    return code
