# SPDX-License-Identifier: MIT. Generated from overlays/_core/credentials.py: edit that file, then run `make generate`.
"""Who calls: an API key, and for anonymous callers a cookie. Neither ever shows, and neither is pickled."""

from __future__ import annotations

import re
from typing import Any, Callable, List, Optional, Tuple, Union

from infinity_assistant.errors import InfinityAssistantArgumentError

KeySource = Union[str, Callable[[], str]]

#: The one cookie that matters, set by POST /chat: no other is kept.
COOKIE = b"infinity_anon_user"
_SET = re.compile(COOKIE + rb"=([!#-+\--:<-\[\]-~]{1,512})(?:;|$)")
_GONE = re.compile(rb";\s*max-age=(?:0|-\d+)\s*(?:;|$)", re.IGNORECASE)


class Credentials:
    """The key, or the function that returns it, and the identity that the service gave to its bearer."""

    __slots__ = ("_cookie", "_source")

    def __init__(self, source: Optional[KeySource] = None) -> None:
        self._source: Optional[KeySource] = None
        self._cookie: Optional[bytes] = None
        self.set(source)

    def set(self, source: Optional[KeySource]) -> None:
        """Use another key, or another function, from the next call on; `None` for no key."""
        self._source = source if source is None or callable(source) else check_key(source)
        self._cookie = None

    def get(self) -> Optional[str]:
        """The key as it is now."""
        source = self._source
        return check_key(source()) if callable(source) else source

    def headers(self) -> List[Tuple[bytes, bytes]]:
        """The headers that tell the service who calls."""
        key = self.get()
        headers = [] if key is None else [(b"x-api-key", key.encode("ascii"))]
        if self._cookie is not None:
            headers.append((b"cookie", COOKIE + b"=" + self._cookie))
        return headers

    def update(self, headers: List[Tuple[bytes, bytes]]) -> None:
        """Keep the identity that an answer sets."""
        for name, value in headers:
            found = _SET.match(value) if name == b"set-cookie" else None
            if found:
                self._cookie = None if _GONE.search(value) else found.group(1)

    def __repr__(self) -> str:
        return "<Credentials ***>" if self._source is not None else "<no Credentials>"

    def __reduce__(self) -> Tuple[Any, ...]:
        return Credentials, ()


def check_key(key: Any) -> str:
    """Return `key` if it can stand in a header. Raises `InfinityAssistantArgumentError`, which does not show it."""
    if not isinstance(key, str) or not key.strip():
        raise _key_error("it must be a string that is not empty, or a function that returns one")
    if not all("!" <= char <= "~" for char in key):
        raise _key_error("it holds a space, a line break or another character that cannot stand in a header")
    return key


def _key_error(why: str) -> InfinityAssistantArgumentError:
    return InfinityAssistantArgumentError(f"api_key cannot be used: {why}", argument="api_key")
