# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/gate.py: edit that file, then run `make generate`.
"""Decide who may ask a server of the emulator at all: one gate in front of the API, the console and the admin pages.

A server on a developer's machine is within reach of every page that its browser shows. A page of another site is told
by its `Origin`, one that has bent the name of its own host to this machine (DNS rebinding) by its `Host`, and a plain
form by its media type.
"""

from __future__ import annotations

import hmac
from typing import FrozenSet, Optional
from urllib.parse import urlsplit

from attrs import frozen

from infinity_assistant.testing._http.addresses import is_address, is_local_name
from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing._http.responses import build_error

ADMIN_HEADER = "x-emulator-key"
_READING = ("GET", "HEAD", "OPTIONS")


@frozen
class Gate:
    """Who may ask: `hosts` beside this machine and plain addresses, `origins` beside the console's own.

    `admin_key` opens the admin interface; without one it is open to whoever passes. `page_key` is a key of the API
    that the console begins with.
    """

    hosts: FrozenSet[str] = frozenset()
    origins: FrozenSet[str] = frozenset()
    admin_key: Optional[str] = None
    page_key: Optional[str] = None

    def find_rejection(self, request: Request) -> Optional[Response]:
        """Return the response for a request that may not pass; `None` for one that may."""
        host = request.header("host")
        if host is not None and not self._is_own_host(host):
            return build_error(421, "This host name is not one of this server: start it with --allow-host")
        origin = request.header("origin")
        if not self._is_own_site(request, origin, host):
            return build_error(403, "Requests from other sites are rejected: start the server with --allow-origin")
        if request.method not in _READING and not _is_json(request):
            return build_error(415, "Send JSON, with the header Content-Type: application/json")
        return None

    def find_admin_rejection(self, request: Request) -> Optional[Response]:
        """Return the response for a request of the admin interface without its key; `None` for one that may pass."""
        given = request.header(ADMIN_HEADER) or ""
        if self.admin_key is None or hmac.compare_digest(given.encode(), self.admin_key.encode()):
            return None
        return build_error(401, f"Send the admin key, which was printed at the start, as {ADMIN_HEADER}")

    def allows_origin(self, origin: str) -> bool:
        """Return whether pages of a foreign origin may read responses."""
        return origin.lower() in self.origins

    def _is_own_host(self, authority: str) -> bool:
        try:
            name = (urlsplit(f"//{authority}").hostname or "").rstrip(".")
        except ValueError:
            return False
        return name in self.hosts or is_local_name(name) or is_address(name)

    def _is_own_site(self, request: Request, origin: Optional[str], host: Optional[str]) -> bool:
        if origin is not None:
            return origin.lower() in self.origins or (host is not None and origin.partition("://")[2] == host)
        # Browsers that send no Origin with a plain GET say from where it comes, and whether a person sees the result.
        site, mode = request.header("sec-fetch-site"), request.header("sec-fetch-mode")
        return site in (None, "same-origin", "none") or mode == "navigate"


def _is_json(request: Request) -> bool:
    given = request.header("content-type")
    if given is None:
        return not request.body
    media_type = given.partition(";")[0].strip().lower()
    return media_type == "application/json" or (media_type.startswith("application/") and media_type.endswith("+json"))
