# SPDX-License-Identifier: MIT. Generated from overlays/_core/request_builder.py: edit that file, then run `make generate`.
"""The request that a call stands for."""

from __future__ import annotations

import os
import platform
from typing import Any, List, Tuple

from infinity_assistant._core.identity import Identity
from infinity_assistant._core.option_checks import Headers, check_headers
from infinity_assistant._core.options import Options
from infinity_assistant._http.origin import Origin
from infinity_assistant._http.request import Request
from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation
from infinity_assistant._version import __version__
from infinity_assistant.errors import InfinityAssistantArgumentError

USER_AGENT = f"infinity-assistant/{__version__} python/{platform.python_version()}".encode("ascii")

_JSON = [(b"accept", b"application/json"), (b"accept-encoding", b"gzip"), (b"user-agent", USER_AGENT)]
#: A stream that is compressed arrives late, or all at once.
_STREAM = [(b"accept", b"text/event-stream"), (b"accept-encoding", b"identity"), (b"user-agent", USER_AGENT)]


def build_request(call: Call[Any], options: Options, identity: Identity, origin: Origin, prefix: str) -> Request:
    """Put together what is sent for `call`; the same for each of its attempts."""
    operation = call.operation
    if options.extra_body is not None or options.extra_query is not None:
        call = _add_extras(call, options)
    body = call.encode()
    headers = [(b"host", origin.authority.encode("ascii")), *_list_accepted(operation)]
    headers.extend(identity.headers())
    if body is not None:
        headers.append((b"content-type", body.media_type.encode("ascii")))
        headers.append((b"content-length", b"%d" % len(body.content)))
    if options.idempotency_key is not None or not operation.idempotent:
        headers.append((b"idempotency-key", (options.idempotency_key or _make_idempotency_key()).encode("ascii")))
    if options.headers or call.headers:
        headers = _replace_headers(headers, merge_headers(call, options))
    return Request(operation.method, prefix + call.target(), headers, b"" if body is None else body.content)


def merge_headers(call: Call[Any], options: Options) -> Headers:
    """Return what is added to the headers of the client: arguments of the operation, then what the caller adds.

    Raises:
        InfinityAssistantArgumentError: An argument of the operation cannot stand in a header.
    """
    if not call.headers:
        return options.headers
    return (*check_headers("headers", call.headers), *options.headers)


def _list_accepted(operation: Operation) -> List[Tuple[bytes, bytes]]:
    if operation.streams:
        return _STREAM
    if not operation.accept:
        return _JSON
    return [(b"accept", ", ".join(operation.accept).encode("ascii")), *_JSON[1:]]


def _add_extras(call: Call[Any], options: Options) -> Call[Any]:
    if options.extra_query is not None:
        call = call.with_extra_query(options.extra_query)
    if options.extra_body is None:
        return call
    if call.operation.method in ("GET", "HEAD"):
        raise InfinityAssistantArgumentError(
            f"extra_body cannot be sent with {call.operation.id}, a {call.operation.method}: it has no body; use"
            " extra_query for parameters of the query",
            argument="extra_body",
        )
    return call.with_extra_body(options.extra_body)


def _replace_headers(headers: List[Tuple[bytes, bytes]], more: Headers) -> List[Tuple[bytes, bytes]]:
    added = {name.lower().encode("ascii"): value.encode("ascii") for name, value in more}
    return [pair for pair in headers if pair[0] not in added] + list(added.items())


def _make_idempotency_key() -> str:
    """Make a random UUID (RFC 9562, version 4), without the import of a module that looks for network cards."""
    bits = bytearray(os.urandom(16))
    bits[6] = bits[6] & 0x0F | 0x40
    bits[8] = bits[8] & 0x3F | 0x80
    digits = bits.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
