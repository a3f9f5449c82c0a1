# SPDX-License-Identifier: MIT
"""Whether the environment sends requests through a proxy (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`)."""

from __future__ import annotations

import os
from typing import Tuple

from infinity_assistant._http.origin import Origin


def is_proxied(origin: Origin) -> bool:
    """Whether a request to `origin` goes through a proxy."""
    if not any(os.environ.get(name) for name in _names(origin.scheme)):
        return False
    from urllib import request

    bypassed: bool = bool(request.proxy_bypass_environment(origin.host))  # type: ignore[attr-defined]
    return not bypassed


def _names(scheme: str) -> Tuple[str, ...]:
    names = (f"{scheme}_proxy", "all_proxy")
    return (*names, *(name.upper() for name in names))
