"""pydantic and FastAPI know the types of this package, which does not import them."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from typing import Annotated, Any, Iterator, List, Literal, Optional, Set, get_args, get_origin, get_type_hints

import fastapi
import fastapi.testclient
import pydantic
import pytest

import infinity_assistant
from infinity_assistant import InfinityAssistantClient, Timeout, api, models
from infinity_assistant.testing import Emulator

CHAT = {
    "response": "Paris.",
    "conversationId": "conv_1",
    "rateLimit": {"allowed": True, "limit": 50, "remaining": 44, "reset_at": "2026-11-23T00:00:00.000Z"},
    "metadata": {"model": "infinity-agent", "tokensUsed": 42, "processingTime": 54},
    "brandNew": {"a": 1},
}
MODELS = [name for name in models.__all__ if name != "Model" and hasattr(getattr(models, name), "from_dict")]


class Holder(pydantic.BaseModel):
    response: models.ChatResponse
    limits: List[models.RateLimit] = []
    timeout: Optional[Timeout] = None
    preferences: Optional[models.ChatPreferences] = None


def test_a_model_is_a_field_of_a_model_of_pydantic() -> None:
    holder = Holder.model_validate({"response": CHAT, "limits": [CHAT["rateLimit"]]})
    assert isinstance(holder.response, models.ChatResponse)
    assert holder.limits[0].limit == 50
    written = json.loads(holder.model_dump_json())
    assert written["response"] == holder.model_dump()["response"] == CHAT
    assert Holder.model_validate_json(holder.model_dump_json()) == holder
    assert Holder(response=holder.response).response is holder.response


def test_both_spellings_of_keys_are_read() -> None:
    preferences = pydantic.TypeAdapter(models.ChatPreferences).validate_python({"preferred_mode": "build", "x": 1})
    assert preferences.to_dict() == {"preferredMode": "build", "x": 1}


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ({**CHAT, "response": 5}, "ChatResponse.response is a Python int, not a string"),
        ({"response": "x"}, "conversationId is missing"),
        ("x", "ChatResponse is a Python str, not a ChatResponse or a mapping"),
    ],
)
def test_what_is_no_model_is_an_error_of_pydantic(value: Any, complaint: str) -> None:
    with pytest.raises(pydantic.ValidationError, match=complaint):
        Holder(response=value)


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_is_that_of_the_api(mode: Any) -> None:
    schema = Holder.model_json_schema(mode=mode)
    chat = schema["$defs"]["ChatResponse"]
    assert chat["required"] == ["response", "conversationId"]
    assert chat["description"] == models.ChatResponse.__doc__
    limit = chat["properties"]["rateLimit"]["anyOf"][0]["properties"]
    assert {"type": "integer"} in limit["limit"]["anyOf"]
    assert {"type": "string", "format": "date-time"} in limit["reset_at"]["anyOf"]
    assert schema["$defs"]["Timeout"]["properties"]["total"]["default"] == 60.0
    words = schema["$defs"]["ChatPreferences"]["properties"]["preferredMode"]["anyOf"][0]
    assert words == {"enum": ["search", "assist", "build"]}


@pytest.mark.parametrize("name", MODELS)
def test_every_model_has_a_json_schema_with_its_keys(name: str) -> None:
    model = getattr(models, name)
    schema = pydantic.TypeAdapter(model).json_schema()
    assert list(schema["properties"]) == list(model._keys)


def test_a_timeout_is_read_from_its_fields() -> None:
    adapter = pydantic.TypeAdapter(Timeout)
    assert adapter.validate_python({"total": 5}) == Timeout(total=5.0)
    assert json.loads(adapter.dump_json(Timeout(idle=3)))["idle"] == 3
    for wrong in ({"totl": 5}, {"total": -5}, 5):
        with pytest.raises(pydantic.ValidationError):
            adapter.validate_python(wrong)


def leaves(kind: Any) -> Iterator[type]:
    inner = get_args(kind) if get_origin(kind) is not Literal else ()
    for member in inner:
        for item in member if isinstance(member, list) else (member,):
            yield from leaves(item)
    origin = get_origin(kind) or kind
    if inspect.isclass(origin) and origin.__module__.startswith("infinity_assistant"):
        yield origin


def signature_types() -> Set[type]:
    functions = [member for _, member in inspect.getmembers(InfinityAssistantClient, inspect.isfunction)]
    functions += [getattr(api, name) for name in api.OPERATIONS]
    public = [function for function in functions if not function.__name__.startswith("_")]
    return {leaf for function in public for kind in get_type_hints(function).values() for leaf in leaves(kind)}


@pytest.mark.parametrize("kind", sorted(signature_types(), key=lambda kind: kind.__name__))
def test_every_type_of_a_public_signature_has_a_schema(kind: Any) -> None:
    adapter = pydantic.TypeAdapter(kind)
    assert adapter.json_schema()
    assert adapter.json_schema(mode="serialization")


def test_methods_can_be_wrapped_by_validate_call() -> None:
    with Emulator() as emulator, emulator.client() as client:
        chat = pydantic.validate_call(client.chat, validate_return=True)
        response = chat("Hello", essence={"voice_tone": "friendly", "newKey": 1}, timeout=5)
        assert isinstance(response, models.ChatResponse)
        with pytest.raises(pydantic.ValidationError):
            chat(5)


def test_an_instance_is_taken_as_it_is() -> None:
    adapter = pydantic.TypeAdapter(infinity_assistant.Call)
    call = api.health()
    assert adapter.validate_python(call) is call
    assert adapter.dump_python(call) == "<Call health()>"
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python("health")


def test_nothing_imports_pydantic() -> None:
    code = """
import sys
from infinity_assistant import InfinityAssistantClient, Timeout, api, events, models, types
[getattr(models, name) for name in models.__all__]
assert "pydantic" not in sys.modules and "pydantic_core" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_fastapi_responds_with_models_and_documents_them() -> None:
    app = fastapi.FastAPI()

    def read_chat(preferences: Annotated[models.ChatPreferences, fastapi.Body()]) -> models.ChatResponse:
        assert preferences.preferred_mode == "build"
        return models.ChatResponse.from_dict(CHAT)

    app.post("/chat")(read_chat)
    client = fastapi.testclient.TestClient(app)
    response = client.post("/chat", json={"preferredMode": "build"})
    assert (response.status_code, response.json()) == (200, CHAT)
    assert client.post("/chat", json={"preferredMode": 5}).status_code == 422
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert schemas["ChatResponse"]["properties"]["conversationId"] == {"type": "string"}
    assert client.get("/docs").status_code == 200
