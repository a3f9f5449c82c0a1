# SPDX-License-Identifier: MIT
"""Messages and answers of one conversation, shown as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional

from infinity_assistant.cli._terminal.output import say_json, write

if TYPE_CHECKING:
    from infinity_assistant.client import InfinityAssistantClient


class Talk:
    """Sends messages, prints answers, and knows which conversation they belong to."""

    def __init__(
        self,
        client: InfinityAssistantClient,
        conversation_id: Optional[str],
        options: Mapping[str, Any],
        streaming: bool,
        json: bool,
    ) -> None:
        self.conversation_id = conversation_id
        self._client = client
        self._options = options
        self._streaming = streaming
        self._json = json
        self._last = ""

    def send(self, message: str) -> None:
        """Send a message and print the answer. Raises what the client raises; what had arrived is printed."""
        if self._streaming:
            self._stream(message)
        else:
            self._wait(message)

    def _stream(self, message: str) -> None:
        stream = self._client.chat_stream(message, **self._about())
        try:
            with stream as events:
                for event in events:
                    self._show(event)
        finally:
            self.conversation_id = stream.conversation_id or self.conversation_id
            self._end_line()

    def _wait(self, message: str) -> None:
        answer = self._client.chat(message, **self._about())
        self.conversation_id = answer.conversation_id
        if self._json:
            say_json(answer)
        else:
            self._write(answer.response)
            self._end_line()

    def _about(self) -> Dict[str, Any]:
        return {**self._options, "conversation_id": self.conversation_id}

    def _show(self, event: Any) -> None:
        if self._json:
            say_json(event)
        elif event.type == "text":
            self._write(event.content)

    def _write(self, text: str) -> None:
        write(text)
        self._last = text[-1:] or self._last

    def _end_line(self) -> None:
        if self._last not in ("", "\n"):
            write("\n")
        self._last = ""
