"""The fault matrix, by group."""

from __future__ import annotations

from typing import Dict, Sequence

from ..case import Case
from . import (
    body,
    connection,
    head,
    inputs,
    keep_alive,
    redirect,
    resource,
    retry,
    retry_after,
    status,
    stream,
    stream_end,
    tls,
)

GROUPS: Dict[str, Sequence[Case]] = {
    "connection": connection.CASES + head.CASES,
    "body": body.CASES,
    "resource": resource.CASES,
    "retry": retry.CASES + retry_after.CASES,
    "status": status.CASES,
    "redirect": redirect.CASES,
    "input": inputs.CASES,
    "keep-alive": keep_alive.CASES,
    "stream": stream.CASES + stream_end.CASES,
    "tls": tls.CASES,
}
