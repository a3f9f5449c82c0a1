# SPDX-License-Identifier: MIT
"""Who calls: an API key, and the cookie that names a user. Neither ever shows, and neither is pickled.

The service knows a caller by the key on POST /chat alone, and everywhere else by the cookie that a POST /chat set. So
the cookie names the owner of the key that earned it: it is kept together with that key, and sent with no other.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any, Callable, Optional, Tuple, Union

from infinity_assistant._core.identity import Identity, Learned
from infinity_assistant._http.headers import names_caller
from infinity_assistant.errors import (
    InfinityAssistantArgumentError,
    InfinityAssistantMissingKeyError,
)

if TYPE_CHECKING:
    from infinity_assistant.models import RateLimit

KeySource = Union[str, Callable[[], str]]


class Credentials:
    """The key, or the function that returns it, and what was learned of its bearer. Copies of a client share them."""

    __slots__ = ("_learned", "_missing", "_source")

    def __init__(self, source: Optional[KeySource] = None) -> None:
        #: What the pickle did not hold: "api_key", or the name of a header.
        self._missing: Tuple[str, ...] = ()
        self.set(source)

    @classmethod
    def of_unpickled(cls, learned: Learned, missing: Tuple[str, ...]) -> Credentials:
        """Return the credentials of a client that was unpickled, `missing` what it had and its pickle did not."""
        credentials = cls(read_environment_key())
        credentials._learned = learned
        if credentials._source is not None:
            missing = _remove_key(missing)
        credentials._missing = missing
        return credentials

    def replace(self, source: Optional[KeySource]) -> Credentials:
        """Return those of a copy that calls with another key."""
        credentials = Credentials(source)
        credentials._missing = _remove_key(self._missing)
        return credentials

    @property
    def secrets(self) -> Tuple[str, ...]:
        """What of these a pickle does not hold."""
        missing = _remove_key(self._missing)
        return missing if self._source is None and missing == self._missing else ("api_key", *missing)

    @property
    def has_key(self) -> bool:
        """Whether calls are made with a key."""
        return "api_key" in self.secrets

    @property
    def rate_limit(self) -> Optional[RateLimit]:
        """The quota as the service stated it last."""
        return self._learned.rate_limit

    def set(self, source: Optional[KeySource]) -> None:
        """Use another key, or another function, from the next call on; `None` for no key."""
        self._source = source if source is None or callable(source) else check_key(source)
        # Calls under way keep what they began with: their responses teach it, not this.
        self._learned = Learned()
        self._missing = _remove_key(self._missing)

    def get(self) -> Optional[str]:
        """Return the key as it is now."""
        source = self._source
        return check_key(source()) if callable(source) else source

    def identify(self, headers: Tuple[Tuple[str, str], ...] = ()) -> Identity:
        """Return who makes a call that has `headers` of its own.

        Raises:
            InfinityAssistantMissingKeyError: The client was unpickled, and its key is not there.
        """
        for name, value in headers:
            if names_caller(name.lower(), value):
                return Identity(None, None, None, value)
        if self._missing:
            _check_missing(self._missing, headers)
        learned = self._learned
        key = self.get()
        if key is None:
            cookie = learned.cookies.get(None) or learned.cookies.setdefault(None, _make_anonymous_user())
            return Identity(None, cookie, learned, cookie)
        return Identity(key, learned.cookies.get(key), learned, key)

    def __repr__(self) -> str:
        return "<Credentials ***>" if self._source is not None else "<no Credentials>"

    def __reduce__(self) -> Tuple[Any, ...]:
        return Credentials, ()


def check_key(key: Any) -> str:
    """Return `key` if it can stand in a header.

    Raises:
        InfinityAssistantArgumentError: It cannot. The message does not show it.
    """
    if not isinstance(key, str) or not key.strip():
        raise _make_key_error("it must be a string that is not empty, or a function that returns one")
    if not all("!" <= char <= "~" for char in key):
        raise _make_key_error("it holds a space, a line break or another character that cannot stand in a header")
    return key


def read_environment_key() -> Optional[str]:
    """Read the key of `INFINITY_ASSISTANT_API_KEY`, if it is set."""
    return os.environ.get("INFINITY_ASSISTANT_API_KEY") or None


def _make_key_error(why: str) -> InfinityAssistantArgumentError:
    return InfinityAssistantArgumentError(f"api_key cannot be used: {why}", argument="api_key")


def _make_anonymous_user() -> bytes:
    # The service would make one up with the first POST /chat; until then, and in every stream, the caller would be
    # somebody else with each call. It trusts any name of this form.
    return b"anon_%d_%s" % (time.time() * 1000, os.urandom(12).hex().encode("ascii"))


def _remove_key(missing: Tuple[str, ...]) -> Tuple[str, ...]:
    return tuple(name for name in missing if name != "api_key")


def _check_missing(missing: Tuple[str, ...], headers: Tuple[Tuple[str, str], ...]) -> None:
    given = {name.lower() for name, _ in headers}
    absent = [name for name in missing if name.lower() not in given]
    if "api_key" in absent:
        raise InfinityAssistantMissingKeyError(
            "this client was pickled with an API key, which a pickle does not hold, and there is none here:"
            " set INFINITY_ASSISTANT_API_KEY in this process, or call set_api_key"
        )
    if absent:
        raise InfinityAssistantMissingKeyError(
            f"this client was pickled with secret headers, which a pickle does not hold: give {', '.join(absent)} anew,"
            " with with_options(headers=...)"
        )
