# SPDX-License-Identifier: MIT. Generated from overlays/cli/_chat/repl.py: edit that file, then run `make generate`.
"""A conversation at the keyboard."""

from __future__ import annotations

import sys
from contextlib import suppress

from infinity_assistant.cli._chat.session import Talk
from infinity_assistant.cli._outcome import exit_codes as exits
from infinity_assistant.cli._outcome.error_messages import report
from infinity_assistant.cli._terminal.output import note, tell
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantError

PROMPT = "> "


class Conversation:
    """Asks, sends, prints, until /quit, the end of input, or Ctrl-C twice in a row at the prompt."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._asking = True
        self._warned = False

    def hold(self) -> int:
        """Hold the conversation, and return the exit code. What goes wrong with a message does not end it."""
        note("Ctrl-C stops an answer; /quit or Ctrl-D leaves.")
        _edit_lines()
        while self._turn():
            continue
        if self._talk.conversation_id is not None:
            note(f"To continue: --conversation-id {self._talk.conversation_id}")
        return exits.OK

    def _turn(self) -> bool:
        """One message and its answer; False if there was no message."""
        try:
            return self._ask_and_send()
        except KeyboardInterrupt:
            self._interrupted()
        except InfinityAssistantError as error:
            report(error)
        return True

    def _ask_and_send(self) -> bool:
        self._asking = True
        message = _asked()
        self._asking = self._warned = False
        if message in ("/quit", "/exit"):
            return False
        if message:
            self._talk.send(message)
        return True

    def _interrupted(self) -> None:
        if not self._asking:
            tell("(stopped)")
        elif self._warned:
            tell("")
            raise KeyboardInterrupt
        else:
            tell("\nCtrl-C again, /quit or Ctrl-D leaves.")
            self._warned = True


def _asked() -> str:
    """What was typed; at the end of input, as if it had been /quit."""
    try:
        return _line().strip()
    except EOFError:
        tell("")
        return "/quit"
    except UnicodeDecodeError:
        raise InfinityAssistantArgumentError(f"what was typed is not {sys.stdin.encoding} text") from None


def _line() -> str:
    if sys.stdout.isatty():
        return input(PROMPT)
    sys.stderr.write(PROMPT)  # standard output goes elsewhere, and is for the answers alone
    sys.stderr.flush()
    return input()


def _edit_lines() -> None:
    """Have `input` know the arrow keys and earlier lines, where Python was built so."""
    if sys.stdout.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401
