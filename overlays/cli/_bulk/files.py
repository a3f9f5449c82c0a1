# SPDX-License-Identifier: MIT
"""The files of a job beside its input: none is written over another."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Iterator, Optional, TextIO

from infinity_assistant.errors import InfinityAssistantArgumentError


def find_journal(source: str, output: Optional[str], journal: Optional[str]) -> str:
    """Return where the journal is.

    Raises:
        InfinityAssistantArgumentError: Nobody says where it is to be, or two files of the job are the same.
    """
    found = journal or (output and f"{output}.journal")
    if not found:
        raise InfinityAssistantArgumentError("give --journal FILE, or -o OUT", argument="--journal")
    if output and _is_same(output, source):
        raise InfinityAssistantArgumentError("-o must not be the input, which it would replace", argument="--output")
    if _is_same(found, source) or (output and _is_same(found, output)):
        problem = "--journal must be a file of its own, neither the input nor the output"
        raise InfinityAssistantArgumentError(problem, argument="--journal")
    return found


@contextmanager
def open_output(path: Optional[str]) -> Iterator[TextIO]:
    """Open the file for the results; `None` is standard output.

    Raises:
        InfinityAssistantArgumentError: It cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(path).open("w", encoding="utf-8"))
        except OSError as error:
            problem = f"{path} cannot be written: {error.strerror}"
            raise InfinityAssistantArgumentError(problem, argument="--output") from None
        yield file


def _is_same(one: str, other: str) -> bool:
    """Whether two paths lead to one file, links included."""
    first, second = Path(one), Path(other)
    return first.resolve() == second.resolve() or (first.exists() and second.exists() and first.samefile(second))
