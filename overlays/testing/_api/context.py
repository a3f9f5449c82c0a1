# SPDX-License-Identifier: MIT
"""Hold what an operation needs: the request, who sent it, and the services of the emulator."""

from __future__ import annotations

from typing import Any, Callable, Dict, NamedTuple, Optional, Sequence, Union

from infinity_assistant.testing._api import identity
from infinity_assistant.testing._api.document import DescribedOperation
from infinity_assistant.testing._api.services import Services
from infinity_assistant.testing._api.validation import ErrorText, find_problems
from infinity_assistant.testing._assistant.scripts import Reply
from infinity_assistant.testing._http.json_text import MalformedJSON, loads
from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing._http.responses import build_error


class RequestRejected(Exception):
    """The request is rejected with `response`, before anything was done."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status)
        self.response = response


class PendingReply(NamedTuple):
    """A chat that waits for the reply that a test has scripted; `finish` builds the response with it, or without.

    The functions by which a test matches messages run in between, outside of any lock or transaction, so that they may
    call the client.
    """

    message: str
    finish: Callable[[Optional[Reply]], Response]


Outcome = Union[Response, PendingReply]
#: The service reads this much of a body, and then finds no end of the JSON in it.
LARGEST_BODY = 10 * 1024 * 1024


class RequestContext(NamedTuple):
    """One request, with the operation that it calls, the owner of its key, and the seconds that faults make it wait."""

    request: Request
    operation: DescribedOperation
    services: Services
    user: Optional[str]
    waited: float = 0.0

    def read_json(self) -> Dict[str, Any]:
        """Read the body; a JSON value without fields counts as an object without fields.

        Raises:
            MalformedJSON: The body is not JSON, or null.
        """
        if len(self.request.body) > LARGEST_BODY:
            raise MalformedJSON("Unexpected end of JSON input")
        body = loads(self.request.body)
        if body is None:
            raise MalformedJSON("Cannot destructure properties of null")
        return body if isinstance(body, dict) else {}

    def parse_body(
        self, texts: Sequence[ErrorText], error: Callable[[int, str], Response] = build_error
    ) -> Dict[str, Any]:
        """Read the body and reject it with 400 at the first problem for which there is a text.

        Raises:
            RequestRejected: The body has such a problem; `error` built the response.
            MalformedJSON: The body is not JSON.
        """
        body = self.read_json()
        for problem in find_problems(self.services.document, self.operation.request, body):
            for text in texts:
                if text.matches(problem):
                    raise RequestRejected(error(400, text.format_message(problem)))
        return body

    def find_user(self) -> Optional[str]:
        """Find the user as preferences, usage and feedback see it: by key, session or cookie; None if there is none."""
        if self.user is not None:
            return self.user
        return identity.find_session_user(self.request, self.services.keys) or identity.read_anonymous_user(
            self.request
        )

    def require_manager(self) -> str:
        """Return the user of an operation on keys, webhooks or exports.

        Raises:
            RequestRejected: The profile does not allow these operations.
        """
        if not self.services.profile.management:
            raise RequestRejected(build_error(401, "Authentication required"))
        return self.find_user() or self.services.account
