# SPDX-License-Identifier: MIT
"""Respond below `/v1` as OpenAI's API does, from the emulator."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, Optional

from infinity_assistant.testing._api.identity import read_key
from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing._openai.completion_request import CompletionRequest, Refused
from infinity_assistant.testing._openai.completion_response import (
    build_completion,
    build_protocol_error,
    start_completion,
    translate_error,
)
from infinity_assistant.testing._openai.completion_stream import translate_stream
from infinity_assistant.testing._openai.conversations import Conversations
from infinity_assistant.testing._openai.routes import asks_for_models, build_rejection, route
from infinity_assistant.testing.emulator import Emulator


class Completions:
    """Responds to requests below `/v1`, and remembers which turns belong to which conversation."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self._conversations = Conversations()

    def respond(self, request: Request) -> Response:
        """Respond to a request."""
        rejection = self._find_key_rejection(request) if asks_for_models(request) else None
        asked = rejection or route(request)
        if not isinstance(asked, CompletionRequest):
            return asked
        try:
            return self._complete(request, asked)
        except Refused as refused:
            return build_rejection(refused)

    def _find_key_rejection(self, request: Request) -> Optional[Response]:
        services, key = self._emulator.services, read_key(request)
        if not services.profile.keys_everywhere or (key is None and not self._emulator.require_key):
            return None
        is_known = key is not None and services.keys.find_owner(key) is not None
        return None if is_known else build_protocol_error(401, "Invalid API key" if key else "Authentication required")

    def _complete(self, request: Request, asked: CompletionRequest) -> Response:
        caller = request.header("authorization")
        body: Dict[str, Any] = {"message": asked.message}
        conversation = self._conversations.find(caller, asked)
        if conversation is not None:
            body["conversationId"] = conversation
        if asked.instructions:
            body["userContext"] = asked.instructions
        path = "/api/chat/stream" if asked.stream else "/api/chat"
        response = self._emulator.handle(Request("POST", path, "", request.headers, dumps(body).encode()))
        if response.status != 200:
            return translate_error(response)
        completion = start_completion(asked.model, self._emulator.clock.now() // 1000)
        if not asked.stream:
            try:
                reply = json.loads(response.body)
                text, conversation, tokens = reply["response"], reply["conversationId"], reply["metadata"]["tokensUsed"]
            except (ValueError, KeyError, TypeError):
                return response  # A fault has garbled it: that is what is to be seen.
            self._conversations.remember(caller, asked, text, conversation)
            whole = build_completion(completion, text, tokens)
            return whole._replace(delay=response.delay, ending=response.ending)
        translated, text = translate_stream(response, completion, asked.include_usage)
        conversation = _find_conversation_id(response)
        if conversation is not None and translated.body.endswith(b"data: [DONE]\n\n"):
            self._conversations.remember(caller, asked, text, conversation)
        return translated


def _find_conversation_id(response: Response) -> Optional[str]:
    """Find the conversation that a stream names in its events."""
    for line in response.body.decode().splitlines():
        found = re.fullmatch(r'data: .*"conversationId":"([^"]+)".*', line)
        if found is not None:
            return found[1]
    return None
