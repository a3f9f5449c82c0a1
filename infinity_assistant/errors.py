# SPDX-License-Identifier: MIT. Generated from overlays/errors.py: edit that file, then run `make generate`.
"""What can go wrong.

InfinityAssistantError
├── InfinityAssistantArgumentError               an argument cannot be right; nothing was sent (a ValueError)
│   └── InfinityAssistantUnexpectedArgumentError a keyword that the method does not know (a TypeError, too)
├── InfinityAssistantMissingKeyError             an unpickled client needs its key again; nothing was sent
├── InfinityAssistantClientClosedError           the client was used after `close`; nothing was sent
├── InfinityAssistantAPIError                    the service responded with an error status
│   ├── InfinityAssistantBadRequestError         400, 422
│   ├── InfinityAssistantAuthenticationError     401
│   ├── InfinityAssistantPermissionError         403
│   ├── InfinityAssistantNotFoundError           404
│   ├── InfinityAssistantConflictError           409
│   ├── InfinityAssistantRateLimitError          429
│   ├── InfinityAssistantRedirectError           3xx, which is never followed
│   └── InfinityAssistantServerError             5xx
├── InfinityAssistantNetworkError                the service could not be reached, or the connection broke
│   ├── InfinityAssistantProxyError              a proxy refused to connect
│   └── InfinityAssistantTimeoutError            the deadline passed
├── InfinityAssistantResponseError               a success that is not what the API promises
├── InfinityAssistantStreamError                 a stream reported an error, or what it sent cannot be read
│   ├── InfinityAssistantConcurrentReadError     two readers asked one stream for events at once
│   ├── InfinityAssistantForkedStreamError       a stream was read in another process than the one that opened it
│   └── InfinityAssistantStreamInterruptedError  a stream ended before the response was complete
│       └── InfinityAssistantStreamTimeoutError  because it fell silent (an InfinityAssistantTimeoutError, too)
└── InfinityAssistantWebhookVerificationError    a delivery was not signed by the service
    └── InfinityAssistantWebhookReplayError      a delivery was received before, exactly as it is

Every one of them can be made from a message alone, pickled and copied, and none holds a request, a key, or what the
caller sent.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Dict, Optional, Tuple

from attrs import frozen

from infinity_assistant._lazy_modules import LazyModule
from infinity_assistant._status import is_applied, is_transient
from infinity_assistant._text import make_harmless

if TYPE_CHECKING:
    from infinity_assistant import models as m
else:
    m = LazyModule("infinity_assistant.models")

_REMEDIES = "https://infinity-assistant.github.io/infinity-assistant-python/errors.html"


@frozen
class Attempt:
    """What happened in one attempt of a call.

    `outcome` is a status such as "503", or the name of what failed, such as "ConnectError".
    `wait` is how many seconds the client waited after this attempt before the next one, 0.0 for
    the last; `seconds` is how long the attempt itself took.
    """

    outcome: str
    seconds: float
    wait: float = 0.0


class InfinityAssistantError(Exception):
    """Base of every error that this package raises.

    `attempts` tells what happened in each attempt; it is empty if nothing was sent. `retryable` says whether the same
    call may succeed later. `applied` is `False` if the call was certainly not carried out, and `None` if nobody knows.
    """

    status_code: Optional[int] = None
    response: Any = None
    request_id: Optional[str] = None
    attempts: Tuple[Attempt, ...] = ()
    elapsed: float = 0.0
    retryable: bool = False
    applied: Optional[bool] = None
    #: What `retryable` of a new error is. It does not stand there, for the sake of pickles of 1.0.0.
    _is_transient = False
    #: The anchor of its remedy, where the text of the error ends in the link: of those that most people meet once.
    _remedy = ""

    def __init__(self, message: str, *, code: Optional[str] = None) -> None:
        super().__init__(message)
        # Whoever makes one anew from `args` may have anything there.
        self.message: str = make_harmless(message if isinstance(message, str) else str(message))
        self.code = code
        if self._is_transient:
            self.retryable = True

    def __str__(self) -> str:
        cause = make_harmless(self._cause())
        text = f"{cause} (after {len(self.attempts)} attempts)" if len(self.attempts) > 1 else cause
        return f"{text}; see {_REMEDIES}#{self._remedy}" if self._remedy else text

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)

    def _cause(self) -> str:
        return self.message


def _restore(cls: Any, args: Tuple[Any, ...], state: Dict[str, Any]) -> InfinityAssistantError:
    error: InfinityAssistantError = cls.__new__(cls, *args)
    for name, value in state.items():
        # Not by way of `__dict__`: 1.0.0 kept some of what is a property now.
        setattr(error, name, value)
    return error


class InfinityAssistantArgumentError(InfinityAssistantError, ValueError):
    """An argument cannot be right. Nothing was sent. `argument` is its name."""

    applied: Optional[bool] = False

    def __init__(self, message: str, *, argument: Optional[str] = None) -> None:
        super().__init__(message)
        self.argument = argument


class InfinityAssistantUnexpectedArgumentError(InfinityAssistantArgumentError, TypeError):
    """A keyword is not one that the method knows. Nothing was sent."""


class InfinityAssistantMissingKeyError(InfinityAssistantError):
    """A client that had an API key was unpickled where there is none. Nothing was sent: it never becomes anonymous."""

    _remedy = "infinityassistantmissingkeyerror"
    applied: Optional[bool] = False


class InfinityAssistantClientClosedError(InfinityAssistantError, RuntimeError):
    """The client was used after `close`. Nothing was sent."""

    applied: Optional[bool] = False


class InfinityAssistantAPIError(InfinityAssistantError):
    """The service responded with an error status.

    `response` is the body: what its JSON says, else its text (the first 2 KiB of it). `code` is
    the service's name for the error, if it gave one; `retry_after` how many seconds it asks to wait; `should_retry`
    what it says of a repetition. What it did not say is `None`. Without `status_code` an error has the status of its
    class, such as 429 for an `InfinityAssistantRateLimitError`. `remembered` tells that nothing was sent: the service
    had said so to an earlier call, and what it said still holds.
    """

    remembered: bool = False
    retry_after: Optional[float] = None
    should_retry: Optional[bool] = None

    def __init__(
        self,
        message: str,
        *,
        status_code: Optional[int] = None,
        response: Any = None,
        code: Optional[str] = None,
        request_id: Optional[str] = None,
    ) -> None:
        super().__init__(message, code=code)
        if status_code is not None:
            self.status_code: Optional[int] = status_code
        self.response = response
        self.request_id = request_id
        self.retryable: bool = is_transient(self.status_code)
        self.applied: Optional[bool] = is_applied(self.status_code)

    def _cause(self) -> str:
        status = f"HTTP {self.status_code}" if self.status_code else ""
        facts = [status, self.code or "", f"request {self.request_id}" if self.request_id else ""]
        known = ", ".join(filter(None, facts))
        return f"{self.message} [{known}]" if known else self.message


class InfinityAssistantBadRequestError(InfinityAssistantAPIError):
    """The service does not accept the request (400, 422)."""

    status_code: Optional[int] = 400


class InfinityAssistantAuthenticationError(InfinityAssistantAPIError):
    """The API key is missing or wrong (401)."""

    status_code: Optional[int] = 401


class InfinityAssistantPermissionError(InfinityAssistantAPIError):
    """The API key does not allow this (403)."""

    status_code: Optional[int] = 403


class InfinityAssistantNotFoundError(InfinityAssistantAPIError):
    """There is no such thing (404)."""

    status_code: Optional[int] = 404


class InfinityAssistantConflictError(InfinityAssistantAPIError):
    """The request contradicts the state of the service (409)."""

    status_code: Optional[int] = 409


class InfinityAssistantRateLimitError(InfinityAssistantAPIError):
    """Too many requests (429).

    `limit` and `remaining` count requests, `reset_at` is when the quota starts anew; `rate_limit` is all of it as
    results have it. What the service did not say is `None`.
    """

    status_code: Optional[int] = 429
    rate_limit: Optional[m.RateLimit] = None
    limit: Optional[int] = None
    remaining: Optional[int] = None
    reset_at: Optional[dt.datetime] = None


class InfinityAssistantRedirectError(InfinityAssistantAPIError):
    """The service responded with a redirect, which is not followed: the key stays where it belongs.

    `location_origin` is where it points to: scheme, host and port, without path and query.
    """

    _remedy = "infinityassistantredirecterror"
    status_code: Optional[int] = 302
    location_origin: Optional[str] = None


class InfinityAssistantServerError(InfinityAssistantAPIError):
    """The service failed (5xx)."""

    status_code: Optional[int] = 500


class InfinityAssistantNetworkError(InfinityAssistantError):
    """The service could not be reached, or the connection broke."""

    _is_transient = True

    @property
    def request_sent(self) -> bool:
        """False if certainly no byte of the request left this machine. The same as `applied is not False`."""
        return self.applied is not False

    @request_sent.setter
    def request_sent(self, sent: bool) -> None:
        self.applied = None if sent else False


class InfinityAssistantProxyError(InfinityAssistantNetworkError):
    """A proxy refused to connect to the service, with `status_code` 407 or 403, or cannot be used as it is."""

    _remedy = "infinityassistantproxyerror"
    _is_transient = False
    applied: Optional[bool] = False

    def __init__(self, message: str, *, status_code: Optional[int] = None, code: Optional[str] = None) -> None:
        super().__init__(message, code=code)
        self.status_code = status_code


class InfinityAssistantTimeoutError(InfinityAssistantNetworkError):
    """The deadline passed."""


class InfinityAssistantResponseError(InfinityAssistantError):
    """The service reported success, but the response is not what the API promises."""

    def __init__(
        self,
        message: str,
        *,
        status_code: Optional[int] = None,
        response: Any = None,
        request_id: Optional[str] = None,
    ) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.response = response
        self.request_id = request_id


class InfinityAssistantStreamError(InfinityAssistantError):
    """A stream reported an error, or what it sent cannot be read.

    `partial_text` is the text that had arrived, `conversation_id` the conversation, if known.
    """

    partial_text: str = ""
    conversation_id: Optional[str] = None

    def _cause(self) -> str:
        return f"{self.message} [{self.code}]" if self.code and self.code != self.message else self.message


class InfinityAssistantConcurrentReadError(InfinityAssistantStreamError):
    """Two readers asked one stream for events at once. The first goes on; nothing was lost."""

    _remedy = "infinityassistantconcurrentreaderror"


class InfinityAssistantForkedStreamError(InfinityAssistantStreamError):
    """A stream was read in a forked process. It belongs to the process that opened it."""

    _remedy = "infinityassistantforkedstreamerror"


class InfinityAssistantStreamInterruptedError(InfinityAssistantStreamError):
    """A stream ended before the response was complete. `partial_text` is what had arrived."""

    _is_transient = True


class InfinityAssistantStreamTimeoutError(InfinityAssistantStreamInterruptedError, InfinityAssistantTimeoutError):
    """A stream fell silent, or took longer than allowed, before the response was complete."""


class InfinityAssistantWebhookVerificationError(InfinityAssistantError):
    """A delivery was not signed by the service with this secret."""


class InfinityAssistantWebhookReplayError(InfinityAssistantWebhookVerificationError):
    """A delivery was received before, exactly as it is. Respond with 2xx: the service switches off what fails."""

    _remedy = "infinityassistantwebhookreplayerror"
