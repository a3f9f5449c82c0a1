# SPDX-License-Identifier: MIT. Generated from overlays/cli/_terminal/inputs.py: edit that file, then run `make generate`.
"""Read secrets from files and texts from standard input."""

from __future__ import annotations

import codecs
import io
import locale
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Iterator, Optional, Sequence, TextIO

if TYPE_CHECKING:
    from infinity_assistant.errors import InfinityAssistantArgumentError

STDIN = "standard input"
#: A message has 5000 characters at most: a program that writes without end is not read without end.
MOST_BYTES = 1024 * 1024
TOO_MUCH = "has more than 1 MiB"
#: UTF-32 first: its mark begins as that of UTF-16 does.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_secret(path: str, option: str) -> str:
    """Read the secret that is the only content of a file.

    Raises:
        InfinityAssistantArgumentError: The file cannot be read, or is empty.
    """
    try:
        content = Path(path).read_bytes()
        secret = content.decode(_find_mark(content) or "utf-8").strip()
    except OSError as error:
        raise build_input_error(option, f"{path} cannot be read: {error.strerror}") from None
    except ValueError:
        raise build_input_error(option, f"{path} does not hold UTF-8 text") from None
    if not secret:
        raise build_input_error(option, f"{path} is empty")
    return secret


def read_words(words: Sequence[str]) -> str:
    """Return the text of `words`; a single `-` stands for standard input."""
    return read_stdin() if list(words) == ["-"] else " ".join(words)


def read_stdin() -> str:
    """Read standard input to its end, without the line break there.

    Raises:
        InfinityAssistantArgumentError: It is closed, holds too much, or no text.
    """
    _check_that_stdin_is_open()
    if not hasattr(sys.stdin, "buffer"):  # a stand-in, as in notebooks
        return sys.stdin.read().rstrip("\r\n")
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise build_input_error(STDIN, TOO_MUCH)
    return decode_text(content)


@contextmanager
def open_stdin(newline: Optional[str], errors: str = "strict") -> Iterator[TextIO]:
    """Open standard input as UTF-8 text, with a byte order mark or without, to read it line by line.

    Raises:
        InfinityAssistantArgumentError: It is closed.
    """
    _check_that_stdin_is_open()
    if not hasattr(sys.stdin, "buffer"):
        yield sys.stdin
        return
    file = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors=errors, newline=newline)
    try:
        yield file
    finally:
        file.detach()  # or it would close standard input


def _check_that_stdin_is_open() -> None:
    if sys.stdin is None or sys.stdin.closed:
        raise build_input_error(STDIN, "is closed")


def is_interactive() -> bool:
    """Return whether standard input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def decode_text(content: bytes) -> str:
    """Decode text as programs write it, also those of Windows: by its mark, as UTF-8, in the encoding of the locale.

    Raises:
        InfinityAssistantArgumentError: It is none of these.
    """
    mark = _find_mark(content)
    encodings = ("utf-8", locale.getpreferredencoding(False)) if mark is None else (mark,)
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return content.decode(encoding).replace("\r\n", "\n").rstrip("\n")
    raise build_input_error(STDIN, f"is not {' or '.join(dict.fromkeys(map(str.upper, encodings)))} text")


def _find_mark(content: bytes) -> Optional[str]:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)


def build_input_error(what: str, why: str) -> InfinityAssistantArgumentError:
    """Build the error that says what is wrong with an input."""
    from infinity_assistant.errors import InfinityAssistantArgumentError

    return InfinityAssistantArgumentError(f"{what}: {why}", argument=what)
