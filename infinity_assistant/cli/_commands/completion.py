# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/completion.py: edit that file, then run `make generate`.
"""`infinity-assistant completion`: let a shell complete commands and options. Needs shtab: the extra `cli`."""

from __future__ import annotations

import argparse
from typing import Any, Iterator

from infinity_assistant.cli._arguments import FILE_METAVARS, FOLDER_METAVARS, add_examples
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.output import print_line

#: fish since shtab 1.8; what is installed says what it can do.
SHELLS = ("bash", "zsh", "fish")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `completion`."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that you use")
    add_examples(
        parser,
        'eval "$(infinity-assistant completion bash)"  # in ~/.bashrc',
        'eval "$(infinity-assistant completion zsh)"  # in ~/.zshrc, after compinit',
        "infinity-assistant completion fish | source  # in ~/.config/fish/config.fish",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    shtab = _import_shtab(args.shell)
    parser = args.build_whole_parser()
    for action in _walk(parser):
        if action.metavar in (*FILE_METAVARS, *FOLDER_METAVARS):
            action.complete = shtab.FILE if action.metavar in FILE_METAVARS else shtab.DIRECTORY
    print_line(shtab.complete(parser, args.shell))
    return exit_codes.OK


def _import_shtab(shell: str) -> Any:
    from infinity_assistant.errors import InfinityAssistantArgumentError

    try:
        import shtab
    except ImportError:
        raise InfinityAssistantArgumentError(
            "the package shtab is missing: pip install 'infinity-assistant[cli]'"
        ) from None
    if shell not in shtab.SUPPORTED_SHELLS:
        raise InfinityAssistantArgumentError(
            f"shtab {shtab.__version__} does not know {shell}: pip install --upgrade 'infinity-assistant[cli]'"
        )
    return shtab


def _walk(parser: argparse.ArgumentParser) -> Iterator[Any]:
    """Give the actions of a parser, and of those below it."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for entry in action._choices_actions:
                action.choices[entry.dest].description = entry.help  # shells have room for a line
            for below in action.choices.values():
                yield from _walk(below)
