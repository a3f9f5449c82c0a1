# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""Suggestion, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.suggestion_metadata import SuggestionMetadata
from infinity_assistant.models.suggestion_type import SuggestionType

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Suggestion(Model):
    """A piece of knowledge that the query may be after."""

    text: Optional[str] = None
    """The title or the text of the knowledge."""
    type: Optional[SuggestionType] = None
    """The kind of knowledge."""
    metadata: Optional[SuggestionMetadata] = None
    """Where the knowledge stands."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"text": "text", "type": "type", "metadata": "metadata"}
    _shown = ("type",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Suggestion":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.text = get("text")
        model.type = get("type")
        model.metadata = (
            None
            if (value := get("metadata")) is None
            else reading.read_optional(value, "metadata", SuggestionMetadata.from_dict)
        )
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["text", "type", "metadata"]]: ...
        def __iter__(self) -> Iterator[Literal["text", "type", "metadata"]]: ...
        @overload
        def __getitem__(self, key: Literal["text"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["type"], /) -> Optional[SuggestionType]: ...
        @overload
        def __getitem__(self, key: Literal["metadata"], /) -> Optional[SuggestionMetadata]: ...
        @overload
        def __getitem__(self, key: Literal["text", "type", "metadata"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["text"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["text"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["type"], /) -> Optional[SuggestionType]: ...
        @overload
        def get(self, key: Literal["type"], default: _T, /) -> Union[SuggestionType, _T]: ...
        @overload
        def get(self, key: Literal["metadata"], /) -> Optional[SuggestionMetadata]: ...
        @overload
        def get(self, key: Literal["metadata"], default: _T, /) -> Union[SuggestionMetadata, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
