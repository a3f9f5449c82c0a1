# SPDX-License-Identifier: MIT. Generated from overlays/cli/_bulk/source.py: edit that file, then run `make generate`.
"""The input of a job, which is read twice: all rows are checked before the first one is sent."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Callable, ContextManager, Iterable, Iterator, Optional, TextIO, Type

from infinity_assistant._models.call import Call
from infinity_assistant.cli._bulk.rows import InputRow, read_rows
from infinity_assistant.cli._terminal.inputs import open_stdin
from infinity_assistant.errors import InfinityAssistantArgumentError

_KINDS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}


class Source:
    """The calls of a file, or of standard input for `-`. Each iteration begins anew; `len` is their number.

    Raises:
        InfinityAssistantArgumentError: The file cannot be read, or a row makes no sense.
    """

    def __init__(
        self, path: str, kind: str, make_calls: Callable[[Iterable[InputRow]], Iterator[Call[object]]]
    ) -> None:
        self._kind = _KINDS.get(Path(path).suffix.lower(), "text") if kind == "auto" else kind
        self._make_calls = make_calls
        self._files = ExitStack()
        try:
            self._file = self._open(path)
            self._count = sum(1 for call in self if call.content() is not None or call.target())
        except BaseException:
            self._files.close()
            raise

    def __iter__(self) -> Iterator[Call[object]]:
        self._file.seek(0)
        return self._make_calls(read_rows(self._file, self._kind))

    def __len__(self) -> int:
        return self._count

    def __enter__(self) -> Source:
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self._files.close()

    def _open(self, path: str) -> TextIO:
        try:
            file = self._files.enter_context(_open_text(path))
            return file if file.seekable() else self._files.enter_context(_copy(file))
        except OSError as error:
            raise InfinityAssistantArgumentError(f"{path} cannot be read: {error.strerror}", argument="IN") from None


@contextmanager
def _copy(file: TextIO) -> Iterator[TextIO]:
    """Copy what can be read once, such as a pipe, into a file without a name."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="surrogateescape", newline="") as copy:
        shutil.copyfileobj(file, copy)
        yield copy


def _open_text(path: str) -> ContextManager[TextIO]:
    # Bytes that are no UTF-8 are found line by line, so that their line can be named.
    if path == "-":
        return open_stdin("", "surrogateescape")
    return Path(path).open(encoding="utf-8-sig", errors="surrogateescape", newline="")
