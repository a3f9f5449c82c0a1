# SPDX-License-Identifier: MIT. Generated from overlays/testing/_openai/upstream.py: edit that file, then run `make generate`.
"""Respond below `/v1` from the service itself, in place of the emulator."""

from __future__ import annotations

import math
import time
from typing import Any, AsyncGenerator, NamedTuple, Optional, Protocol, Union

from infinity_assistant.testing._api.identity import read_key
from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing._http.responses import EVENT_STREAM
from infinity_assistant.testing._openai.completion_request import CompletionRequest, Refused
from infinity_assistant.testing._openai.completion_response import (
    build_completion,
    build_protocol_error,
    build_quota_error,
    start_completion,
)
from infinity_assistant.testing._openai.completion_stream import StreamWriter
from infinity_assistant.testing._openai.conversations import Conversations
from infinity_assistant.testing._openai.routes import build_rejection, route


class Question(NamedTuple):
    """What the service is asked, and with whose key."""

    key: str
    message: str
    conversation: Optional[str]
    instructions: Optional[str]

    def __repr__(self) -> str:
        return "<Question ***>"


class Reply(NamedTuple):
    """What the service replied."""

    text: str
    conversation: str
    tokens: int

    def __repr__(self) -> str:
        return "<Reply ***>"


class UpstreamError(Exception):
    """The service was not reached, or refused. `may_repeat` says that it certainly has not replied."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        is_quota: bool = False,
        may_repeat: bool = False,
        retry_after: Optional[float] = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.is_quota = is_quota
        self.may_repeat = may_repeat
        self.retry_after = retry_after


class Upstream(Protocol):
    """What asks the service: the client of the package, which the emulator does not import."""

    #: Where the service is, to be shown.
    url: str

    async def ask(self, question: Question) -> Reply:
        """Return the reply as a whole. Raises `UpstreamError`."""
        ...

    def stream(self, question: Question) -> AsyncGenerator[Union[str, Reply], None]:
        """Yield the reply piece by piece, and at last as a whole. Raises `UpstreamError`."""
        ...

    async def aclose(self) -> None:
        """Close the connections."""
        ...


class UpstreamCompletions:
    """Responds to requests below `/v1`, and remembers which turns belong to which conversation."""

    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream
        self._conversations = Conversations()

    async def respond(self, request: Request) -> Response:
        """Respond to a request."""
        asked = route(request)
        if not isinstance(asked, CompletionRequest):
            return asked
        key = read_key(request)
        if key is None:
            return build_protocol_error(401, "Authentication required: give a key of the service as the API key")
        try:
            conversation = self._conversations.find(key, asked)
            question = Question(key, asked.message, conversation, asked.instructions or None)
            return await (self._stream(question, asked) if asked.stream else self._ask(question, asked))
        except Refused as refused:
            return build_rejection(refused)
        except UpstreamError as error:
            return _build_error(error)

    async def _ask(self, question: Question, asked: CompletionRequest) -> Response:
        reply = await self._upstream.ask(question)
        self._conversations.remember(question.key, asked, reply.text, reply.conversation)
        return build_completion(start_completion(asked.model, int(time.time())), reply.text, reply.tokens)

    async def _stream(self, question: Question, asked: CompletionRequest) -> Response:
        """Respond when there is a first piece: until then an error has a status."""
        pieces = self._upstream.stream(question)
        first = await pieces.__anext__()
        writer = StreamWriter(start_completion(asked.model, int(time.time())), asked.include_usage)
        return Response(200, EVENT_STREAM, live=self._write(first, pieces, writer, question.key, asked))

    async def _write(
        self, piece: Union[str, Reply], pieces: Any, writer: StreamWriter, key: str, asked: CompletionRequest
    ) -> AsyncGenerator[bytes, None]:
        try:
            while isinstance(piece, str):
                yield writer.write_piece(piece)
                piece = await pieces.__anext__()
            self._conversations.remember(key, asked, piece.text, piece.conversation)
            yield writer.write_end(piece.tokens)
        except UpstreamError as error:
            yield writer.write_error(str(error))
        finally:
            await pieces.aclose()


def _build_error(error: UpstreamError) -> Response:
    built = build_quota_error(str(error)) if error.is_quota else build_protocol_error(error.status, str(error))
    if error.retry_after is not None:
        built = built.with_header("retry-after", str(math.ceil(error.retry_after)))
    # Programs of the protocol repeat what fails. Here that would be a second message, for which somebody pays.
    return built if error.may_repeat else built.with_header("x-should-retry", "false")
