# SPDX-License-Identifier: MIT
"""Whether a call that was made by hand can be sent. Those of `infinity_assistant.api` always can."""

from __future__ import annotations

import re
from typing import Any, Mapping

from infinity_assistant._models.call import Call
from infinity_assistant._models.operation import Operation
from infinity_assistant.errors import InfinityAssistantArgumentError

#: Visible ASCII, but for what begins a query or a fragment. Names of parameters, in braces, may be any.
_PATH = re.compile(r"/[!$->@-~]*\Z")
_METHOD = re.compile(r"[A-Z]+(?:-[A-Z]+)*\Z")
_MEDIA_TYPE = re.compile(r"[!-~]+(?: [!-~]+)*\Z")
_PARAMETER = re.compile(r"\{([^{}]*)\}")


def check_call(call: Any) -> None:
    """Let a call pass that can be sent.

    Raises:
        InfinityAssistantArgumentError: It is no `Call`, or one whose operation cannot stand in a request.
    """
    if not isinstance(call, Call):
        raise _make_error(f"is a Python {type(call).__name__}; give what a function of infinity_assistant.api returns")
    if not isinstance(call.operation, Operation):
        raise _make_error(f"has a Python {type(call.operation).__name__} for its operation; give an Operation")
    _check_operation(call.operation)
    for place, values in call.places():
        if not isinstance(values, Mapping):
            raise _make_error(f"has {place} that are no mapping of names to values")
    _check_parameters(call)


def _check_operation(operation: Operation) -> None:
    method, path = operation.method, operation.path
    if not isinstance(method, str) or not _METHOD.match(method) or method == "CONNECT":
        raise _make_error(f'has the method {method!r}; it is in capital letters, for example "POST"')
    if not isinstance(path, str) or not _PATH.match(_PARAMETER.sub("", path)):
        raise _make_error(f"has the path {path!r}; it begins with a slash, is quoted, and has no query: give query=")
    if not isinstance(operation.media_type, str) or not _MEDIA_TYPE.match(operation.media_type):
        raise _make_error(f'has the media type {operation.media_type!r}; it is one like "application/json"')


def _check_parameters(call: Call[Any]) -> None:
    needed = _PARAMETER.findall(call.operation.path)
    given = list(dict(call.places())["path"])
    for name in needed:
        if name not in given:
            raise _make_error(f"has no value for {{{name}}} in its path: give path={{{name!r}: ...}}")
    for name in given:
        if name not in needed:
            raise _make_error(f"has a value for {name!r}, which its path {call.operation.path} does not name")


def _make_error(problem: str) -> InfinityAssistantArgumentError:
    return InfinityAssistantArgumentError(f"call {problem}", argument="call")
