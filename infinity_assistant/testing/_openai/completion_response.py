# SPDX-License-Identifier: MIT. Generated from overlays/testing/_openai/completion_response.py: edit that file, then run `make generate`.
"""Write whole chat completions, and errors."""

from __future__ import annotations

import json
import secrets
from typing import Any, Dict, List, NamedTuple, Optional

from infinity_assistant.testing._http.messages import Response
from infinity_assistant.testing._http.responses import build_json

_KINDS = {
    400: ("invalid_request_error", "invalid_value"),
    401: ("invalid_request_error", "invalid_api_key"),
    403: ("invalid_request_error", "forbidden"),
    404: ("invalid_request_error", "not_found"),
    405: ("invalid_request_error", "method_not_allowed"),
    429: ("requests", "rate_limit_exceeded"),
}
#: The quota of the day, which no retry helps.
_QUOTA = ("insufficient_quota", "insufficient_quota")


_FAILED = ("server_error", "server_error")


class Completion(NamedTuple):
    """What all parts of one completion have in common."""

    id: str
    created: int
    model: str

    def build(self, kind: str, choices: List[Dict[str, Any]], **more: Any) -> Dict[str, Any]:
        """Build an object of the protocol."""
        return {"id": self.id, "object": kind, "created": self.created, "model": self.model, "choices": choices, **more}


def start_completion(model: str, created: int) -> Completion:
    """Start a completion with an identifier of its own; `created` is in seconds since 1970."""
    return Completion(f"chatcmpl-{secrets.token_hex(12)}", created, model)


def build_usage(tokens: int) -> Dict[str, int]:
    """Build the usage. The service counts tokens as a whole: they stand with the completion."""
    return {"prompt_tokens": 0, "completion_tokens": tokens, "total_tokens": tokens}


def build_completion(completion: Completion, text: str, tokens: int) -> Response:
    """Build a whole completion."""
    message = {"role": "assistant", "content": text, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return build_json(completion.build("chat.completion", [choice], usage=build_usage(tokens)))


def build_protocol_error(status: int, message: str, parameter: Optional[str] = None, code: str = "") -> Response:
    """Build an error in the shape of the protocol."""
    kind, usual = _KINDS.get(status) or (("invalid_request_error", "invalid_request") if status < 500 else _FAILED)
    return _build_error(status, message, kind, code or usual, parameter)


def build_quota_error(message: str) -> Response:
    """Build the error of the quota of the day, which the protocol tells from a passing limit."""
    return _build_error(429, message, *_QUOTA)


def _build_error(status: int, message: str, kind: str, code: str, parameter: Optional[str] = None) -> Response:
    error = {"message": message, "type": kind, "param": parameter, "code": code}
    return build_json({"error": error}, status)


def translate_error(response: Response) -> Response:
    """Translate an error of the service; `Retry-After` stays."""
    message = _find_message(response.body)
    error = build_protocol_error(response.status, message)
    if response.status == 429 and b'"reset_at"' in response.body:
        error = build_quota_error(message)
    kept = tuple(pair for pair in response.headers if pair[0].lower() == "retry-after")
    return error._replace(headers=(*error.headers, *kept), delay=response.delay, ending=response.ending)


def _find_message(body: bytes) -> str:
    """Find what an error body says, in any of the shapes of the service."""
    try:
        found = json.loads(body)
    except ValueError:
        return "The service failed"
    error = found.get("error") if isinstance(found, dict) else None
    texts = [error.get("message") if isinstance(error, dict) else error]
    texts.append(found.get("message") if isinstance(found, dict) else None)
    return ": ".join(text for text in texts if isinstance(text, str)) or "The service failed"
