# SPDX-License-Identifier: MIT. Generated from overlays/_http/trust_store.py: edit that file, then run `make generate`.
"""The certificates that the operating system trusts, by way of the package truststore."""

from __future__ import annotations

from typing import Any

from infinity_assistant.errors import InfinityAssistantArgumentError


def load_trust_store(name: str, *, is_free: bool) -> Any:
    """Return a TLS context that verifies with what the operating system trusts.

    `is_free` says whether nothing else decides on certificates. A context of its own is made for each client: unlike
    the shared one it reads nothing before it is used.

    Raises:
        InfinityAssistantArgumentError: truststore is not installed, or an ssl_context or http_client was given, too.
    """
    if not is_free:
        raise _make_error(name, "an ssl_context or http_client decides on certificates itself: give one of the two")
    try:
        import ssl

        import truststore
    except ImportError:
        remedy = "install infinity-assistant[truststore], which needs Python 3.10 or later"
        raise _make_error(name, f"the package truststore is not installed: {remedy}") from None
    try:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])
    except Exception as exc:  # Pyodide, for one, has the module ssl and no TLS.
        raise _make_error(name, f"this platform has none that Python can use ({type(exc).__name__})") from exc
    return context


def _make_error(name: str, why: str) -> InfinityAssistantArgumentError:
    return InfinityAssistantArgumentError(f'trust_store="{name}" cannot be used: {why}', argument="trust_store")
