# SPDX-License-Identifier: MIT
"""Send the messages of one conversation, and print the responses as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Optional

from infinity_assistant.cli._terminal.output import print_json
from infinity_assistant.cli._terminal.waiting import show_waiting

if TYPE_CHECKING:
    from infinity_assistant.cli._chat.displays import Display
    from infinity_assistant.client import InfinityAssistantClient

TEXT, JSON, JSON_LINES = "text", "json", "jsonl"


class ChatSession:
    """Sends messages, prints responses, and keeps the id of their conversation.

    `form` is text, which `display` shows; json for the response as one document; or jsonl for an event on each line.
    """

    def __init__(
        self,
        client: InfinityAssistantClient,
        conversation_id: Optional[str],
        options: Mapping[str, Any],
        display: Display,
        form: str = TEXT,
        streaming: bool = True,
    ) -> None:
        self._conversation = client.conversation(conversation_id, **options)
        self._display = display
        self._form = form
        self._streaming = streaming and form != JSON

    @property
    def conversation_id(self) -> Optional[str]:
        """The id of the conversation, as soon as the service has named it."""
        return self._conversation.id

    def send(self, message: str) -> None:
        """Send a message and print the response; of one that fails, what had arrived.

        Raises:
            InfinityAssistantError: The call failed.
        """
        try:
            with show_waiting() as stop_waiting:
                if self._streaming:
                    self._stream(message, stop_waiting)
                else:
                    self._send_whole(message, stop_waiting)
        finally:
            self._display.end()

    def _stream(self, message: str, stop_waiting: Any) -> None:
        with self._conversation.stream(message) as events:
            for event in events:
                if self._form == JSON_LINES:
                    stop_waiting()
                    print_json(event)
                elif event.type == "text":
                    stop_waiting()
                    self._display.write(event.content)

    def _send_whole(self, message: str, stop_waiting: Any) -> None:
        response = self._conversation.ask(message)
        stop_waiting()
        if self._form == JSON:
            print_json(response)
        else:
            self._display.write(response.response)
