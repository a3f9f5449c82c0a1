# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ErrorDetail, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.error_code import ErrorCode
from infinity_assistant.models.error_details import ErrorDetails

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ErrorDetail(Model):
    """What went wrong, for programs and for people."""

    code: ErrorCode
    """What went wrong, for programs."""
    message: str
    """What went wrong, for people."""
    details: Optional[ErrorDetails] = None
    """Where it went wrong."""
    retry_after: Optional[float] = None
    """Seconds to wait before trying again."""
    recovery_guidance: Any = None
    """What to do about it."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "code": "code",
        "message": "message",
        "details": "details",
        "retry_after": "retry_after",
        "recovery_guidance": "recovery_guidance",
    }
    _shown = ("code",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ErrorDetail":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.code = value if (value := get("code")).__class__ is str else reading.read_text(data, "code")
        model.message = value if (value := get("message")).__class__ is str else reading.read_text(data, "message")
        model.details = (
            None
            if (value := get("details")) is None
            else reading.read_optional(value, "details", ErrorDetails.from_dict)
        )
        model.retry_after = get("retry_after")
        model.recovery_guidance = get("recovery_guidance")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["code", "message", "details", "retry_after", "recovery_guidance"]]: ...
        def __iter__(self) -> Iterator[Literal["code", "message", "details", "retry_after", "recovery_guidance"]]: ...
        @overload
        def __getitem__(self, key: Literal["code"], /) -> ErrorCode: ...
        @overload
        def __getitem__(self, key: Literal["message"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["details"], /) -> Optional[ErrorDetails]: ...
        @overload
        def __getitem__(self, key: Literal["retry_after"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["recovery_guidance"], /) -> Any: ...
        @overload
        def __getitem__(
            self, key: Literal["code", "message", "details", "retry_after", "recovery_guidance"], /
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["code"], /) -> ErrorCode: ...
        @overload
        def get(self, key: Literal["code"], default: _T, /) -> Union[ErrorCode, _T]: ...
        @overload
        def get(self, key: Literal["message"], /) -> str: ...
        @overload
        def get(self, key: Literal["message"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["details"], /) -> Optional[ErrorDetails]: ...
        @overload
        def get(self, key: Literal["details"], default: _T, /) -> Union[ErrorDetails, _T]: ...
        @overload
        def get(self, key: Literal["retry_after"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["retry_after"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: Literal["recovery_guidance"], /) -> Any: ...
        @overload
        def get(self, key: Literal["recovery_guidance"], default: _T, /) -> Union[Any, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
