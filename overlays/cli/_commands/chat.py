# SPDX-License-Identifier: MIT
"""`infinity-assistant chat`: one message, or a conversation."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Optional

from infinity_assistant.cli._client_options import add_client_options, client_from, given
from infinity_assistant.cli._outcome import exit_codes as exits
from infinity_assistant.cli._terminal.inputs import at_terminal, piped, text_of
from infinity_assistant.cli._terminal.output import note

if TYPE_CHECKING:
    from infinity_assistant.cli._chat.session import Talk


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `chat`."""
    add = parser.add_argument
    add("message", nargs="*", help="what to say; - reads it from standard input; without it a conversation begins")
    add("--conversation-id", metavar="ID", help="continue a conversation")
    add("--mode", help="search, assist or build")
    add("--no-stream", action="store_true", help="wait for the whole answer")
    add("--user-id", metavar="ID", help="who is talking")
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Send the message, or hold a conversation if there is none and somebody to ask."""
    from infinity_assistant.cli._chat.session import Talk

    message = _message(args)
    with client_from(args) as client:
        talk = Talk(client, args.conversation_id, given(args, "mode", "user_id"), not args.no_stream, args.json)
        return _converse(talk) if message is None else _send(talk, message)


def _message(args: argparse.Namespace) -> Optional[str]:
    if args.message:
        return text_of(args.message)
    return None if at_terminal() else piped()


def _send(talk: Talk, message: str) -> int:
    talk.send(message)
    note(f"To continue: --conversation-id {talk.conversation_id}")
    return exits.OK


def _converse(talk: Talk) -> int:
    from infinity_assistant.cli._chat.repl import Conversation

    return Conversation(talk).hold()
