# SPDX-License-Identifier: MIT
"""`infinity-assistant chat`: one message, or a conversation."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Optional

from infinity_assistant.cli._arguments import add_examples, add_words
from infinity_assistant.cli._client_options import add_client_options, make_client, select_given
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.inputs import build_input_error, is_interactive, read_stdin
from infinity_assistant.cli._terminal.output import print_note
from infinity_assistant.cli._terminal.piped_input import read_piped

if TYPE_CHECKING:
    from infinity_assistant.cli._chat.session import ChatSession


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `chat`."""
    add = parser.add_argument
    parser.description = (
        "Send a message, or have a conversation if there is none. Standard input is added to the message, below it, "
        "unless it is a terminal. If nothing comes for three seconds it is left out; `-` waits for as long as it takes."
    )
    add("message", nargs="*", help="what to say; - stands for standard input; without it a conversation begins")
    add("--conversation-id", metavar="ID", help="continue a conversation")
    add_words(parser, "--mode", "ChatMode", help="how the assistant works on it")
    add("--no-stream", action="store_true", help="wait for the whole response")
    add("--jsonl", action="store_true", help="print the events of the stream, each a line of JSON")
    add("--plain", action="store_true", help="print the text as it came, also where Markdown could be rendered")
    add("--user-id", metavar="ID", help="id of the user")
    add_examples(
        parser,
        "infinity-assistant chat",
        'infinity-assistant chat "How do I leave a stream early?"',
        'infinity-assistant chat "Explain this" < error.log',
        'git diff | infinity-assistant chat "Write a commit message" --plain',
        'infinity-assistant chat "Hello" --json',
    )
    add_client_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Send the message, or run a conversation if there is no message and somebody at the keyboard."""
    from infinity_assistant.cli._chat.displays import choose_display
    from infinity_assistant.cli._chat.session import ChatSession

    form, message = _choose_form(args), _read_message(args)
    with make_client(args) as client:
        options = select_given(args, "mode", "user_id")
        display = choose_display(args.plain)
        session = ChatSession(client, args.conversation_id, options, display, form, not args.no_stream)
        return _run_repl(session) if message is None else _send(session, message)


def _choose_form(args: argparse.Namespace) -> str:
    from infinity_assistant.cli._chat.session import JSON, JSON_LINES, TEXT

    if args.jsonl and (args.json or args.no_stream):
        raise build_input_error("--jsonl", "is the stream's events; --json and --no-stream are the whole response")
    return JSON_LINES if args.jsonl else JSON if args.json else TEXT


def _read_message(args: argparse.Namespace) -> Optional[str]:
    """Read the message: the words, and below them standard input. None means that somebody is going to type."""
    if not args.message and is_interactive():
        return None
    words = [word for word in args.message if word != "-"]
    is_piped_for_sure = not words or "-" in args.message
    piped = read_stdin() if is_piped_for_sure else read_piped()
    return "\n\n".join(filter(None, (" ".join(words), piped)))


def _send(session: ChatSession, message: str) -> int:
    session.send(message)
    print_note(f"To continue: --conversation-id {session.conversation_id}")
    return exit_codes.OK


def _run_repl(session: ChatSession) -> int:
    from infinity_assistant.cli._chat.repl import Repl

    return Repl(session).run()
