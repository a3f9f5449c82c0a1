# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ErrorEventData, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ErrorEventData(Model):
    """The service failed inside a stream that had begun with status 200 (shape F)."""

    message: str
    """What happened in words for people."""
    error: Optional[str] = None
    """What happened in words for developers."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"message": "message", "error": "error"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ErrorEventData":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.message = value if (value := get("message")).__class__ is str else reading.read_text(data, "message")
        model.error = get("error")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["message", "error"]]: ...
        def __iter__(self) -> Iterator[Literal["message", "error"]]: ...
        @overload
        def __getitem__(self, key: Literal["message"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["error"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["message", "error"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["message"], /) -> str: ...
        @overload
        def get(self, key: Literal["message"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["error"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["error"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
