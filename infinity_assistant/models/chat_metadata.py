# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ChatMetadata, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatMetadata(Model):
    """How an answer came about."""

    model: Optional[str] = None
    """The model that answered."""
    tokens_used: Optional[int] = None
    """Tokens read and written; 0 when the model failed."""
    processing_time: Optional[int] = None
    """Milliseconds that the service took."""
    driving_mode: Optional[bool] = None
    """Whether the answer was shaped for driving."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "model": "model",
        "tokensUsed": "tokens_used",
        "processingTime": "processing_time",
        "drivingMode": "driving_mode",
    }
    _shown = ("model",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ChatMetadata":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.model = (
            value
            if (value := get("model")).__class__ is str
            else reading.read_expected(reading.read_text, data, "model")
        )
        model.tokens_used = (
            value
            if (value := get("tokensUsed")).__class__ is int
            else reading.read_expected(reading.read_integer, data, "tokensUsed")
        )
        model.processing_time = (
            value
            if (value := get("processingTime")).__class__ is int
            else reading.read_expected(reading.read_integer, data, "processingTime")
        )
        model.driving_mode = get("drivingMode")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["model", "tokensUsed", "processingTime", "drivingMode"]]: ...
        def __iter__(self) -> Iterator[Literal["model", "tokensUsed", "processingTime", "drivingMode"]]: ...
        @overload
        def __getitem__(self, key: Literal["model"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["tokensUsed", "processingTime"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["drivingMode"], /) -> Optional[bool]: ...
        @overload
        def __getitem__(self, key: Literal["model", "tokensUsed", "processingTime", "drivingMode"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["model"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["model"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["tokensUsed", "processingTime"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["tokensUsed", "processingTime"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["drivingMode"], /) -> Optional[bool]: ...
        @overload
        def get(self, key: Literal["drivingMode"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
