# SPDX-License-Identifier: MIT
"""Whether the environment or the system sends requests through a proxy (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`)."""

from __future__ import annotations

import os
import sys
from typing import Any, Callable, List, Optional, Tuple

from infinity_assistant._http.origin import Origin
from infinity_assistant.errors import InfinityAssistantArgumentError

#: How a variable may be spelt; Windows does not tell the two apart, and shows the second.
_SPELLINGS: Tuple[Callable[[str], str], ...] = (str.upper,) if os.name == "nt" else (str.lower, str.upper)
#: Windows and macOS have settings beside the environment. Elsewhere `urllib.request` need not be imported to ask.
HAS_SETTINGS = sys.platform in ("win32", "darwin")


def is_proxied(origin: Origin) -> bool:
    """Return whether a request to `origin` goes through a proxy."""
    return find_proxy(origin) is not None


def find_proxy(origin: Origin) -> Optional[str]:
    """Return what names the proxy for `origin`, a variable or the system's settings, if there is one."""
    variables = _find_variables(f"{origin.scheme}_proxy", "all_proxy")
    if not variables and not HAS_SETTINGS:
        return None
    from urllib import request

    proxies = request.getproxies()
    if not (proxies.get(origin.scheme) or proxies.get("all")) or request.proxy_bypass(origin.host):
        return None
    return next(iter(variables), "the system's settings")


def make_proxy_error(family: Any, exc: Exception) -> InfinityAssistantArgumentError:
    """Return the error for proxy settings that `family` cannot use. No value is shown: it may hold a password."""
    for name in _find_variables("http_proxy", "https_proxy", "all_proxy"):
        why = _explain(family, os.environ[name])
        if why:
            return InfinityAssistantArgumentError(f"{name} cannot be used: {why}", argument=name)
    name = next(iter(_find_variables("no_proxy")), "the system's proxy settings")
    why = f"{type(exc).__name__}; name hosts and domains, separated by commas, for example localhost,example.com"
    return InfinityAssistantArgumentError(f"{name} cannot be used: {why}", argument=name)


def _explain(family: Any, url: str) -> str:
    try:
        proxy = family.Proxy(url if "://" in url else f"http://{url}")
        family.HTTPTransport(proxy=proxy, verify=False).close()  # noqa: S501
        return ""
    except ImportError:
        return "a SOCKS proxy needs the package socksio: pip install 'httpx[socks]'"
    except Exception:  # Its message shows the URL.
        return "it must be the URL of a proxy, for example http://proxy.example.com:8080"


def _find_variables(*names: str) -> List[str]:
    return [spelt for name in names for spelt in (spell(name) for spell in _SPELLINGS) if os.environ.get(spelt)]
