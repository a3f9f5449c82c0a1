# SPDX-License-Identifier: MIT
"""Headers of requests and responses."""

from __future__ import annotations

from typing import Any, Dict, Iterable, Iterator, List, Mapping, Tuple

from infinity_assistant._service_facts import KEY_HEADER

#: Names and values as they travel, names in lower case. Those of a request hold the key: never log one.
RawHeaders = List[Tuple[bytes, bytes]]

_HIDDEN = frozenset({"set-cookie"})


def names_caller(name: str, value: str) -> bool:
    """Return whether a header, its name in lower case, is a key, or the session of somebody."""
    if name == "authorization":
        return not value.lower().startswith(("basic ", "digest "))
    return name == KEY_HEADER.lower()


def find_callers(headers: Iterable[Tuple[bytes, bytes]]) -> List[Tuple[str, str]]:
    """Return the headers that name who calls."""
    readable = ((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in headers)
    return sorted(pair for pair in readable if names_caller(*pair))


def find_media_type(headers: Mapping[str, str]) -> str:
    """Return what `Content-Type` names, in lower case, without its parameters.

    A proxy may have doubled the header: two that say the same are one, two that differ are none.
    """
    named = {value.partition(";")[0].strip().lower() for value in headers.get("content-type", "").split(",")}
    return named.pop() if len(named) == 1 else ""


class Headers(Mapping[str, str]):
    """Headers of a response by name, in any case; equal names are joined by a comma (RFC 9110, section 5.3)."""

    __slots__ = ("_values",)

    def __init__(self, raw: RawHeaders) -> None:
        self._values: Dict[str, str] = {}
        values = self._values
        for name, value in raw:
            key, text = name.decode("latin-1").lower(), value.decode("latin-1")
            values[key] = f"{values[key]}, {text}" if key in values else text

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of a header, or `default` if it is absent."""
        return self._values.get(name.lower(), default)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        shown = {name: "***" if name in _HIDDEN else value for name, value in self._values.items()}
        return f"Headers({shown!r})"
