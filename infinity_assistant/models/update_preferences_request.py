# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""UpdatePreferencesRequest, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.user_preferences import UserPreferences

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdatePreferencesRequest(Model):
    """New preferences for the caller."""

    preferences: UserPreferences
    """The whole new document."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"preferences": "preferences"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "UpdatePreferencesRequest":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.preferences = reading.read_member(data, "preferences", UserPreferences.from_dict)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["preferences"]]: ...
        def __iter__(self) -> Iterator[Literal["preferences"]]: ...
        def __getitem__(self, key: Literal["preferences"], /) -> UserPreferences: ...
        @overload
        def get(self, key: Literal["preferences"], /) -> UserPreferences: ...
        @overload
        def get(self, key: Literal["preferences"], default: _T, /) -> Union[UserPreferences, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
