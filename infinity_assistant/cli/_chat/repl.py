# SPDX-License-Identifier: MIT. Generated from overlays/cli/_chat/repl.py: edit that file, then run `make generate`.
"""Run a conversation at the keyboard."""

from __future__ import annotations

import sys
from contextlib import suppress

from infinity_assistant.cli._chat.session import ChatSession
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._outcome.error_messages import print_error
from infinity_assistant.cli._terminal.output import print_message, print_note
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantError

PROMPT = "> "
HELP = "Ctrl-C stops a response; /quit or Ctrl-D leaves."


class Repl:
    """Reads, sends and prints, until /quit, the end of input, or Ctrl-C twice in a row at the prompt."""

    def __init__(self, session: ChatSession) -> None:
        self._session = session
        self._at_prompt = True
        self._warned = False

    def run(self) -> int:
        """Run the conversation, and return the exit code. A message that fails does not end it."""
        print_note(HELP)
        _enable_line_editing()
        while self._step():
            continue
        if self._session.conversation_id is not None:
            print_note(f"To continue: --conversation-id {self._session.conversation_id}")
        return exit_codes.OK

    def _step(self) -> bool:
        """Read and send one message; return False if there was none."""
        try:
            return self._ask_and_send()
        except KeyboardInterrupt:
            self._handle_interrupt()
        except InfinityAssistantError as error:
            print_error(error)
        return True

    def _ask_and_send(self) -> bool:
        self._at_prompt = True
        message = _read_message()
        self._at_prompt = self._warned = False
        if message in ("/quit", "/exit", "/q"):
            return False
        if message == "/help":  # a message would cost quota
            print_message(HELP)
        elif message:
            self._session.send(message)
        return True

    def _handle_interrupt(self) -> None:
        if not self._at_prompt:
            print_message("(stopped)")
        elif self._warned:
            print_message("")
            raise KeyboardInterrupt
        else:
            print_message("\nCtrl-C again, /quit or Ctrl-D leaves.")
            self._warned = True


def _read_message() -> str:
    """Read what is typed; the end of input counts as /quit."""
    try:
        return _read_line().strip()
    except EOFError:
        print_message("")
        return "/quit"
    except UnicodeDecodeError:
        raise InfinityAssistantArgumentError(f"what was typed is not {sys.stdin.encoding} text") from None


def _read_line() -> str:
    if sys.stdout.isatty():
        return input(PROMPT)
    sys.stderr.write(PROMPT)  # standard output goes elsewhere, and is for responses alone
    sys.stderr.flush()
    return input()


def _enable_line_editing() -> None:
    """Let `input` use the arrow keys and the history, where Python was built with readline."""
    if sys.stdout.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401
