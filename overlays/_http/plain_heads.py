# SPDX-License-Identifier: MIT
"""Heads as nearly all are: written and read without h11, which takes 90 µs for the two, and these 15.

What is in any way unusual is left to h11, which alone decides what is valid. Tests hold one against the other.
"""

from __future__ import annotations

import re
from typing import List, Optional, Tuple

_NAME = rb"[-!#$%&'*+.^_`|~0-9a-z]+"
_VISIBLE = rb"[!-~\x80-\xff]"
_TEXT = rb"[\t -~\x80-\xff]*"
_REQUEST = re.compile(
    rb"[!-~]+ [!-~]+ HTTP/1\.1\r\nhost: %b+\r\n(?:%b: (?:%b(?:%b%b)?)?\r\n)*"
    % (_VISIBLE, _NAME, _VISIBLE, _TEXT, _VISIBLE)
)
_METHOD = re.compile(r"[A-Z]+")
_RESPONSE = re.compile(rb"HTTP/1\.1 ([2-9][0-9][0-9])(?: %b)?\r\n(?:(?i:%b):%b\r\n)*" % (_TEXT, _NAME, _TEXT))
_LENGTH = re.compile(rb"[0-9]{1,19}")
_FRAMING = (b"content-length", b"transfer-encoding")

Headers = List[Tuple[bytes, bytes]]


def write_head(method: str, target: str, headers: Headers) -> Optional[bytes]:
    """Return the head of a request, or `None` if h11 is to look at it."""
    fields = dict(headers)
    is_plain = len(fields) == len(headers) and b"transfer-encoding" not in fields and target.isascii()
    if not is_plain or not _METHOD.fullmatch(method) or not _LENGTH.fullmatch(fields.get(b"content-length", b"0")):
        return None
    head = b"%b %b HTTP/1.1\r\n%b" % (
        method.encode("ascii"),
        target.encode("ascii"),
        b"".join([b"%b: %b\r\n" % pair for pair in headers]),
    )
    # A value that holds the end of a line would add to the lines.
    if head.count(b"\n") != len(headers) + 1 or not _REQUEST.fullmatch(head):
        return None
    return head + b"\r\n"


def read_head(data: bytes, longest: int) -> Optional[Tuple[int, Headers, bytes]]:
    """Return status, headers and what follows them, or `None` if h11 is to look at it."""
    end = data.find(b"\r\n\r\n") + 2
    if not 2 <= end < longest:
        return None
    head = data[:end]
    found = _RESPONSE.fullmatch(head)
    if found is None:
        return None
    headers: Headers = []
    framing = []
    for line in head.split(b"\r\n")[1:-1]:
        name, _, value = line.partition(b":")
        name, value = name.lower(), value.strip(b" \t")
        if name in _FRAMING:
            value = value.lower()
            if name in framing or not (value == b"chunked" if name == _FRAMING[1] else _LENGTH.fullmatch(value)):
                return None
            framing.append(name)
        headers.append((name, value))
    return int(found.group(1)), headers, data[end + 2 :]
