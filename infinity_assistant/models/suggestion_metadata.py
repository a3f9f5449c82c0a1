# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""SuggestionMetadata, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SuggestionMetadata(Model):
    """Where suggested knowledge stands."""

    domain: Optional[str] = None
    """The domain of a pattern."""
    pattern_id: Optional[str] = None
    """The id of a pattern."""
    wisdom_id: Optional[str] = None
    """The id of a piece of wisdom."""
    gotcha_id: Optional[str] = None
    """The id of a gotcha."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"domain": "domain", "pattern_id": "pattern_id", "wisdom_id": "wisdom_id", "gotcha_id": "gotcha_id"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "SuggestionMetadata":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.domain = get("domain")
        model.pattern_id = get("pattern_id")
        model.wisdom_id = get("wisdom_id")
        model.gotcha_id = get("gotcha_id")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["domain", "pattern_id", "wisdom_id", "gotcha_id"]]: ...
        def __iter__(self) -> Iterator[Literal["domain", "pattern_id", "wisdom_id", "gotcha_id"]]: ...
        def __getitem__(self, key: Literal["domain", "pattern_id", "wisdom_id", "gotcha_id"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["domain", "pattern_id", "wisdom_id", "gotcha_id"], /) -> Optional[str]: ...
        @overload
        def get(
            self, key: Literal["domain", "pattern_id", "wisdom_id", "gotcha_id"], default: _T, /
        ) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
