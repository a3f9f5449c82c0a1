# SPDX-License-Identifier: MIT. Generated from overlays/_status.py: edit that file, then run `make generate`.
"""What a status code says of a call: whether it may succeed later, and whether it was carried out.

A failure is of one of two classes. Either the request was *certainly not applied*: the service refused it. Or nobody
knows. Whether a call is made again follows from both (`_core.retry_policy`).
"""

from __future__ import annotations

from typing import Optional

#: Transient, and certainly not applied: the service asks for the same request once more.
REFUSED_FOR_NOW = frozenset({408, 425, 429, 503})
#: Transient, but the service, or a proxy before it, may have failed after it began.
FAILED_HALFWAY = frozenset({500, 502, 504, 520, 521, 522, 523, 524, 529, 530})
#: Beyond 4xx: not implemented, wrong version, sign in to the network first, no TLS between proxy and service.
_REFUSED_FOR_GOOD = frozenset({501, 505, 511, 525, 526})
#: The service gave up since the client went away (nginx): how far it had come is not known.
_CLIENT_CLOSED_REQUEST = 499


def is_transient(status: Optional[int]) -> bool:
    """Return whether the same call may succeed later."""
    return status in REFUSED_FOR_NOW or status in FAILED_HALFWAY


def is_applied(status: Optional[int]) -> Optional[bool]:
    """Return `False` if a call that ended with `status` was certainly not carried out, `None` if nobody knows."""
    if status is None or status == _CLIENT_CLOSED_REQUEST:
        return None
    refused = 400 <= status < 500 or status in (307, 308) or status in REFUSED_FOR_NOW or status in _REFUSED_FOR_GOOD
    return False if refused else None
