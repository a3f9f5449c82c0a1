# SPDX-License-Identifier: MIT
"""Read secrets from files and texts from standard input."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    from infinity_assistant.errors import InfinityAssistantArgumentError


def read_secret(path: str, option: str) -> str:
    """Read the secret that is the only content of a file.

    Raises:
        InfinityAssistantArgumentError: The file cannot be read, or is empty.
    """
    try:
        secret = _decode(Path(path).read_bytes()).strip()
    except OSError as error:
        raise _build_error(option, f"{path} cannot be read: {error.strerror}") from None
    except ValueError:
        raise _build_error(option, f"{path} does not hold UTF-8 text") from None
    if not secret:
        raise _build_error(option, f"{path} is empty")
    return secret


def read_text(words: Sequence[str]) -> str:
    """Return the text of `words`; a single `-` stands for standard input."""
    return read_stdin() if list(words) == ["-"] else " ".join(words)


def read_stdin() -> str:
    """Read standard input to its end, without the line break there."""
    if sys.stdin is None:
        raise _build_error("standard input", "is closed")
    try:
        return sys.stdin.read().rstrip("\r\n")
    except UnicodeDecodeError:
        raise _build_error("standard input", f"is not {sys.stdin.encoding} text") from None


def is_interactive() -> bool:
    """Return whether standard input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def _decode(content: bytes) -> str:
    """Decode UTF-8, or UTF-16 with a byte order mark, as Notepad and PowerShell write it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    return content.decode("utf-8-sig")


def _build_error(what: str, why: str) -> InfinityAssistantArgumentError:
    from infinity_assistant.errors import InfinityAssistantArgumentError

    return InfinityAssistantArgumentError(f"{what}: {why}", argument=what)
