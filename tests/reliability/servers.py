"""The server that a case asks for."""

from __future__ import annotations

import socket

from .case import Case
from .certificates import Certificates
from .server import HOST, FaultServer
from .sockets import open_sockets


class Refusing(FaultServer):
    """A port at which nobody listens."""

    def __init__(self) -> None:
        self.attempts, self.elsewhere, self._scheme = [], None, "http"
        self._listener = socket.socket()
        self._listener.bind((HOST, 0))
        self.port = self._listener.getsockname()[1]

    def open_sockets(self) -> int:
        return open_sockets(self.port)

    def close(self) -> None:
        self._listener.close()


class Deaf(Refusing):
    """A port whose queue is full, so that connecting to it takes for ever."""

    def __init__(self) -> None:
        super().__init__()
        self._listener.listen(0)
        self._queue = [socket.socket() for _ in range(4)]
        for sock in self._queue:
            sock.setblocking(False)
            sock.connect_ex((HOST, self.port))

    def open_sockets(self) -> int:
        return super().open_sockets() - len(self._queue)

    def close(self) -> None:
        for sock in self._queue:
            sock.close()
        super().close()


def serve(case: Case, certificates: Certificates) -> FaultServer:
    """The server that `case` asks for, listening."""
    if case.server == "refusing":
        return Refusing()
    if case.server == "deaf":
        return Deaf()
    tls = None if case.server == "listening" else certificates.context(case.server)
    return FaultServer(*case.scripts, tls=tls, scheme=case.scheme)
