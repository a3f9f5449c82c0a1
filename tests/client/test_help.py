"""`help(client.chat)` explains each parameter, and names the values that it may have."""

from __future__ import annotations

import inspect
from typing import Any, Iterator, Literal, get_args, get_origin, get_type_hints

import pytest

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient, api
from infinity_assistant.types import CallOptions

METHODS = [
    (kind, name)
    for kind in (InfinityAssistantClient, AsyncInfinityAssistantClient)
    for name in [*api.OPERATIONS, "check_compatibility"]
]


def words(kind: Any) -> Iterator[str]:
    """The words of choices at or below a type, and the keys of objects."""
    if get_origin(kind) is Literal:
        yield from get_args(kind)
    elif hasattr(kind, "__total__"):
        for key, inner in get_type_hints(kind).items():
            yield from (key, *words(inner)) if key == key.lower() else ()
    else:
        for inner in get_args(kind):
            yield from words(inner)


@pytest.mark.parametrize(("kind", "name"), METHODS)
def test_every_parameter_of_a_method_is_explained(kind: Any, name: str) -> None:
    method = getattr(kind, name)
    doc = inspect.getdoc(method) or ""
    annotations = get_type_hints(method)
    for parameter in inspect.signature(method).parameters.values():
        if parameter.name != "self":
            stars = "**" if parameter.kind is inspect.Parameter.VAR_KEYWORD else ""
            assert f"\n    {stars}{parameter.name}: " in doc
            assert [
                word for word in words(annotations[parameter.name]) if f'"{word}"' not in doc and f"`{word}`" not in doc
            ] == []


@pytest.mark.parametrize(("kind", "name"), METHODS)
def test_every_method_tells_what_it_raises(kind: Any, name: str) -> None:
    doc = inspect.getdoc(getattr(kind, name)) or ""
    assert "\nRaises:\n    InfinityAssistant" in doc
    assert doc.splitlines()[0].endswith((".", "`"))


def test_the_options_of_a_call_are_named() -> None:
    doc = inspect.getdoc(InfinityAssistantClient.chat) or ""
    assert [name for name in CallOptions.__annotations__ if f"`{name}`" not in doc] == []


def test_the_function_of_a_call_names_the_values_of_its_arguments() -> None:
    assert "One of `search`, `assist`, `build`." in (api.chat.__doc__ or "")
    assert "`subscription.cancelled`" in (api.create_webhook.__doc__ or "")
