# SPDX-License-Identifier: MIT
"""The command line `infinity-assistant`. A command is imported when it is used, so that `--help` comes at once."""

from __future__ import annotations

import sys
from typing import Optional, Sequence


def main(argv: Optional[Sequence[str]] = None) -> int:
    """Run a command and return its exit code, which `--help` lists.

    `argv` are the words after the program's name, by default those of this process. Nothing is raised: what goes
    wrong is said on standard error.
    """
    from infinity_assistant.cli._outcome.error_boundary import guarded

    return guarded(lambda: _run(sys.argv[1:] if argv is None else list(argv)))


def _run(words: Sequence[str]) -> int:
    from infinity_assistant.cli._log import logged
    from infinity_assistant.cli._parser import parse

    args = parse(words)
    with logged(args.verbose):
        code: int = args.run(args)
    return code
