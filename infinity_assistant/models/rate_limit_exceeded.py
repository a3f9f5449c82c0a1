# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""RateLimitExceeded, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.rate_limit import RateLimit

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class RateLimitExceeded(Model):
    """The quota of the day is used up (shape B of status 429)."""

    error: str
    """What went wrong."""
    message: str
    """The explanation."""
    rate_limit: RateLimit
    """The quota, and when it is full again."""
    suggestion: Optional[str] = None
    """What to do about it; not given by streams."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"error": "error", "message": "message", "rateLimit": "rate_limit", "suggestion": "suggestion"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "RateLimitExceeded":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.error = value if (value := get("error")).__class__ is str else reading.read_text(data, "error")
        model.message = value if (value := get("message")).__class__ is str else reading.read_text(data, "message")
        model.rate_limit = reading.read_member(data, "rateLimit", RateLimit.from_dict)
        model.suggestion = get("suggestion")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["error", "message", "rateLimit", "suggestion"]]: ...
        def __iter__(self) -> Iterator[Literal["error", "message", "rateLimit", "suggestion"]]: ...
        @overload
        def __getitem__(self, key: Literal["error", "message"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["rateLimit"], /) -> RateLimit: ...
        @overload
        def __getitem__(self, key: Literal["suggestion"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["error", "message", "rateLimit", "suggestion"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["error", "message"], /) -> str: ...
        @overload
        def get(self, key: Literal["error", "message"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["rateLimit"], /) -> RateLimit: ...
        @overload
        def get(self, key: Literal["rateLimit"], default: _T, /) -> Union[RateLimit, _T]: ...
        @overload
        def get(self, key: Literal["suggestion"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["suggestion"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
