"""What the process holds: sockets to a server, memory."""

from __future__ import annotations

import socket
import threading
from pathlib import Path
from typing import Container, Optional

import psutil

_PROCESS = psutil.Process()
_DESCRIPTORS = Path("/dev/fd")


def open_sockets(port: int, clients: Optional[Container[int]] = None) -> int:
    """How many sockets of this process lead to `port`, or did until the other side closed or reset them.

    `clients` are the ports whose connections were accepted: one that was reset does not say any more where it led, and
    one that an earlier test forgot may lead to a server that had the same port. A server that accepts none has none.
    """
    if _DESCRIPTORS.is_dir():
        return sum(_leads_to(port, clients, int(descriptor.name)) for descriptor in _DESCRIPTORS.iterdir())
    # Windows, which does not know those that were reset any more.
    return sum(1 for found in _PROCESS.net_connections("tcp") if found.raddr and found.raddr.port == port)


def _leads_to(port: int, clients: Optional[Container[int]], descriptor: int) -> bool:
    try:
        sock = socket.socket(fileno=descriptor)
    except OSError:
        return False  # No socket, or closed since it was listed.
    try:
        own = sock.getsockname()[1] if sock.family == socket.AF_INET else 0
        return own not in (0, port) and (clients is None or own in clients) and _may_lead_to(sock, port)
    except OSError:
        return False
    finally:
        sock.detach()


def _may_lead_to(sock: socket.socket, port: int) -> bool:
    try:
        return bool(sock.getpeername()[1] == port)
    except OSError:
        # Connected to nobody any more (reset), not yet, or never (a listener).
        return not sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)


class Growth:
    """Watches the memory of the process while a block runs, in `bytes`."""

    def __init__(self, watching: bool = True) -> None:
        self.bytes = 0
        self._watching = watching

    def __enter__(self) -> Growth:
        self._before = _PROCESS.memory_info().rss
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._sample, daemon=True)
        if self._watching:
            self._watch.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._over.set()
        if self._watching:
            self._watch.join()

    def _sample(self) -> None:
        while not self._over.wait(0.005):
            self.bytes = max(self.bytes, _PROCESS.memory_info().rss - self._before)
