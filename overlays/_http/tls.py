# SPDX-License-Identifier: MIT
"""The TLS settings that every client shares. Building them takes some 20 ms, so it is done once, and late."""

from __future__ import annotations

import os
import ssl
from functools import lru_cache
from typing import Optional


def shared_context() -> ssl.SSLContext:
    """Certificates are trusted as httpx does: `SSL_CERT_FILE` and `SSL_CERT_DIR`, else those of certifi."""
    return _context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@lru_cache(maxsize=4)
def _context(cafile: Optional[str], capath: Optional[str]) -> ssl.SSLContext:
    if cafile is None and capath is None:
        import certifi

        cafile = certifi.where()
    context = ssl.create_default_context(cafile=cafile, capath=capath)
    context.set_alpn_protocols(["http/1.1"])
    return context
