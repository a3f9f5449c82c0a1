# SPDX-License-Identifier: MIT
"""Check what an agent gives to a tool, and make the call of it."""

from __future__ import annotations

from typing import Any, Callable, Dict, Mapping

from infinity_assistant import api
from infinity_assistant._mcp.tools import ToolSpec
from infinity_assistant._models.call import Call
from infinity_assistant._text import suggest
from infinity_assistant.errors import InfinityAssistantArgumentError


def build_call(tool: ToolSpec, given: Mapping[str, Any]) -> Call[Any]:
    """Make the call that a tool stands for.

    Raises:
        InfinityAssistantArgumentError: An argument is missing, not known, or cannot be right. It shows no value.
    """
    properties: Dict[str, Any] = tool.input_schema["properties"]
    for name in given:
        if name not in properties:
            raise InfinityAssistantArgumentError(f"unknown argument {name!r}{suggest(name, properties)}", argument=name)
    for name in tool.input_schema["required"]:
        if given.get(name) is None:
            raise InfinityAssistantArgumentError(f"the argument {name!r} is required", argument=name)
    for name, value in given.items():
        choices = properties[name].get("enum")
        if choices and value is not None and value not in choices:
            listed = ", ".join(map(repr, choices))
            raise InfinityAssistantArgumentError(f"{name!r} must be one of {listed}", argument=name)
    make: Callable[..., Call[Any]] = getattr(api, tool.name)
    names = _find_names(make)
    return make(**{names.get(name, name): value for name, value in given.items() if value is not None})


def _find_names(make: Callable[..., Call[Any]]) -> Dict[str, str]:
    """Find the arguments of a call by their names on the wire."""
    return {_to_wire(name): name for name in make.__annotations__}


def _to_wire(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))
