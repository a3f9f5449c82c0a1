# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchResponse, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.research_result import ResearchResult

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchResponse(Model):
    """The response to a research request."""

    success: bool
    """Always true."""
    result: ResearchResult
    """The result."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"success": "success", "result": "result"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchResponse":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.read_boolean(data, "success")
        model.result = reading.read_member(data, "result", ResearchResult.from_dict)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["success", "result"]]: ...
        def __iter__(self) -> Iterator[Literal["success", "result"]]: ...
        @overload
        def __getitem__(self, key: Literal["success"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["result"], /) -> ResearchResult: ...
        @overload
        def __getitem__(self, key: Literal["success", "result"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["success"], /) -> bool: ...
        @overload
        def get(self, key: Literal["success"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["result"], /) -> ResearchResult: ...
        @overload
        def get(self, key: Literal["result"], default: _T, /) -> Union[ResearchResult, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
