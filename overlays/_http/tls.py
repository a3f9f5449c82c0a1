# SPDX-License-Identifier: MIT
"""The TLS settings that every client shares. Building them takes some 20 ms, so it is done once, and late."""

from __future__ import annotations

import errno
import os
import ssl
from functools import lru_cache
from pathlib import Path
from typing import Optional

from infinity_assistant.errors import InfinityAssistantArgumentError


def find_shared_context() -> ssl.SSLContext:
    """Return the settings. Certificates are trusted as httpx does: `SSL_CERT_FILE`, `SSL_CERT_DIR`, else certifi's.

    Raises:
        InfinityAssistantArgumentError: One of the variables names what cannot be read.
    """
    return _build_context(os.environ.get("SSL_CERT_FILE") or None, os.environ.get("SSL_CERT_DIR") or None)


@lru_cache(maxsize=4)
def _build_context(cafile: Optional[str], capath: Optional[str]) -> ssl.SSLContext:
    if capath is not None and not Path(capath).is_dir():
        raise _make_error("SSL_CERT_DIR", "a folder", capath)
    try:
        context = ssl.create_default_context(cafile=cafile or (None if capath else _find_default_file()), capath=capath)
    except OSError as exc:
        # Too many open files are no fault of the variable.
        if cafile is None or exc.errno in (errno.EMFILE, errno.ENFILE):
            raise
        raise _make_error("SSL_CERT_FILE", "a file of certificates", cafile) from exc
    # What Python 3.10 and later do by themselves.
    context.minimum_version = max(context.minimum_version, ssl.TLSVersion.TLSv1_2)
    context.set_alpn_protocols(["http/1.1"])
    return context


def _find_default_file() -> str:
    import certifi

    return certifi.where()


def _make_error(variable: str, wanted: str, value: str) -> InfinityAssistantArgumentError:
    message = f"{variable} must name {wanted} that can be read, not {value!r}: correct it, or remove it"
    return InfinityAssistantArgumentError(message, argument=variable)
