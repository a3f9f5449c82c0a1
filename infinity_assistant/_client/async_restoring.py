# SPDX-License-Identifier: MIT. Generated from overlays/_client/async_restoring.py: edit that file, then run `make generate`.
"""Clients that were pickled, made again: all of one process share their connections, pace, retry budget and identity.

A worker that unpickles a client with each task would otherwise begin anew each time: with a connection to open, and, as
an anonymous caller, as another user.
"""

from __future__ import annotations

from typing import Any, Dict, NamedTuple, Optional, Tuple

from infinity_assistant._core.async_exchange import AsyncExchange
from infinity_assistant._core.async_pipeline import AsyncPipeline
from infinity_assistant._core.credentials import Credentials
from infinity_assistant._core.identity import Learned
from infinity_assistant._core.options import Options


class Shared(NamedTuple):
    """What the clients of one service share that were unpickled in this process."""

    pipeline: AsyncPipeline
    learned: Learned


#: By base URL, bound of connections and trust store. They stay: a worker drops each client after its task, and unused
#: connections end by themselves.
_SHARED: Dict[Tuple[str, Optional[int], Optional[str]], Shared] = {}


def restore_client(cls: Any, options: Options, missing: Tuple[str, ...]) -> Any:
    """Return a client as it was configured, without its secrets: those that it had must be given here anew."""
    client = cls(base_url=options.base_url)
    place = options.base_url, options.max_connections, options.trust_store
    shared = _SHARED.get(place) or _SHARED.setdefault(place, _make_shared(options))
    client._options = options
    client._pipeline = shared.pipeline
    client._owner = False
    client._credentials = Credentials.of_unpickled(shared.learned, missing)
    return client


def _make_shared(options: Options) -> Shared:
    connections, store = options.max_connections, options.trust_store
    exchange = AsyncExchange(options.base_url, max_connections=connections, trust_store=store)
    return Shared(AsyncPipeline(exchange), Learned())
