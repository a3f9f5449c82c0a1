# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""UsageQuota, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UsageQuota(Model):
    """A number of messages by day and by month."""

    daily: int
    """Messages a day; -1 is unlimited."""
    monthly: int
    """Messages a month; -1 is unlimited."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"daily": "daily", "monthly": "monthly"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "UsageQuota":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.daily = value if (value := get("daily")).__class__ is int else reading.read_integer(data, "daily")
        model.monthly = value if (value := get("monthly")).__class__ is int else reading.read_integer(data, "monthly")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["daily", "monthly"]]: ...
        def __iter__(self) -> Iterator[Literal["daily", "monthly"]]: ...
        def __getitem__(self, key: Literal["daily", "monthly"], /) -> int: ...
        @overload
        def get(self, key: Literal["daily", "monthly"], /) -> int: ...
        @overload
        def get(self, key: Literal["daily", "monthly"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
