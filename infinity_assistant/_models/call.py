# SPDX-License-Identifier: MIT. Generated from overlays/_models/call.py: edit that file, then run `make generate`.
"""A call of the API as a value: described, checked, and not made."""

from __future__ import annotations

import json
import re
from typing import Any, ClassVar, Dict, Generic, List, Mapping, NamedTuple, Optional, Tuple, TypeVar
from urllib.parse import quote

from infinity_assistant._models.json_reader import Reader
from infinity_assistant._models.json_writer import written
from infinity_assistant._models.pydantic_hooks import InstanceHooks
from infinity_assistant._models.validation_error import ValidationError
from infinity_assistant.errors import InfinityAssistantArgumentError

T = TypeVar("T")

_NOTHING: Dict[str, Any] = {}


class StreamEvent(NamedTuple):
    """One event of a stream: its name on the wire, the name users see, and how its data is read."""

    name: str
    friendly: str
    read: Reader


class Operation(NamedTuple):
    """What the API description says about an operation, whatever the arguments of a call."""

    id: str
    method: str
    path: str
    #: Reads the JSON of a successful answer; `None` if it has none.
    read: Optional[Reader] = None
    #: Media types in which the answer is text, not JSON: it is handed over as it is.
    texts: Tuple[str, ...] = ()
    #: Safe to repeat after a failure that leaves open whether the service acted.
    idempotent: bool = False
    #: The events of the stream by their name on the wire; empty if the answer is no stream.
    events: Mapping[str, StreamEvent] = _NOTHING
    #: Wire name -> name of the argument.
    arguments: Mapping[str, str] = _NOTHING
    deprecated: bool = False

    @property
    def streams(self) -> bool:
        """Whether the answer is a stream of events."""
        return bool(self.events)

    def __repr__(self) -> str:
        return f"<Operation {self.id}: {self.method} {self.path}>"


class Call(InstanceHooks, Generic[T]):
    """An operation with its arguments. Making the exchange is the client's part: `client.request(call)`.

    Calls are immutable, and can be compared, copied and pickled. Their repr names the arguments and hides the values.
    """

    __slots__ = ("_body", "_headers", "_operation", "_path", "_query")

    def __init__(
        self,
        operation: Operation,
        *,
        path: Mapping[str, Any] = _NOTHING,
        query: Mapping[str, Any] = _NOTHING,
        headers: Mapping[str, str] = _NOTHING,
        body: Any = None,
    ) -> None:
        self._operation = operation
        self._path = path
        self._query = query
        self._headers = headers
        self._body = body

    @property
    def operation(self) -> Operation:
        """What the API description says about the operation."""
        return self._operation

    @property
    def headers(self) -> Mapping[str, str]:
        """The header fields that are arguments of the operation."""
        return self._headers

    def target(self) -> str:
        """The path and query, with every value quoted so that it stays within its place."""
        path = self._operation.path
        for name, value in self._path.items():
            path = path.replace("{" + name + "}", _segment(_scalar(value)))
        pairs = [f"{quote(key, safe='')}={quote(text, safe='')}" for key, text in self._pairs()]
        return f"{path}?{'&'.join(pairs)}" if pairs else path

    def content(self) -> Optional[bytes]:
        """The body as JSON in UTF-8; `None` if there is none.

        Raises `InfinityAssistantArgumentError` naming the argument that JSON cannot express.
        """
        if self._body is None:
            return None
        try:
            content = _encode(self._body)
        except (TypeError, ValueError, RecursionError):
            raise self._unencodable() from None
        if _LONG_NUMBER.search(content):
            self._check_integers()
        return content

    def read(self, data: Any) -> T:
        """Read the JSON of a successful answer.

        Raises `ValueError` naming the place if it is not what the API description says.
        """
        read = self._operation.read
        try:
            return data if read is None else read(data)  # type: ignore[no-any-return]
        except RecursionError:
            raise ValidationError("is nested too deeply") from None

    def with_extra_body(self, body: Mapping[str, Any]) -> Call[T]:
        """The same call with more fields in its body, in wire names; given ones are replaced."""
        return Call(
            self._operation,
            path=self._path,
            query=self._query,
            headers=self._headers,
            body={**(self._body or {}), **body},
        )

    def with_extra_query(self, query: Mapping[str, Any]) -> Call[T]:
        """The same call with more parameters in its query, in wire names; given ones are replaced."""
        return Call(
            self._operation,
            path=self._path,
            query={**self._query, **query},
            headers=self._headers,
            body=self._body,
        )

    def _pairs(self) -> List[Tuple[str, str]]:
        pairs: List[Tuple[str, str]] = []
        for key, value in self._query.items():
            several = value if isinstance(value, (list, tuple)) else (value,)
            pairs.extend((key, _scalar(item)) for item in several)
        return pairs

    def _check_integers(self) -> None:
        for key, value in self._body.items():
            if _has_inexact_integer(value):
                name = self._operation.arguments.get(key, key)
                problem = "contains an integer beyond 2**53, which the service would change: give it as a string"
                raise InfinityAssistantArgumentError(f"{name} {problem}", argument=name)

    def _unencodable(self) -> InfinityAssistantArgumentError:
        problems = ((key, _problem({key: value})) for key, value in self._body.items())
        key, problem = next((key, problem) for key, problem in problems if problem)
        name = self._operation.arguments.get(key, key)
        return InfinityAssistantArgumentError(f"{name} {problem}", argument=name)

    def _state(self) -> Tuple[Any, ...]:
        return self._operation, self._path, self._query, self._headers, self._body

    def __eq__(self, other: object) -> bool:
        return self._state() == other._state() if isinstance(other, Call) else NotImplemented

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, self._state()

    def __repr__(self) -> str:
        given = [*self._path, *self._query, *self._headers, *(self._body or ())]
        names = (self._operation.arguments.get(key, key) for key in given)
        return f"<Call {self._operation.id}({', '.join(names)})>"


def _restore(operation: Operation, path: Any, query: Any, headers: Any, body: Any) -> Call[Any]:
    return Call(operation, path=path, query=query, headers=headers, body=body)


def _json_value(value: Any) -> Any:
    plain = written(value, None)
    if plain is value:
        raise TypeError(f"a Python {type(value).__name__} has no JSON form")
    return plain


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_json_value)


def _encode(body: Any) -> bytes:
    return _ENCODER.encode(body).encode()


#: The service reads numbers as doubles, in which integers are exact up to 2**53: sixteen digits.
_LONG_NUMBER = re.compile(rb"\d{16}")
_EXACT = 2**53


def _has_inexact_integer(value: Any) -> bool:
    plain = written(value, None)
    if isinstance(plain, Mapping):
        return any(map(_has_inexact_integer, plain.values()))
    if isinstance(plain, (list, tuple)):
        return any(map(_has_inexact_integer, plain))
    return isinstance(plain, int) and abs(plain) > _EXACT


def _problem(body: Any) -> str:
    """Why JSON cannot express a body; empty if it can."""
    try:
        _encode(body)
    except UnicodeEncodeError:
        return "contains half of a surrogate pair, which UTF-8 cannot express: remove it"
    except RecursionError:
        return "is nested too deeply"
    except (TypeError, ValueError) as cause:
        return f"cannot be written as JSON: {cause}"
    return ""


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(written(value, None))


def _segment(value: str) -> str:
    """One segment of a path. Dots alone would be taken for a step by whoever normalises the path (RFC 3986, 5.2.4)."""
    quoted = quote(value, safe="")
    return quoted.replace(".", "%2E") if quoted in (".", "..") else quoted
