# SPDX-License-Identifier: MIT
"""The addresses of a host, inside the deadline."""

from __future__ import annotations

import os
import socket
from functools import partial
from typing import Any, Dict, List, Optional, Tuple

from infinity_assistant._http.async_event import make_event
from infinity_assistant._http.background import BackgroundJob
from infinity_assistant._http.interruption import Interruption, waking

#: What `getaddrinfo` returns: family, type, protocol, canonical name, address.
AddressInfo = Tuple[Any, Any, int, str, Any]

#: Lookups that are going on. A thread belongs to its process: a forked child begins anew.
_LOOKUPS: Dict[Tuple[int, str, int], BackgroundJob] = {}


async def resolve(
    host: str, port: int, deadline: float, interruption: Optional[Interruption] = None
) -> List[AddressInfo]:
    """Return the addresses of `host`, in the order in which the system prefers them.

    Raises:
        OSError: The name cannot be resolved.
        TimeoutError: Not before the deadline.
    """
    literal = _parse_address(host, port)
    if literal:
        return literal
    job = _start_lookup(host, port)
    event = make_event()
    job.subscribe(event.set)
    with waking(interruption, event.set):
        await event.wait(deadline, f"the host name {host} could not be resolved in time")
    addresses: List[AddressInfo] = job.result()
    return addresses


def _parse_address(host: str, port: int) -> List[AddressInfo]:
    """Return the address that `host` is, without asking anybody; nothing if it is a name."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.inet_pton(family, host)
    except (OSError, ValueError):
        return []
    address: Any = (host, port) if family == socket.AF_INET else (host, port, 0, 0)
    return [(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", address)]


def _start_lookup(host: str, port: int) -> BackgroundJob:
    """Ask for the addresses of `host`, or join those who ask already: a name server that hangs costs one thread."""
    key = os.getpid(), host, port
    job = BackgroundJob(partial(_look_up, key))
    shared = _LOOKUPS.setdefault(key, job)
    if shared is job:
        job.start()
    return shared


def _look_up(key: Tuple[int, str, int]) -> List[AddressInfo]:
    _, host, port = key
    try:
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror:
        # The resolver does not say that it could not open a file; a socket does, and that is waited for.
        socket.socket().close()
        raise
    finally:
        _LOOKUPS.pop(key, None)
