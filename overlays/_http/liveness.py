# SPDX-License-Identifier: MIT
"""Whether a connection that was idle still is what it was."""

from __future__ import annotations

import socket


def has_news(sock: socket.socket) -> bool:
    """Return whether something has arrived at a socket that does not block: bytes, an end or an error.

    It looks without taking, past any TLS. `select` would refuse a descriptor of 1,024 and more.
    """
    try:
        socket.socket.recv(sock, 1, socket.MSG_PEEK)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
