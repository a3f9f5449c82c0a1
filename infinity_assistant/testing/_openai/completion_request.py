# SPDX-License-Identifier: MIT. Generated from overlays/testing/_openai/completion_request.py: edit that file, then run `make generate`.
"""Read a request for a chat completion: what the service can carry, and nothing else."""

from __future__ import annotations

import math
from typing import Any, Dict, List, NamedTuple, Tuple

from infinity_assistant.testing._http.json_text import MalformedJSON, loads

Turn = Tuple[str, str]

_UNBOUNDED = (-math.inf, math.inf)
#: Numbers that are accepted, and without effect, since the service has no such setting. Most programs send some.
_NUMBERS: Dict[str, Tuple[Any, float, float]] = {
    "temperature": ((int, float), 0, 2),
    "top_p": ((int, float), 0, 1),
    "presence_penalty": ((int, float), -2, 2),
    "frequency_penalty": ((int, float), -2, 2),
    "max_tokens": (int, 1, math.inf),
    "max_completion_tokens": (int, 1, math.inf),
    "seed": (int, *_UNBOUNDED),
}
#: Texts and objects without effect.
_OTHERS: Dict[str, type] = {
    "user": str,
    "service_tier": str,
    "safety_identifier": str,
    "prompt_cache_key": str,
    "metadata": dict,
}
_READ = frozenset({"model", "messages", "stream", "stream_options"})
_KIND_NAMES = {str: "a text", dict: "an object", bool: "true or false"}
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
        _check_field(name, value)
    turns = _read_messages(given.get("messages"))
    instructions = "\n\n".join(text for role, text in turns if role in _SYSTEM)
    talk = [turn for turn in turns if turn[0] not in _SYSTEM]
    if not talk or talk[-1][0] != "user":
        raise Refused("the last message must be one of the user", "messages", "invalid_value")
    model = given.get("model")
    if not isinstance(model, str) or not model:
        raise Refused("model must be a name; see GET /v1/models", "model", "invalid_value")
    stream = _read("stream", given.get("stream"), bool) or False
    include_usage = _read_include_usage(given.get("stream_options"), stream)
    return CompletionRequest(model, instructions, tuple(talk[:-1]), talk[-1][1], stream, include_usage)


def _check_field(name: str, value: Any) -> None:
    """Refuse what cannot be carried, and a value that the protocol does not allow."""
    if name in _NUMBERS:
        _check_number(name, value, *_NUMBERS[name])
    elif name in _OTHERS:
        _read(name, value, _OTHERS[name])
    elif name not in _READ and not any(value is allowed or value == allowed for allowed in _NEUTRAL.get(name, (None,))):
        raise Refused(f"{name} is not supported: the service has nothing like it", name)


def _check_number(name: str, value: Any, kind: Any, least: float, most: float) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, kind):
        whole = " whole" if kind is int else ""
        raise Refused(f"{name} must be a{whole} number", name, "invalid_type")
    if not least <= value <= most:
        raise Refused(f"{name} must be between {least} and {most}", name, "invalid_value")


def _read(name: str, value: Any, kind: type) -> Any:
    if value is not None and not isinstance(value, kind):
        raise Refused(f"{name} must be {_KIND_NAMES[kind]}", name, "invalid_type")
    return value


def _read_include_usage(given: Any, stream: bool) -> bool:
    options = _read("stream_options", given, dict)
    if options is None:
        return False
    if not stream:
        raise Refused("stream_options needs stream to be true", "stream_options", "invalid_value")
    return _read("stream_options.include_usage", options.get("include_usage"), bool) or False


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
        if name == "name":
            _read(f"{place}.name", value, str)
        elif name not in ("role", "content") and value:
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
