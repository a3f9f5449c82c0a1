# SPDX-License-Identifier: MIT
"""Tell addresses from names, and this machine from others."""

from __future__ import annotations

import ipaddress


def is_local_name(host: str) -> bool:
    """Return whether a host is certainly this machine: a name or an address of the loopback interface."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_address(host: str) -> bool:
    """Return whether a host is an address: nobody can bend one to another machine, as can be done with a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
