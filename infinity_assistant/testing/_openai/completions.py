# SPDX-License-Identifier: MIT. Generated from overlays/testing/_openai/completions.py: edit that file, then run `make generate`.
"""Respond below `/v1` as OpenAI's API does, from the emulator.

The protocol has no conversations: each request repeats the earlier turns. They are carried where they are those of a
conversation that was held here; any others are refused, since the service cannot be told what was never said to it.
"""

from __future__ import annotations

import json
import re
import secrets
import threading
from collections import OrderedDict
from typing import Any, Dict, Optional, Tuple

from infinity_assistant.testing._api.identity import read_key
from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing._http.responses import build_json
from infinity_assistant.testing._openai.completion_request import (
    CompletionRequest,
    Refused,
    Turn,
    parse_completion_request,
)
from infinity_assistant.testing._openai.completion_response import (
    Completion,
    build_completion,
    build_protocol_error,
    translate_error,
    translate_stream,
)
from infinity_assistant.testing.emulator import Emulator

PREFIX = "/v1"
MODEL = "infinity-agent"
#: Of so many conversations the turns are remembered.
_MOST_CONVERSATIONS = 10_000

_Caller = Tuple[Optional[str], Tuple[Turn, ...]]


class Completions:
    """Responds to requests below `/v1`, and remembers which turns belong to which conversation."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self._conversations: OrderedDict[_Caller, str] = OrderedDict()
        self._lock = threading.Lock()

    def respond(self, request: Request) -> Response:
        """Respond to a request."""
        if request.method == "GET" and request.path.startswith(f"{PREFIX}/models"):
            return self._find_key_rejection(request) or _show_models(request.path)
        if request.path.rstrip("/") != f"{PREFIX}/chat/completions":
            return build_protocol_error(404, f"There is nothing at {request.method} {request.path}")
        if request.method != "POST":
            return build_protocol_error(405, f"{request.method} is not supported: use POST")
        try:
            return self._complete(request, parse_completion_request(request.body))
        except Refused as refused:
            return build_protocol_error(400, str(refused), refused.parameter, refused.code)

    def _find_key_rejection(self, request: Request) -> Optional[Response]:
        services, key = self._emulator.services, read_key(request)
        if not services.profile.keys_everywhere or (key is None and not self._emulator.require_key):
            return None
        is_known = key is not None and services.keys.find_owner(key) is not None
        return None if is_known else build_protocol_error(401, "Invalid API key" if key else "Authentication required")

    def _complete(self, request: Request, asked: CompletionRequest) -> Response:
        caller = request.header("authorization")
        body: Dict[str, Any] = {"message": asked.message}
        if asked.earlier:
            body["conversationId"] = self._find_conversation(caller, asked.earlier)
        if asked.instructions:
            body["userContext"] = asked.instructions
        path = "/api/chat/stream" if asked.stream else "/api/chat"
        response = self._emulator.handle(Request("POST", path, "", request.headers, dumps(body).encode()))
        if response.status != 200:
            return translate_error(response)
        completion = Completion(f"chatcmpl-{secrets.token_hex(12)}", self._emulator.clock.now() // 1000, asked.model)
        if not asked.stream:
            try:
                reply = json.loads(response.body)
                text, conversation, tokens = reply["response"], reply["conversationId"], reply["metadata"]["tokensUsed"]
            except (ValueError, KeyError, TypeError):
                return response  # A fault has garbled it: that is what is to be seen.
            self._remember(caller, asked, text, conversation)
            whole = build_completion(completion, text, tokens)
            return whole._replace(delay=response.delay, ending=response.ending)
        translated, pieces = translate_stream(response, completion, asked.include_usage)
        conversation = _find_conversation_id(response)
        if conversation is not None and translated.body.endswith(b"data: [DONE]\n\n"):
            self._remember(caller, asked, "".join(pieces), conversation)
        return translated

    def _find_conversation(self, caller: Optional[str], earlier: Tuple[Turn, ...]) -> str:
        with self._lock:
            found = self._conversations.get((caller, earlier))
        if found is None:
            reason = "the earlier turns are not those of a conversation with this server, and cannot be carried"
            raise Refused(
                f"{reason}: send the new message alone, or the turns as they were", "messages", "unknown_turns"
            )
        return found

    def _remember(self, caller: Optional[str], asked: CompletionRequest, reply: str, conversation: str) -> None:
        with self._lock:
            turns = (*asked.earlier, ("user", asked.message), ("assistant", reply))
            # A turn that is edited later must not go on in a conversation that has moved on.
            self._conversations.pop((caller, asked.earlier), None)
            self._conversations[caller, turns] = conversation
            while len(self._conversations) > _MOST_CONVERSATIONS:
                self._conversations.popitem(last=False)


def _find_conversation_id(response: Response) -> Optional[str]:
    """Find the conversation that a stream names in its events."""
    for line in response.body.decode().splitlines():
        found = re.fullmatch(r'data: .*"conversationId":"([^"]+)".*', line)
        if found is not None:
            return found[1]
    return None


def _show_models(path: str) -> Response:
    if path.rstrip("/") == f"{PREFIX}/models":
        return build_json({"object": "list", "data": [_describe_model()]})
    if path == f"{PREFIX}/models/{MODEL}":
        return build_json(_describe_model())
    return build_protocol_error(404, f"There is no such model: {MODEL} is the only one")


def _describe_model() -> Dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": "infinity-assistant"}
