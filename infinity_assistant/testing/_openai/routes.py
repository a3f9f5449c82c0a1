# SPDX-License-Identifier: MIT. Generated from overlays/testing/_openai/routes.py: edit that file, then run `make generate`.
"""What there is below `/v1`: the models, and the chat completions."""

from __future__ import annotations

from typing import Any, Dict, Union

from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing._http.responses import build_json
from infinity_assistant.testing._openai.completion_request import CompletionRequest, Refused, parse_completion_request
from infinity_assistant.testing._openai.completion_response import build_protocol_error

PREFIX = "/v1"
MODEL = "infinity-agent"


def asks_for_models(request: Request) -> bool:
    """Return whether a request asks for the models."""
    return request.method == "GET" and request.path.startswith(f"{PREFIX}/models")


def route(request: Request) -> Union[CompletionRequest, Response]:
    """Return what is asked to be completed, or the response to anything else."""
    if asks_for_models(request):
        return _show_models(request.path)
    if request.path.rstrip("/") != f"{PREFIX}/chat/completions":
        return build_protocol_error(404, f"There is nothing at {request.method} {request.path}")
    if request.method != "POST":
        return build_protocol_error(405, f"{request.method} is not supported: use POST")
    try:
        return parse_completion_request(request.body)
    except Refused as refused:
        return build_rejection(refused)


def build_rejection(refused: Refused) -> Response:
    """Build the response to what cannot be carried."""
    return build_protocol_error(400, str(refused), refused.parameter, refused.code)


def _show_models(path: str) -> Response:
    if path.rstrip("/") == f"{PREFIX}/models":
        return build_json({"object": "list", "data": [_describe_model()]})
    if path == f"{PREFIX}/models/{MODEL}":
        return build_json(_describe_model())
    return build_protocol_error(404, f"There is no such model: {MODEL} is the only one")


def _describe_model() -> Dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": "infinity-assistant"}
