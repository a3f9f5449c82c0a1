# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""UsageResponse, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.usage_counts import UsageCounts
from infinity_assistant.models.usage_quota import UsageQuota

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UsageResponse(Model):
    """What the caller has used and has left."""

    usage: UsageCounts
    """What was used."""
    limits: UsageQuota
    """What may be used."""
    tier: str
    """The tier of the caller, such as free."""
    remaining: UsageQuota
    """What is left."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"usage": "usage", "limits": "limits", "tier": "tier", "remaining": "remaining"}
    _shown = ("tier",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "UsageResponse":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.usage = reading.read_member(data, "usage", UsageCounts.from_dict)
        model.limits = reading.read_member(data, "limits", UsageQuota.from_dict)
        model.tier = value if (value := get("tier")).__class__ is str else reading.read_text(data, "tier")
        model.remaining = reading.read_member(data, "remaining", UsageQuota.from_dict)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["usage", "limits", "tier", "remaining"]]: ...
        def __iter__(self) -> Iterator[Literal["usage", "limits", "tier", "remaining"]]: ...
        @overload
        def __getitem__(self, key: Literal["usage"], /) -> UsageCounts: ...
        @overload
        def __getitem__(self, key: Literal["limits", "remaining"], /) -> UsageQuota: ...
        @overload
        def __getitem__(self, key: Literal["tier"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["usage", "limits", "tier", "remaining"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["usage"], /) -> UsageCounts: ...
        @overload
        def get(self, key: Literal["usage"], default: _T, /) -> Union[UsageCounts, _T]: ...
        @overload
        def get(self, key: Literal["limits", "remaining"], /) -> UsageQuota: ...
        @overload
        def get(self, key: Literal["limits", "remaining"], default: _T, /) -> Union[UsageQuota, _T]: ...
        @overload
        def get(self, key: Literal["tier"], /) -> str: ...
        @overload
        def get(self, key: Literal["tier"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
