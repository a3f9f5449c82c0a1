# SPDX-License-Identifier: MIT
"""Read a request for a chat completion: what the service can carry, and nothing else."""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Tuple

from infinity_assistant.testing._http.json_text import MalformedJSON, loads

Turn = Tuple[str, str]

#: Accepted, and without effect: the service has no such setting. Most programs send some.
_WITHOUT_EFFECT = frozenset(
    {
        *("temperature", "top_p", "max_tokens", "max_completion_tokens", "presence_penalty", "frequency_penalty"),
        *("seed", "user", "metadata", "service_tier", "safety_identifier", "prompt_cache_key"),
    }
)
_READ = frozenset({"model", "messages", "stream", "stream_options"})
#: What would ask for something that the service does not have, unless it has this value.
_NEUTRAL: Dict[str, Tuple[Any, ...]] = {
    "n": (1, None),
    "logprobs": (False, None),
    "store": (False, None),
    "tools": ([], None),
    "functions": ([], None),
    "stop": ([], None),
    "logit_bias": ({}, None),
    "tool_choice": ("none", None),
    "parallel_tool_calls": (True, False, None),
    "response_format": ({"type": "text"}, None),
    "modalities": (["text"], None),
}
_SYSTEM = ("system", "developer")


class Refused(Exception):
    """A request that cannot be carried; the text says why, `parameter` names the field."""

    def __init__(self, reason: str, parameter: str, code: str = "unsupported_parameter") -> None:
        super().__init__(reason)
        self.parameter = parameter
        self.code = code


class CompletionRequest(NamedTuple):
    """What is asked: the model by its name, instructions, earlier turns as (role, text), and the new message."""

    model: str
    instructions: str
    earlier: Tuple[Turn, ...]
    message: str
    stream: bool
    include_usage: bool


def parse_completion_request(body: bytes) -> CompletionRequest:
    """Read a request.

    Raises:
        Refused: It is malformed, or asks for what the service does not have.
    """
    given = _read_object(body)
    for name, value in given.items():
        if name in _READ or name in _WITHOUT_EFFECT or value in _NEUTRAL.get(name, (None,)):
            continue
        raise Refused(f"{name} is not supported: the service has nothing like it", name)
    turns = _read_messages(given.get("messages"))
    instructions = "\n\n".join(text for role, text in turns if role in _SYSTEM)
    talk = [turn for turn in turns if turn[0] not in _SYSTEM]
    if not talk or talk[-1][0] != "user":
        raise Refused("the last message must be one of the user", "messages", "invalid_value")
    options = given.get("stream_options") or {}
    include_usage = isinstance(options, dict) and options.get("include_usage") is True
    model = given.get("model")
    if not isinstance(model, str) or not model:
        raise Refused("model must be a name; see GET /v1/models", "model", "invalid_value")
    return CompletionRequest(
        model, instructions, tuple(talk[:-1]), talk[-1][1], given.get("stream") is True, include_usage
    )


def _read_object(body: bytes) -> Dict[str, Any]:
    try:
        given = loads(body)
    except MalformedJSON as malformed:
        raise Refused(f"the body is not JSON: {malformed}", "body", "invalid_json") from None
    if not isinstance(given, dict):
        raise Refused("the body must be a JSON object", "body", "invalid_type")
    return given


def _read_messages(given: Any) -> List[Turn]:
    if not isinstance(given, list) or not given:
        raise Refused("messages must be a list of messages", "messages", "invalid_type")
    return [_read_message(number, message) for number, message in enumerate(given)]


def _read_message(number: int, message: Any) -> Turn:
    place = f"messages[{number}]"
    role = message.get("role") if isinstance(message, dict) else None
    if role not in ("user", "assistant", *_SYSTEM):
        raise Refused(f"{place}.role must be system, developer, user or assistant", f"{place}.role", "invalid_value")
    for name, value in message.items():
        if name not in ("role", "content", "name") and value:
            raise Refused(f"{place}.{name} is not supported: the service has nothing like it", f"{place}.{name}")
    return role, _read_content(place, message.get("content"))


def _read_content(place: str, content: Any) -> str:
    parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
    if not isinstance(parts, list):
        raise Refused(f"{place}.content must be a text", f"{place}.content", "invalid_type")
    texts = [part.get("text") if isinstance(part, dict) and part.get("type") == "text" else None for part in parts]
    if not all(isinstance(text, str) for text in texts):
        raise Refused(f"{place}.content holds something else than text", f"{place}.content")
    return "".join(map(str, texts))
