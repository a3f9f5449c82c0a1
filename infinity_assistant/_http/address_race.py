# SPDX-License-Identifier: MIT. Generated from overlays/_http/address_race.py: edit that file, then run `make generate`.
"""Connecting to a host that has several addresses, of which some may be dead (RFC 8305), with blocking sockets."""

from __future__ import annotations

import os
import socket
import time
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence

from infinity_assistant._http.deadline import remaining_seconds
from infinity_assistant._http.interruption import Interruption
from infinity_assistant._http.resolver import AddressInfo

if TYPE_CHECKING:
    import selectors

#: How long an address may be silent before the next one is tried as well, in seconds (RFC 8305, section 5).
HEAD_START = 0.25

#: How often to see whether the call was given up, in seconds.
GLANCE = 0.1

COMPLAINT = "could not connect in time"


def open_socket(
    addresses: Sequence[AddressInfo], deadline: float, interruption: Optional[Interruption] = None
) -> socket.socket:
    """Return a socket that is connected to the first of `addresses` that responds."""
    if len(addresses) > 1 or interruption is not None:
        return _race(_interleave(addresses), deadline, interruption)
    family, socket_type, protocol, _, address = addresses[0]
    sock = socket.socket(family, socket_type, protocol)
    try:
        sock.settimeout(remaining_seconds(deadline, COMPLAINT))
        sock.connect(address)
    except socket.timeout:
        sock.close()
        raise TimeoutError(COMPLAINT) from None
    except BaseException:
        sock.close()
        raise
    return sock


def _interleave(addresses: Sequence[AddressInfo]) -> List[AddressInfo]:
    """Let the families take turns: a broken route holds up one address, not all of its kind."""
    families: Dict[Any, List[AddressInfo]] = {}
    for info in addresses:
        families.setdefault(info[0], []).append(info)
    return [info for info in chain.from_iterable(zip_longest(*families.values())) if info is not None]


def _race(addresses: Sequence[AddressInfo], deadline: float, interruption: Optional[Interruption]) -> socket.socket:
    import selectors

    failures: List[OSError] = []
    with selectors.DefaultSelector() as selector:
        try:
            for number, info in enumerate(addresses, 1):
                _start(selector, info, failures)
                patience = deadline if number == len(addresses) else min(deadline, time.monotonic() + HEAD_START)
                winner = _await_winner(selector, patience, failures, interruption)
                if winner is not None:
                    return winner
            if selector.get_map():
                raise TimeoutError(COMPLAINT)
            raise failures[0]
        finally:
            for key in list(selector.get_map().values()):
                key.fileobj.close()  # type: ignore[union-attr]


def _start(selector: selectors.BaseSelector, info: AddressInfo, failures: List[OSError]) -> None:
    import selectors

    try:
        sock = socket.socket(*info[:3])
    except OSError as exc:
        failures.append(exc)
        return
    try:
        sock.setblocking(False)
        sock.connect(info[4])
    except BlockingIOError:
        pass
    except OSError as exc:
        sock.close()
        failures.append(exc)
        return
    selector.register(sock, selectors.EVENT_WRITE)


def _await_winner(
    selector: selectors.BaseSelector, deadline: float, failures: List[OSError], interruption: Optional[Interruption]
) -> Optional[socket.socket]:
    """Return the first socket that is connected; `None` if the time is over, or if all have failed."""
    while selector.get_map():
        if interruption is not None:
            interruption.check()
        try:
            remaining = remaining_seconds(deadline, COMPLAINT)
        except TimeoutError:
            return None
        # Nothing that works on every system would wake a `select` from another thread without files of its own.
        ready = selector.select(remaining if interruption is None else min(remaining or GLANCE, GLANCE))
        for key, _ in ready:
            sock: Any = key.fileobj
            selector.unregister(sock)
            number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if not number:
                return sock  # type: ignore[no-any-return]
            sock.close()
            failures.append(OSError(number, os.strerror(number)))
    return None
