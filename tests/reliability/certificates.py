"""Certificates made for one run of the tests."""

from __future__ import annotations

import datetime as dt
import ssl
from typing import Dict

import trustme

from .server import HOST


class Certificates:
    """Server contexts by what a client must think of them, and the authority that it is told to trust."""

    def __init__(self) -> None:
        yesterday = dt.datetime.now(dt.timezone.utc) - dt.timedelta(days=1)
        self.authority = trustme.CA()
        self._certificates = {
            "trusted": self.authority.issue_cert(HOST),
            "expired": self.authority.issue_cert(HOST, not_after=yesterday),
            "wrong host": self.authority.issue_cert("elsewhere.example"),
            "untrusted": trustme.CA().issue_cert(HOST),
        }
        self._contexts: Dict[str, ssl.SSLContext] = {}

    def context(self, kind: str) -> ssl.SSLContext:
        """The context of a server whose certificate is of that kind."""
        if kind not in self._contexts:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._certificates[kind].configure_cert(context)
            self._contexts[kind] = context
        return self._contexts[kind]
