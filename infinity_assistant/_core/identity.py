# SPDX-License-Identifier: MIT. Generated from overlays/_core/identity.py: edit that file, then run `make generate`.
"""Who makes one call: a key and the cookie that goes with it, and what responses teach of both."""

# Annotations are evaluated here: those of a NamedTuple that are texts are compiled one by one, 70 µs each.
import re
from typing import TYPE_CHECKING, Any, Dict, NamedTuple, Optional

from infinity_assistant._http.headers import RawHeaders
from infinity_assistant._service_facts import KEY_HEADER
from infinity_assistant.errors import InfinityAssistantError

if TYPE_CHECKING:
    from infinity_assistant.models import RateLimit


#: The one cookie that matters, set by POST /chat: no other is kept.
COOKIE = b"infinity_anon_user"
_KEY_HEADER = KEY_HEADER.lower().encode("ascii")
#: A key in a header of its own stands there as it is (RFC 6750 has the other way).
_KEY_PREFIX = b"Bearer " if _KEY_HEADER == b"authorization" else b""
# Patterns, which are compiled when the first cookie is set: with a key, none may ever be.
_SET = COOKIE + rb"=([!#-+\--:<-\[\]-~]{0,512})(?:;|$)"
_GONE = rb"(?i);\s*max-age=(?:0|-\d+)\s*(?:;|$)"
#: What the service says of a caller whom it does not know.
_UNKNOWN = "user identification required"
#: A function may return the keys of many tenants; the cookies of this many are kept.
_MOST_KEYS = 1000


class Learned:
    """What responses taught: the cookie of each key (`None` for no key), and the quota as it was stated last."""

    __slots__ = ("cookies", "rate_limit")

    def __init__(self) -> None:
        self.cookies: Dict[Optional[str], bytes] = {}
        self.rate_limit: Optional[RateLimit] = None

    def replace_cookie(self, key: Optional[str], sent: Optional[bytes], new: Optional[bytes]) -> None:
        """Keep another cookie with `key`, unless another response has taught one since `sent` was read."""
        if self.cookies.get(key) != sent:
            return
        if new is None:
            self.cookies.pop(key, None)
            return
        if len(self.cookies) >= _MOST_KEYS:
            for old in list(self.cookies)[: _MOST_KEYS // 2]:
                self.cookies.pop(old, None)
        self.cookies[key] = new


class Identity(NamedTuple):
    """Who makes one call: a key and the cookie that goes with it, taken together and never changed.

    `learned` is where responses leave what they teach; `None` if nothing is to be learned from this call.
    """

    key: Optional[str]
    cookie: Optional[bytes]
    learned: Optional[Learned]
    #: Tells callers apart, for their quota and their pace.
    name: Any

    def headers(self) -> RawHeaders:
        """Return the headers that tell the service who calls."""
        headers = [] if self.key is None else [(_KEY_HEADER, _KEY_PREFIX + self.key.encode("ascii"))]
        if self.cookie is not None:
            headers.append((b"cookie", COOKIE + b"=" + self.cookie))
        return headers

    def learn(self, headers: RawHeaders) -> None:
        """Keep the cookie that a response sets."""
        if self.learned is None:
            return
        for name, value in headers:
            found = re.match(_SET, value) if name == b"set-cookie" else None
            if found:
                is_gone = not found.group(1) or re.search(_GONE, value)
                self.learned.replace_cookie(self.key, self.cookie, None if is_gone else found.group(1))

    def learn_rate_limit(self, rate_limit: Optional["RateLimit"]) -> None:
        """Keep the quota that a response states, if it does."""
        if rate_limit is not None and self.learned is not None:
            self.learned.rate_limit = rate_limit

    def explain(self, error: InfinityAssistantError) -> None:
        """Say what is missing where the service does not know to whom a key belongs."""
        if error.status_code != 400 or self.cookie is not None or _UNKNOWN not in error.message.lower():
            return
        remedy = "call chat() first" if self.learned is not None else "give the key as api_key=, and call chat() first"
        error.message += f": the service knows the owner of a key by what its chat() taught this client: {remedy}"
        error.args = (error.message,)

    def __repr__(self) -> str:
        return "<Identity ***>"
