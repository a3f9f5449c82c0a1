# SPDX-License-Identifier: MIT
"""Secrets and texts that are read rather than typed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    from infinity_assistant.errors import InfinityAssistantArgumentError


def secret_in(path: str, option: str) -> str:
    """Return the secret that stands alone in a file. Raises `InfinityAssistantArgumentError` if there is none."""
    try:
        secret = Path(path).read_text("utf-8").strip()
    except OSError as error:
        raise _unusable(option, f"{path} cannot be read: {error.strerror}") from None
    except ValueError:
        raise _unusable(option, f"{path} does not hold UTF-8 text") from None
    if not secret:
        raise _unusable(option, f"{path} is empty")
    return secret


def text_of(words: Sequence[str]) -> str:
    """Return the text that was typed as `words`; a single `-` stands for what comes from standard input."""
    return piped() if list(words) == ["-"] else " ".join(words)


def piped() -> str:
    """Read standard input to its end, without the line break there."""
    if sys.stdin is None:
        raise _unusable("standard input", "is closed")
    try:
        return sys.stdin.read().rstrip("\r\n")
    except UnicodeDecodeError:
        raise _unusable("standard input", f"is not {sys.stdin.encoding} text") from None


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _unusable(what: str, why: str) -> InfinityAssistantArgumentError:
    from infinity_assistant.errors import InfinityAssistantArgumentError

    return InfinityAssistantArgumentError(f"{what}: {why}", argument=what)
