# SPDX-License-Identifier: MIT. Generated from overlays/errors.py: edit that file, then run `make generate`.
"""What can go wrong.

InfinityAssistantError
├── InfinityAssistantArgumentError               the caller's argument cannot be right; nothing was sent (a ValueError)
│   └── InfinityAssistantUnexpectedArgumentError a keyword that the method does not know (a TypeError, too)
├── InfinityAssistantClientClosedError           the client was used after `close`
├── InfinityAssistantAPIError                    the service answered with an error status
│   ├── InfinityAssistantBadRequestError         400, 422
│   ├── InfinityAssistantAuthenticationError     401
│   ├── InfinityAssistantPermissionError         403
│   ├── InfinityAssistantNotFoundError           404
│   ├── InfinityAssistantConflictError           409
│   ├── InfinityAssistantRateLimitError          429
│   ├── InfinityAssistantRedirectError           3xx, which is never followed
│   └── InfinityAssistantServerError             5xx
├── InfinityAssistantNetworkError                the service could not be reached, or the connection broke
│   └── InfinityAssistantTimeoutError            the deadline passed
├── InfinityAssistantResponseError               a success that makes no sense
├── InfinityAssistantStreamError                 a stream reported an error, or what it sent makes no sense
│   └── InfinityAssistantStreamInterruptedError  a stream ended before the answer was complete
│       └── InfinityAssistantStreamTimeoutError  because it fell silent (an InfinityAssistantTimeoutError, too)
└── InfinityAssistantWebhookVerificationError    a delivery was not signed by the service

Every one of them can be pickled and copied, and none holds a request, a key, or what the caller sent.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Dict, Optional, Tuple

from attrs import frozen


@frozen
class Attempt:
    """What happened in one try of a call.

    `outcome` is a status such as "503", or the name of what failed, such as "ConnectError".
    `wait` is how many seconds the client waited after this try before the next one, 0.0 for
    the last; `seconds` is how long the try itself took.
    """

    outcome: str
    seconds: float
    wait: float = 0.0


class InfinityAssistantError(Exception):
    """Base of every error that this package raises.

    `attempts` tells what happened in each try; it is empty if nothing was sent. `retryable`
    says whether the same call may succeed later.
    """

    status_code: Optional[int] = None
    response: Any = None
    request_id: Optional[str] = None
    attempts: Tuple[Attempt, ...] = ()
    elapsed: float = 0.0
    retryable: bool = False

    def __init__(self, message: str, *, code: Optional[str] = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code

    def __str__(self) -> str:
        cause = self._cause()
        return f"{cause} (after {len(self.attempts)} attempts)" if len(self.attempts) > 1 else cause

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)

    def _cause(self) -> str:
        return self.message


def _restore(kind: Any, args: Tuple[Any, ...], state: Dict[str, Any]) -> InfinityAssistantError:
    error: InfinityAssistantError = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class InfinityAssistantArgumentError(InfinityAssistantError, ValueError):
    """An argument cannot be right. Nothing was sent. `argument` is its name."""

    def __init__(self, message: str, *, argument: Optional[str] = None) -> None:
        super().__init__(message)
        self.argument = argument


class InfinityAssistantUnexpectedArgumentError(InfinityAssistantArgumentError, TypeError):
    """A keyword is not one that the method knows. Nothing was sent."""


class InfinityAssistantClientClosedError(InfinityAssistantError, RuntimeError):
    """The client was used after `close`."""


class InfinityAssistantAPIError(InfinityAssistantError):
    """The service answered with an error status.

    `response` is the body: what its JSON says, else its text (the first 2 KiB of it). `code` is
    the service's name for the error, if it gave one; `retry_after` how many seconds it asks to wait; `should_retry`
    what it says of trying again. What it did not say is `None`.
    """

    retry_after: Optional[float] = None
    should_retry: Optional[bool] = None

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        response: Any = None,
        code: Optional[str] = None,
        request_id: Optional[str] = None,
    ) -> None:
        super().__init__(message, code=code)
        self.status_code = status_code
        self.response = response
        self.request_id = request_id

    def _cause(self) -> str:
        facts = [f"HTTP {self.status_code}", self.code or "", f"request {self.request_id}" if self.request_id else ""]
        return f"{self.message} [{', '.join(filter(None, facts))}]"


class InfinityAssistantBadRequestError(InfinityAssistantAPIError):
    """The service does not accept the request (400, 422)."""


class InfinityAssistantAuthenticationError(InfinityAssistantAPIError):
    """The API key is missing or wrong (401)."""


class InfinityAssistantPermissionError(InfinityAssistantAPIError):
    """The API key does not allow this (403)."""


class InfinityAssistantNotFoundError(InfinityAssistantAPIError):
    """There is no such thing (404)."""


class InfinityAssistantConflictError(InfinityAssistantAPIError):
    """The request contradicts the state of the service (409)."""


class InfinityAssistantRateLimitError(InfinityAssistantAPIError):
    """Too many requests (429).

    `limit` and `remaining` count requests, `reset_at` is when the quota starts anew. What the service did not say
    is `None`.
    """

    limit: Optional[int] = None
    remaining: Optional[int] = None
    reset_at: Optional[dt.datetime] = None


class InfinityAssistantRedirectError(InfinityAssistantAPIError):
    """The service answered with a redirect, which is not followed: the key stays where it belongs.

    `location_origin` is where it points to: scheme, host and port, without path and query.
    """

    location_origin: Optional[str] = None


class InfinityAssistantServerError(InfinityAssistantAPIError):
    """The service failed (5xx)."""


class InfinityAssistantNetworkError(InfinityAssistantError):
    """The service could not be reached, or the connection broke.

    `request_sent` is False if certainly no byte of the request left this machine.
    """

    request_sent: bool = True


class InfinityAssistantTimeoutError(InfinityAssistantNetworkError):
    """The deadline passed."""


class InfinityAssistantResponseError(InfinityAssistantError):
    """The service reported success, but the answer is not what the API promises."""

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
    """A stream reported an error, or what it sent makes no sense.

    `partial_text` is the text that had arrived, `conversation_id` the conversation, if known.
    """

    partial_text: str = ""
    conversation_id: Optional[str] = None


class InfinityAssistantStreamInterruptedError(InfinityAssistantStreamError):
    """A stream ended before the answer was complete. `partial_text` is what had arrived."""


class InfinityAssistantStreamTimeoutError(InfinityAssistantStreamInterruptedError, InfinityAssistantTimeoutError):
    """A stream fell silent, or took longer than allowed, before the answer was complete."""

    request_sent = True


class InfinityAssistantWebhookVerificationError(InfinityAssistantError):
    """A delivery was not signed by the service with this secret."""
