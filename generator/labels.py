"""The first line of each file of the package: it names the file to edit."""

from __future__ import annotations

LICENSE_LINE = "# SPDX-License-Identifier: MIT"
_BEFORE, _AFTER = f"{LICENSE_LINE}. Generated from ", ": edit that file, then run `make generate`."


def add_label(content: bytes, origin: str) -> bytes:
    """Return the same file with the label in its first line, in place of the bare license line; no line moves."""
    first, newline, rest = content.partition(b"\n")
    if first.decode("utf-8").strip() != LICENSE_LINE:
        return content
    return label(origin).encode() + newline + rest


def label(origin: str) -> str:
    """Return the first line of a file that comes from `origin`."""
    return f"{_BEFORE}{origin}{_AFTER}"


def find_origin(content: bytes) -> str:
    """Find the file that the label names; empty if there is no label."""
    first = content.partition(b"\n")[0].decode("utf-8", "replace")
    labels = first.startswith(_BEFORE) and first.endswith(_AFTER)
    return first[len(_BEFORE) : -len(_AFTER)] if labels else ""
