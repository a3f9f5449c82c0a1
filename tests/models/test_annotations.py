"""What frameworks read: the types of every public function resolve at run time, on every Python."""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple, Union, get_type_hints

import pytest

import infinity_assistant
from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient, models

PACKAGE = Path(infinity_assistant.__file__).parent
MODULES = ("api", "call", "errors", "events", "exceptions", "models", "sse", "testing", "types", "webhooks")
SPECIAL = ("__init__", "__call__", "__enter__", "__exit__", "__aenter__", "__aexit__")


def public_names() -> Iterator[Tuple[str, Any]]:
    for name in ("", *MODULES):
        module = importlib.import_module(f"infinity_assistant.{name}".rstrip("."))
        for attribute in getattr(module, "__all__", [own for own in vars(module) if not own.startswith("_")]):
            value = getattr(module, attribute)
            if getattr(value, "__module__", "").startswith("infinity_assistant"):
                yield f"{name}.{attribute}".lstrip("."), value


def functions_of(kind: type) -> Iterator[Tuple[str, Any]]:
    for name in dir(kind):
        member = inspect.getattr_static(kind, name)
        member = getattr(member, "__func__", getattr(member, "fget", member))
        ours = inspect.isfunction(member) and member.__module__.startswith("infinity_assistant")
        if ours and (not name.startswith("_") or name in SPECIAL):
            yield name, member


def every_callable() -> Dict[str, Any]:
    found: Dict[str, Any] = {}
    for place, value in public_names():
        if inspect.isclass(value):
            found.update((f"{place}.{name}", member) for name, member in functions_of(value))
            found[place] = value
        elif inspect.isfunction(value):
            found[place] = value
    return found


@pytest.fixture(scope="module", name="callables")
def all_callables() -> Dict[str, Any]:
    return every_callable()


def test_there_are_many_public_callables(callables: Dict[str, Any]) -> None:
    """The tests below would prove nothing if none were found."""
    assert len(callables) > 900
    assert {"InfinityAssistantClient.chat", "api.chat", "models.ChatResponse.from_dict", "Timeout"} <= callables.keys()


def test_the_types_of_every_public_callable_resolve(callables: Dict[str, Any]) -> None:
    """As LangChain, MCP, openai-agents and pydantic ask for them."""
    problems: List[str] = []
    for place, function in callables.items():
        try:
            get_type_hints(function)
        except Exception as problem:
            problems.append(f"{place}: {type(problem).__name__}: {problem}")
    assert problems == []


@pytest.mark.parametrize("kind", [InfinityAssistantClient, AsyncInfinityAssistantClient])
def test_types_of_arguments_are_the_classes_themselves(kind: Any) -> None:
    annotations = get_type_hints(kind.chat)
    assert annotations["return"] is models.ChatResponse
    assert annotations["essence"] == Optional[Union[models.Essence, models.EssenceDict]]
    assert annotations["mode"] == Optional[models.ChatMode]
    assert "timeout" in get_type_hints(infinity_assistant.types.CallOptions)


def test_names_that_exist_at_run_time_alone_are_hidden_from_type_checkers() -> None:
    """A module `__getattr__` that they see makes every misspelt name one that is there."""
    for path in PACKAGE.rglob("*.py"):
        top = ast.parse(path.read_text(encoding="utf-8")).body
        assert "__getattr__" not in [node.name for node in top if isinstance(node, ast.FunctionDef)], path


def test_types_has_every_model_choice_event_and_option() -> None:
    types: Any = infinity_assistant.types
    assert types.ChatResponse is models.ChatResponse
    assert types.TextEvent is models.TextEvent
    assert set(models.__all__) < set(types.__all__) <= set(dir(types))
    for name in types.__all__:
        assert getattr(types, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'ChatRespons'"):
        print(types.ChatRespons)


def test_exceptions_has_every_error() -> None:
    errors, exceptions = infinity_assistant.errors, infinity_assistant.exceptions
    classes = {name for name, value in vars(errors).items() if getattr(value, "__module__", "") == errors.__name__}
    assert set(exceptions.__all__) == {name for name in classes if not name.startswith("_")}
    for name in exceptions.__all__:
        assert getattr(exceptions, name) is getattr(errors, name)
