# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/command.py: edit that file, then run `make generate`.
"""Run the `serve` command: options, messages, and a stop that lets responses end."""

from __future__ import annotations

import argparse
import asyncio
import logging
import secrets
import signal
import sys
from contextlib import contextmanager
from typing import Callable, Iterator, List, Optional

from infinity_assistant.testing._api import profiles
from infinity_assistant.testing._api.router import BASE
from infinity_assistant.testing._http.addresses import is_local_name
from infinity_assistant.testing._openai.upstream import Upstream
from infinity_assistant.testing._server.connection import access_logger
from infinity_assistant.testing._server.gate import ADMIN_HEADER, Gate
from infinity_assistant.testing._server.listener import Listener, format_authority
from infinity_assistant.testing._state.store import MEMORY
from infinity_assistant.testing.emulator import Emulator
from infinity_assistant.testing.errors import EmulatorError

MakeUpstream = Callable[[Optional[str]], Upstream]

PACE = 0.05
_EXPOSED = "warning: other machines can reach this server: whoever knows its keys can use it and look into it"
_SEEN = "warning: other users of this machine can see --api-key: without it, a key is made that they do not see"
DESCRIPTION = """Serve the Infinity Assistant API on this machine, without the service: responses come from a
small knowledge base and from the conversation's memory. Faults show how a program handles them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `serve` to a parser."""
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    add("--port", type=int, default=8080, help="port; 0 takes a free one (default: %(default)s)")
    add("--db", default=MEMORY, metavar="FILE", help="keep the state in a file (default: in memory)")
    add("--profile", default=profiles.DOCUMENTED.name, choices=profiles.NAMES, help="as documented, or as deployed")
    add("--seed", type=int, help="make identifiers, keys and probabilities the same in every run")
    add("--knowledge", metavar="DIR", help="folder of Markdown files to add to the knowledge")
    add("--fault", action="append", default=[], metavar="FAULT", help="for example chat:503:0.1 (repeatable)")
    add("--latency", type=_parse_seconds, default=0.0, metavar="SECONDS", help="wait before each response")
    add("--pace", type=_parse_seconds, default=PACE, metavar="SECONDS", help="wait before each piece of a stream")
    add("--api-key", metavar="KEY", help="a key that is valid from the start (default: a new one, which is printed)")
    add("--require-key", action="store_true", help="reject requests without a key")
    add("--allow-host", action="append", default=[], metavar="NAME", help="a host name of this machine (repeatable)")
    add("--allow-origin", action="append", default=[], metavar="URL", help="a site whose pages may ask (repeatable)")
    add("--openai", action="store_true", help="speak the chat completions protocol of OpenAI, too, below /v1")
    add("--upstream", nargs="?", const="", metavar="URL", help="with --openai: from the service itself, or from URL")
    add("--deliver-anywhere", action="store_true", help="deliver webhooks to other machines, too")
    add("--quiet", action="store_true", help="no access log")


def _parse_seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds, such as 0.5")
    return seconds


def run(args: argparse.Namespace, make_upstream: MakeUpstream) -> int:
    """Serve until SIGINT or SIGTERM, and return the exit code: 0 after a stop, 2 if it cannot start.

    `make_upstream` makes what asks the service at a base URL, for `--upstream`.
    """
    try:
        if args.upstream is not None and not args.openai:
            raise EmulatorError("--upstream is for --openai: give both")
        upstream = None if args.upstream is None else make_upstream(args.upstream or None)
        args.has_own_key, args.api_key = args.api_key is not None, args.api_key or make_key()
        with _emulator(args) as emulator, _show_access_log(args.quiet):
            for fault in args.fault:
                emulator.add_fault(fault)
            asyncio.run(_serve(emulator, args, upstream))
    except EmulatorError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def _emulator(args: argparse.Namespace) -> Emulator:
    return Emulator(
        args.db,
        profile=args.profile,
        seed=args.seed,
        api_key=args.api_key,
        require_key=args.require_key,
        knowledge=args.knowledge,
        deliver="anywhere" if args.deliver_anywhere else True,
        pace=args.pace,
        latency=args.latency,
    )


async def _serve(emulator: Emulator, args: argparse.Namespace, upstream: Optional[Upstream]) -> None:
    gate = _build_gate(args)
    listener, stopped = Listener(emulator, gate=gate, openai=args.openai, upstream=upstream), _create_stop_event()
    port = await listener.start(args.host, args.port)
    print("\n".join(_build_banner(args, port, gate, upstream)), flush=True)
    if args.has_own_key:
        print(_SEEN, file=sys.stderr, flush=True)
    if not is_local_name(args.host):
        print(_EXPOSED, file=sys.stderr, flush=True)
    await stopped.wait()
    print("Stopping after the responses under way.", flush=True)
    await listener.stop()
    if upstream is not None:
        await upstream.aclose()


def make_key() -> str:
    """Make a key of the API that nobody can guess."""
    return f"ia_{secrets.token_urlsafe(32)}"


def _build_gate(args: argparse.Namespace) -> Gate:
    hosts = frozenset(name.lower() for name in (args.host, *args.allow_host))
    origins = frozenset(origin.lower().rstrip("/") for origin in args.allow_origin)
    return Gate(hosts, origins, secrets.token_urlsafe(16), None if args.has_own_key else args.api_key)


def _build_banner(args: argparse.Namespace, port: int, gate: Gate, upstream: Optional[Upstream]) -> List[str]:
    site = f"http://{format_authority(args.host, port)}"
    where = "in memory" if args.db == MEMORY else args.db
    shown = "the one of --api-key" if args.has_own_key else args.api_key
    whose = "the same key" if upstream is None else f"a key of {upstream.url}, which responds"
    return [
        f"Infinity Assistant emulator: {site}{BASE} (profile {args.profile}, state {where})",
        f"Console: {site}/   Key: {shown}   Stop: Ctrl-C",
        *([f"OpenAI's protocol: {site}/v1 with {whose}"] if args.openai else []),
        f"Admin interface: {site}/_emulator with the header {ADMIN_HEADER}: {gate.admin_key}",
    ]


def _create_stop_event() -> asyncio.Event:
    """Create an event that SIGINT and SIGTERM set; where a loop takes no signals (Windows), by a plain handler."""
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stopped.set)
        except NotImplementedError:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))
    return stopped


@contextmanager
def _show_access_log(quiet: bool) -> Iterator[None]:
    handler = logging.NullHandler() if quiet else logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
    before = access_logger.level, access_logger.propagate
    access_logger.addHandler(handler)
    access_logger.setLevel(logging.INFO)
    access_logger.propagate = False
    try:
        yield
    finally:
        access_logger.removeHandler(handler)
        access_logger.setLevel(before[0])
        access_logger.propagate = before[1]
