"""Every recorded success of the service gives a typed result that loses nothing."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from typing import Any, List, Tuple
from urllib.parse import urlsplit

import pytest

from infinity_assistant import api
from infinity_assistant._models.call import Call
from infinity_assistant._models.model import Model
from infinity_assistant._models.operation import Operation

RECORDINGS = Path(__file__).resolve().parent.parent / "recordings"


def list_recorded_successes() -> List[Any]:
    operations = {(operation.method, operation.path): operation for operation in api.OPERATIONS.values()}
    found = []
    for path in sorted(RECORDINGS.glob("*.json")):
        for exchange in json.loads(path.read_text(encoding="utf-8")):
            request, response = exchange["request"], exchange["response"]
            operation = operations.get((request["method"], urlsplit(request["path"]).path))
            kind = response["headers"].get("content-type", "")
            if operation is not None and response["status"] == 200 and kind.startswith("application/json"):
                found.append(pytest.param(operation, json.loads(response["body"]), id=exchange["name"]))
    return found


SUCCESSES = list_recorded_successes()


def pairs(value: Any, body: Any) -> List[Tuple[Model, Any]]:
    """Every model in a result, with the JSON object it was read from."""
    if isinstance(value, Model):
        return [(value, body), *(pair for key in body for pair in pairs(value[key], body[key]))]
    if isinstance(value, list):
        return [pair for item, part in zip(value, body) for pair in pairs(item, part)]
    return []


def test_there_are_recordings_of_most_operations() -> None:
    """The tests below would prove nothing if no recording were found."""
    assert len({parameters.values[0].id for parameters in SUCCESSES}) >= 18


@pytest.mark.parametrize(("operation", "body"), SUCCESSES)
def test_a_recorded_response_comes_out_as_it_went_in(operation: Operation, body: Any) -> None:
    """`to_dict` gives back the very JSON: date-times, nulls, unknown fields and the order of keys."""
    result: Model = Call(operation).read(body)
    assert result.to_dict() == body
    assert list(result.to_dict()) == list(body)
    assert json.loads(json.dumps(result.to_dict())) == body


@pytest.mark.parametrize(("operation", "body"), SUCCESSES)
def test_every_recorded_field_is_reached_by_key_and_by_attribute(operation: Operation, body: Any) -> None:
    """Whether the API description knows it or not."""
    for model, part in pairs(Call(operation).read(body), body):
        for key, recorded in part.items():
            by_key = model[key]
            assert (by_key is None) == (recorded is None)
            assert getattr(model, type(model)._keys.get(key, key)) == by_key
            assert (key in model) == (recorded is not None)


@pytest.mark.parametrize(("operation", "body"), SUCCESSES)
def test_a_recorded_response_survives_copying(operation: Operation, body: Any) -> None:
    """Deep copies and pickles are equal, and hold the same JSON."""
    result = Call(operation).read(body)
    for other in (copy.deepcopy(result), pickle.loads(pickle.dumps(result))):
        assert other == result
        assert other.to_dict() == body
