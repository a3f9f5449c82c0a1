# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""RateLimit, a JSON object of the API."""

import datetime
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterator,
    KeysView,
    Literal,
    Mapping,
    Optional,
    TypeVar,
    Union,
    overload,
)

import attrs

from infinity_assistant._models import datetimes as timestamps
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class RateLimit(Model):
    """The daily quota of messages."""

    allowed: Optional[bool] = None
    """Whether another message would be answered."""
    limit: Optional[int] = None
    """Messages a day; -1 is unlimited."""
    remaining: Optional[int] = None
    """Messages left today; -1 is unlimited."""
    reset_at: Optional[datetime.datetime] = None
    """When the quota is full again; present once it is used up."""
    reason: Optional[str] = None
    """Why no further message is allowed."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "allowed": "allowed",
        "limit": "limit",
        "remaining": "remaining",
        "reset_at": "reset_at",
        "reason": "reason",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "RateLimit":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.allowed = (
            value
            if (value := get("allowed")).__class__ is bool
            else reading.read_expected(reading.read_boolean, data, "allowed")
        )
        model.limit = (
            value
            if (value := get("limit")).__class__ is int
            else reading.read_expected(reading.read_integer, data, "limit")
        )
        model.remaining = (
            value
            if (value := get("remaining")).__class__ is int
            else reading.read_expected(reading.read_integer, data, "remaining")
        )
        model.reset_at = None if (value := get("reset_at")) is None else timestamps.parse_timestamp_or_keep(value)
        model.reason = get("reason")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["allowed", "limit", "remaining", "reset_at", "reason"]]: ...
        def __iter__(self) -> Iterator[Literal["allowed", "limit", "remaining", "reset_at", "reason"]]: ...
        @overload
        def __getitem__(self, key: Literal["allowed"], /) -> Optional[bool]: ...
        @overload
        def __getitem__(self, key: Literal["limit", "remaining"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["reset_at"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["reason"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["allowed", "limit", "remaining", "reset_at", "reason"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["allowed"], /) -> Optional[bool]: ...
        @overload
        def get(self, key: Literal["allowed"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["limit", "remaining"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["limit", "remaining"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["reset_at"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["reset_at"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: Literal["reason"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["reason"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
