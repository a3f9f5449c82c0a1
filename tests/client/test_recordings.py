"""Real exchanges, replayed over a socket: every success a typed result, every error of the right class."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest

import infinity_assistant as ia
from infinity_assistant import api
from infinity_assistant._core.error_parser import build_api_error
from infinity_assistant._http.headers import Headers
from infinity_assistant._models.call import Call
from infinity_assistant._models.model import Model
from infinity_assistant._models.operation import Operation

from .conftest import Connect
from .wire import WireServer

RECORDINGS = Path(__file__).parent.parent / "recordings"
OPERATIONS = {(value.method, value.path): value for value in vars(api).values() if isinstance(value, Operation)}


def list_recorded() -> Iterator[Tuple[str, Operation, Dict[str, Any]]]:
    """The recordings that belong to an operation."""
    for path in sorted(RECORDINGS.glob("*.json")):
        for exchange in json.loads(path.read_text(encoding="utf-8")):
            request = exchange["request"]
            operation = OPERATIONS.get((request["method"], request["path"].partition("?")[0]))
            if operation is not None and exchange["name"] != "shim-export--usage-csv":
                yield exchange["name"], operation, exchange["response"]


ALL: List[Any] = [pytest.param(operation, response, id=name) for name, operation, response in list_recorded()]
UNARY = [case for case in ALL if not case.values[0].streams]
STREAMS = [case for case in ALL if case.values[0].streams and case.values[1]["status"] == 200]


@pytest.mark.parametrize(("operation", "response"), UNARY)
def test_every_recorded_response_is_understood(
    connect: Connect, wire: WireServer, operation: Operation, response: Dict[str, Any]
) -> None:
    wire.say(response["body"], status=response["status"], headers=_headers(response))
    client = connect(base_url=wire.url, max_retries=0)
    call: Call[Any] = Call(operation)
    if response["status"] < 300:
        _check_typed(client.request(call).parsed, json.loads(response["body"]))
        return
    expected = build_api_error(response["status"], Headers([]), response["body"].encode())
    with pytest.raises(type(expected)) as caught:
        client.request(call)
    assert caught.value.message == expected.message == _service_message(response["body"]) or not response["body"]


@pytest.mark.parametrize(("operation", "response"), STREAMS)
def test_every_recorded_stream_gives_its_text(
    connect: Connect, wire: WireServer, operation: Operation, response: Dict[str, Any]
) -> None:
    blocks = [block.split("\ndata: ") for block in response["body"].split("\n\n") if block]
    sent = [(name.replace("event: ", ""), json.loads(data)) for name, data in blocks]
    stream = connect(base_url=wire.say(response["body"], headers=_headers(response)).url).chat_stream("Hi")
    seen: List[Any] = []
    try:
        seen.extend(iter(stream))
    except ia.InfinityAssistantStreamError:
        pass
    text = "".join(data["text"] for name, data in sent if name == "chunk")
    assert "".join(item.content for item in seen if item.type == "text") == text
    assert [item.type for item in seen if item.type != "metadata"] == [{"chunk": "text"}.get(n, n) for n, _ in sent]


def _headers(response: Dict[str, Any]) -> Dict[str, str]:
    """Without those that belong to the connection of then."""
    return {k: v for k, v in response["headers"].items() if k not in ("transfer-encoding", "keep-alive")}


def _service_message(body: str) -> Any:
    if not body.startswith("{"):
        return body.partition("<title>")[2].partition("</title>")[0]
    said = json.loads(body)
    error = said["error"]
    return error["message"] if isinstance(error, dict) else said.get("message", error)


def _check_typed(result: Any, body: Any) -> None:
    """Every field of `body` is reachable by attribute and by key, and nothing is lost."""
    assert isinstance(result, Model)
    assert result.to_dict() == body
    names = type(result)._keys
    for key, value in body.items():
        by_key, by_attribute = result[key], getattr(result, names.get(key, key))
        assert by_key == by_attribute
        if isinstance(by_key, Model):
            _check_typed(by_key, value)
        elif isinstance(by_key, list) and by_key and isinstance(by_key[0], Model):
            for item, part in zip(by_key, value):
                _check_typed(item, part)
