# SPDX-License-Identifier: MIT. Generated from overlays/_http/headers.py: edit that file, then run `make generate`.
"""The headers of a response."""

from __future__ import annotations

from typing import Dict, Iterator, List, Mapping, Tuple

_HIDDEN = frozenset({"set-cookie"})


def find_media_type(headers: Mapping[str, str]) -> str:
    """Return what `Content-Type` names, in lower case, without its parameters.

    A proxy may have doubled the header: two that say the same are one, two that differ are none.
    """
    named = {value.partition(";")[0].strip().lower() for value in headers.get("content-type", "").split(",")}
    return named.pop() if len(named) == 1 else ""


class Headers(Mapping[str, str]):
    """Headers by name, in any case; values of the same name are joined by a comma (RFC 9110, section 5.3)."""

    __slots__ = ("_values",)

    def __init__(self, raw: List[Tuple[bytes, bytes]]) -> None:
        self._values: Dict[str, str] = {}
        for name, value in raw:
            key, text = name.decode("latin-1").lower(), value.decode("latin-1")
            self._values[key] = f"{self._values[key]}, {text}" if key in self._values else text

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        shown = {name: "***" if name in _HIDDEN else value for name, value in self._values.items()}
        return f"Headers({shown!r})"
