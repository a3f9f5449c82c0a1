# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""UsageCounts, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UsageCounts(Model):
    """Messages and tokens used."""

    today: int
    """Messages today."""
    this_month: int
    """Messages this month."""
    tokens_used: Optional[int] = None
    """Tokens this month."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"today": "today", "thisMonth": "this_month", "tokensUsed": "tokens_used"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "UsageCounts":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.today = value if (value := get("today")).__class__ is int else reading.read_integer(data, "today")
        model.this_month = (
            value if (value := get("thisMonth")).__class__ is int else reading.read_integer(data, "thisMonth")
        )
        model.tokens_used = get("tokensUsed")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["today", "thisMonth", "tokensUsed"]]: ...
        def __iter__(self) -> Iterator[Literal["today", "thisMonth", "tokensUsed"]]: ...
        @overload
        def __getitem__(self, key: Literal["today", "thisMonth"], /) -> int: ...
        @overload
        def __getitem__(self, key: Literal["tokensUsed"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["today", "thisMonth", "tokensUsed"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["today", "thisMonth"], /) -> int: ...
        @overload
        def get(self, key: Literal["today", "thisMonth"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["tokensUsed"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["tokensUsed"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
