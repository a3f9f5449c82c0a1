# SPDX-License-Identifier: MIT
"""`infinity-assistant preferences`: a document of the user's own design that the service keeps."""

from __future__ import annotations

import argparse
import json
from typing import Any, Dict, Tuple

from infinity_assistant.cli._arguments import add_examples
from infinity_assistant.cli._client_options import ANONYMOUS, add_client_options, make_client
from infinity_assistant.cli._outcome import exit_codes
from infinity_assistant.cli._terminal.formatting import print_table
from infinity_assistant.cli._terminal.inputs import build_input_error, read_stdin
from infinity_assistant.cli._terminal.output import print_json, print_message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `preferences`."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    showing = actions.add_parser("show", help="show the preferences")
    setting = actions.add_parser("set", help="set preferences, and keep the others")
    setting.description = (
        "Set preferences, and keep the others. A VALUE that is JSON is stored as what it says, such as true, 3 or "
        '["a"]; any other one is a text.'
    )
    setting.add_argument("pairs", nargs="+", metavar="NAME=VALUE", help="a preference; a single - reads JSON")
    setting.add_argument("--replace", action="store_true", help="forget those that are not given")
    add_examples(showing, "infinity-assistant preferences show")
    add_examples(
        setting,
        "infinity-assistant preferences set name=Ada communicationStyle=concise",
        "infinity-assistant preferences set --replace - < preferences.json",
    )
    for action, run in ((showing, show), (setting, set_)):
        action.epilog = "\n\n".join([ANONYMOUS, action.epilog or ""])
        add_client_options(action)
        action.set_defaults(run=run)


def show(args: argparse.Namespace) -> int:
    """Print the preferences."""
    with make_client(args) as client:
        response = client.get_preferences()
    preferences = _read_document(response.preferences)
    if args.json:
        print_json(response)
    elif preferences:
        print_table(("name", "value"), [(name, _format(value)) for name, value in preferences.items()])
    else:
        print_message("There are no preferences.")
    return exit_codes.OK


def set_(args: argparse.Namespace) -> int:
    """Set preferences. The service replaces the whole document, so the others are fetched first."""
    given = _parse_document(read_stdin()) if args.pairs == ["-"] else dict(map(_parse_pair, args.pairs))
    with make_client(args) as client:
        before = {} if args.replace else _read_document(client.get_preferences().preferences)
        response = client.update_preferences({**before, **given})
        is_anonymous = client.get_api_key() is None
    if args.json:
        print_json(response)
    else:
        print_message(response.message or "Stored.")
    if is_anonymous:
        print_message(f"warning: nobody will find this again. {ANONYMOUS}")
    return exit_codes.OK


def _parse_pair(text: str) -> Tuple[str, Any]:
    name, separator, value = text.partition("=")
    if not (name and separator):
        raise build_input_error("NAME=VALUE", f"{text!r} is no preference, such as name=Ada")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _parse_document(text: str) -> Dict[str, Any]:
    try:
        document = json.loads(text)
    except ValueError as error:
        raise build_input_error("standard input", f"is not JSON: {error}") from None
    if not isinstance(document, dict):
        raise build_input_error("standard input", "must be a JSON object")
    return document


def _read_document(preferences: Any) -> Dict[str, Any]:
    """Read the stored document: the service gives back whatever was stored."""
    document = preferences.to_dict() if hasattr(preferences, "to_dict") else preferences
    return document if isinstance(document, dict) else {}


def _format(value: Any) -> Any:
    is_nested = isinstance(value, (dict, list)) and value
    return json.dumps(value, ensure_ascii=False) if is_nested else value
