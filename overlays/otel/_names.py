# SPDX-License-Identifier: MIT
"""The names of the semantic conventions, and those of our own where these have none.

They are written out: the package that holds the names changes with each release, and is no part of the API.
"""

from __future__ import annotations

from typing import Dict

PROVIDER = "infinity_assistant"

#: Operation of the API -> `gen_ai.operation.name`. The others are no operations of generative AI.
GEN_AI_OPERATIONS: Dict[str, str] = {
    "chat": "chat",
    "chat_stream": "chat",
    "search_knowledge": "retrieval",
    "suggest_knowledge": "retrieval",
    "research": "retrieval",
    "store_memory": "create_memory",
    "retrieve_memory": "search_memory",
    "delete_memory": "delete_memory",
}

GEN_AI_OPERATION = "gen_ai.operation.name"
GEN_AI_PROVIDER = "gen_ai.provider.name"
GEN_AI_CONVERSATION = "gen_ai.conversation.id"
GEN_AI_STREAM = "gen_ai.request.stream"
GEN_AI_MODEL = "gen_ai.response.model"
GEN_AI_FIRST_CHUNK = "gen_ai.response.time_to_first_chunk"
GEN_AI_INPUT = "gen_ai.input.messages"
GEN_AI_OUTPUT = "gen_ai.output.messages"
GEN_AI_TOKEN_TYPE = "gen_ai.token.type"

METHOD = "http.request.method"
RESEND_COUNT = "http.request.resend_count"
STATUS = "http.response.status_code"
URL = "url.full"
SERVER = "server.address"
PORT = "server.port"
ERROR = "error.type"

OPERATION = "infinity_assistant.operation"
ATTEMPTS = "infinity_assistant.attempts"
REQUEST_ID = "infinity_assistant.request.id"
#: The service counts tokens as a whole: the conventions have names for parts only.
TOTAL_TOKENS = "infinity_assistant.usage.total_tokens"
#: The event of an attempt after which the client waits.
WAIT = "infinity_assistant.wait"
WAIT_SECONDS = "infinity_assistant.wait.duration"
