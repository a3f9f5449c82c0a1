# SPDX-License-Identifier: MIT
"""Ask the service what a program of OpenAI's protocol wants to know: for `serve --openai --upstream`."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any, AsyncGenerator, Dict, Optional, Union

from infinity_assistant import AsyncInfinityAssistantClient, errors
from infinity_assistant.events import TextEvent
from infinity_assistant.testing._openai.upstream import Question, Reply, UpstreamError

#: That of the caller, whose request a task responds to.
_KEY: ContextVar[str] = ContextVar("infinity_assistant_upstream_key")


class ServiceUpstream:
    """Asks the service with the key of each caller, and with no other."""

    def __init__(self, base_url: Optional[str]) -> None:
        given: Dict[str, Any] = {} if base_url is None else {"base_url": base_url}
        self._client = AsyncInfinityAssistantClient(api_key=_KEY.get, **given)
        self.url: str = self._client.options.base_url

    async def ask(self, question: Question) -> Reply:
        """Return the reply as a whole. Raises `UpstreamError`."""
        _KEY.set(question.key)
        try:
            response = await self._client.chat(**_arguments(question))
        except errors.InfinityAssistantError as error:
            raise _translate(error) from None
        metadata = response.metadata
        tokens = 0 if metadata is None else metadata.tokens_used
        return Reply(response.response, response.conversation_id, tokens or 0)

    async def stream(self, question: Question) -> AsyncGenerator[Union[str, Reply], None]:
        """Yield the reply piece by piece, and at last as a whole. Raises `UpstreamError`."""
        _KEY.set(question.key)
        stream = self._client.chat_stream(**_arguments(question))
        try:
            async for event in stream:
                if isinstance(event, TextEvent):
                    yield event.content
            whole = await stream.collect()
        except errors.InfinityAssistantError as error:
            raise _translate(error) from None
        finally:
            await stream.aclose()
        tokens = 0 if whole.metadata is None else whole.metadata.tokens_used
        yield Reply(whole.text, whole.conversation_id or "", tokens or 0)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _arguments(question: Question) -> Dict[str, Any]:
    return {
        "message": question.message,
        "conversation_id": question.conversation,
        "user_context": question.instructions,
    }


def _translate(error: errors.InfinityAssistantError) -> UpstreamError:
    status = error.status_code
    if isinstance(error, errors.InfinityAssistantArgumentError):
        status = 400
    elif status is None or status < 400:
        status = 504 if isinstance(error, errors.InfinityAssistantTimeoutError) else 502
    return UpstreamError(
        status,
        error.message,
        is_quota=getattr(error, "reset_at", None) is not None,
        may_repeat=error.retryable and error.applied is False,
        retry_after=getattr(error, "retry_after", None),
    )
