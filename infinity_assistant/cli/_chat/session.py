# SPDX-License-Identifier: MIT. Generated from overlays/cli/_chat/session.py: edit that file, then run `make generate`.
"""Send the messages of one conversation, and print the responses as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Optional

from infinity_assistant.cli._terminal.output import print_json, write

if TYPE_CHECKING:
    from infinity_assistant.client import InfinityAssistantClient


class ChatSession:
    """Sends messages, prints responses, and keeps the id of their conversation."""

    def __init__(
        self,
        client: InfinityAssistantClient,
        conversation_id: Optional[str],
        options: Mapping[str, Any],
        streaming: bool,
        json: bool,
    ) -> None:
        self._conversation = client.conversation(conversation_id, **options)
        self._streaming = streaming
        self._json = json
        self._last = ""

    @property
    def conversation_id(self) -> Optional[str]:
        """The id of the conversation, as soon as the service has named it."""
        return self._conversation.id

    def send(self, message: str) -> None:
        """Send a message and print the response; of one that fails, what had arrived.

        Raises:
            InfinityAssistantError: The call failed.
        """
        if self._streaming:
            self._stream(message)
        else:
            self._send_whole(message)

    def _stream(self, message: str) -> None:
        try:
            with self._conversation.stream(message) as events:
                for event in events:
                    self._show(event)
        finally:
            self._end_line()

    def _send_whole(self, message: str) -> None:
        response = self._conversation.ask(message)
        if self._json:
            print_json(response)
        else:
            self._write(response.response)
            self._end_line()

    def _show(self, event: Any) -> None:
        if self._json:
            print_json(event)
        elif event.type == "text":
            self._write(event.content)

    def _write(self, text: str) -> None:
        write(text)
        self._last = text[-1:] or self._last

    def _end_line(self) -> None:
        if self._last not in ("", "\n"):
            write("\n")
        self._last = ""
