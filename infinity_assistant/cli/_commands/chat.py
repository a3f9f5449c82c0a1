# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/chat.py: edit that file, then run `make generate`.
"""`infinity-assistant chat`: one message, or a conversation."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Optional

from infinity_assistant.cli._client_options import add_client_options, make_client, select_given
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.inputs import is_interactive, read_stdin, read_text
from infinity_assistant.cli._terminal.output import print_hint

if TYPE_CHECKING:
    from infinity_assistant.cli._chat.session import ChatSession


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `chat`."""
    add = parser.add_argument
    add("message", nargs="*", help="what to say; - reads it from standard input; without it a conversation begins")
    add("--conversation-id", metavar="ID", help="continue a conversation")
    add("--mode", help="search, assist or build")
    add("--no-stream", action="store_true", help="wait for the whole response")
    add("--user-id", metavar="ID", help="id of the user")
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Send the message, or run a conversation if there is no message and somebody at the keyboard."""
    from infinity_assistant.cli._chat.session import ChatSession

    message = _read_message(args)
    with make_client(args) as client:
        session = ChatSession(
            client, args.conversation_id, select_given(args, "mode", "user_id"), not args.no_stream, args.json
        )
        return _run_repl(session) if message is None else _send(session, message)


def _read_message(args: argparse.Namespace) -> Optional[str]:
    if args.message:
        return read_text(args.message)
    return None if is_interactive() else read_stdin()


def _send(session: ChatSession, message: str) -> int:
    session.send(message)
    print_hint(f"To continue: --conversation-id {session.conversation_id}")
    return exit_codes.OK


def _run_repl(session: ChatSession) -> int:
    from infinity_assistant.cli._chat.repl import Repl

    return Repl(session).run()
