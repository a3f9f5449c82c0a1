# SPDX-License-Identifier: MIT. Generated from overlays/_models/call.py: edit that file, then run `make generate`.
"""A call of the API as a value: described, checked, and not made."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, Mapping, Optional, Tuple, TypeVar

from infinity_assistant._models.files import Encoded, encode_form, encode_multipart
from infinity_assistant._models.json_body import encode_json, find_unencodable
from infinity_assistant._models.json_reader import prepare_reader
from infinity_assistant._models.operation import JSON, NOTHING, Operation
from infinity_assistant._models.parameters import UnwritableError, write_pairs, write_segment
from infinity_assistant._models.pydantic_hooks import InstanceHooks
from infinity_assistant._models.validation_error import ValidationError
from infinity_assistant.errors import InfinityAssistantArgumentError

T = TypeVar("T")


class Call(InstanceHooks, Generic[T]):
    """An operation with its arguments. Making the exchange is the client's part: `client.request(call)`.

    Calls are immutable, and can be compared, copied and pickled. Their repr names the arguments and hides the values.
    """

    __slots__ = ("_body", "_headers", "_operation", "_path", "_query")

    def __init__(
        self,
        operation: Operation,
        *,
        path: Mapping[str, Any] = NOTHING,
        query: Mapping[str, Any] = NOTHING,
        headers: Mapping[str, str] = NOTHING,
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

    def places(self) -> Tuple[Tuple[str, Mapping[str, Any]], ...]:
        """Return where parameters are sent, with those that are given there, by their wire name."""
        return ("path", self._path), ("query", self._query), ("headers", self._headers)

    def find_argument(self, name: str) -> Any:
        """Find the value of an argument by its wire name, wherever it is sent; `None` if it is not."""
        body = self._body if isinstance(self._body, Mapping) else NOTHING
        return next((place[name] for place in (body, self._query, self._path) if name in place), None)

    def target(self) -> str:
        """Return the path and query, with every value quoted so that it stays within its place."""
        path, styles = self._operation.path, self._operation.styles
        place = "path"
        try:
            for name, value in self._path.items():
                path = path.replace("{" + name + "}", write_segment(name, value, styles.get(f"path.{name}", "")))
            place = "query"
            pairs = list(write_pairs(self._query, styles, place))
        except UnwritableError as problem:
            raise self._make_error(problem.name, str(problem), place) from None
        return f"{path}?{'&'.join(pairs)}" if pairs else path

    def content(self) -> Optional[bytes]:
        """Return the body as it is sent, JSON in UTF-8 in most operations; `None` if there is none.

        Raises:
            InfinityAssistantArgumentError: It cannot be written; the message names the argument.
        """
        encoded = self.encode()
        return encoded and encoded.content

    def encode(self) -> Optional[Encoded]:
        """Encode the body with the media type that says how to read it; `None` if there is none.

        Raises:
            InfinityAssistantArgumentError: It cannot be written; the message names the argument.
        """
        if self._body is None:
            return None
        kind = self._operation.media_type
        try:
            if kind == JSON or kind.endswith("json"):
                return Encoded(kind, encode_json(self._body))
            return self._encode_other(kind)
        except UnwritableError as problem:
            raise self._make_error(problem.name, str(problem)) from None
        except InfinityAssistantArgumentError:
            raise
        except (TypeError, ValueError, RecursionError):
            raise self._make_error(*find_unencodable(self._body)) from None

    def _encode_other(self, kind: str) -> Encoded:
        if kind == "application/x-www-form-urlencoded":
            return Encoded(kind, encode_form(self._body, self._operation.styles))
        if kind == "multipart/form-data":
            return encode_multipart(self._body, self._operation.styles)
        if isinstance(self._body, str):
            return Encoded(f"{kind}; charset=utf-8", self._body.encode())
        if isinstance(self._body, (bytes, bytearray)):
            return Encoded(kind, bytes(self._body))
        raise self._make_error("body", f"is a Python {type(self._body).__name__}; {kind} is sent as bytes or str")

    def read(self, data: Any, status: int = 200) -> T:
        """Read the JSON of a successful response.

        Raises `ValueError` naming the place if it is not what the API description says.
        """
        read = self._operation.read
        if self._operation.readers:
            readers = self._operation.readers
            read = readers.get(str(status), readers.get(f"{status // 100}XX", next(iter(readers.values()))))
        try:
            return data if read is None else read(data)  # type: ignore[no-any-return]
        except RecursionError:
            raise ValidationError("is nested too deeply") from None

    def prepare(self) -> None:
        """Import what reads the response: a response that came must not be lost for want of a file, say."""
        operation = self._operation
        prepare_reader(operation.read)
        for read in operation.readers.values():
            prepare_reader(read)
        for event in operation.events.values():
            prepare_reader(event.read)

    def with_extra_body(self, body: Mapping[str, Any]) -> Call[T]:
        """Return the same call with more fields in its body, in wire names; given ones are replaced.

        Raises:
            InfinityAssistantArgumentError: Its body is no object.
        """
        if self._body is not None and not isinstance(self._body, Mapping):
            raise self._make_error("extra_body", "cannot be added: the body of this operation is no object")
        return Call(
            self._operation,
            path=self._path,
            query=self._query,
            headers=self._headers,
            body={**(self._body or {}), **body},
        )

    def with_extra_query(self, query: Mapping[str, Any]) -> Call[T]:
        """Return the same call with more parameters in its query, in wire names; given ones are replaced."""
        return Call(
            self._operation,
            path=self._path,
            query={**self._query, **query},
            headers=self._headers,
            body=self._body,
        )

    def _make_error(self, key: str, problem: str, place: str = "body") -> InfinityAssistantArgumentError:
        name = self._operation.name_argument(place, key)
        return InfinityAssistantArgumentError(f"{name} {problem}", argument=name)

    def _state(self) -> Tuple[Any, ...]:
        return self._operation, self._path, self._query, self._headers, self._body

    def __eq__(self, other: object) -> bool:
        return self._state() == other._state() if isinstance(other, Call) else NotImplemented

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, self._state()

    def __repr__(self) -> str:
        body = self._body if isinstance(self._body, dict) else () if self._body is None else ("body",)
        given = (("path", self._path), ("query", self._query), ("header", self._headers), ("body", body))
        names = (self._operation.name_argument(place, key) for place, keys in given for key in keys)
        return f"<Call {self._operation.id}({', '.join(names)})>"


def _restore(operation: Operation, path: Any, query: Any, headers: Any, body: Any) -> Call[Any]:
    return Call(operation, path=path, query=query, headers=headers, body=body)
